import { addDays, dayOf, instantAt } from "../../base/day.ts";
import type { Actor } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { inTx, type Tx } from "../../kernel/tx.ts";
import * as listening from "../listening/index.ts";
import { readListening, type SeedOpinion } from "./files.ts";
import type { Resident } from "./residents.ts";
import type { DemoGround } from "./work.ts";

type Hearing = { readonly beat: Actor; readonly chief: Actor; readonly hamletId: number; readonly residents: readonly Resident[] };
type At = { readonly actor: Actor; readonly at: Date };

/** A meeting of last week with opinions that came to different ends, what came to the counter and by letter since, and the next meeting. */
export async function tellOfListening(ground: DemoGround, hearing: Hearing): Promise<void> {
  const { database, house, now } = ground;
  const { beat, chief, hamletId } = hearing;
  const seed = readListening();
  const evening = (days: number, time: string): Date => instantAt(addDays(dayOf(now), days), time);
  const run = <T>({ actor, at }: At, work: (tx: Tx) => Promise<T>): Promise<T> => inTx(database, { house, actor, now: at }, work);
  const { daysAgo, agenda, households, conclusion, ...rest } = seed.meeting;
  const plan = { ...rest, kind: "hamlet" as const, hamletId, agenda: agenda.join("\n"), startsAt: evening(-daysAgo, "19:30"), endsAt: evening(-daysAgo, "21:00") };
  const ref = await run({ actor: beat, at: evening(-daysAgo - 6, "09:00") }, (tx) => listening.planMeeting(tx, plan));
  const begun = { actor: beat, at: plan.startsAt };
  await run(begun, (tx) => listening.beginMeeting(tx, ref, 1));
  for (const { resident, people } of households) {
    const head = hearing.residents[resident]?.fullName;
    if (head) await run(begun, async (tx) => listening.noteHousehold(tx, await listening.getMeeting(tx, ref), { key: newReference(), head, people }));
  }
  for (const [i, one] of seed.opinions.entries()) await tellOpinion(run, { ref, one, beat, chief, at: evening(-daysAgo, `20:${String(10 + i)}`), now });
  for (const { promise, inDays, report } of seed.commitments) {
    const given = { key: newReference(), promise, ownerId: beat.id ?? 0, dueOn: addDays(dayOf(now), inDays) };
    const made = await run({ actor: beat, at: evening(-daysAgo, "20:50") }, async (tx) => {
      const { matter } = await listening.getMeeting(tx, ref);
      return await listening.promise(tx, given, { meetingId: matter.id, opinionId: null, hamletId });
    });
    if (report) await run({ actor: beat, at: evening(-1, "09:15") }, (tx) => listening.report(tx, made, { version: 1, act: "carryOut", report }));
  }
  await run({ actor: beat, at: plan.endsAt }, (tx) => listening.closeMinutes(tx, ref, { version: 2, conclusion }));
  for (const { daysAgo: ago, ...word } of seed.counter)
    await run({ actor: beat, at: evening(-ago, "09:30") }, (tx) => listening.takeAtCounter(tx, { ...word, hamletId, fullName: null, phone: null }));
  const { daysAgo: since, ...letter } = seed.letter;
  const nobody = { handledBefore: null, fullName: null, address: null, phone: null, idNumber: null };
  await run({ actor: beat, at: evening(-since, "10:00") }, (tx) => listening.takeLetter(tx, { ...letter, ...nobody, receivedOn: addDays(dayOf(now), -since) }));
  const { inDays, agenda: next, ...planned } = seed.planned;
  const coming = { ...planned, kind: "hamlet" as const, hamletId, agenda: next.join("\n"), startsAt: evening(inDays, "19:30"), endsAt: evening(inDays, "21:00") };
  await run({ actor: beat, at: evening(-1, "10:00") }, (tx) => listening.planMeeting(tx, coming));
}

type Run = <T>(when: At, work: (tx: Tx) => Promise<T>) => Promise<T>;
type Telling = { readonly ref: string; readonly one: SeedOpinion; readonly beat: Actor; readonly chief: Actor; readonly at: Date; readonly now: Date };

/** One opinion to where it stands now. */
async function tellOpinion(run: Run, { ref, one, beat, chief, at, now }: Telling): Promise<void> {
  const { heading, said, became, answer = null, contest, publish } = one;
  const key = await run({ actor: beat, at }, async (tx) => {
    const { matter, meeting } = await listening.getMeeting(tx, ref);
    return await listening.takeInRoom(
      tx,
      { matterId: matter.id, hamletId: meeting.hamletId },
      { key: newReference(), heading, said, answer: became === "spot" ? answer : null, giveTo: null },
    );
  });
  const onDay = (days: number, time: string): Date => instantAt(addDays(dayOf(now), days), time);
  if (became === "working") await run({ actor: beat, at: onDay(-5, "08:30") }, (tx) => listening.own(tx, key, { version: 1, ownerId: beat.id ?? 0 }));
  if ((became === "answered" || became === "contested") && answer !== null) {
    await run({ actor: beat, at: onDay(-4, "15:00") }, async (tx) => listening.answer(tx, (await listening.getOpinion(tx, key)).matter, { words: answer, onSpot: false }));
  }
  if (contest) await run({ actor: beat, at: onDay(-2, "09:00") }, (tx) => listening.contestInPerson(tx, key, contest));
  if (publish) await run({ actor: chief, at: onDay(-1, "11:00") }, async (tx) => listening.publish(tx, (await listening.getOpinion(tx, key)).matter, publish));
}
