import { formatMoment } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import { showReference } from "../../kernel/reference.ts";
import { type ToldReceipt, toldChannels } from "../../kernel/told.ts";
import { toldTexts as t } from "../told-texts.ts";
import { LinkButton } from "./button.tsx";
import type { Html } from "./html.ts";
import { Notice, Row, Stack, SummaryList } from "./parts.tsx";
import { QrImage } from "./qr.tsx";

type ReceiptProps = {
  readonly lang: Lang;
  readonly receipt: ToldReceipt;
  readonly officerName: string;
  readonly post: { readonly name: string; readonly phone: string | null };
  /** Where whoever told it reads the answer; the whole address. */
  readonly answerAt: string;
  /** The empty form, for the next one. */
  readonly again: string;
};

/** What an officer who wrote a report down for somebody is shown, once: the slip that the person takes along. */
export function ToldReceiptPage({ lang, receipt, officerName, post, answerAt, again }: ReceiptProps): Html {
  const { code, publicRef, receivedAt, channel } = receipt;
  const rows = [
    { term: t.code[lang], detail: code },
    { term: t.receivedAt[lang], detail: formatMoment(receivedAt, lang) },
    { term: t.channel[lang], detail: t[toldChannels.find((one) => one === channel) ?? "counter"][lang] },
    { term: t.officer[lang], detail: officerName },
  ];
  return (
    <Stack>
      <div class="no-print">
        <Notice kind="success" title={t.kept[lang]} announce>
          {t.onceOnly[lang]}
        </Notice>
      </div>
      <p class="quiet">{post.name}</p>
      <h1>{t.receipt[lang]}</h1>
      <p class="large">
        {t.receiptCode[lang]}: <strong>{showReference(publicRef)}</strong>
      </p>
      <SummaryList rows={rows} lang={lang} />
      <p>{t.answer[lang]}</p>
      <QrImage text={answerAt} caption={answerAt} lang={lang} />
      <p>{t.rights[lang]}</p>
      {post.phone !== null && <p>{t.duty[lang](post.phone)}</p>}
      <Row>
        <button type="button" class="ds-button" data-print-page hidden>
          {t.print[lang]}
        </button>
        <LinkButton href={again} kind="secondary">
          {t.next[lang]}
        </LinkButton>
      </Row>
    </Stack>
  );
}
