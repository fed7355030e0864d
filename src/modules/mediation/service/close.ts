import { type Day, dayOf } from "../../../base/day.ts";
import { dueAt } from "../../../kernel/clock/due.ts";
import { move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { OutcomeForm, VisitForm } from "../forms/acts.ts";
import { endingsOn, termOn } from "../law.ts";
import { dispute } from "../matter.ts";
import { insertVisit, listVisits, setDispute, setVisit } from "../queries/disputes.ts";
import { getDispute } from "./read.ts";
import { resumeDispute } from "./resume.ts";

const actionOf = { settled: "settle", unsettled: "fail", ended: "end" } as const;

/**
 * Ends the mediation of a dispute: settled, not settled or stopped, with its reason from the law data. After an agreement a visit is
 * promised for a day.
 *
 * @throws Problem notFound, notPermitted, changedMeanwhile, notNow (an agreement without a session), invalid
 */
export async function endDispute(tx: Tx, publicRef: string, { version, ending, agreement, visitOn }: OutcomeForm): Promise<void> {
  const { matter } = await getDispute(tx, publicRef);
  const { communeId, provinceId, id: matterId } = matter;
  const rule = endingsOn(tx.house.mediationRules, dayOf(tx.now)).find(({ id }) => id === ending);
  if (!rule) throw new Problem("invalid", { ending });
  const { outcome } = rule;
  await move(tx, dispute, matterId, actionOf[outcome], { version, facts: { reason: ending, ...(outcome === "settled" ? { visitOn } : {}) } });
  const agreementSealed = outcome === "settled" && agreement !== null ? tx.house.vault.seal(agreement) : null;
  await setDispute(tx, { communeId, matterId }, { endedAt: tx.now, outcome, reason: ending, agreementSealed });
  if (outcome !== "settled") return;
  // An agreement before this one may have had its visits.
  const number = (await listVisits(tx, { communeId, matterId })).length + 1;
  await insertVisit(tx, { communeId, provinceId, matterId, number, plannedOn: visitOn ?? suggestedVisit(tx) });
}

/** When an agreement is looked after first, unless the officer says otherwise. */
export function suggestedVisit(tx: Tx): Day {
  const { term } = termOn(tx.house.mediationRules, dayOf(tx.now), "followUp");
  const { dueOn } = dueAt({ term, from: tx.now, pauses: [], calendar: tx.house.calendarOf(placeOf(tx.actor)) });
  return dueOn ?? dayOf(tx.now);
}

/** Says that a dispute is not mediated in the hamlet, and by which rule. @throws Problem notFound, notPermitted, changedMeanwhile, notNow */
export async function excludeDispute(tx: Tx, publicRef: string, { version, exclusion }: { readonly version: number; readonly exclusion: string }): Promise<void> {
  const { matter } = await getDispute(tx, publicRef);
  const at = { communeId: matter.communeId, matterId: matter.id };
  await move(tx, dispute, matter.id, "exclude", { version, facts: { reason: exclusion } });
  await setDispute(tx, at, { endedAt: tx.now, outcome: "excluded", reason: exclusion });
}

/**
 * Writes down what a visit found, be it the one that was promised or another, and what follows: a further visit, or mediation again.
 *
 * @throws Problem notFound, notPermitted, changedMeanwhile, notNow
 */
export async function recordVisit(tx: Tx, publicRef: string, { version, visitedOn, finding, note, step, nextOn }: VisitForm): Promise<void> {
  const { matter } = await getDispute(tx, publicRef);
  const { communeId, provinceId, id: matterId } = matter;
  const visits = await listVisits(tx, { communeId, matterId });
  const waiting = visits.find((visit) => visit.visitedOn === null && visit.droppedAt === null);
  const number = waiting?.number ?? visits.length + 1;
  const moved = await move(tx, dispute, matterId, "visit", { version, facts: { number, visitedOn, finding, step, nextOn } });
  // Nobody had promised this one: it was made on its day.
  if (!waiting) await insertVisit(tx, { communeId, provinceId, matterId, number, plannedOn: visitedOn, promised: false });
  const made = { step, visitedOn, finding, noteSealed: note === null ? null : tx.house.vault.seal(note), writtenAt: tx.now, writtenBy: tx.actor.id ?? 0 };
  await setVisit(tx, { communeId, matterId, number }, made);
  if (nextOn !== null) await insertVisit(tx, { communeId, provinceId, matterId, number: Math.max(number, visits.length) + 1, plannedOn: nextOn });
  if (step === "resume") await resumeDispute(tx, publicRef, { version: moved.version, why: "notKept" });
}
