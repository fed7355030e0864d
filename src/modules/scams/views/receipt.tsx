import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { Card, Notice, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { PhoneBar } from "../../../web/views/phone.tsx";
import { paths } from "../paths.ts";
import { publicTexts as t } from "../texts/public.ts";

export type ReceiptProps = {
  readonly lang: Lang;
  readonly dutyPhone: string | null;
  readonly code: string;
  /** How it ended; null: not yet. */
  readonly ended: string | null;
  readonly facts: readonly SummaryRow[];
  readonly conversation: Html;
};

/** What the holder of a receipt sees: how far it is, and the letters. */
export function ReceiptPage({ lang, dutyPhone, code, ended, facts, conversation }: ReceiptProps): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <h1>{t.receiptTitle[lang]}</h1>
      <Card>
        <p>{t.receiptCode[lang]}</p>
        <p class="prepared-code code">{code}</p>
        <p class="quiet">{t.receiptKeep[lang]}</p>
      </Card>
      {ended === null ? (
        <Notice kind="warn" title={t.first[lang]}>
          {t.receiptNow[lang]}
        </Notice>
      ) : (
        <Notice kind="info" title={t.ended[lang]}>
          <p>
            {ended} <a href={paths.shield()}>{t.endedMore[lang]}</a>
          </p>
        </Notice>
      )}
      <SummaryList rows={facts} lang={lang} />
      <h2>{t.conversation[lang]}</h2>
      {conversation}
    </>
  );
}
