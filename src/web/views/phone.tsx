import type { Lang } from "../../base/lang.ts";
import { Icon } from "../look/icons/icon.tsx";
import { texts } from "../texts.ts";
import type { Html } from "./html.ts";

/** A telephone number that dials. `number` is shown as given. */
export function TelLink({ number }: { readonly number: string }): Html {
  return <a href={`tel:${number.replace(/[^\d+]/g, "")}`}>{number}</a>;
}

/** The bar on top of a page where someone may be in danger: 113 first, then the duty desk where its number is known. */
export function PhoneBar({ lang, dutyPhone }: { readonly lang: Lang; readonly dutyPhone: string | null }): Html {
  return (
    <div class="phone-bar">
      <strong>
        <a href="tel:113">
          <Icon name="siren" />
          {texts.danger[lang]}
        </a>
      </strong>
      {dutyPhone !== null && (
        <span>
          {texts.duty[lang]} <TelLink number={dutyPhone} />
        </span>
      )}
    </div>
  );
}
