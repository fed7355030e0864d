import { distance, formatMinutes, formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { FieldErrors } from "../../../web/form.ts";
import { incident } from "../matter.ts";
import { endingTexts as t } from "../texts/ending.ts";
import type { ListLine } from "../views/list.tsx";

/** The look that opening a report is. */
export function readOf(tx: Tx, id: number, purpose: string): Read {
  return { ...placeOf(tx.actor), regime: incident.regime, subject: `matter:${id}`, purpose };
}

export const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200);

/** Whether what is done was done in time: nothing is left, and nothing counts on. */
function endShown(settledAt: Date, dueAt: Date, lang: Lang): string {
  const minutes = Math.floor(Math.abs(dueAt.getTime() - settledAt.getTime()) / 60_000);
  if (minutes === 0) return t.justInTime[lang];
  return (dueAt < settledAt ? t.late : t.inTime)[lang](formatMinutes(minutes, lang));
}

/** When a report is due, from now, or how far from that day it ended; null where no term runs. */
export function dueShown(tx: Tx, { dueAt, settledAt }: { readonly dueAt: Date | null; readonly settledAt: Date | null }, lang: Lang): ListLine["due"] {
  if (dueAt === null) return null;
  const late = dueAt < (settledAt ?? tx.now);
  return { distance: settledAt === null ? distance(tx.now, dueAt, lang) : endShown(settledAt, dueAt, lang), exact: formatMoment(dueAt, lang), instant: dueAt.toISOString(), late };
}
