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

/** Seconds since then fit into what RFC 5545 takes for a number until 2088. */
const countedSince = Date.UTC(2020, 0, 1);

/** The name of something of a post for calendars: the same in a feed and in a file of its own, so that one takes the place of the other. */
export const uidOf = ({ post, key, host }: { readonly post: string; readonly key: string; readonly host: string }): string => `${post}.${key}@${host}`;

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
    // Whoever has it already takes over what has a higher number.
    event.sequence(Math.floor((madeAt.getTime() - countedSince) / 1_000)).lastModified(madeAt);
    if (cancelled !== undefined) event.status(cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  }
  return calendar;
}
