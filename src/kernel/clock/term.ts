import type { Lang } from "../../base/lang.ts";
import { normalise } from "../../base/vietnamese.ts";
import { texts } from "./texts.ts";

export const termUnits = ["workingDays", "workingHours", "halfWorkingDays", "clockHours", "calendarDays", "months"] as const;
export type TermUnit = (typeof termUnits)[number];

/**
 * How long something may take, as the law words it. `count` is a whole number of at least 1; one and a half working
 * days are three `halfWorkingDays`. `rollOver: false` is only for calendar days and months: a last day that is a day
 * off then stays the last day (terms of criminal procedure run through weekends).
 */
export type Term = { readonly unit: TermUnit; readonly count: number; readonly rollOver?: boolean };

const units: ReadonlyArray<readonly [RegExp, TermUnit]> = [
  [/^(working days?|ngay lam viec)$/, "workingDays"],
  [/^(working hours?|gio lam viec)$/, "workingHours"],
  [/^(clock hours?|hours?|gio)$/, "clockHours"],
  [/^(calendar days?|days?|ngay)$/, "calendarDays"],
  [/^(months?|thang)$/, "months"],
];

/**
 * Reads a term as people write it, in English or Vietnamese, marks or none: "3 working days", "half working day", "1.5 working
 * days", "24 hours", "6 working hours", "7 days", "7 days, no rollover", "2 months", "3 ngay lam viec", "nua ngay lam viec".
 * @throws RangeError that quotes the text when it is none of these, or counts nothing
 */
export function parseTerm(text: string): Term {
  const [length = "", option, ...rest] = normalise(text).split(/\s*,\s(?=no )/);
  const found = /^(\d+|\d+[.,]5|half|nua|1[/\u2044]2)(?: a)? (.+)$/.exec(length);
  const unit = units.find(([pattern]) => pattern.test(found?.[2] ?? ""))?.[1];
  if (found === null || unit === undefined || rest.length > 0) throw notATerm(text);
  const term = counted(found[1] ?? "", unit);
  if (term === null || (option !== undefined && option !== "no rollover")) throw notATerm(text);
  if (option === undefined) return term;
  if (!endsOnADay(term)) throw notATerm(text);
  return { ...term, rollOver: false };
}

/** "3 working days", "half a working day", "24 hours" in the language of the reader. */
export function formatTerm({ unit, count }: Term, lang: Lang): string {
  return texts.term[unit][lang](count);
}

/** Whether roll-over has a meaning for the term. */
export function endsOnADay({ unit }: Term): boolean {
  return unit === "calendarDays" || unit === "months";
}

function counted(amount: string, unit: TermUnit): Term | null {
  if (/^\d+$/.test(amount)) return Number(amount) >= 1 ? { unit, count: Number(amount) } : null;
  if (unit !== "workingDays") return null;
  const wholeDays = /^(\d+)[.,]5$/.exec(amount)?.[1] ?? "0";
  return { unit: "halfWorkingDays", count: 2 * Number(wholeDays) + 1 };
}

function notATerm(text: string): RangeError {
  return new RangeError(`Not a term: ${JSON.stringify(text)}. Write for instance "3 working days", "half working day", "24 hours", "7 days" or "2 months".`);
}
