import type { Day } from "../../base/day.ts";
import type { Regime } from "../../kernel/rights.ts";
import { type Counted, type Standing, standings } from "./counting.ts";

/** What is summed, by the column's name: matters up to `digitised`, and after it how often or how long something befell them. */
export const measures = [
  "received",
  "online",
  "open",
  "lateNow",
  ...standings,
  "lateWithdrawn",
  "pausedMatters",
  "returnedMatters",
  "repeatedMatters",
  "reopenedMatters",
  "digitisable",
  "digitised",
  "pauses",
  "unaskedPauses",
  "pausedMinutes",
  "returns",
  "repeatReturns",
  "reopened",
] as const;
export type Measure = (typeof measures)[number];

/** Sums of matters; `handling` counts answers by working time, each bucket 1.15 times as wide as the one before. */
export type Tally = { readonly [M in Measure]: number } & { readonly handling: readonly number[] };

/** Where sums stand. `procedureCode` '' is all procedures together. A kind lies in one regime. */
export type Cell = { readonly month: Day; readonly kind: string; readonly procedureCode: string; readonly regime: Regime };

export const keyOf = ({ month, kind, procedureCode }: Omit<Cell, "regime">): string => `${month} ${kind} ${procedureCode}`;

export const nothing: Tally = { ...(Object.fromEntries(measures.map((name) => [name, 0])) as { [M in Measure]: number }), handling: [] };

const growth = Math.log(1.15);

/** The bucket of a time: 0 up to a minute, then each 1.15 times as far. */
export function bucketOf(handlingMinutes: number): number {
  return handlingMinutes <= 1 ? 0 : Math.ceil(Math.log(handlingMinutes) / growth);
}

/** The time below which a share of the counted answers lies, by the upper edge of its bucket; null of nothing. */
export function quantileOf(handling: readonly number[], share: number): number | null {
  const all = handling.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let seen = 0;
  const bucket = handling.findIndex((count) => {
    seen += count;
    return seen >= share * all;
  });
  return Math.round(1.15 ** bucket);
}

/** What one matter adds to the sums, cell by cell. */
export function sharesOf(matter: Counted): ReadonlyMap<string, { readonly cell: Cell; readonly tally: Tally }> {
  const cells = new Map<string, { readonly cell: Cell; readonly tally: Tally }>();
  const add = (month: Day, share: Partial<Tally>): void => {
    for (const procedureCode of new Set(["", matter.procedureCode])) {
      const cell = { month, kind: matter.kind, procedureCode, regime: matter.regime };
      const key = keyOf(cell);
      cells.set(key, { cell, tally: plus(cells.get(key)?.tally ?? nothing, { ...nothing, ...share }) });
    }
  };
  add(matter.receivedMonth, { received: 1, online: one(matter.online), open: one(matter.isOpen), lateNow: one(matter.isLateNow) });
  if (matter.answeredMonth && matter.standing) add(matter.answeredMonth, answeredShare(matter, matter.standing));
  return cells;
}

function answeredShare(matter: Counted, standing: Standing): Partial<Tally> {
  const { pauses, unaskedPauses, pausedMinutes, returns, repeatReturns, reopened, handlingMinutes } = matter;
  const handling = handlingMinutes === null ? [] : [...Array<number>(bucketOf(handlingMinutes)).fill(0), 1];
  return {
    [standing]: 1,
    lateWithdrawn: one(standing === "late" && matter.wasWithdrawn),
    pausedMatters: one(pauses > 0),
    returnedMatters: one(returns > 0),
    repeatedMatters: one(repeatReturns > 0),
    reopenedMatters: one(reopened > 0),
    digitisable: one(matter.digitised !== null),
    digitised: one(matter.digitised === true),
    ...{ pauses, unaskedPauses, pausedMinutes, returns, repeatReturns, reopened, handling },
  };
}

const one = (fits: boolean): number => (fits ? 1 : 0);

export const plus = (left: Tally, right: Tally): Tally => combine(left, right, 1);
export const minus = (left: Tally, right: Tally): Tally => combine(left, right, -1);
export const sum = (tallies: Iterable<Tally>): Tally => [...tallies].reduce(plus, nothing);

export function isNothing(tally: Tally): boolean {
  return tally.handling.length === 0 && measures.every((name) => tally[name] === 0);
}

function combine(left: Tally, right: Tally, sign: 1 | -1): Tally {
  const sums = Object.fromEntries(measures.map((name) => [name, left[name] + sign * right[name]])) as { [M in Measure]: number };
  const length = Math.max(left.handling.length, right.handling.length);
  const handling = Array.from({ length }, (_, i) => (left.handling[i] ?? 0) + sign * (right.handling[i] ?? 0));
  return { ...sums, handling: handling.slice(0, handling.findLastIndex((count) => count !== 0) + 1) };
}
