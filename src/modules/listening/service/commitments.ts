import { type Day, dayOf, daysBetween } from "../../../base/day.ts";
import { type Actor, may } from "../../../kernel/actor.ts";
import type { TermBasis } from "../../../kernel/deadline.ts";
import { findMatter, type Matter, move, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { NewCommitment } from "../forms/meetings.ts";
import { commitment } from "../matter.ts";
import { findCommitment, insertCommitment, updateCommitment } from "../queries/commitments.ts";
import { findMeeting } from "../queries/meetings.ts";
import type { Commitment } from "../queries/tables.ts";
import { stateTexts } from "../texts/words.ts";
import { lockMeeting, mustRun } from "./meetings.ts";

type Occasion = { readonly meetingId: number | null; readonly opinionId: number | null; readonly hamletId: number | null };

/** Writes down what was promised, who answers for it and by which day: the day becomes its clock; sent twice it is promised once. @returns its reference. @throws Problem("notNow") in a meeting that does not run */
export async function promise(tx: Tx, given: NewCommitment, { meetingId, opinionId, hamletId }: Occasion): Promise<string> {
  const place = placeOf(tx.actor);
  const held = meetingId === null ? null : await lockMeeting(tx, meetingId);
  if (await findMatter(tx, place.communeId, { kind: commitment.kind, ref: given.key })) return given.key;
  if (held) mustRun(held);
  const opened = await openMatter(tx, commitment, {
    publicRef: given.key,
    code: await nextCode(tx, "commitment"),
    title: stateTexts.commitmentTitle.vi,
    channel: "field",
    hamletId,
    assigneeId: given.ownerId,
    term: termUntil(tx, given.dueOn),
    facts: { dueOn: given.dueOn },
  });
  const shownAt = (await isOpenToAll(tx, { communeId: place.communeId, meetingId })) ? tx.now : null;
  await insertCommitment(tx, { ...place, matterId: opened.id, meetingId, opinionId, hamletId, promise: given.promise, dueOn: given.dueOn, shownAt });
  return given.key;
}

/** @throws Problem("notFound"), also when row security hides it */
export async function getCommitment(tx: Tx, ref: string): Promise<{ readonly matter: Matter; readonly commitment: Commitment }> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: commitment.kind, ref });
  const found = matter && (await findCommitment(tx, { communeId, matterId: matter.id }));
  if (!matter || !found) throw new Problem("notFound");
  return { matter, commitment: found };
}

/** Whether it was promised where everybody was asked to come. */
export async function isOpenToAll(tx: Tx, { communeId, meetingId }: Pick<Commitment, "communeId" | "meetingId">): Promise<boolean> {
  const held = meetingId === null ? null : await findMeeting(tx, { communeId, matterId: meetingId });
  return held !== null && held.kind !== "cell";
}

/** A promised day is a clock of its own. */
const termUntil = (tx: Tx, dueOn: Day): TermBasis => ({
  term: { unit: "calendarDays", count: daysBetween(dayOf(tx.now), dueOn), rollOver: false },
  basis: stateTexts.commitmentTitle.vi,
});

/** Whether an officer may say what became of a promise: whoever answers for it, or gives work out. */
export const answersFor = (actor: Actor, matter: Matter): boolean => matter.assigneeId === actor.id || may(actor, "listening.assign", matter);

function mustAnswerFor(tx: Tx, matter: Matter): void {
  if (!answersFor(tx.actor, matter)) throw new Problem("notPermitted", { right: "listening.assign" });
}

/** Tells what became of a promise. @throws Problem("notPermitted") for an officer who does not answer for it */
export async function report(tx: Tx, ref: string, given: { readonly version: number; readonly act: "carryOut" | "fail"; readonly report: string }): Promise<void> {
  const { matter } = await getCommitment(tx, ref);
  mustAnswerFor(tx, matter);
  const moved = await move(tx, commitment, matter.id, given.act, { version: given.version, note: given.report });
  await updateCommitment(tx, { communeId: matter.communeId, matterId: matter.id }, { report: given.report, reportedAt: tx.now, outcome: outcomeOf(moved) });
}

/** Gives what could not be done a new day, and says why; the day before it stays in the timeline. @throws Problem("notPermitted") for an officer who does not answer for it */
export async function giveNewDay(tx: Tx, ref: string, { version, dueOn, why }: { readonly version: number; readonly dueOn: Day; readonly why: string }): Promise<void> {
  const { matter, commitment: made } = await getCommitment(tx, ref);
  mustAnswerFor(tx, matter);
  const facts = { dueOn: { before: made.dueOn, after: dueOn } };
  await move(tx, commitment, matter.id, "newDay", { version, note: why, facts, restart: { ...termUntil(tx, dueOn), from: tx.now } });
  await updateCommitment(tx, { communeId: matter.communeId, matterId: matter.id }, { dueOn, report: why, reportedAt: tx.now, outcome: null });
}

function outcomeOf({ state }: Pick<Matter, "state">): Commitment["outcome"] {
  return state === "carriedOut" || state === "notCarriedOut" ? state : null;
}

/** Shows a promise on the page of its hamlet, or takes it down: one whose words name somebody. @throws Problem("notNow") for one of a party cell */
export async function showToAll(tx: Tx, ref: string, { version, act }: { readonly version: number; readonly act: "show" | "hide" }): Promise<void> {
  const { matter, commitment: made } = await getCommitment(tx, ref);
  if (act === "show" && !(await isOpenToAll(tx, made))) throw new Problem("notNow", { state: matter.state });
  await move(tx, commitment, matter.id, act, { version });
  await updateCommitment(tx, { communeId: matter.communeId, matterId: matter.id }, { shownAt: act === "show" ? tx.now : null, outcome: outcomeOf(matter) });
}

/** Writes into the timeline that evidence was added. */
export async function noteEvidence(tx: Tx, matter: Pick<Matter, "id" | "version">, facts: { readonly sha256: string; readonly mediaType: string }): Promise<void> {
  await move(tx, commitment, matter.id, "keepEvidence", { version: matter.version, facts });
}
