import { type Day, dayOf, instantAt } from "../../../base/day.ts";
import { must, type Place } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, showCommune, type Tx } from "../../../kernel/tx.ts";
import { measuresOn, naturesOn } from "../law.ts";
import { countMeasures, countNatures, findBeginning, listReleases, putRelease } from "../queries/figures.ts";
import { daysOfPart, type YearPart } from "../year-part.ts";

/** One row of the table of a period, beside the same period of the year before; null: before there was a post. */
export type FigureRow = { readonly id: string; readonly now: Counted | null; readonly before: Counted | null };
type Counted = { readonly cases: number; readonly people: number };
export type Figures = { readonly from: Day; readonly to: Day; readonly natures: readonly FigureRow[]; readonly measures: readonly FigureRow[] };

/** Fewer than this could be somebody whom neighbours know. */
const fewest = 3;

/** A figure as everybody may see it; null: some, but too few to tell. */
export const forPublic = (cases: number): number | null => (cases === 0 || cases >= fewest ? cases : null);

/** Cases and people by nature, and what the post did, of a year or a part of it: up to today while it runs, and as long of the year before. */
export async function figuresOf(tx: Tx, year: number, part: YearPart = "year"): Promise<Figures> {
  const place = placeOf(tx.actor);
  must(tx.actor, "incidents.figures", place);
  const today = dayOf(tx.now);
  const period = daysOfPart(year, part, today);
  const earlier = daysOfPart(year - 1, part, yearBefore(today));
  const beginning = await findBeginning(tx, place.communeId);
  const was = { now: beginning <= period.to, before: beginning <= earlier.to };
  const [natures, before, measures, measuresBefore] = [
    await countNatures(tx, place.communeId, spanOf(period)),
    await countNatures(tx, place.communeId, spanOf(earlier)),
    await countMeasures(tx, place.communeId, period),
    await countMeasures(tx, place.communeId, earlier),
  ];
  const done = (rows: typeof measures) => rows.map(({ measure, times, people }) => ({ id: measure, cases: times, people }));
  const cases = (rows: typeof natures) => rows.map(({ nature, ...counted }) => ({ id: nature, ...counted }));
  const { incidentRules } = tx.house;
  return {
    ...period,
    natures: beside(
      naturesOn(incidentRules, period.to).map(({ id }) => id),
      cases(natures),
      cases(before),
      was,
    ),
    measures: beside(
      measuresOn(incidentRules, period.to).map(({ id }) => id),
      done(measures),
      done(measuresBefore),
      was,
    ),
  };
}

const nothing: Counted = { cases: 0, people: 0 };

type Rows = readonly (Counted & { id: string })[];

function beside(ids: readonly string[], now: Rows, before: Rows, was: { readonly now: boolean; readonly before: boolean }): readonly FigureRow[] {
  const all = [...new Set([...ids, ...now.map(({ id }) => id), ...before.map(({ id }) => id)])];
  const of = (rows: Rows, id: string): Counted => rows.find((row) => row.id === id) ?? nothing;
  return all.map((id) => ({ id, now: was.now ? of(now, id) : null, before: was.before ? of(before, id) : null }));
}

const yearBefore = (day: Day): Day => {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return (moved.endsWith("02-29") ? moved.replace("02-29", "02-28") : moved) as Day;
};

const spanOf = ({ from, to }: { readonly from: Day; readonly to: Day }) => ({ from: instantAt(from, "00:00"), before: new Date(instantAt(to, "00:00").getTime() + dayMs) });
const dayMs = 86_400_000;

/** Whether a year is over, and the post itself stood in it: before, its figures are those of a part, or of others. */
export function mayBeReleased(tx: Tx, year: number): boolean {
  const { validFrom } = tx.house.units.getUnit(placeOf(tx.actor).communeId);
  return dayOf(tx.now) > `${year}-12-31` && validFrom <= `${year}-12-31`;
}

/** Gives the cases of a whole year to the public; what is too small to be told is not written down at all. @throws Problem("notNow") while the year runs, and for one before the post */
export async function releaseFigures(tx: Tx, year: number): Promise<void> {
  if (!mayBeReleased(tx, year)) throw new Problem("notNow", { action: "release", state: String(year) });
  const { communeId, provinceId } = placeOf(tx.actor);
  const { natures } = await figuresOf(tx, year);
  for (const { id, now } of natures) {
    await putRelease(tx, { communeId, provinceId, year, nature: id, cases: forPublic(now?.cases ?? 0), releasedAt: tx.now, releasedBy: tx.actor.id ?? 0 });
  }
}

/** What a post gave to the public. */
export async function publicFigures(tx: Tx, { communeId }: Place) {
  await showCommune(tx, communeId);
  return await listReleases(tx, communeId);
}
