import ical, { ICalAlarmType } from "ical-generator";

/** What an appointment says in the calendar of a phone. No name, no number of a person. */
export type CalendarEntry = {
  readonly ref: string;
  readonly host: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly url: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly madeAt: Date;
};

/** One appointment as an iCalendar file (RFC 5545), times in UTC, with a reminder the evening before and an hour before. */
export function calendarFile(entry: CalendarEntry): Buffer {
  const { ref, host, summary, description, location, url, startsAt, endsAt, madeAt } = entry;
  const calendar = ical({ prodId: { company: "Gan Dan", product: "appointments", language: "VI" } });
  const event = calendar.createEvent({ id: `${ref}@${host}`, stamp: madeAt, start: startsAt, end: endsAt, summary, description, url, location });
  event.createAlarm({ type: ICalAlarmType.display, trigger: 12 * 3_600, description: summary });
  event.createAlarm({ type: ICalAlarmType.display, trigger: 3_600, description: summary });
  return Buffer.from(calendar.toString(), "utf8");
}
