import { addDays, type Day } from "../../base/day.ts";

/** A year, or a part of it that is reported by itself: the first six months, a quarter, a month. */
export type YearPart = "year" | "half" | `q${number}` | `m${number}`;

const numbered = (count: number, letter: "q" | "m"): readonly YearPart[] => Array.from({ length: count }, (_, i): YearPart => `${letter}${i + 1}`);
export const yearParts: readonly YearPart[] = ["year", "half", ...numbered(4, "q"), ...numbered(12, "m")];

/** The first and the last month of a part. */
function monthsOf(part: YearPart): readonly [number, number] {
  const n = Number(part.slice(1));
  if (part === "year") return [1, 12];
  if (part === "half") return [1, 6];
  return part.startsWith("q") ? [3 * n - 2, 3 * n] : [n, n];
}

/** The days of a part of a year: up to today while it runs. */
export function daysOfPart(year: number, part: YearPart, today: Day): { readonly from: Day; readonly to: Day } {
  const [first, last] = monthsOf(part);
  const from = firstDay(year, first);
  const to = addDays(last === 12 ? firstDay(year + 1, 1) : firstDay(year, last + 1), -1);
  return { from, to: from <= today && today < to ? today : to };
}

const firstDay = (year: number, month: number): Day => `${year}-${String(month).padStart(2, "0")}-01` as Day;
