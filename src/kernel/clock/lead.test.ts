import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLaw } from "../law/load.ts";
import { workCalendar } from "./calendar.ts";
import { holidayLaw, officeHoursLaw } from "./calendar-law.ts";
import { reachOf } from "./lead.ts";
import { parseTerm } from "./term.ts";

const law = await loadLaw("db/law", { holidays: holidayLaw, officeHours: officeHoursLaw });
const calendar = workCalendar(law, { provinceCode: "24", communeCode: "07612" });
const at = (text: string): Date => new Date(`${text}+07:00`);
const reach = (lead: string, from: string): Date => reachOf(parseTerm(lead), at(from), calendar);

describe("how far a lead reaches", () => {
  test.each([
    ["1 working hour", "2026-11-20T08:00:00", "2026-11-20T09:00:00", "within the morning"],
    ["4 working hours", "2026-11-20T08:00:00", "2026-11-20T14:00:00", "over noon"],
    ["4 working hours", "2026-11-20T16:00:00", "2026-11-23T10:30:00", "over a weekend"],
    ["8 working hours", "2026-11-23T16:30:00", "2026-11-26T07:30:00", "over the holiday of the 24th; used up at closing, it reaches the next opening"],
    ["1 working hour", "2026-11-21T10:00:00", "2026-11-23T08:30:00", "from a Saturday, whose morning counts for nothing"],
    ["1 working hour", "2026-11-20T16:00:00", "2026-11-23T07:30:00", "used up at closing, it reaches until the office opens again"],
    ["4 hours", "2026-11-20T16:00:00", "2026-11-20T20:00:00", "by the clock, also at night"],
  ])("%s from %s is %s: %s", (lead, from, until) => {
    expect(reach(lead, from)).toEqual(at(until));
  });

  test("later never reaches less, and a longer lead never reaches less", () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 40 });
    const from = (minutes: number): Date => new Date(at("2026-11-01T00:00:00").getTime() + minutes * 60_000);
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }), (one, other, count, more) => {
        const [early, late] = [from(Math.min(one, other)), from(Math.max(one, other))];
        const lead = { unit: "workingHours", count } as const;
        expect(reachOf(lead, early, calendar) <= reachOf(lead, late, calendar)).toBe(true);
        expect(reachOf(lead, early, calendar) <= reachOf({ ...lead, count: count + more }, early, calendar)).toBe(true);
        expect(reachOf(lead, early, calendar) > early).toBe(true);
      }),
    );
  });

  test("a lead counts hours, and nothing else", () => {
    expect(() => reach("3 working days", "2026-11-20T08:00:00")).toThrow(RangeError);
  });
});
