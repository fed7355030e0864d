import { addDays, type Day, dayOf } from "../../base/day.ts";
import type { Span, WorkCalendar } from "../../kernel/clock/calendar.ts";
import { workingTimeBetween } from "../../kernel/clock/opening.ts";

const minute = 60_000;

/** Moving about in the office hours of a post. */
export type OfficeTime = {
  isWorking(day: Day): boolean;
  /** The working day so many working days after (before, when negative) a day; the day itself must be one when `count` is 0. */
  stepDays(day: Day, count: number): Day;
  /** The day whose office hours go on or begin next: today until closing. */
  currentDay(now: Date): Day;
  /** An instant so many minutes of office time later, or earlier when negative. */
  stepMinutes(from: Date, minutes: number): Date;
  /** The instant at a share of a day's office time, from 0 to 1. */
  within(day: Day, share: number): Date;
  /** The instant at a share of the office time between two. */
  share(from: Date, to: Date, share: number): Date;
};

export function officeTime(calendar: WorkCalendar): OfficeTime {
  const spansOn = (day: Day): readonly Span[] => calendar.dayAt(day).office;
  const isWorking = (day: Day): boolean => spansOn(day).length > 0;
  const stepDays = (day: Day, count: number): Day => {
    let found = day;
    for (let left = Math.abs(count); left > 0; ) {
      found = addDays(found, Math.sign(count));
      if (isWorking(found)) left -= 1;
    }
    return found;
  };
  const stepMinutes = (from: Date, minutes: number): Date => (minutes < 0 ? walkBack(spansOn, from, -minutes * minute) : walkOn(spansOn, from, minutes * minute));
  return {
    isWorking,
    stepDays,
    currentDay: (now) => {
      const today = dayOf(now);
      const closing = spansOn(today).at(-1)?.to;
      return closing !== undefined && now < closing ? today : stepDays(today, 1);
    },
    stepMinutes,
    within: (day, share) => {
      const spans = spansOn(day);
      const opening = spans[0]?.from;
      if (opening === undefined) throw new RangeError(`no office hours on ${day}`);
      return walkOn(spansOn, opening, share * spans.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0));
    },
    share: (from, to, share) => walkOn(spansOn, from, share * workingTimeBetween(calendar, from, to)),
  };
}

type SpansOn = (day: Day) => readonly Span[];

function walkOn(spansOn: SpansOn, from: Date, ms: number): Date {
  let left = ms;
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    for (const span of spansOn(day)) {
      const start = Math.max(span.from.getTime(), from.getTime());
      const length = span.to.getTime() - start;
      if (length <= 0) continue;
      if (left < length) return wholeSecond(start + left);
      left -= length;
    }
  }
}

function walkBack(spansOn: SpansOn, from: Date, ms: number): Date {
  let left = ms;
  for (let day = dayOf(from); ; day = addDays(day, -1)) {
    for (const span of spansOn(day).toReversed()) {
      const end = Math.min(span.to.getTime(), from.getTime());
      const length = end - span.from.getTime();
      if (length <= 0) continue;
      if (left <= length) return wholeSecond(end - left);
      left -= length;
    }
  }
}

const wholeSecond = (ms: number): Date => new Date(Math.floor(ms / 1_000) * 1_000);
