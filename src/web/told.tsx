import type { Lang } from "../base/lang.ts";
import type { Channel } from "../kernel/tables.ts";
import { placeOf, type Tx } from "../kernel/tx.ts";
import { type Answer, officePage } from "./route.ts";
import { toldTexts as t } from "./told-texts.ts";
import { postAt } from "./views/post.ts";
import { ToldReceiptPage } from "./views/told.tsx";

/*
 * What somebody tells an officer to whom its regime is closed: each module that takes it writes it down through the door and shows the
 * receipt once.
 */

/** All that the officer sees of it again. */
export type ToldReceipt = { readonly code: string; readonly publicRef: string; readonly receivedAt: Date; readonly channel: Channel };

/** How it can be told to her. */
export const toldChannels = ["counter", "phone"] as const satisfies readonly Channel[];

/** Within this time the same press is the same report, and its receipt is shown again. */
const pressMs = 2 * 60_000;

type Press = { readonly receivedBy: number | null | undefined; readonly receivedAt: Date; readonly officerId: number | null };

/** Whether what is there was written down by the same officer just now: the button was pressed twice. */
export function isOwnPress({ now }: Pick<Tx, "now">, { receivedBy, receivedAt, officerId }: Press): boolean {
  return officerId !== null && receivedBy === officerId && now.getTime() - receivedAt.getTime() <= pressMs;
}

/** The page that shows the receipt, once. `answer`: path where whoever told it reads the answer; `again`: path of the empty form. */
export function toldAnswer(tx: Tx, lang: Lang, { receipt, answer, again }: { readonly receipt: ToldReceipt; readonly answer: string; readonly again: string }): Answer {
  const { name, profile } = postAt(tx.house, placeOf(tx.actor).communeId, lang);
  const props = { lang, receipt, again, officerName: tx.actor.name, post: { name, phone: profile.phone }, answerAt: `${tx.house.publicUrl}${answer}` };
  return officePage(<ToldReceiptPage {...props} />, { title: t.receipt[lang] });
}
