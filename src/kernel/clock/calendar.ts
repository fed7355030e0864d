import type { Day } from "../../base/day.ts";
import { instantAt, partsOf, weekdayOf } from "../../base/day.ts";
import type { Bilingual } from "../../base/lang.ts";
import type { LawTable } from "../law/table.ts";
import { isInForce, LawGap, listInForce } from "../law/table.ts";
import type { HolidayYear, OfficeHours } from "./calendar-law.ts";

/** A stretch of time, the end not included. */
export type Span = { readonly from: Date; readonly to: Date };

/** Why a day does not count; `name` is that of the holiday. */
export type DayOff = { readonly why: "weekend" } | { readonly why: "holiday" | "compensation" | "swapped"; readonly name: Bilingual; readonly expected: boolean };

export type CalendarDay = {
  readonly day: Day;
  /** Null when the day counts as a working day for terms. */
  readonly off: DayOff | null;
  /** Office hours that count for terms, in order; none on a day off. */
  readonly office: readonly Span[];
  /** When the counter is open; also on Saturday mornings that count for nothing. */
  readonly reception: readonly Span[];
  /** Office time of an ordinary working day under the hours in force on this day, in milliseconds. */
  readonly fullDayMs: number;
  /** On a working Saturday, the day off that it pays for. */
  readonly insteadOf: Day | null;
};

/** The working calendar of one post. */
export type WorkCalendar = {
  /** @throws MissingYear when the holidays of that year are not in the law data; LawGap when its office hours are not */
  readonly dayAt: (day: Day) => CalendarDay;
};

/** The holidays of a year are not in the law data; a date reached with a guess would be a promise nobody can keep. */
export class MissingYear extends RangeError {
  readonly year: number;
  constructor(year: number) {
    super(`The law data has no holidays for the year ${year}: add them to holidays.yaml`);
    this.name = "MissingYear";
    this.year = year;
  }
}

export type CalendarLaw = { readonly holidays: LawTable<HolidayYear>; readonly officeHours: LawTable<OfficeHours> };

/** Official codes of the post's province and commune; the days asked for decide which unit bore the code. */
export type Post = { readonly provinceCode: string; readonly communeCode: string };

/** The calendar of a post, from the law data. Days are worked out once and kept. */
export function workCalendar(law: CalendarLaw, post: Post): WorkCalendar {
  const known = new Map<Day, CalendarDay>();
  return {
    dayAt: (day) => {
      const found = known.get(day) ?? calendarDay(law, post, day);
      known.set(day, found);
      return found;
    },
  };
}

function calendarDay(law: CalendarLaw, post: Post, day: Day): CalendarDay {
  const year = law.holidays.rows.find((row) => isInForce(row, day));
  if (year === undefined) throw new MissingYear(partsOf(day).year);
  const hours = hoursOf(law, post, day);
  const ordinary = spansOf(day, hours.office);
  const common = { day, fullDayMs: lengthOf(ordinary), insteadOf: null };
  const swap = year.workingDays.find(({ on }) => on === day);
  if (swap !== undefined) return { ...common, off: null, office: ordinary, reception: ordinary, insteadOf: swap.insteadOf };
  const off = namedDayOff(year, day);
  if (off !== null) return { ...common, off, office: [], reception: [] };
  const weekday = weekdayOf(day);
  if (weekday <= 5) return { ...common, off: null, office: ordinary, reception: ordinary };
  const reception = weekday === 6 ? spansOf(day, hours.saturdayReception) : [];
  if (weekday === 6 && hours.saturdayCounts && reception.length > 0) return { ...common, off: null, office: reception, reception };
  return { ...common, off: { why: "weekend" }, office: [], reception };
}

function namedDayOff(year: HolidayYear, day: Day): DayOff | null {
  const found = year.daysOff.find(({ on, to }) => on <= day && day <= (to ?? on));
  return found === undefined ? null : { why: found.kind, name: found.name, expected: year.status === "expected" };
}

function hoursOf({ officeHours }: CalendarLaw, { provinceCode, communeCode }: Post, day: Day): OfficeHours {
  const rows = listInForce(officeHours, day).filter(({ season }) => season === undefined || isInSeason(day, season));
  for (const place of [`${provinceCode}/${communeCode}`, provinceCode, "vietnam"]) {
    const here = rows.filter((row) => row.place === place);
    const found = here.find(({ season }) => season !== undefined) ?? here[0];
    if (found !== undefined) return found;
  }
  throw new LawGap(officeHours.name, `${provinceCode}/${communeCode}`, day);
}

function isInSeason(day: Day, { from, to }: { from: string; to: string }): boolean {
  const monthAndDay = day.slice(5);
  // A winter season runs over the turn of the year.
  return from <= to ? from <= monthAndDay && monthAndDay <= to : from <= monthAndDay || monthAndDay <= to;
}

function spansOf(day: Day, intervals: ReadonlyArray<{ from: string; to: string }>): Span[] {
  return intervals.map(({ from, to }) => ({ from: instantAt(day, from), to: instantAt(day, to) }));
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
}
