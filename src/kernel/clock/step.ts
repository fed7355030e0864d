import type { Day } from "../../base/day.ts";
import type { DayOff } from "./calendar.ts";

/** An instant as it stands in stored steps: ISO 8601 in UTC. */
export type Instant = string;

/**
 * One step of the arithmetic that led to a due date, in the order in which it was taken. Steps are stored as JSON with the
 * matter and shown later as they were, whatever happens to the calendar afterwards.
 */
export type Step =
  /** Terms in days and months: the day of receipt, never counted. */
  | { readonly kind: "receivedOn"; readonly on: Day }
  /** Terms in hours: the moment of receipt. */
  | { readonly kind: "receivedAt"; readonly at: Instant }
  /** Receipt outside office hours: the moment from which working time is counted. */
  | { readonly kind: "startsLater"; readonly at: Instant }
  | { readonly kind: "dayOff"; readonly on: Day; readonly off: DayOff }
  | { readonly kind: "workingDay"; readonly on: Day; readonly number: number; readonly insteadOf: Day | null }
  | { readonly kind: "pausedDay"; readonly on: Day; readonly reason: string }
  /** What half days come to: `partMinutes` of `fullMinutes` of office time under the hours in force. */
  | { readonly kind: "halfDay"; readonly fullMinutes: number; readonly partMinutes: number }
  /** Working time used up within one opening of the office. */
  | { readonly kind: "worked"; readonly from: Instant; readonly to: Instant }
  | { readonly kind: "pausedTime"; readonly from: Instant; readonly to: Instant; readonly reason: string }
  /** Clock time that ran, nights and days off included. */
  | { readonly kind: "ran"; readonly from: Instant; readonly to: Instant }
  | { readonly kind: "calendarDays"; readonly from: Day; readonly to: Day; readonly days: number }
  /** `shortened`: the month has no such day, so its last day was taken. */
  | { readonly kind: "months"; readonly months: number; readonly on: Day; readonly shortened: boolean }
  /** What was promised until then, and why it is put off; the steps after it count the time that is added. */
  | { readonly kind: "extended"; readonly dueAt: Instant; readonly reason: string }
  /** The added time in days and months: this day itself is not counted. */
  | { readonly kind: "addedAfter"; readonly on: Day }
  /** The added time in hours: counted from this moment. */
  | { readonly kind: "addedFrom"; readonly at: Instant }
  /** The last day was a day off, so the term ends with the working day `to`. */
  | { readonly kind: "rolledOver"; readonly from: Day; readonly to: Day }
  /** The clock stands still now; there is no due moment. */
  | { readonly kind: "pausedNow"; readonly since: Instant; readonly reason: string };
