import type { MeetingSource } from "../../web/public-sources.ts";
import { changedAt, sourceName } from "./documents/calendar.ts";
import { paths } from "./paths.ts";
import { listPublicMeetings } from "./service/public.ts";

/** Coming meetings as calendars outside read them: what everybody may come to, and that one was called off. */
export const meetingSource: MeetingSource = {
  name: sourceName,
  list: async (tx, place) =>
    (await listPublicMeetings(tx, place)).map((meeting) => ({
      uid: meeting.publicRef,
      start: meeting.startsAt,
      end: meeting.endsAt,
      title: meeting.topic,
      hamlet: meeting.hamletId,
      place: meeting.place,
      cancelled: meeting.calledOffAt !== null,
      updatedAt: changedAt(meeting),
      ...(meeting.hamletCode === null ? {} : { href: paths.publicHamlet(meeting.hamletCode) }),
    })),
};
