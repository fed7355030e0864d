import { ICalAlarmType } from "ical-generator";
import { type CalendarEntry, calendarOf } from "../../web/calendar-file.ts";

/** One appointment as a file for the calendar of a phone, with a reminder the evening before and an hour before. No name, no number of a person. */
export function calendarFile(entry: CalendarEntry): Buffer {
  const calendar = calendarOf({ product: "appointments", name: null }, [entry]);
  for (const event of calendar.events()) {
    event.createAlarm({ type: ICalAlarmType.display, trigger: 12 * 3_600, description: entry.summary });
    event.createAlarm({ type: ICalAlarmType.display, trigger: 3_600, description: entry.summary });
  }
  return Buffer.from(calendar.toString(), "utf8");
}
