import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance, formatDay, formatMoment, formatShortDay } from "./day/format.ts";
import { addDays, addMonths, dayOf, daysBetween, daysOf, endOfDay, findDay, instantAt, isWithin, monthOf, parseDay, timeOf, weekdayOf } from "./day.ts";

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(parseDay("1970-01-01"), count));

describe("days", () => {
  test.each(["2026-02-30", "26/11/2026", "2026-11-26T00:00", "2026-1-1", "", "2026-13-01"])("%s is not a day", (text) => {
    expect(findDay(text)).toBeNull();
    expect(() => parseDay(text)).toThrow(RangeError);
  });

  test("17:00 UTC is already the next day in Việt Nam", () => {
    expect(dayOf(new Date("2026-11-25T16:59:59Z"))).toBe("2026-11-25");
    expect(dayOf(new Date("2026-11-25T17:00:00Z"))).toBe("2026-11-26");
  });

  test("an instant of a day lies on that day, at that time", () => {
    fc.assert(
      fc.property(day, fc.nat(23), fc.nat(59), fc.nat(59), (on, hour, minute, second) => {
        const at = instantAt(on, { hour, minute, second });
        expect(dayOf(at)).toBe(on);
        expect(timeOf(at)).toEqual({ hour, minute, second });
      }),
    );
    expect(instantAt(parseDay("2026-11-26"), "17:00").toISOString()).toBe("2026-11-26T10:00:00.000Z");
    expect(endOfDay(parseDay("2026-11-26")).toISOString()).toBe("2026-11-26T16:59:59.000Z");
    expect(() => instantAt(parseDay("2026-11-26"), "24:00")).toThrow(RangeError);
    expect(() => instantAt(parseDay("2026-11-26"), { hour: 24, minute: 0 })).toThrow(RangeError);
  });

  test("adding and counting agree, and strings order as days do", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (from, count) => {
        const to = addDays(from, count);
        expect(daysBetween(from, to)).toBe(count);
        expect(from < to).toBe(count > 0);
        expect(Math.abs((weekdayOf(to) - weekdayOf(from) - count) % 7)).toBe(0);
      }),
    );
  });

  test("a month later is clamped to the month's length", () => {
    expect(addMonths(parseDay("2027-01-31"), 1)).toBe("2027-02-28");
    expect(addMonths(parseDay("2023-12-31"), 2)).toBe("2024-02-29");
    expect(monthOf(parseDay("2028-02-10"))).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  });

  test("runs of days include both ends", () => {
    const tet = { from: parseDay("2026-02-27"), to: parseDay("2026-03-02") };
    expect(daysOf(tet)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]);
    expect(isWithin(parseDay("2026-03-02"), tet)).toBe(true);
    expect(isWithin(parseDay("2026-03-03"), tet)).toBe(false);
  });
});

describe("days for people", () => {
  const thursday = parseDay("2026-11-26");

  test("weekday and date", () => {
    expect(formatDay(thursday, "vi")).toBe("thứ Năm 26/11/2026");
    expect(formatDay(thursday, "en")).toBe("Thursday 26 November 2026");
    expect(formatDay(parseDay("2026-11-22"), "vi")).toBe("Chủ nhật 22/11/2026");
    expect(formatShortDay(thursday, "vi")).toBe("26/11");
    expect(formatMoment(instantAt(thursday, "17:00"), "vi")).toBe("thứ Năm 26/11/2026, 17:00");
    expect(formatMoment(instantAt(thursday, "07:05"), "en")).toBe("Thursday 26 November 2026, 07:05");
  });

  test.each([
    [80, "còn 1 giờ 20 phút", "1 hour 20 minutes left"],
    [60, "còn 1 giờ", "1 hour left"],
    [1, "còn 1 phút", "1 minute left"],
    [0, "đến hạn ngay bây giờ", "due this minute"],
    [-45, "quá hạn 45 phút", "45 minutes overdue"],
    [-2 * 1440, "quá hạn 2 ngày", "2 days overdue"],
    [47 * 60, "còn 47 giờ", "47 hours left"],
    [3 * 1440 + 700, "còn 3 ngày", "3 days left"],
  ])("%i minutes: %s", (minutes, vi, en) => {
    const from = instantAt(thursday, "09:00");
    const to = new Date(from.getTime() + minutes * 60_000);
    expect(distance(from, to, "vi")).toBe(vi);
    expect(distance(from, to, "en")).toBe(en);
  });
});
