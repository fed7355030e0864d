import { addDays, dayOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { listOpen, listWaitingVisits, type OpenRow, type WaitingVisit } from "../queries/disputes.ts";

const pageSize = 50;
/** Visits are told of as early as a week ahead. */
const visitsAheadDays = 7;

export type OpenPage = { readonly rows: readonly OpenRow[]; readonly visits: readonly WaitingVisit[]; readonly next: InstantPosition | null };

/** One page of the disputes that wait, with the visits that are late or come within the week. @throws Problem notPermitted */
export async function listOpenDisputes(tx: Tx, after: InstantPosition | null): Promise<OpenPage> {
  const place = placeOf(tx.actor);
  must(tx.actor, "mediation.read", place);
  const rows = await listOpen(tx, place.communeId, { after, size: pageSize + 1 });
  const visits = await listWaitingVisits(tx, place.communeId, { until: addDays(dayOf(tx.now), visitsAheadDays), size: pageSize });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { rows: shown, visits, next: rows.length > pageSize && last ? { at: last.waitsAt, id: last.id } : null };
}
