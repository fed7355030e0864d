import type { Day, Weekday } from "../day.ts";
import { dayOf, partsOf, timeOf, weekdayOf } from "../day.ts";
import type { Lang } from "../lang.ts";
import { texts } from "./texts.ts";

/** Weekday and full date, "Thursday 26 November 2026"; in Vietnamese the date is written 26/11/2026. */
export function formatDay(day: Day, lang: Lang): string {
  return `${formatWeekday(weekdayOf(day), lang)} ${formatDate(day, lang)}`;
}

/** Without the weekday: "26/11/2026", "26 November 2026". */
export function formatDate(day: Day, lang: Lang): string {
  return texts.date[lang](partsOf(day));
}

/** As official papers are dated: with a zero before days below ten and the first two months (Decree 30/2020, annex I). */
export function formatOfficialDate(day: Day, lang: Lang): string {
  return texts.official[lang](partsOf(day));
}

/** With two digits each, as fields and papers show it: "05/03/1981". */
export function formatDigits(day: Day): string {
  return day.split("-").reverse().join("/");
}

/** Without the year, for lists where the year is plain: "26/11", "26 November". */
export function formatShortDay(day: Day, lang: Lang): string {
  return texts.dayAndMonth[lang](partsOf(day));
}

/** The month that the day lies in: "November 2026". */
export function formatMonth(day: Day, lang: Lang): string {
  return texts.month[lang](partsOf(day));
}

/** "Thursday 26 November 2026, 17:00" on the clocks of Vietnam; seconds are not shown. */
export function formatMoment(instant: Date, lang: Lang): string {
  return `${formatDay(dayOf(instant), lang)}, ${formatTime(instant)}`;
}

/** "17:00" on the clocks of Vietnam. */
export function formatTime(instant: Date): string {
  const { hour, minute } = timeOf(instant);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The name of the weekday; the Vietnamese names of Monday to Saturday begin with a small letter. */
export function formatWeekday(weekday: Weekday, lang: Lang): string {
  return texts.weekday[lang](weekday);
}

/**
 * How far off a moment is, in clock time: "1 hour 20 minutes left", "2 days overdue".
 * From two days on whole days are told, rounded down; below that hours and minutes.
 */
export function distance(from: Date, to: Date, lang: Lang): string {
  const late = to < from;
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / 60_000);
  if (minutes === 0) return texts.now[lang];
  return texts[late ? "overdue" : "left"][lang](formatMinutes(minutes, lang));
}

/** A length of time in words: "45 minutes", "3 hours 45 minutes", "25 hours", from 48 hours on "2 days". */
export function formatMinutes(minutes: number, lang: Lang): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours >= 48) return texts.days[lang](Math.floor(hours / 24));
  if (hours === 0) return texts.minutes[lang](rest);
  return rest === 0 ? texts.hours[lang](hours) : `${texts.hours[lang](hours)} ${texts.minutes[lang](rest)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
