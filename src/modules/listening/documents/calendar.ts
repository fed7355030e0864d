import { calendarOf, uidOf } from "../../../web/calendar-file.ts";
import { keyOf } from "../../../web/public-sources.ts";
import type { PublicMeeting } from "../queries/meetings.ts";

/** What calendars outside know this module by; part of the names of its meetings for ever. */
export const sourceName = "listening";

/** One meeting for the calendar of a phone, under the name that it has in the feed of its post; called off, it says so. */
export function meetingCalendar(meeting: PublicMeeting, { post, host, url }: { readonly post: string; readonly host: string; readonly url: string }): Uint8Array {
  const { publicRef, topic, place, hosts, agenda, startsAt, endsAt, hamletName } = meeting;
  const entry = {
    uid: uidOf({ post, key: keyOf(sourceName, publicRef), host }),
    summary: topic,
    description: [hosts, agenda].filter((line) => line !== "").join("\n"),
    location: [place, ...(hamletName ? [hamletName] : [])].join(", "),
    url,
    startsAt,
    endsAt,
    madeAt: changedAt(meeting),
    cancelled: meeting.calledOffAt !== null,
  };
  return Buffer.from(calendarOf({ product: "meetings", name: null }, [entry]).toString(), "utf8");
}

/** When what is told of a meeting last became what it is. */
export const changedAt = ({ plannedAt, calledOffAt }: Pick<PublicMeeting, "plannedAt" | "calledOffAt">): Date => calledOffAt ?? plannedAt;
