/**
 * Calendar days and moments as Vietnam counts them. All arithmetic is done with `Temporal` in the
 * zone Asia/Ho_Chi_Minh (UTC+7, no summer time); a `Day` is compared as a string.
 */
declare const dayBrand: unique symbol;

/** A calendar day, "YYYY-MM-DD"; `<` and `===` on the strings order and compare the days. */
export type Day = string & { readonly [dayBrand]: true };

/** A time of day: "HH:MM" (00:00 to 23:59), or hour, minute and second. */
export type TimeOfDay = string | { readonly hour: number; readonly minute: number; readonly second?: number };

/** A run of days, both ends included. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const zone = "Asia/Ho_Chi_Minh";

/** The day that `text` writes as "YYYY-MM-DD", or null when it is not a day of the calendar (2026-02-30, "26/11/2026"). */
export function findDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString() as Day;
  } catch {
    return null;
  }
}

/** @throws RangeError when `text` is not a day written "YYYY-MM-DD" */
export function parseDay(text: string): Day {
  const day = findDay(text);
  if (day === null) throw new RangeError(`Not a day written YYYY-MM-DD: ${JSON.stringify(text)}`);
  return day;
}

/** The day on the calendar of Vietnam at this instant: 17:00 UTC is already the next day. */
export function dayOf(instant: Date): Day {
  return zoned(instant).toPlainDate().toString() as Day;
}

/** `count` days later, or earlier when it is negative. */
export function addDays(day: Day, count: number): Day {
  return plain(day).add({ days: count }).toString() as Day;
}

/** The same day `count` months later; when that month is shorter, its last day (31/1 and one month: 28/2). */
export function addMonths(day: Day, count: number): Day {
  return plain(day).add({ months: count }).toString() as Day;
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return plain(from).until(plain(to), { largestUnit: "days" }).days;
}

export function weekdayOf(day: Day): Weekday {
  return plain(day).dayOfWeek as Weekday;
}

/** Year, month and day of the month as numbers. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const { year, month, day: dayOfMonth } = plain(day);
  return { year, month, dayOfMonth };
}

/**
 * The instant at which the clocks of Vietnam show this time on this day.
 * @throws RangeError when the time is not between 00:00 and 23:59:59
 */
export function instantAt(day: Day, time: TimeOfDay): Date {
  const clock = typeof time === "string" ? parseTime(time) : time;
  const at = plain(day).toPlainDateTime(Temporal.PlainTime.from({ second: 0, ...clock }, { overflow: "reject" }));
  return new Date(at.toZonedDateTime(zone).epochMilliseconds);
}

/** 23:59:59 of the day, the last second that is written as belonging to it. */
export function endOfDay(day: Day): Date {
  return instantAt(day, { hour: 23, minute: 59, second: 59 });
}

/** Hour, minute and second on the clocks of Vietnam. */
export function timeOf(instant: Date): { hour: number; minute: number; second: number } {
  const { hour, minute, second } = zoned(instant);
  return { hour, minute, second };
}

/** Every day of the run, in order; nothing when `to` is before `from`. */
export function daysOf({ from, to }: DayRange): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

export function isWithin(day: Day, { from, to }: DayRange): boolean {
  return from <= day && day <= to;
}

/** The whole month that the day lies in, for instance for a report. */
export function monthOf(day: Day): DayRange {
  const first = plain(day).with({ day: 1 });
  return { from: first.toString() as Day, to: first.with({ day: first.daysInMonth }).toString() as Day };
}

function parseTime(text: string): { hour: number; minute: number } {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) throw new RangeError(`Not a time written HH:MM: ${JSON.stringify(text)}`);
  return { hour: Number(match[1]), minute: Number(match[2]) };
}

function plain(day: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}

function zoned(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
