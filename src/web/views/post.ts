import { formatDate, formatDay, formatShortDay, formatTime, formatWeekday } from "../../base/day/format.ts";
import { addDays, type Day, dayOf, weekdayOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import type { CalendarDay, Span, WorkCalendar } from "../../kernel/clock/calendar.ts";
import { MissingYear } from "../../kernel/clock/calendar.ts";
import { type Opening, openNow } from "../../kernel/clock/opening.ts";
import type { House } from "../../kernel/house.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Unit } from "../../kernel/units.ts";
import { texts as productTexts } from "../texts.ts";
import type { PostFacts } from "./layout/resident.tsx";
import type { PostProfile } from "./post/house.ts";
import { texts } from "./post/texts.ts";

/** A commune's post as its residents know it. */
export type Post = { readonly unit: Unit; readonly name: string; readonly profile: PostProfile; readonly calendar: WorkCalendar };

type Choice = { readonly code: string | undefined; readonly today: Day; readonly lang: Lang };
type Shown = { readonly house: House; readonly lang: Lang; readonly now: Date; readonly chosenPost: string | undefined };

/** What a post is called after its commune. */
export function postName(unit: Pick<Unit, "name">, lang: Lang): string {
  return texts.policeOf[lang](unit.name);
}

/** The post of a commune. @throws RangeError for a number that no unit has */
export function postAt(house: House, communeId: number, lang: Lang): Post {
  const unit = house.units.getUnit(communeId);
  const profile = house.postProfiles.get(communeId) ?? { phone: null, address: null };
  return { unit, name: postName(unit, lang), profile, calendar: house.calendarOf({ communeId, provinceId: unit.provinceId ?? 0 }) };
}

/**
 * The post whose official code a resident chose, if there is such a post here today; else the home post.
 *
 * @throws Problem("unavailable") while the house knows no units: a new one, before they are imported
 */
export function chosenPost(house: House, { code, today, lang }: Choice): Post {
  if (house.units.findUnit(house.homePost) === null) throw new Problem("unavailable");
  const chosen = code === undefined ? null : house.units.findByCode("commune", code, today);
  return postAt(house, chosen && house.postProfiles.has(chosen.id) ? chosen.id : house.homePost, lang);
}

/** What the frame of a resident's page says of the post that she chose; needs no database. */
export function postFactsOf({ house, lang, now, chosenPost: code }: Shown): PostFacts {
  if (house.units.findUnit(house.homePost) === null) return { name: productTexts.product[lang], hours: null, address: null, phone: null };
  const today = dayOf(now);
  const { name, profile, calendar } = chosenPost(house, { code, today, lang });
  return { name, ...profile, hours: receptionHours(calendar, today, lang) };
}

/** Whether the counter is open now; null when the law data has no holidays for the year of the next opening yet. */
export function findOpening(calendar: WorkCalendar, now: Date): Opening | null {
  try {
    return openNow(calendar, now);
  } catch (error) {
    if (error instanceof MissingYear) return null;
    throw error;
  }
}

/** What follows "open now" or "closed now": until when, or from when again, and the holiday that is kept today. */
export function describeOpening(calendar: WorkCalendar, { opening, now, lang }: { readonly opening: Opening; readonly now: Date; readonly lang: Lang }): string {
  if (opening.open) return texts.openUntil[lang](formatTime(opening.until));
  const [today, next] = [dayOf(now), dayOf(opening.opensAt)];
  const time = formatTime(opening.opensAt);
  if (next === today) return texts.opensToday[lang](time);
  const { off } = calendar.dayAt(today);
  const holiday = off !== null && off.why !== "weekend" ? texts.holiday[lang](off.name[lang]) : "";
  return `${texts.opensOn[lang](time, shortly(next, today, lang))}${holiday}`;
}

/** Weekday and date, the year only when it is another one: for sentences about the next days. */
export function shortly(day: Day, today: Day, lang: Lang): string {
  const date = day.slice(0, 4) === today.slice(0, 4) ? formatShortDay(day, lang) : formatDate(day, lang);
  return `${formatWeekday(weekdayOf(day), lang)} ${date}`;
}

/** A due instant as it is promised, in two parts: the day, "Thursday 26 November 2026", and the hour before which, "17:00". */
export function promise(instant: Date, lang: Lang): { readonly day: string; readonly time: string } {
  return { day: formatDay(dayOf(instant), lang), time: formatTime(instant) };
}

/** When the counter receives people in an ordinary week from this day on: "Monday to Friday, 7:30–11:30 and 13:30–17:00; Saturday, 7:30–11:30". */
export function receptionHours(calendar: WorkCalendar, today: Day, lang: Lang): string {
  const days = nextDays(calendar, today);
  const weekday = days.find(({ day, off, insteadOf }) => weekdayOf(day) <= 5 && off === null && insteadOf === null);
  const saturday = days.find(({ day, insteadOf, reception }) => weekdayOf(day) === 6 && insteadOf === null && reception.length > 0);
  const parts = [weekday && texts.weekdays[lang](hoursOf(weekday.reception, lang)), saturday && texts.saturdays[lang](hoursOf(saturday.reception, lang))];
  return parts.filter((part) => part !== undefined).join("; ");
}

const threeWeeks = 21;

/** The next days as far as the law data reaches: a long holiday may fill more than one week. */
function nextDays(calendar: WorkCalendar, today: Day): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  try {
    for (let i = 0; i < threeWeeks; i += 1) days.push(calendar.dayAt(addDays(today, i)));
  } catch (error) {
    if (!(error instanceof MissingYear)) throw error;
  }
  return days;
}

function hoursOf(spans: readonly Span[], lang: Lang): string {
  return spans.map(({ from, to }) => `${hour(from)}–${hour(to)}`).join(texts.and[lang]);
}

const hour = (instant: Date): string => formatTime(instant).replace(/^0/, "");
