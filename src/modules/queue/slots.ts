import { addDays, type Day, dayOf, daysBetween } from "../../base/day.ts";
import { MissingYear, type Span, type WorkCalendar } from "../../kernel/clock/calendar.ts";
import { LawGap } from "../../kernel/law/table.ts";

/** How a desk works on a day. */
export type DeskPlan = { readonly number: number; readonly slotMinutes: number; readonly places: number };

/** A place of a desk that is given away. */
export type Taken = { readonly deskNumber: number; readonly startsAt: Date; readonly endsAt: Date; readonly place: number };

/** A time that can be asked for, with the places that are free in it, desk by desk. */
export type Slot = { readonly startsAt: Date; readonly free: readonly FreePlace[] };
export type FreePlace = { readonly deskNumber: number; readonly place: number; readonly endsAt: Date };

/** How far ahead a time can be asked for, today included. */
export const daysAhead = 21;

const minuteMs = 60_000;

/**
 * The slots of a day by time: each desk cuts the reception hours into lengths of its own, and a rest that is too short is left out.
 * Only slots that begin after `now` and have a free place.
 */
export function freeSlots(reception: readonly Span[], desks: readonly DeskPlan[], taken: readonly Taken[], now: Date): readonly Slot[] {
  const byTime = new Map<number, FreePlace[]>();
  for (const desk of desks) {
    const used = taken.filter(({ deskNumber }) => deskNumber === desk.number);
    for (const slot of cut(reception, desk.slotMinutes)) {
      if (slot.from <= now) continue;
      const free = freePlaces(desk, slot, used);
      if (free.length > 0) byTime.set(slot.from.getTime(), [...(byTime.get(slot.from.getTime()) ?? []), ...free]);
    }
  }
  return [...byTime].sort(([one], [other]) => one - other).map(([time, free]) => ({ startsAt: new Date(time), free }));
}

/** Days from today on when the counter receives people, as far ahead as can be booked and as the law data reaches. */
export function receptionDays(calendar: WorkCalendar, now: Date): readonly Day[] {
  const days: Day[] = [];
  const today = dayOf(now);
  try {
    for (let day = today; daysBetween(today, day) < daysAhead; day = addDays(day, 1)) {
      if (calendar.dayAt(day).reception.length > 0) days.push(day);
    }
  } catch (error) {
    if (!(error instanceof MissingYear || error instanceof LawGap)) throw error;
  }
  return days;
}

/** The slots nearest to a time, earlier ones first when they are as near; in the order of the day. */
export function nearest(slots: readonly Slot[], to: Date, count: number): readonly Slot[] {
  const distance = ({ startsAt }: Slot): number => Math.abs(startsAt.getTime() - to.getTime());
  return [...slots]
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, count)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

function cut(reception: readonly Span[], minutes: number): Span[] {
  const length = minutes * minuteMs;
  return reception.flatMap(({ from, to }) => {
    const count = Math.floor((to.getTime() - from.getTime()) / length);
    return Array.from({ length: count }, (_, i) => ({ from: new Date(from.getTime() + i * length), to: new Date(from.getTime() + (i + 1) * length) }));
  });
}

/** What was given away before the desk worked otherwise may lie across a slot: it takes one of its places all the same. */
function freePlaces({ number, places }: DeskPlan, slot: Span, used: readonly Taken[]): FreePlace[] {
  const across = used.filter(({ startsAt, endsAt }) => startsAt < slot.to && slot.from < endsAt);
  const here = new Set(across.filter(({ startsAt }) => startsAt.getTime() === slot.from.getTime()).map(({ place }) => place));
  const open = Array.from({ length: places }, (_, i) => i + 1).filter((place) => !here.has(place));
  return open.slice(0, Math.max(0, places - across.length)).map((place) => ({ deskNumber: number, place, endsAt: slot.to }));
}
