import { addDays, type Day, dayOf, daysOf } from "../../base/day.ts";
import { findInForce } from "../../kernel/law/table.ts";
import type { Unit } from "../../kernel/units.ts";
import type { Score } from "../procedures/index.ts";
import { makeCase, type Setting } from "./cases.ts";
import type { Fate, OpenWork, SeedDossiers, SeedPost, SeedRequest } from "./files.ts";
import { type Chance, chanceOf } from "./random.ts";
import { finished, type Story, unfinished } from "./stories.ts";

export type Scripts = { readonly dossiers: SeedDossiers; readonly requests: readonly SeedRequest[] };

/** Days that a dossier received there may need until its post becomes another one: none is left behind. */
const daysBeforeTheEnd = 40;
/** Received later than that, a dossier runs its plain course, so that what is late or paused today is what was meant to be. */
const daysOfPlainCourse = 21;
/** The last days before now belong to the open work. */
const daysOfOpenWork = 4;

/** What a post did in the past, as stories of the unit that it was then. */
export function pastStories(
  post: SeedPost,
  { units, settingOf }: { readonly units: readonly Unit[]; readonly settingOf: (unit: Unit) => Setting },
  scripts: Scripts,
  now: Date,
): ReadonlyMap<Unit, Story[]> {
  const stories = new Map<Unit, Story[]>(units.map((unit) => [unit, []]));
  for (const [n, span] of scripts.dossiers.history.entries()) {
    const days = daysOf({ from: span.from, to: lastDay(span.to, now) }).flatMap((day) => {
      const unit = units.find((one) => one.validFrom <= day && (one.validTo === null || addDays(day, daysBeforeTheEnd) < one.validTo));
      return unit && settingOf(unit).office.isWorking(day) ? [{ day, unit }] : [];
    });
    for (let i = 0; days.length > 0 && i < (span.dossiers[post.today] ?? 0); i++) {
      const chance = chanceOf(`${post.today} ${n} ${i}`);
      const { day, unit } = chance.pick(days);
      stories.get(unit)?.push(pastStory(settingOf(unit), { day, chance, post, scripts, isPlain: addDays(day, daysOfPlainCourse) > dayOf(now) }));
    }
  }
  return stories;
}

function lastDay(to: Day | null, now: Date): Day {
  const latest = addDays(dayOf(now), -daysOfOpenWork);
  return to !== null && to < latest ? to : latest;
}

function pastStory(setting: Setting, given: { readonly day: Day; readonly chance: Chance; readonly post: SeedPost; readonly scripts: Scripts; readonly isPlain: boolean }): Story {
  const { day, chance, post, isPlain, scripts } = given;
  const { fates, ratings } = scripts.dossiers;
  const offered = scripts.requests.filter(({ procedure }) => findInForce(setting.house.procedures, day, procedure) !== null);
  const request = chance.weigh(offered, ({ weight }) => weight);
  const fate = isPlain ? "granted" : pickKey<Fate>(chance, fates);
  const rating = chance.percent(ratings.share[post.today] ?? 0) ? pickKey<Score>(chance, ratings.scores) : null;
  return finished(makeCase(setting, { receivedAt: setting.office.within(day, 0.95 * chance.share()), request, chance }), fate, rating);
}

function pickKey<Key extends string>(chance: Chance, weights: Readonly<Record<Key, number>>): Key {
  return chance.weigh(Object.keys(weights) as Key[], (key) => weights[key]);
}

/** The work that lies on the desks of a post now. */
export function openStories(post: SeedPost, setting: Setting, { dossiers, requests }: Scripts, now: Date): Story[] {
  return (dossiers.open[post.today] ?? []).map((work, i) => {
    const chance = chanceOf(`${post.today} open ${i}`);
    const request = chance.weigh(
      requests.filter(({ termDays }) => termDays === work.termDays),
      ({ weight }) => weight,
    );
    return unfinished(makeCase(setting, { receivedAt: receivedAt(work, setting, chance, now), request, chance }), work.state, now);
  });
}

function receivedAt({ termDays, dueIn, minutesAgo }: OpenWork, { office }: Setting, chance: Chance, now: Date): Date {
  if (dueIn === undefined) return office.stepMinutes(now, -(minutesAgo ?? 0));
  const dueOn = office.stepDays(office.currentDay(now), dueIn);
  return office.within(office.stepDays(dueOn, -termDays), 0.1 + 0.7 * chance.share());
}
