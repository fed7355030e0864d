import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** One entry of a calendar. It never names a person. */
export type CalendarEntry = {
  /** Unique in the world and the same for ever. */
  readonly uid: string;
  readonly summary: string;
  readonly description?: string;
  readonly location: string | null;
  readonly url?: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When it last became what it is. */
  readonly madeAt: Date;
  readonly cancelled?: boolean;
};

type Calendar = {
  /** Which part of the product writes it. */
  readonly product: string;
  /** What a program that subscribes calls it; null for a file that is opened once. */
  readonly name: string | null;
};

const minute = 60_000;

/** An iCalendar (RFC 5545) with times in UTC. */
export function calendarOf({ product, name }: Calendar, entries: readonly CalendarEntry[]): ICalCalendar {
  const calendar = ical({ prodId: { company: "Gan Dan", product, language: "VI" } });
  if (name !== null) calendar.name(name).method(ICalCalendarMethod.PUBLISH);
  for (const entry of entries) {
    const { uid, summary, description, location, url, startsAt, endsAt, madeAt, cancelled } = entry;
    const event = calendar.createEvent({
      id: uid,
      stamp: madeAt,
      start: startsAt,
      end: endsAt,
      summary,
      location,
      ...(description ? { description } : {}),
      ...(url ? { url } : {}),
    });
    // Whoever subscribed takes over what has a higher number.
    if (name !== null) event.sequence(Math.floor(madeAt.getTime() / minute)).lastModified(madeAt);
    if (cancelled !== undefined) event.status(cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  }
  return calendar;
}
