import { must } from "../../../kernel/actor.ts";
import { findMatter, lockMatter, type Matter, move, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { minutesOf } from "../documents/minutes.ts";
import type { NewHousehold, Plan } from "../forms/meetings.ts";
import { hasMinutes, meeting } from "../matter.ts";
import { type CommitmentRow, listPromisedIn, listUnkept } from "../queries/commitments.ts";
import { countHouseholds, findMeeting, insertHousehold, insertMeeting, isNoted, listHouseholds, updateMeeting } from "../queries/meetings.ts";
import { findAnswersOf, listOfMeeting, listStillOpen, type OpinionRow } from "../queries/opinions.ts";
import type { Meeting } from "../queries/tables.ts";
import { meetingKindTexts } from "../texts/words.ts";

/** A meeting as it was planned. */
export type PlannedMeeting = { readonly matter: Matter; readonly meeting: Meeting & { readonly hamletName: string | null } };

/** A meeting with all that happens in it; `fromLastTime` is what its agenda opens with. */
export type OpenedMeeting = PlannedMeeting & {
  readonly fromLastTime: { readonly opinions: readonly OpinionRow[]; readonly commitments: readonly CommitmentRow[] };
  readonly opinions: readonly OpinionRow[];
  /** What was answered last, by matter. */
  readonly answers: ReadonlyMap<number, string>;
  readonly commitments: readonly CommitmentRow[];
  readonly came: { readonly households: number; readonly people: number };
};

/** Plans a meeting. @returns its reference */
export async function planMeeting(tx: Tx, plan: Plan, publicRef = newReference()): Promise<string> {
  const place = placeOf(tx.actor);
  const opened = await openMatter(tx, meeting, {
    publicRef,
    code: await nextCode(tx, "meeting"),
    title: meetingKindTexts[plan.kind].vi,
    channel: "field",
    hamletId: plan.hamletId,
    assigneeId: tx.actor.id,
    term: null,
    facts: { kind: plan.kind, startsAt: plan.startsAt.toISOString() },
  });
  await insertMeeting(tx, {
    ...place,
    matterId: opened.id,
    publicRef,
    ...plan,
    plannedAt: tx.now,
    calledOffAt: null,
    calledOffBecause: null,
    minutedAt: null,
    conclusion: null,
    minutes: null,
  });
  return publicRef;
}

/** @throws Problem("notFound"), also when row security hides it */
export async function getMeeting(tx: Tx, ref: string): Promise<PlannedMeeting> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: meeting.kind, ref });
  const found = matter && (await findMeeting(tx, { communeId, matterId: matter.id }));
  if (!matter || !found) throw new Problem("notFound");
  return { matter, meeting: found };
}

/** @throws Problem("notFound"), also when row security hides it */
export async function openMeeting(tx: Tx, ref: string): Promise<OpenedMeeting> {
  const planned = await getMeeting(tx, ref);
  const { hamletId, startsAt } = planned.meeting;
  const place = placeOf(tx.actor);
  const at = { communeId: place.communeId, matterId: planned.matter.id };
  const before = { hamletId, before: startsAt };
  const [opinions, commitments] = [await listOfMeeting(tx, at), await listPromisedIn(tx, at)];
  const own = new Set([...opinions, ...commitments].map(({ matterId }) => matterId));
  const earlier = <R extends { readonly matterId: number }>(rows: readonly R[]): readonly R[] => rows.filter(({ matterId }) => !own.has(matterId));
  const fromLastTime = { opinions: earlier(await listStillOpen(tx, place, before)), commitments: earlier(await listUnkept(tx, place, before)) };
  return { ...planned, fromLastTime, opinions, answers: await findAnswersOf(tx, at), commitments, came: await countHouseholds(tx, at) };
}

/** The meeting whose minutes are asked for. @throws Problem("notFound"), also before it began */
export async function openMinutes(tx: Tx, ref: string): Promise<OpenedMeeting> {
  const opened = await openMeeting(tx, ref);
  if (!hasMinutes(opened.matter)) throw new Problem("notFound");
  return opened;
}

/** Changes a plan before its meeting begins. What it was before stands in the timeline; calendars outside are told of the new one. */
export async function changePlan(tx: Tx, ref: string, { version, plan }: { readonly version: number; readonly plan: Plan }): Promise<void> {
  const { matter, meeting: before } = await getMeeting(tx, ref);
  const { kind, ...after } = plan;
  if (kind !== before.kind) throw new RangeError("the kind of a meeting does not change");
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((name) => String(before[name]) !== String(after[name]));
  const facts = Object.fromEntries(changed.map((name) => [name, { before: before[name], after: after[name] }]));
  await move(tx, meeting, matter.id, "change", { version, facts, hamletId: after.hamletId });
  await updateMeeting(tx, { communeId: matter.communeId, matterId: matter.id }, { ...after, plannedAt: tx.now });
}

/** Begins a meeting that was planned; what is said in it can be taken from now on. */
export async function beginMeeting(tx: Tx, ref: string, version: number): Promise<void> {
  const { matter } = await getMeeting(tx, ref);
  await move(tx, meeting, matter.id, "begin", { version });
}

export async function callOffMeeting(tx: Tx, ref: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const { matter } = await getMeeting(tx, ref);
  await move(tx, meeting, matter.id, "callOff", { version, note: reason });
  await updateMeeting(tx, { communeId: matter.communeId, matterId: matter.id }, { calledOffAt: tx.now, calledOffBecause: reason });
}

/** Ends a meeting with the chair's conclusion; its minutes then stand as they are read at this instant, and whoever closes them is their secretary. */
export async function closeMinutes(tx: Tx, ref: string, { version, conclusion }: { readonly version: number; readonly conclusion: string }): Promise<void> {
  const { matter } = await getMeeting(tx, ref);
  await move(tx, meeting, matter.id, "closeMinutes", { version });
  const at = { communeId: matter.communeId, matterId: matter.id };
  // The minutes are read from what stands there, the conclusion among it.
  await updateMeeting(tx, at, { conclusion, minutedAt: tx.now });
  await updateMeeting(tx, at, { minutes: JSON.stringify(minutesOf(tx, await openMeeting(tx, ref))) });
}

/** Notes a household that came, as it was called out; sent twice it came once. @throws Problem("notNow") once the minutes are closed or the meeting is called off */
export async function noteHousehold(tx: Tx, { matter }: Pick<PlannedMeeting, "matter">, { key, head, people }: NewHousehold): Promise<void> {
  must(tx.actor, "listening.receive", matter);
  const held = await lockMeeting(tx, matter.id);
  const { communeId, provinceId, id: meetingId } = matter;
  if (await isNoted(tx, { communeId, matterId: meetingId }, key)) return;
  mustRun(held);
  const { last } = await countHouseholds(tx, { communeId, matterId: meetingId });
  await insertHousehold(tx, {
    communeId,
    provinceId,
    meetingId,
    number: last + 1,
    formKey: key,
    sealed: tx.house.vault.seal(head),
    people,
    notedAt: tx.now,
    notedBy: tx.actor.id ?? 0,
  });
}

/** Who came, by name: the look is to be written down by whoever shows it. */
export async function openHouseholds(
  tx: Tx,
  { matter }: Pick<PlannedMeeting, "matter">,
): Promise<readonly { readonly number: number; readonly head: string; readonly people: number }[]> {
  const rows = await listHouseholds(tx, { communeId: matter.communeId, matterId: matter.id });
  return rows.map(({ number, sealed, people }) => ({ number, people, head: tx.house.vault.open(sealed) }));
}

/** The meeting as it stands, until the transaction ends: nobody closes its minutes meanwhile, and of two lines one waits for the other. */
export const lockMeeting = (tx: Tx, id: number): Promise<Matter> => lockMatter(tx, meeting.kind, id);

/** @throws Problem("notNow") */
export function mustRun(matter: Pick<Matter, "state">): void {
  if (matter.state !== "held") throw new Problem("notNow", { state: matter.state });
}
