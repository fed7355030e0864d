import { addDays, type Day, dayOf, instantAt } from "../../base/day.ts";
import { type Actor, type Place, watchIn } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import { inTx, type Tx } from "../../kernel/tx.ts";
import { addMediator, assignMediators, endDispute, holdSession, recordDispute, recordVisit } from "../mediation/index.ts";
import { readDisputes, type SeedDispute } from "./files.ts";
import { findRunning, findVersion } from "./queries.ts";
import { referenceOf } from "./references.ts";
import type { Resident } from "./residents.ts";
import type { DemoGround } from "./work.ts";

type Village = { readonly beat: Actor; readonly chief: Actor; readonly place: Place; readonly hamletIds: readonly number[]; readonly residents: readonly Resident[] };
type Step = { readonly at: Date; readonly by: Actor; readonly act: (tx: Tx, version: number) => Promise<unknown> };

const hour = 3_600_000;
/** Mediators whom the hamlets chose long before the first dispute of the demonstration. */
const chosenDaysAgo = 200;

/** Tells the disputes of one post, each verb at its own time; what lies after now has not happened yet. */
export async function tellOfDisputes(ground: DemoGround, village: Village): Promise<void> {
  const { teams, disputes } = readDisputes();
  const { database, house, now } = ground;
  const run = <T>(actor: Actor, at: Date, work: (tx: Tx) => Promise<T>): Promise<T> => inTx(database, { house, actor, now: at }, work);
  const hamletOf = (n: number): number => village.hamletIds[n % village.hamletIds.length] ?? 0;
  const fromDay = addDays(dayOf(now), -chosenDaysAgo);
  const members: { readonly hamletId: number; readonly id: number }[] = [];
  for (const { hamlet, name: fullName, leads } of teams) {
    const hamletId = hamletOf(hamlet);
    members.push({ hamletId, id: await run(village.chief, now, (tx) => addMediator(tx, { hamletId, fullName, phone: null, leads, fromDay })) });
  }
  for (const [i, seed] of disputes.toSorted((one, other) => other.daysAgo - one.daysAgo).entries()) {
    const ref = referenceOf(`dispute ${village.chief.id} ${i}`);
    const hamletId = hamletOf(seed.hamlet);
    const mediatorIds = members.filter((one) => one.hamletId === hamletId).map(({ id }) => id);
    for (const step of stepsOf(seed, ref, { now, village, hamletId, mediatorIds })) {
      if (step.at > now) break;
      await noteLate(run, village.place, { ref, until: step.at });
      await run(step.by, step.at, async (tx) => await step.act(tx, (await findVersion(tx, village.place.communeId, ref)) ?? 0));
    }
    await noteLate(run, village.place, { ref, until: now });
  }
}

type Run = <T>(actor: Actor, at: Date, work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The clock writes the deadline of a dispute down a minute after it passed, as it does every day. */
async function noteLate(run: Run, place: Place, { ref, until }: { readonly ref: string; readonly until: Date }): Promise<void> {
  const clock = watchIn(place);
  const due = await run(clock, until, (tx) => findRunning(tx, place.communeId, ref));
  const at = due && new Date(due.getTime() + 60_000);
  if (at && at <= until) await run(clock, at, (tx) => noteBreaches(tx, place));
}

type Telling = { readonly now: Date; readonly village: Village; readonly hamletId: number; readonly mediatorIds: readonly number[] };

function stepsOf(seed: SeedDispute, ref: string, { now, village, hamletId, mediatorIds }: Telling): readonly Step[] {
  const { beat, chief } = village;
  const begun = addDays(dayOf(now), -seed.daysAgo);
  const on = ({ day, at }: { readonly day: number; readonly at: string }): Date => instantAt(addDays(begun, day), at);
  const dayAfter = (day: number): Day => addDays(begun, day);
  const steps: Step[] = [{ at: on({ day: 0, at: "08:10" }), by: beat, act: (tx) => recordDispute(tx, ref, intakeOf(seed, village, hamletId)) }];
  const { assigned, ended, ending } = seed;
  if (assigned) steps.push({ at: on(assigned), by: chief, act: (tx, version) => assignMediators(tx, ref, { version, mediatorIds, note: null }) });
  for (const session of seed.sessions) {
    const heldAt = on(session);
    const told = { heldAt, isPublic: false, policeHelped: true, told: session.told };
    steps.push({ at: new Date(heldAt.getTime() + hour / 2), by: beat, act: (tx, version) => holdSession(tx, ref, { version, ...told }) });
  }
  const [first] = seed.visits;
  const outcome = { ending: ending ?? "", agreement: seed.agreement ?? null, visitOn: first ? dayAfter(first.planned) : null };
  if (ended && ending) steps.push({ at: on(ended), by: beat, act: (tx, version) => endDispute(tx, ref, { version, ...outcome }) });
  for (const [i, { made, finding }] of seed.visits.entries()) {
    if (made === null || finding === null) continue;
    const next = seed.visits[i + 1];
    const step = next ? ("visit" as const) : finding === "kept" ? null : ("court" as const);
    const visit = { visitedOn: dayAfter(made), finding, note: null, step, nextOn: next ? dayAfter(next.planned) : null };
    steps.push({ at: on({ day: made, at: "16:20" }), by: beat, act: (tx, version) => recordVisit(tx, ref, { version, ...visit }) });
  }
  return steps;
}

function intakeOf({ kind, spot, told, parties, exclusion }: SeedDispute, { residents }: Village, hamletId: number) {
  const people = parties.flatMap((n) => residents[n] ?? []);
  return {
    ...{ kind, spot, told, hamletId, exclusion: exclusion ?? null },
    askedBy: "party" as const,
    channel: "field" as const,
    parties: people.map(({ fullName, phone, idNumber }, i) => {
      const side: "sideOne" | "sideTwo" = i === 0 ? "sideOne" : "sideTwo";
      return { side, fullName, phone, idNumber, address: null, minor: false };
    }),
  };
}
