import { expect } from "vitest";
import { formatTime } from "../../base/day/format.ts";
import { dayOf, instantAt, parseDay, weekdayOf } from "../../base/day.ts";
import { loadLaw } from "../law/load.ts";
import { type WorkCalendar, workCalendar } from "./calendar.ts";
import { holidayLaw, officeHoursLaw } from "./calendar-law.ts";
import type { Pause } from "./pause.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The calendar of the law data for phường Phượng Sơn in Bắc Ninh. */
export async function calendarOfTheLaw(): Promise<WorkCalendar> {
  const law = await loadLaw("db/law", { holidays: holidayLaw, officeHours: officeHoursLaw });
  return workCalendar(law, { provinceCode: "24", communeCode: "07612" });
}

/** "Fri 2026-11-20 15:02"; a weekday that is not that of the date fails the test. */
export function moment(text: string): Date {
  const [weekday = "", date = "", time = ""] = text.split(" ");
  const day = parseDay(date);
  expect(weekdays[weekdayOf(day) - 1], `weekday of ${date}`).toBe(weekday);
  return instantAt(day, time);
}

/** An instant as `moment` reads it. */
export function told(instant: Date | null): string {
  if (instant === null) return "paused";
  const day = dayOf(instant);
  return `${weekdays[weekdayOf(day) - 1]} ${day} ${formatTime(instant)}`;
}

/** A pause for missing papers. */
export const pause = (from: string, to: string | null): Pause => ({ from: moment(from), to: to === null ? null : moment(to), reason: "chờ bổ sung giấy tờ" });
