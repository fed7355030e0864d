import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors } from "../../form.ts";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";
import { fieldId } from "./field.tsx";

/** All errors on top of the form, each leading to its field. Takes the focus when the page opens. Nothing when there are none. */
export function ErrorSummary({ errors, lang }: { readonly errors: FieldErrors; readonly lang: Lang }): Html {
  const lines = Object.entries(errors);
  if (lines.length === 0) return null;
  return (
    <section class="ds-error-summary" tabIndex={-1} autofocus role="alert" aria-labelledby="errors-title">
      <h2 id="errors-title">{texts.errorsTitle[lang]}</h2>
      <p>{texts.errorsText[lang]}</p>
      <ul>
        {lines.map(([name, message]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{message[lang]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
