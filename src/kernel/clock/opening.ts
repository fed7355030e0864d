import { addDays, dayOf } from "../../base/day.ts";
import type { Span, WorkCalendar } from "./calendar.ts";

/** Whether the counter receives people now, and until or from when. */
export type Opening = { readonly open: true; readonly until: Date } | { readonly open: false; readonly opensAt: Date };

/**
 * The counter at this instant: reception hours, so Saturday mornings too although they count for no term. Opening time is open,
 * closing time is closed.
 * @throws MissingYear when the law data lacks the year of the next opening
 */
export function openNow(calendar: WorkCalendar, instant: Date): Opening {
  for (let day = dayOf(instant); ; day = addDays(day, 1)) {
    const span = calendar.dayAt(day).reception.find(({ to }) => instant < to);
    if (span === undefined) continue;
    return span.from <= instant ? { open: true, until: span.to } : { open: false, opensAt: span.from };
  }
}

/** Office time that counts for terms between two instants, in milliseconds; negative when `to` is before `from`. */
export function workingTimeBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  if (to < from) return -workingTimeBetween(calendar, to, from);
  let sum = 0;
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    for (const span of calendar.dayAt(day).office) sum += overlap(span, { from, to });
  }
  return sum;
}

function overlap(one: Span, other: Span): number {
  const from = Math.max(one.from.getTime(), other.from.getTime());
  const to = Math.min(one.to.getTime(), other.to.getTime());
  return Math.max(0, to - from);
}
