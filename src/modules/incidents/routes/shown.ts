import { distance, formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { FieldErrors } from "../../../web/form.ts";
import { incident } from "../matter.ts";
import type { ListLine } from "../views/list.tsx";

/** The look that opening a report is. */
export function readOf(tx: Tx, id: number, purpose: string): Read {
  return { ...placeOf(tx.actor), regime: incident.regime, subject: `matter:${id}`, purpose };
}

export const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200);

/** When a report is due, from now; null where no term runs or all was done. */
export function dueShown(tx: Tx, { dueAt, settledAt }: { readonly dueAt: Date | null; readonly settledAt: Date | null }, lang: Lang): ListLine["due"] {
  if (dueAt === null) return null;
  const late = dueAt < (settledAt ?? tx.now);
  return { distance: distance(settledAt ?? tx.now, dueAt, lang), exact: formatMoment(dueAt, lang), instant: dueAt.toISOString(), late };
}
