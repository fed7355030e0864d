import type { Day } from "../../base/day.ts";
import { dayOf } from "../../base/day.ts";
import { dueInCalendarDays, dueInWorkingDays } from "./due-days.ts";
import { dueInClockHours, dueInWorkingTime } from "./due-hours.ts";
import { checkPauses } from "./pause.ts";
import type { DueQuestion, Reached } from "./question.ts";
import type { Step } from "./step.ts";

/** Where a term ends, or that it stands still. `dueOn` is the day of `dueAt` in Vietnam. */
export type Due =
  | { readonly state: "running"; readonly dueAt: Date; readonly dueOn: Day; readonly steps: readonly Step[] }
  | { readonly state: "paused"; readonly since: Date; readonly reason: string; readonly dueAt: null; readonly dueOn: null; readonly steps: readonly Step[] };

/**
 * When a term ends, with every step of the way.
 *
 * - Working days: the day of receipt is not counted (Civil Code 2015, No. 91/2015/QH13, art. 147.2), nor are Saturdays, Sundays and
 *   holidays; swapped working Saturdays are. The term ends when the office closes on the last day: the Code ends a day at
 *   24:00 (art. 148.6), but nobody can be handed a paper after closing, so the promise to the resident is the closing time.
 * - Receipt on a day off or after hours changes nothing: that day was not counted anyway.
 * - Working hours and half working days: counted through office hours from the moment of receipt, or the next opening.
 *   A result that falls on closing time stays there. Half a working day is half the office time of an ordinary day under the hours in
 *   force; no text says how to measure it, and noon would turn it into anything between nothing and four hours.
 * - Clock hours: every hour counts from the moment itself (art. 147.1): 24 and 48 hours run through nights, weekends and holidays.
 * - Calendar days: the day of receipt is not counted, the last day counts to its end (art. 148.1), and a last day that is a
 *   day off gives way to the next working day (art. 148.5) unless the term says `rollOver: false`. Months end on the same day of the
 *   last month, or its last day (art. 148.3); then the same. Who comes later is never due
 *   earlier, with one exception: months cut by a short February end together, and a pause before the later receipt moves only the earlier.
 *
 * Articles 147 and 148 are known from pages that cite them, not from the gazette (certainty: second hand).
 *
 * Pauses take exactly their own time. In hours: the paused time is not counted. In days: a day is lost when the clock stands still
 * at its closing (see `pauseAtClosing`). While a pause without end has begun before the due moment there is no due moment.
 *
 * @throws RangeError when the count is not a whole number of at least 1, when a pause ends before it begins, and (as `MissingYear`)
 *   when the law data lacks a year that the term touches
 */
export function dueAt(question: DueQuestion): Due {
  const { count } = question.term;
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`A term counts a whole number of at least 1, not ${count}`);
  checkPauses(question.pauses);
  const reached = reach(question);
  if ("at" in reached) return { state: "running", dueAt: reached.at, dueOn: dayOf(reached.at), steps: reached.steps };
  const { from: since, reason } = reached.pausedBy;
  const now: Step = { kind: "pausedNow", since: since.toISOString(), reason };
  return { state: "paused", since, reason, dueAt: null, dueOn: null, steps: [...reached.steps, now] };
}

/** Whether the due moment has passed. What is paused is never late; the due moment itself is still in time. */
export function isLate(due: Due, now: Date): boolean {
  return due.state === "running" && now > due.dueAt;
}

function reach(question: DueQuestion): Reached {
  switch (question.term.unit) {
    case "workingDays":
      return dueInWorkingDays(question);
    case "workingHours":
    case "halfWorkingDays":
      return dueInWorkingTime(question);
    case "clockHours":
      return dueInClockHours(question);
    case "calendarDays":
    case "months":
      return dueInCalendarDays(question);
  }
}
