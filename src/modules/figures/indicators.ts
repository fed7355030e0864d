import type { Parcel } from "../procedures/index.ts";
import type { Formula, ServiceIndicator } from "./law.ts";
import type { Tally } from "./tally.ts";

/** A part of a whole, counted: 41 of 44. */
export type Share = { readonly part: number; readonly whole: number };

/** Below this many a share says nothing, and may give somebody away. */
export const fewest = 5;

/** What one post did, as indicators go by it. `ratings` are whole parcels: five or more, or none. */
export type Work = { readonly tally: Tally; readonly ratings: Share | null };

/** Ratings as satisfied of all; null of no parcel. */
export function satisfiedOf(parcels: readonly Parcel[]): Share | null {
  if (parcels.length === 0) return null;
  const part = parcels.reduce((sum, one) => sum + one.verySatisfied + one.satisfied, 0);
  return { part, whole: part + parcels.reduce((sum, one) => sum + one.notSatisfied, 0) };
}

/** Answers with a term that were ready by it, of all answers with a term. What stood still without a word to the resident, and what kept only a second promise, is among the latter only. */
export function onTimeOf({ onTime, onTimeAfterPause, pausedUnasked, extended, late }: Tally): Share {
  return { part: onTime + onTimeAfterPause, whole: onTime + onTimeAfterPause + pausedUnasked + extended + late };
}

/** Answers, without what was withdrawn or stopped in time. */
export function answeredOf(tally: Tally): number {
  return onTimeOf(tally).whole + tally.untimed;
}

const shares: { readonly [F in Formula]: (work: Work) => Share | null } = {
  portalOnly: () => null,
  onTimeShare: ({ tally }) => onTimeOf(tally),
  digitisedShare: ({ tally }) => ({ part: tally.digitised, whole: tally.digitisable }),
  onlineShare: ({ tally }) => ({ part: tally.online, whole: tally.received }),
  satisfiedShare: ({ ratings }) => ratings,
};

/** The share that an indicator goes by; null where only the portal knows it, or nothing was rated. */
export function shareOf(formula: Formula, work: Work): Share | null {
  return shares[formula](work);
}

export type Judged = {
  readonly indicator: ServiceIndicator;
  readonly share: Share | null;
  /** Points reached, to a tenth; null where they cannot be told here: the portal alone knows, or there are too few. */
  readonly points: number | null;
};

/** Each indicator in force with what the work gives for it. */
export function judge(indicators: readonly ServiceIndicator[], work: Work): readonly Judged[] {
  return indicators.map((indicator) => {
    const share = shareOf(indicator.formula, work);
    const points = share && share.whole >= fewest ? Math.round((10 * indicator.points * share.part) / share.whole) / 10 : null;
    return { indicator, share, points };
  });
}

/** Points reached of those that can be told here. Never of a hundred: the rest is not zero, it is unknown. */
export function totalOf(judged: readonly Judged[]): { readonly reached: number; readonly possible: number } {
  const told = judged.filter(({ points }) => points !== null);
  const reached = told.reduce((sum, { points }) => sum + (points ?? 0), 0);
  return { reached: Math.round(10 * reached) / 10, possible: told.reduce((sum, { indicator }) => sum + indicator.points, 0) };
}
