import type { MeetingSource } from "../../web/public-sources.ts";
import { paths } from "./paths.ts";
import { listPublicMeetings } from "./service/public.ts";

/** Coming meetings as calendars outside read them: what everybody may come to, and that one was called off. */
export const meetingSource: MeetingSource = {
  name: "listening",
  list: async (tx, place) =>
    (await listPublicMeetings(tx, place)).map((meeting) => ({
      uid: meeting.publicRef,
      start: meeting.startsAt,
      end: meeting.endsAt,
      title: meeting.topic,
      hamlet: meeting.hamletId,
      place: meeting.place,
      cancelled: meeting.calledOffAt !== null,
      // A plan is not edited: it changes once, when it is called off.
      updatedAt: meeting.calledOffAt ?? meeting.plannedAt,
      ...(meeting.hamletCode === null ? {} : { href: paths.publicHamlet(meeting.hamletCode) }),
    })),
};
