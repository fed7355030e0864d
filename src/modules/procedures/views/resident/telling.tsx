import type { Lang } from "../../../../base/lang.ts";
import type { Html } from "../../../../web/views/html.ts";
import { Notice, Stack } from "../../../../web/views/parts.tsx";
import { TelLink } from "../../../../web/views/phone.tsx";
import { procedureTexts } from "../../texts/resident.ts";
import { tellingTexts as t } from "../../texts/telling.ts";

/** How a procedure is done that nobody files: by telling. */
export type Telling = {
  /** Of the duty desk of the post that the resident looks at; null when it has told none. */
  readonly phone: string | null;
  readonly portal: string;
  /** By when, in words. */
  readonly rules: readonly string[];
  /** Below how long it is a stay; null when the law data does not say. */
  readonly shorterThan: string | null;
};

/** Three ways to tell of a guest, what to say, and by when. */
export function HowToTell({ phone, portal, rules, shorterThan, lang }: Telling & { readonly lang: Lang }): Html {
  return (
    <Stack>
      <h2>{t.title[lang]}</h2>
      <p>{t.lead[lang]}</p>
      <ol>
        <li>
          <strong>
            {t.call[lang]} {phone !== null && <TelLink number={phone} />}
          </strong>
          <br />
          {phone === null && `${t.callNoPhone[lang]} `}
          {t.callText[lang]}
        </li>
        <li>
          <strong>{t.portal[lang]}</strong>
          <br />
          {t.portalText[lang]} <a href={portal}>{procedureTexts.portal[lang]}</a>.
        </li>
        <li>
          <strong>{t.come[lang]}</strong>
          <br />
          {t.comeText[lang]}
        </li>
      </ol>
      <h3>{t.sayTitle[lang]}</h3>
      <ul>
        {[t.sayHost, t.sayGuests, t.sayTimes].map((one) => (
          <li>{one[lang]}</li>
        ))}
      </ul>
      <h3>{t.nightTitle[lang]}</h3>
      {rules.map((rule) => (
        <p>{rule}</p>
      ))}
      <p>{t.late[lang]}</p>
      {shorterThan !== null && <p>{t.shorter[lang](shorterThan)}</p>}
      <Notice kind="info" title={t.foreigners[lang]} level={3} />
    </Stack>
  );
}
