import type { Lang } from "../base/lang.ts";
import type { ToldReceipt } from "../kernel/told.ts";
import { placeOf, type Tx } from "../kernel/tx.ts";
import { type Answer, officePage } from "./route.ts";
import { toldTexts as t } from "./told-texts.ts";
import { postAt } from "./views/post.ts";
import { ToldReceiptPage } from "./views/told.tsx";

/** The page that shows the receipt, once. `answer`: path where whoever told it reads the answer; `again`: path of the empty form. */
export function toldAnswer(tx: Tx, lang: Lang, { receipt, answer, again }: { readonly receipt: ToldReceipt; readonly answer: string; readonly again: string }): Answer {
  const { name, profile } = postAt(tx.house, placeOf(tx.actor).communeId, lang);
  const props = { lang, receipt, again, officerName: tx.actor.name, post: { name, phone: profile.phone }, answerAt: `${tx.house.publicUrl}${answer}` };
  return officePage(<ToldReceiptPage {...props} />, { title: t.receipt[lang] });
}
