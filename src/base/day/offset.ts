import { zone } from "../day.ts";

/** An instant on the clocks of Vietnam with its distance from UTC as a number, "2026-11-20T15:02:00+07:00": never with a letter for the zone. */
export function formatOffset(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone: zone, smallestUnit: "second" });
}
