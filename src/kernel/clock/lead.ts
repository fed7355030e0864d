import { addDays, dayOf } from "../../base/day.ts";
import type { WorkCalendar } from "./calendar.ts";
import type { Term } from "./term.ts";

const hourMs = 3_600_000;

/**
 * The latest instant that a lead still reaches: between `from` and it lies no more time than the lead. In working hours time stands
 * still when the office is closed, so a lead that is used up at closing reaches until the next opening.
 *
 * @throws RangeError for a lead that is neither working hours nor clock hours, and (as `MissingYear`) when the law data lacks a year on the way
 */
export function reachOf(lead: Term, from: Date, calendar: WorkCalendar): Date {
  let left = lead.count * hourMs;
  if (lead.unit === "clockHours") return new Date(from.getTime() + left);
  if (lead.unit !== "workingHours") throw new RangeError(`A lead counts hours, not ${lead.unit}`);
  for (let on = dayOf(from); ; on = addDays(on, 1)) {
    for (const opening of calendar.dayAt(on).office) {
      if (opening.to <= from) continue;
      const begins = Math.max(opening.from.getTime(), from.getTime());
      const length = opening.to.getTime() - begins;
      if (length > left) return new Date(begins + left);
      left -= length;
    }
  }
}

const farthestDays = 30;

/** No lead of the house reaches farther: the longest break of a year is nine days, and a lead counts some working hours. */
export function farthestReach(now: Date): Date {
  return new Date(now.getTime() + farthestDays * 24 * hourMs);
}
