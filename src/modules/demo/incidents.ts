import { addDays, dayOf, instantAt } from "../../base/day.ts";
import type { Actor } from "../../kernel/actor.ts";
import { inTx, type Tx } from "../../kernel/tx.ts";
import type { Unit } from "../../kernel/units.ts";
import { acknowledgeReferral, addMeasure, addPerson, addShift, beginChecking, incidentMeasuresOn, receiveReport, referReport, settleReport } from "../incidents/index.ts";
import { actorIn, type Members, unitsOf } from "./accounts.ts";
import { readIncidents, type SeedCast, type SeedIncident } from "./files.ts";
import { listHamletsEver } from "./queries.ts";
import { referenceOf } from "./references.ts";
import { type Resident, residentsOf } from "./residents.ts";
import { incidentWords } from "./texts.ts";
import type { DemoGround } from "./work.ts";

type Post = { readonly duty: Actor; readonly chief: Actor; readonly hamletIds: readonly number[]; readonly residents: readonly Resident[] };
const minute = 60_000;
const rosterDays = 8;

/** What happened at the first post: a whole year of what it was then, each incident by its own verbs, and what is open there now. */
export async function tellOfIncidents(ground: DemoGround, cast: SeedCast, members: Members): Promise<void> {
  const [post] = cast.posts;
  if (!post) return;
  const units = unitsOf(ground.house, post, ground.now);
  const officers = members.officersOf(post);
  const officerOf = (role: string) => officers.find((one) => one.role === role);
  const [duty, chief] = [officerOf("dutyOfficer"), officerOf("chief")];
  if (!duty || !chief) return;
  const posts = new Map<Unit, Post>();
  for (const [i, seed] of readIncidents().entries()) {
    const receivedAt = seed.on ? instantAt(seed.on, seed.at ?? "00:00") : new Date(ground.now.getTime() - (seed.minutesAgo ?? 0) * minute);
    const unit = units.findLast(({ validFrom }) => validFrom <= dayOf(receivedAt));
    if (!unit) continue;
    const known = posts.get(unit) ?? (await postIn(ground, unit, { duty: actorIn(unit, duty), chief: actorIn(unit, chief), residents: residentsOf(cast, post) }));
    posts.set(unit, known);
    await tell(ground, known, { seed, receivedAt, ref: referenceOf(`incident ${unit.code} ${i}`) });
  }
  const here = units.at(-1);
  if (here) await writeRoster(ground, { duty: actorIn(here, duty), chief: actorIn(here, chief) });
}

/** Who stands by day and by night, from the night that has just begun or ended on. */
async function writeRoster({ database, house, now }: DemoGround, { duty, chief }: Pick<Post, "duty" | "chief">): Promise<void> {
  const days = Array.from({ length: rosterDays }, (_, i) => addDays(dayOf(now), i - 1));
  const shifts = days.flatMap((dutyOn) => [
    { dutyOn, officerId: duty.id ?? 0, starts: "07:00", ends: "19:00" },
    { dutyOn, officerId: chief.id ?? 0, starts: "19:00", ends: "07:00" },
  ]);
  await inTx(database, { house, actor: chief, now }, async (tx) => {
    for (const shift of shifts) await addShift(tx, shift);
  });
}

async function postIn({ database, house, now }: DemoGround, unit: Unit, given: Omit<Post, "hamletIds">): Promise<Post> {
  const hamlets = await inTx(database, { house, actor: given.chief, now, readOnly: true }, (tx) => listHamletsEver(tx, unit.id));
  return { ...given, hamletIds: hamlets.map(({ id }) => id) };
}

type Happening = { readonly seed: SeedIncident; readonly receivedAt: Date; readonly ref: string };

/** One incident from the call to its end, some hours later. */
async function tell({ database, house }: DemoGround, post: Post, { seed, receivedAt, ref }: Happening): Promise<void> {
  let version = 0;
  const step = async (actor: Actor, minutes: number, work: (tx: Tx) => Promise<unknown>): Promise<void> => {
    await inTx(database, { house, actor, now: new Date(receivedAt.getTime() + minutes * minute) }, work);
    version += 1;
  };
  await step(post.duty, 0, (tx) => receiveReport(tx, ref, reportOf(post, seed)));
  const persons = [...seed.victims.map((n) => ["victim", n] as const), ...seed.concerned.map((n) => ["concerned", n] as const)];
  if (seed.ends !== "open") await step(post.duty, 5, (tx) => beginChecking(tx, ref, { version }));
  for (const [role, n] of persons) await step(post.duty, 20, (tx) => addPerson(tx, ref, { version, role, ...personOf(post.residents[n]) }));
  for (const { measure, people } of seed.measures) {
    const doneOn = dayOf(receivedAt);
    await step(post.duty, 30, (tx) => addMeasure(tx, ref, { version, measure, people, doneOn, legalBasis: basisOf(tx, measure), corrects: null }));
  }
  if (seed.ends === "settled") await step(post.duty, 45, (tx) => settleReport(tx, ref, { version, reason: seed.outcome }));
  if (seed.ends !== "referred") return;
  await step(post.chief, 300, (tx) => referReport(tx, ref, { version, papers: incidentWords.papers.vi }));
  await step(post.duty, 1_500, (tx) => acknowledgeReferral(tx, ref, { version, answer: incidentWords.acknowledged.vi }));
}

const basisOf = (tx: Tx, measure: string): string => incidentMeasuresOn(tx.house.incidentRules, dayOf(tx.now)).find(({ id }) => id === measure)?.basis ?? "";

function reportOf({ hamletIds, residents }: Post, seed: SeedIncident) {
  const { kind, nature, channel, urgent, account, place, hamlet, reporter } = seed;
  const teller = reporter === null ? null : personOf(residents[reporter]);
  return {
    kind,
    nature,
    channel,
    urgent,
    account,
    place,
    hamletId: hamletIds[hamlet % hamletIds.length] ?? null,
    happenedOn: seed.on ?? null,
    nameRefused: teller === null,
    teller,
  };
}

function personOf(resident: Resident | undefined) {
  const { fullName = "", phone = null, idNumber = null } = resident ?? {};
  return { fullName, phone, idNumber, address: null, minor: false, guardian: null, interpreter: null, about: null, corrects: null };
}
