import { dayOf } from "../../../base/day.ts";
import { must, type Place } from "../../../kernel/actor.ts";
import { alertOfficers } from "../../../kernel/alerts.ts";
import { farthestReach, reachOf } from "../../../kernel/clock/lead.ts";
import type { House } from "../../../kernel/house.ts";
import { listInForce } from "../../../kernel/law/table.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { WorkKind } from "../../../web/work-kinds.ts";
import type {} from "../house.ts";
import { findComing, insertAct, insertEscalations, listComingDeadlines, type NewEscalation, type Reach } from "../queries/escalations.ts";
import type { Sight } from "../queries/fitting.ts";

/** How far every lead of the house reaches now at a post. */
function reachesAt(house: House, place: Place, now: Date): readonly Reach[] {
  const calendar = house.calendarOf(place);
  return listInForce(house.escalationLeads, dayOf(now)).map(({ termUnit, lead }) => ({ unit: termUnit, lead, until: reachOf(lead, now, calendar) }));
}

/** Communes where a deadline may have come near since it was last looked: within the farthest lead of any term. Asked at the gate. */
export async function communesToEscalate(tx: Tx): Promise<readonly number[]> {
  const { house, now } = tx;
  const coming = await listComingDeadlines(tx, farthestReach(now));
  const isNear = ({ communeId, firstDue }: (typeof coming)[number]): boolean => {
    const { provinceId } = house.units.getUnit(communeId);
    return reachesAt(house, { communeId, provinceId: provinceId ?? 0 }, now).some(({ until }) => firstDue <= until);
  };
  return coming.filter(isNear).map(({ communeId }) => communeId);
}

/**
 * Writes down which deadlines of the actor's commune have come near, before they pass, and alerts whoever gives that work out. Runs every
 * minute, as the clock; touches no matter, so nobody at work is told of a change. Safe to run twice.
 *
 * @returns how many were new
 */
export async function noteEscalations(tx: Tx): Promise<number> {
  const place = placeOf(tx.actor);
  must(tx.actor, "clock.run", place);
  const reaches = reachesAt(tx.house, place, tx.now);
  if (reaches.length === 0) return 0;
  const coming = await insertEscalations(tx, place, reaches);
  for (const one of coming) await alertOf(tx, place, one);
  return coming.length;
}

/** One alert for each deadline, on the page and the devices of those who may do something about it. */
async function alertOf(tx: Tx, { communeId }: Place, { matterId, dueAt, kind, code }: NewEscalation): Promise<void> {
  const right = tx.house.workKinds.find((one) => one.kind === kind)?.assigns;
  if (right === undefined) return;
  await alertOfficers(tx, { communeId, right, template: "work.nearlyLate", key: `nearlyLate:${matterId}:${dueAt.toISOString()}`, facts: { code } });
}

export type Answer =
  | { readonly act: "noted" }
  | { readonly act: "assigned"; readonly version: number; readonly assigneeId: number }
  | { readonly act: "instructed"; readonly version: number; readonly instruction: string };

/**
 * What the chief does about work that will be late: takes note, gives it to somebody else, or says what is to be done. It then leaves his list.
 *
 * @throws Problem notFound when it is no longer coming, notPermitted, changedMeanwhile
 */
export async function answerEscalation(tx: Tx, sight: Sight, ref: string, answer: Answer): Promise<void> {
  const row = await findComing(tx, sight, ref);
  const kind = sight.kinds.find((one) => one.kind === row?.kind);
  if (!row?.dueAt || !kind) throw new Problem("notFound");
  must(tx.actor, kind.assigns, sight.place);
  await carryOut(tx, kind, row.id, answer);
  await insertAct(tx, { ...sight.place, matterId: row.id, dueAt: row.dueAt, regime: kind.regime, needs: kind.assigns, act: answer.act });
}

async function carryOut(tx: Tx, kind: WorkKind, id: number, answer: Answer): Promise<void> {
  if (answer.act === "assigned") await kind.assign(tx, { id, version: answer.version, note: "", assigneeId: answer.assigneeId });
  if (answer.act === "instructed") await kind.instruct(tx, { id, version: answer.version, note: answer.instruction });
}
