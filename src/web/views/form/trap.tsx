import type { Lang } from "../../../base/lang.ts";
import { trapName } from "../../form.ts";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";
import { fieldId } from "./field.tsx";

/** A field that machines fill and people neither see nor reach; `isTrapped` tells whether one did. */
export function Trap({ lang }: { readonly lang: Lang }): Html {
  return (
    <div class="trap" aria-hidden="true">
      <label for={fieldId(trapName)}>{texts.trap[lang]}</label>
      <input id={fieldId(trapName)} name={trapName} type="text" tabIndex={-1} autocomplete="off" />
    </div>
  );
}
