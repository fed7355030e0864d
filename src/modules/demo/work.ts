import { Client } from "pg";
import { dayOf } from "../../base/day.ts";
import { clockIn, gate, type Place } from "../../kernel/actor.ts";
import type { House } from "../../kernel/house.ts";
import { inTx } from "../../kernel/tx.ts";
import { listHamlets, type Unit } from "../../kernel/units.ts";
import type { Database } from "../../platform/database.ts";
import { countTouched } from "../figures/index.ts";
import { releaseRatings } from "../procedures/index.ts";
import { actorIn, addMembers, type Members, unitsOf } from "./accounts.ts";
import type { Crew, Setting } from "./cases.ts";
import { openDesks } from "./desks.ts";
import { tellOfDisputes } from "./disputes.ts";
import { readCast, readDossiers, readRequests, readUnits, type SeedCast, type SeedPost, type SeedUnits } from "./files.ts";
import { tellOfIncidents } from "./incidents.ts";
import { tellOfListening } from "./listening.ts";
import { officeTime } from "./office-time.ts";
import { openStories, pastStories, type Scripts } from "./plan.ts";
import { play, type Stage } from "./play.ts";
import { preparePreparations } from "./preparations.ts";
import { emptyTenantTables, isInUse, isNoted, listHamletsEver, lockDemo, noteDown } from "./queries.ts";
import type { Chance } from "./random.ts";
import { DemoRefused } from "./refused.ts";
import { residentsOf } from "./residents.ts";
import { tellOfScams } from "./scams.ts";
import { tellOfStays } from "./stays.ts";
import type { Story } from "./stories.ts";
import { texts } from "./texts.ts";

/** How many communes are told at once; more would only wait for the processor. */
const together = 5;

export type DemoGround = {
  /** Address for the role that owns the tables. */
  readonly ownerUrl: string;
  readonly database: Database;
  readonly house: House;
  /** What is due today, late or paused is so at this instant. */
  readonly now: Date;
  readonly say: (line: string) => void;
};

/**
 * Fills an empty database with the demonstration: officers, residents, and their dossiers from 2023 until now, by the verbs of the counter.
 * Whole already, it returns at once; interrupted half-way, the next call begins anew.
 *
 * @throws DemoRefused when somebody's own work or accounts are in the database
 */
export async function seedDemoWork(ground: DemoGround): Promise<void> {
  const owner = new Client({ connectionString: ground.ownerUrl });
  // A connection that breaks is told by the query that waits for it.
  owner.on("error", () => {});
  await owner.connect();
  try {
    await lockDemo(owner);
    if (await isNoted(owner, "demo.done")) return;
    if (await isNoted(owner, "demo.started")) {
      ground.say(both(texts.again));
      await emptyTenantTables(owner);
    } else {
      if (await isInUse(owner)) throw new DemoRefused();
      await noteDown(owner, "demo.started");
    }
    ground.say(both(texts.building));
    const count = await tellEverything(ground);
    await noteDown(owner, "demo.done");
    ground.say(both({ vi: texts.built.vi(count), en: texts.built.en(count) }));
  } finally {
    await owner.end();
  }
}

const both = ({ vi, en }: { readonly vi: string; readonly en: string }): string => `${vi} / ${en}`;

/** The same house, asked the same things some hundred times within seconds: calendars and keys are fetched once. */
function remembering(house: House): House {
  const { calendarOf, signerOf } = house;
  return { ...house, calendarOf: once(calendarOf, ({ communeId }) => communeId), signerOf: once(signerOf, ({ postId, accountId }) => `${postId} ${accountId}`) };
}

function once<Asked, Answer>(ask: (asked: Asked) => Answer, keyOf: (asked: Asked) => string | number): (asked: Asked) => Answer {
  const known = new Map<string | number, Answer>();
  return (asked) => {
    const key = keyOf(asked);
    const found = known.get(key) ?? ask(asked);
    known.set(key, found);
    return found;
  };
}

type Chapter = { readonly place: Place; readonly stories: readonly Story[] };

/** @returns how many dossiers there are */
async function tellEverything(ground: DemoGround): Promise<number> {
  const { database, now } = ground;
  const house = remembering(ground.house);
  const cast = readCast();
  const scripts = { dossiers: readDossiers(), requests: readRequests() };
  const members = await addMembers(database, house, cast, now);
  const telling = { ground: { ...ground, house }, scripts, seed: readUnits(), members };
  const chapters = (await Promise.all(cast.posts.map((post) => chaptersOf(telling, post, residentsOf(cast, post))))).flat();
  for (const post of cast.posts) {
    const [unit] = unitsOf(house, post, now).slice(-1);
    const chief = members.officersOf(post).find(({ role }) => role === "chief");
    if (unit && chief) await openDesks({ ...ground, house }, actorIn(unit, chief));
    if (unit) await preparePreparations({ ...ground, house }, post.today, { place: placeOf(unit), residents: residentsOf(cast, post) });
  }
  await tellLastNights({ ...ground, house }, cast, members);
  await tellLastFrauds({ ...ground, house }, cast, members);
  await tellOfIncidents({ ...ground, house }, cast, members);
  await tellWhatWasSaid({ ...ground, house }, cast, members);
  await tellTogether(chapters, { database, house, clockId: members.clockId, now });
  await countEverything(
    { database, house, now },
    chapters.map(({ place }) => place),
  );
  return chapters.reduce((sum, { stories }) => sum + stories.length, 0);
}

/** Figures and ratings at once: whoever looks first should not have to wait for the jobs. */
async function countEverything({ database, house, now }: Omit<DemoGround, "ownerUrl" | "say">, places: readonly Place[]): Promise<void> {
  for (const place of places) while ((await inTx(database, { house, actor: clockIn(place), now }, countTouched)) > 0);
  await inTx(database, { house, actor: gate, now }, releaseRatings);
}

/** The guests of the last nights at the first post; they come from where the second one is. */
async function tellLastNights(ground: DemoGround, cast: SeedCast, members: Members): Promise<void> {
  const [here, there] = cast.posts;
  const unit = here && unitsOf(ground.house, here, ground.now).at(-1);
  const [officer] = here ? members.officersOf(here) : [];
  if (!here || !there || !unit || !officer) return;
  const actor = actorIn(unit, officer);
  const hamlets = await inTx(ground.database, { house: ground.house, actor, now: ground.now, readOnly: true }, (tx) => listHamlets(tx, unit.id, dayOf(ground.now)));
  const hamletIds = hamlets.map(({ id }) => id);
  const residents = residentsOf(cast, here);
  await tellOfStays(ground, { officer: actor, hamletIds, hosts: residents, guests: residentsOf(cast, there) });
  const [beat, chief] = (["beatOfficer", "chief"] as const).map((role) => members.officersOf(here).find((member) => member.role === role));
  if (beat && chief) await tellOfDisputes(ground, { beat: actorIn(unit, beat), chief: actorIn(unit, chief), place: placeOf(unit), hamletIds, residents });
}

/** The frauds of the last days at the first post. */
async function tellLastFrauds(ground: DemoGround, cast: SeedCast, members: Members): Promise<void> {
  const [here] = cast.posts;
  const unit = here && unitsOf(ground.house, here, ground.now).at(-1);
  const officers = here ? members.officersOf(here) : [];
  const [duty, chief] = [officers.find(({ role }) => role === "dutyOfficer"), officers.find(({ role }) => role === "chief")];
  if (here && unit && duty && chief) await tellOfScams(ground, { duty: actorIn(unit, duty), chief: actorIn(unit, chief), reporters: residentsOf(cast, here) });
}

/** What residents said at the first post, in the hamlet that comes first by name. */
async function tellWhatWasSaid(ground: DemoGround, cast: SeedCast, members: Members): Promise<void> {
  const [post] = cast.posts;
  const unit = post && unitsOf(ground.house, post, ground.now).at(-1);
  const officer = (role: string) => post && members.officersOf(post).find((one) => one.role === role);
  const [beat, chief] = [officer("beatOfficer"), officer("chief")];
  if (!post || !unit || !beat || !chief) return;
  const actor = actorIn(unit, beat);
  const [hamlet] = await inTx(ground.database, { house: ground.house, actor, now: ground.now, readOnly: true }, (tx) => listHamlets(tx, unit.id, dayOf(ground.now)));
  if (hamlet) await tellOfListening(ground, { beat: actor, chief: actorIn(unit, chief), hamletId: hamlet.id, residents: residentsOf(cast, post) });
}

/** When one chapter fails, the others stop at their next move, so that nothing is written any more once this rejects. */
async function tellTogether(chapters: readonly Chapter[], stage: Omit<Stage, "place" | "signal">): Promise<void> {
  const failed = new AbortController();
  const left = chapters.toSorted((one, other) => other.stories.length - one.stories.length);
  const tellOn = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { place, stories } = next;
      await play({ ...stage, place, signal: failed.signal }, stories).catch((error) => {
        failed.abort(error);
        throw error;
      });
    }
  };
  await Promise.allSettled(Array.from({ length: together }, tellOn));
  failed.signal.throwIfAborted();
}

type Telling = { readonly ground: DemoGround; readonly scripts: Scripts; readonly seed: SeedUnits; readonly members: Members };

async function chaptersOf(telling: Telling, post: SeedPost, residents: Setting["residents"]): Promise<Chapter[]> {
  const { ground, scripts } = telling;
  const units = unitsOf(ground.house, post, ground.now);
  const settings = new Map(await Promise.all(units.map(async (unit) => [unit, await settingOf(telling, { post, unit, residents })] as const)));
  const past = pastStories(post, { units, settingOf: (unit) => settings.get(unit) as Setting }, scripts, ground.now);
  return units.map((unit, i) => {
    const open = i === units.length - 1 ? openStories(post, settings.get(unit) as Setting, scripts, ground.now) : [];
    return { place: placeOf(unit), stories: [...(past.get(unit) ?? []), ...open] };
  });
}

async function settingOf(
  { ground, seed, members }: Telling,
  { post, unit, residents }: { readonly post: SeedPost; readonly unit: Unit; readonly residents: Setting["residents"] },
): Promise<Setting> {
  const { database, house, now } = ground;
  const officers = members.officersOf(post).map((member) => ({ role: member.role, actor: actorIn(unit, member) }));
  const actorsOf = (...roles: string[]) => officers.filter(({ role }) => roles.includes(role)).map(({ actor }) => actor);
  const [chief] = actorsOf("chief");
  if (!chief) throw new Error(`db/seed/cast.yaml: ${post.today} has no chief`);
  const atCounter = actorsOf("counterOfficer");
  const beat = actorsOf("beatOfficer");
  const crewOf = (chance: Chance): Crew => {
    const receiver = atCounter.length > 0 ? chance.pick(atCounter) : chief;
    return { receiver, chief, worker: beat.length > 0 && chance.percent(35) ? chance.pick(beat) : receiver };
  };
  const hamlets = await inTx(database, { house, actor: chief, now, readOnly: true }, (tx) => listHamletsEver(tx, unit.id));
  return { house, office: officeTime(house.calendarOf(placeOf(unit))), hamlets, residents, addressTail: addressTailOf(seed, unit), crewOf };
}

const placeOf = (unit: Unit): Place => ({ communeId: unit.id, provinceId: unit.provinceId ?? 0 });

/** Commune, district and province, in the words of the day. */
function addressTailOf(seed: SeedUnits, { code, validFrom }: Unit): string {
  const names: string[] = [];
  for (let bearer: string | null = code; bearer !== null; ) {
    const found: SeedUnits["units"][number] | undefined = seed.units.find((unit) => unit.code === bearer && unit.from <= validFrom && (unit.to === null || validFrom < unit.to));
    if (found) names.push(`${found.type.toLowerCase()} ${found.name}`);
    bearer = found?.in ?? null;
  }
  return names.join(", ");
}
