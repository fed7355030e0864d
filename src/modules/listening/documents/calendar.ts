import ical, { ICalEventStatus } from "ical-generator";
import type { PublicMeeting } from "../queries/meetings.ts";

/** One meeting for the calendar of a phone (RFC 5545), times in UTC; called off, it says so. */
export function meetingCalendar(meeting: PublicMeeting, { host, url, stamp }: { readonly host: string; readonly url: string; readonly stamp: Date }): Uint8Array {
  const { publicRef, topic, place, hosts, agenda, startsAt, endsAt, calledOffAt, hamletName } = meeting;
  const calendar = ical({ prodId: { company: "Gan Dan", product: "meetings", language: "VI" } });
  const location = [place, ...(hamletName ? [hamletName] : [])].join(", ");
  const description = [hosts, agenda].filter((line) => line !== "").join("\n");
  const status = calledOffAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED;
  calendar.createEvent({ id: `${publicRef}@${host}`, stamp, start: startsAt, end: endsAt, summary: topic, description, location, url, status });
  return Buffer.from(calendar.toString(), "utf8");
}
