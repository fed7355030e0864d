import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { Card, Notice, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { PhoneBar } from "../../../web/views/phone.tsx";
import { publicTexts as t } from "../texts/public.ts";

export type ReceiptProps = {
  readonly lang: Lang;
  readonly dutyPhone: string | null;
  readonly code: string;
  readonly facts: readonly SummaryRow[];
  readonly conversation: Html;
};

/** What the holder of a receipt sees: how far it is, and the letters. */
export function ReceiptPage({ lang, dutyPhone, code, facts, conversation }: ReceiptProps): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <h1>{t.receiptTitle[lang]}</h1>
      <Card>
        <p>{t.receiptCode[lang]}</p>
        <p class="prepared-code code">{code}</p>
        <p class="quiet">{t.receiptKeep[lang]}</p>
      </Card>
      <Notice kind="warn" title={t.first[lang]}>
        {t.receiptNow[lang]}
      </Notice>
      <SummaryList rows={facts} lang={lang} />
      <h2>{t.conversation[lang]}</h2>
      {conversation}
    </>
  );
}
