import { describe, expect, test } from "vitest";
import { formatTerm, parseTerm } from "./term.ts";

describe("reading a term", () => {
  test.each([
    ["3 working days", { unit: "workingDays", count: 3 }],
    ["1 working day", { unit: "workingDays", count: 1 }],
    ["half working day", { unit: "halfWorkingDays", count: 1 }],
    ["half a working day", { unit: "halfWorkingDays", count: 1 }],
    ["1/2 working day", { unit: "halfWorkingDays", count: 1 }],
    ["½ ngày làm việc", { unit: "halfWorkingDays", count: 1 }],
    ["1.5 working days", { unit: "halfWorkingDays", count: 3 }],
    ["24 hours", { unit: "clockHours", count: 24 }],
    ["6 working hours", { unit: "workingHours", count: 6 }],
    ["7 days", { unit: "calendarDays", count: 7 }],
    ["7 days, no rollover", { unit: "calendarDays", count: 7, rollOver: false }],
    ["2 months", { unit: "months", count: 2 }],
    ["3 ngày làm việc", { unit: "workingDays", count: 3 }],
    ["Nửa ngày làm việc", { unit: "halfWorkingDays", count: 1 }],
    ["24 giờ", { unit: "clockHours", count: 24 }],
    ["30 ngày", { unit: "calendarDays", count: 30 }],
    ["03 NGAY LAM VIEC", { unit: "workingDays", count: 3 }],
  ])("%s", (text, term) => {
    expect(parseTerm(text)).toEqual(term);
  });

  test.each(["", "soon", "3", "0 working days", "-3 days", "3 weeks", "half day", "half hour", "3 working days, no rollover", "3 days, no hurry", "2,5 giờ"])(
    "%j is no term, and the message says so",
    (text) => {
      expect(() => parseTerm(text)).toThrow(`Not a term: ${JSON.stringify(text)}`);
    },
  );

  test("terms for people", () => {
    expect(formatTerm(parseTerm("half working day"), "vi")).toBe("nửa ngày làm việc");
    expect(formatTerm(parseTerm("1.5 working days"), "vi")).toBe("1,5 ngày làm việc");
    expect(formatTerm(parseTerm("3 working days"), "en")).toBe("3 working days");
    expect(formatTerm(parseTerm("1 month"), "en")).toBe("1 month");
  });
});
