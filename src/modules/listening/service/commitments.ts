import { dayOf, daysBetween } from "../../../base/day.ts";
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
    code: await nextCode(tx, "commitment"),
    title: stateTexts.commitmentTitle.vi,
    publicRef: given.key,
    channel: "field",
    hamletId,
    assigneeId: given.ownerId,
    term: { term: { unit: "calendarDays", count: daysBetween(dayOf(tx.now), given.dueOn), rollOver: false }, basis: stateTexts.commitmentTitle.vi },
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

/** Tells what became of a promise. */
export async function report(tx: Tx, ref: string, given: { readonly version: number; readonly act: "carryOut" | "fail"; readonly report: string }): Promise<void> {
  const { matter } = await getCommitment(tx, ref);
  const moved = await move(tx, commitment, matter.id, given.act, { version: given.version });
  await updateCommitment(tx, { communeId: matter.communeId, matterId: matter.id }, { report: given.report, reportedAt: tx.now, outcome: outcomeOf(moved) });
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
