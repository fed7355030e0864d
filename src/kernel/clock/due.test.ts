import { beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "../../base/day.ts";
import type { WorkCalendar } from "./calendar.ts";
import { MissingYear } from "./calendar.ts";
import { describeSteps } from "./describe.ts";
import { dueAt, isLate } from "./due.ts";
import { calendarOfTheLaw, moment, pause, told } from "./moments.stage.ts";
import { openNow, workingTimeBetween } from "./opening.ts";
import type { Pause } from "./pause.ts";
import { parseTerm } from "./term.ts";

let calendar: WorkCalendar;
beforeAll(async () => {
  calendar = await calendarOfTheLaw();
});

function dueOf(term: string, from: string, pauses: readonly Pause[] = []) {
  return dueAt({ term: parseTerm(term), from: moment(from), pauses, calendar });
}

describe("working days, counted by hand", () => {
  test.each([
    // The day of Vietnamese culture, a Tuesday in 2026; no holiday in 2023.
    ["3 working days", "Fri 2026-11-20 15:02", "Thu 2026-11-26 17:00"],
    ["1 working day", "Mon 2026-11-23 09:00", "Wed 2026-11-25 17:00"],
    ["1 working day", "Tue 2026-11-24 10:00", "Wed 2026-11-25 17:00"],
    ["3 working days", "Sat 2026-11-21 08:00", "Thu 2026-11-26 17:00"],
    ["3 working days", "Sun 2026-11-22 20:00", "Thu 2026-11-26 17:00"],
    ["3 working days", "Thu 2026-11-19 17:30", "Wed 2026-11-25 17:00"],
    ["7 working days", "Wed 2026-11-18 08:00", "Mon 2026-11-30 17:00"],
    ["3 working days", "Fri 2023-11-24 08:00", "Wed 2023-11-29 17:00"],
    ["1 working day", "Thu 2023-11-23 16:00", "Fri 2023-11-24 17:00"],
    // Tết of every year.
    ["3 working days", "Wed 2023-01-18 09:00", "Mon 2023-01-30 17:00"],
    ["1 working day", "Thu 2023-01-19 09:00", "Fri 2023-01-27 17:00"],
    ["2 working days", "Wed 2024-02-07 09:00", "Fri 2024-02-16 17:00"],
    ["5 working days", "Mon 2024-02-05 09:00", "Mon 2024-02-19 17:00"],
    ["1 working day", "Fri 2025-01-24 09:00", "Mon 2025-02-03 17:00"],
    ["7 working days", "Wed 2025-01-22 09:00", "Fri 2025-02-07 17:00"],
    ["3 working days", "Thu 2026-02-12 09:00", "Tue 2026-02-24 17:00"],
    ["1 working day", "Fri 2026-02-13 09:00", "Mon 2026-02-23 17:00"],
    ["3 working days", "Tue 2027-02-02 09:00", "Fri 2027-02-12 17:00"],
    // Swapped days and working Saturdays.
    ["1 working day", "Fri 2024-04-26 09:00", "Thu 2024-05-02 17:00"],
    ["3 working days", "Fri 2024-04-26 09:00", "Sat 2024-05-04 17:00"],
    ["4 working days", "Fri 2024-04-26 09:00", "Mon 2024-05-06 17:00"],
    ["1 working day", "Fri 2025-04-25 09:00", "Sat 2025-04-26 17:00"],
    ["3 working days", "Fri 2025-04-25 09:00", "Tue 2025-04-29 17:00"],
    ["4 working days", "Fri 2025-04-25 09:00", "Mon 2025-05-05 17:00"],
    ["1 working day", "Wed 2025-12-31 09:00", "Mon 2026-01-05 17:00"],
    ["5 working days", "Mon 2026-01-05 09:00", "Sat 2026-01-10 17:00"],
    ["1 working day", "Fri 2026-08-21 09:00", "Sat 2026-08-22 17:00"],
    ["2 working days", "Fri 2026-08-21 09:00", "Mon 2026-08-24 17:00"],
    ["1 working day", "Fri 2026-08-28 09:00", "Thu 2026-09-03 17:00"],
    // Other holidays, and days off in lieu.
    ["1 working day", "Sun 2023-01-01 09:00", "Tue 2023-01-03 17:00"],
    ["1 working day", "Fri 2023-04-28 09:00", "Thu 2023-05-04 17:00"],
    ["1 working day", "Thu 2023-08-31 09:00", "Tue 2023-09-05 17:00"],
    ["1 working day", "Wed 2024-04-17 09:00", "Fri 2024-04-19 17:00"],
    ["1 working day", "Fri 2024-08-30 09:00", "Wed 2024-09-04 17:00"],
    ["1 working day", "Fri 2025-04-04 09:00", "Tue 2025-04-08 17:00"],
    ["1 working day", "Fri 2025-08-29 09:00", "Wed 2025-09-03 17:00"],
    ["1 working day", "Fri 2026-04-24 09:00", "Tue 2026-04-28 17:00"],
    ["3 working days", "Fri 2026-04-24 09:00", "Mon 2026-05-04 17:00"],
    ["1 working day", "Thu 2027-04-15 09:00", "Mon 2027-04-19 17:00"],
    ["1 working day", "Thu 2027-04-29 09:00", "Tue 2027-05-04 17:00"],
    ["1 working day", "Wed 2027-09-01 09:00", "Mon 2027-09-06 17:00"],
    // Over the ends of months.
    ["3 working days", "Fri 2026-10-30 09:00", "Wed 2026-11-04 17:00"],
    ["3 working days", "Wed 2023-11-29 09:00", "Mon 2023-12-04 17:00"],
  ])("%s from %s: %s", (term, from, due) => {
    expect(told(dueOf(term, from).dueAt)).toBe(due);
    moment(due);
  });
});

describe("half a working day and working hours, at every awkward hour", () => {
  test.each([
    ["half working day", "Mon 2026-11-23 06:00", "Mon 2026-11-23 11:15"],
    ["half working day", "Mon 2026-11-23 07:30", "Mon 2026-11-23 11:15"],
    ["half working day", "Mon 2026-11-23 07:45", "Mon 2026-11-23 11:30"],
    ["half working day", "Mon 2026-11-23 07:46", "Mon 2026-11-23 13:31"],
    ["half working day", "Mon 2026-11-23 09:00", "Mon 2026-11-23 14:45"],
    ["half working day", "Mon 2026-11-23 11:15", "Mon 2026-11-23 17:00"],
    ["half working day", "Mon 2026-11-23 11:29", "Wed 2026-11-25 07:44"],
    ["half working day", "Mon 2026-11-23 11:30", "Wed 2026-11-25 07:45"],
    ["half working day", "Mon 2026-11-23 12:00", "Wed 2026-11-25 07:45"],
    ["half working day", "Mon 2026-11-23 13:30", "Wed 2026-11-25 07:45"],
    ["half working day", "Mon 2026-11-23 16:59", "Wed 2026-11-25 11:14"],
    ["half working day", "Mon 2026-11-23 17:00", "Wed 2026-11-25 11:15"],
    ["half working day", "Mon 2026-11-23 23:59", "Wed 2026-11-25 11:15"],
    ["half working day", "Sat 2026-11-21 08:00", "Mon 2026-11-23 11:15"],
    ["half working day", "Fri 2026-11-20 16:00", "Mon 2026-11-23 10:15"],
    ["half working day", "Fri 2026-02-13 15:00", "Mon 2026-02-23 09:15"],
    ["half working day", "Fri 2026-08-21 16:00", "Sat 2026-08-22 10:15"],
    ["1.5 working days", "Mon 2026-11-16 07:30", "Tue 2026-11-17 11:15"],
    ["6 working hours", "Mon 2026-11-23 09:00", "Mon 2026-11-23 17:00"],
    ["8 working hours", "Mon 2026-11-23 09:00", "Wed 2026-11-25 09:30"],
  ])("%s from %s: %s", (term, from, due) => {
    expect(told(dueOf(term, from).dueAt)).toBe(due);
    moment(due);
  });
});

describe("clock hours, calendar days and months", () => {
  test.each([
    ["24 hours", "Fri 2026-11-20 16:00", "Sat 2026-11-21 16:00"],
    ["48 hours", "Fri 2026-11-20 22:15", "Sun 2026-11-22 22:15"],
    ["24 hours", "Sat 2026-02-14 23:30", "Sun 2026-02-15 23:30"],
    ["24 hours", "Tue 2024-12-31 12:00", "Wed 2025-01-01 12:00"],
    ["7 days", "Fri 2026-11-20 16:00", "Fri 2026-11-27 23:59"],
    ["7 days", "Sat 2026-11-14 16:00", "Mon 2026-11-23 23:59"],
    ["7 days, no rollover", "Sat 2026-11-14 16:00", "Sat 2026-11-21 23:59"],
    ["7 days", "Tue 2026-11-17 16:00", "Wed 2026-11-25 23:59"],
    ["7 days, no rollover", "Tue 2026-11-17 16:00", "Tue 2026-11-24 23:59"],
    ["30 days", "Fri 2026-01-16 09:00", "Mon 2026-02-23 23:59"],
    ["20 days", "Sun 2026-11-01 09:00", "Mon 2026-11-23 23:59"],
    ["60 days", "Wed 2026-07-01 09:00", "Thu 2026-09-03 23:59"],
    ["1 month", "Mon 2026-08-31 09:00", "Wed 2026-09-30 23:59"],
    ["2 months", "Thu 2026-12-31 09:00", "Mon 2027-03-01 23:59"],
    ["1 month", "Tue 2026-01-20 09:00", "Mon 2026-02-23 23:59"],
    ["1 month", "Wed 2024-01-31 09:00", "Thu 2024-02-29 23:59"],
  ])("%s from %s: %s", (term, from, due) => {
    const result = dueOf(term, from);
    expect(told(result.dueAt)).toBe(due);
    expect(result.dueOn).toBe(dayOf(moment(due)));
  });
});

describe("the explained clock", () => {
  test("tells every day of three working days over a weekend and a holiday", () => {
    expect(describeSteps(dueOf("3 working days", "Fri 2026-11-20 15:02").steps, "vi")).toEqual([
      "Nhận hồ sơ thứ Sáu 20/11, ngày nhận không tính",
      "Thứ Bảy 21, Chủ nhật 22: nghỉ",
      "Thứ Hai 23/11: ngày làm việc thứ 1",
      "Thứ Ba 24/11: nghỉ lễ Ngày Văn hóa Việt Nam",
      "Thứ Tư 25/11: ngày thứ 2 · thứ Năm 26/11: ngày thứ 3",
    ]);
  });

  test("tells the same in English, and names what was received", () => {
    const steps = dueOf("1 working day", "Fri 2026-08-21 09:00").steps;
    expect(describeSteps(steps, "en", { vi: "ý kiến", en: "the opinion" })).toEqual([
      "Received the opinion on Friday 21 August, that day is not counted",
      "Saturday 22 August: working day 1 (worked instead of Monday 31 August)",
    ]);
  });

  test("tells a half working day by the hour", () => {
    expect(describeSteps(dueOf("half working day", "Fri 2026-11-20 16:00").steps, "vi")).toEqual([
      "Nhận hồ sơ thứ Sáu 20/11 lúc 16:00",
      "Một ngày làm việc có 7 giờ 30 phút, phải xong trong 3 giờ 45 phút",
      "Thứ Sáu 20/11, 16:00 đến 17:00: 1 giờ",
      "Thứ Bảy 21, Chủ nhật 22: nghỉ",
      "Thứ Hai 23/11, 07:30 đến 10:15: 2 giờ 45 phút",
    ]);
  });

  test("tells that a receipt at closing time is counted from the next opening", () => {
    expect(describeSteps(dueOf("half working day", "Fri 2026-11-20 17:00").steps, "vi")).toEqual([
      "Nhận hồ sơ thứ Sáu 20/11 lúc 17:00",
      "Thứ Bảy 21, Chủ nhật 22: nghỉ",
      "Ngoài giờ làm việc, tính từ 07:30 thứ Hai 23/11",
      "Một ngày làm việc có 7 giờ 30 phút, phải xong trong 3 giờ 45 phút",
      "Thứ Hai 23/11, 07:30 đến 11:15: 3 giờ 45 phút",
    ]);
  });

  test("tells expected holidays as expected, long breaks as runs, and the year when it changes", () => {
    const tet = describeSteps(dueOf("1 working day", "Wed 2027-02-03 09:00").steps, "vi");
    expect(tet).toContain("Thứ Năm 4/2 đến thứ Hai 8/2: nghỉ lễ Tết Nguyên đán (dự kiến)");
    expect(describeSteps(dueOf("2 months", "Thu 2026-12-31 09:00").steps, "vi").at(-1)).toBe("Ngày cuối rơi vào ngày nghỉ nên lùi đến hết thứ Hai 1/3/2027");
  });

  test("tells a pause, past and present", () => {
    const past = dueOf("3 working days", "Mon 2026-11-09 09:00", [pause("Tue 2026-11-10 10:00", "Thu 2026-11-12 08:00")]);
    expect(describeSteps(past.steps, "vi")).toEqual([
      "Nhận hồ sơ thứ Hai 9/11, ngày nhận không tính",
      "Thứ Ba 10/11, thứ Tư 11/11: tạm dừng, không tính: chờ bổ sung giấy tờ",
      "Thứ Năm 12/11: ngày làm việc thứ 1 · thứ Sáu 13/11: ngày thứ 2",
      "Thứ Bảy 14, Chủ nhật 15: nghỉ",
      "Thứ Hai 16/11: ngày thứ 3",
    ]);
    const present = dueOf("3 working days", "Mon 2026-11-09 09:00", [pause("Tue 2026-11-10 10:00", null)]);
    expect(describeSteps(present.steps, "vi").at(-1)).toBe("Đang tạm dừng từ thứ Ba 10/11, 10:00: chờ bổ sung giấy tờ");
  });

  test("is told from stored steps as from fresh ones", () => {
    const { steps } = dueOf("7 working days", "Wed 2025-01-22 09:00");
    expect(describeSteps(JSON.parse(JSON.stringify(steps)), "vi")).toEqual(describeSteps(steps, "vi"));
  });
});

describe("pauses", () => {
  test.each([
    ["3 working days", "Mon 2026-11-09 09:00", "Tue 2026-11-10 10:00", "Wed 2026-11-11 10:00", "Fri 2026-11-13 17:00"],
    ["3 working days", "Mon 2026-11-09 09:00", "Tue 2026-11-10 10:00", "Tue 2026-11-10 15:00", "Thu 2026-11-12 17:00"],
    ["3 working days", "Mon 2026-11-09 09:00", "Fri 2026-11-13 10:00", "Fri 2026-11-20 10:00", "Thu 2026-11-12 17:00"],
    // Standing until closing time loses the day; stopping as it closes does not.
    ["3 working days", "Mon 2026-11-09 09:00", "Tue 2026-11-10 10:00", "Tue 2026-11-10 17:00", "Fri 2026-11-13 17:00"],
    ["3 working days", "Mon 2026-11-09 09:00", "Tue 2026-11-10 17:00", "Wed 2026-11-11 08:00", "Thu 2026-11-12 17:00"],
    ["7 days", "Sat 2026-11-14 09:00", "Mon 2026-11-23 10:00", "Wed 2026-11-25 10:00", "Wed 2026-11-25 23:59"],
    ["half working day", "Mon 2026-11-09 09:00", "Mon 2026-11-09 10:00", "Mon 2026-11-09 14:00", "Mon 2026-11-09 16:45"],
    ["24 hours", "Fri 2026-11-20 16:00", "Fri 2026-11-20 18:00", "Sat 2026-11-21 06:00", "Sun 2026-11-22 04:00"],
    ["10 days", "Mon 2026-11-02 09:00", "Wed 2026-11-04 09:00", "Fri 2026-11-06 09:00", "Mon 2026-11-16 23:59"],
    ["1 month", "Mon 2026-10-05 09:00", "Wed 2026-10-07 09:00", "Fri 2026-10-09 09:00", "Mon 2026-11-09 23:59"],
  ])("%s from %s, paused %s to %s: %s", (term, from, ...[paused, until, due]) => {
    expect(told(dueOf(term, from, [pause(paused, until)]).dueAt)).toBe(due);
  });

  test("a pause that ends before it begins is refused", () => {
    expect(() => dueOf("3 working days", "Mon 2026-11-09 09:00", [pause("Wed 2026-11-11 09:00", "Tue 2026-11-10 09:00")])).toThrow(RangeError);
  });

  test("what is paused has no due moment and is never late", () => {
    const due = dueOf("24 hours", "Fri 2026-11-20 16:00", [pause("Fri 2026-11-20 18:00", null)]);
    expect(due).toMatchObject({ state: "paused", dueAt: null, dueOn: null });
    expect(isLate(due, moment("Wed 2027-09-01 09:00"))).toBe(false);
  });
});

describe("what cannot be known is said", () => {
  test("a year without holidays", () => {
    expect(() => dueOf("3 working days", "Fri 2027-12-31 09:00")).toThrow(new MissingYear(2028));
    expect(() => dueOf("3 working days", "Thu 2022-12-01 09:00")).toThrow(MissingYear);
  });

  test("a term of nothing", () => {
    const question = { from: moment("Mon 2026-11-09 09:00"), pauses: [], calendar };
    expect(() => dueAt({ ...question, term: { unit: "workingDays", count: 0 } })).toThrow(RangeError);
    expect(() => dueAt({ ...question, term: { unit: "clockHours", count: 1.5 } })).toThrow(RangeError);
  });
});

describe("the counter", () => {
  test.each([
    ["Fri 2026-11-20 07:29", false, "Fri 2026-11-20 07:30"],
    ["Fri 2026-11-20 07:30", true, "Fri 2026-11-20 11:30"],
    ["Fri 2026-11-20 11:30", false, "Fri 2026-11-20 13:30"],
    ["Fri 2026-11-20 16:59", true, "Fri 2026-11-20 17:00"],
    ["Fri 2026-11-20 17:00", false, "Sat 2026-11-21 07:30"],
    ["Sat 2026-11-21 09:00", true, "Sat 2026-11-21 11:30"],
    ["Sat 2026-11-21 11:30", false, "Mon 2026-11-23 07:30"],
    ["Tue 2026-11-24 09:00", false, "Wed 2026-11-25 07:30"],
    ["Sat 2026-08-22 14:00", true, "Sat 2026-08-22 17:00"],
    ["Sat 2026-02-14 09:00", false, "Mon 2026-02-23 07:30"],
  ])("at %s open %s, until or from %s", (now, open, edge) => {
    const opening = openNow(calendar, moment(now));
    expect(opening.open).toBe(open);
    expect(told(opening.open ? opening.until : opening.opensAt)).toBe(edge);
  });

  test("the due moment itself is in time, a moment later is late", () => {
    const due = dueOf("3 working days", "Fri 2026-11-20 15:02");
    expect(isLate(due, moment("Thu 2026-11-26 17:00"))).toBe(false);
    expect(isLate(due, moment("Thu 2026-11-26 17:01"))).toBe(true);
  });

  test("working time counts office hours only", () => {
    const hours = (from: string, to: string): number => workingTimeBetween(calendar, moment(from), moment(to)) / 3_600_000;
    expect(hours("Fri 2026-11-20 16:00", "Wed 2026-11-25 08:30")).toBe(1 + 7.5 + 1);
    expect(hours("Sat 2026-11-21 00:00", "Sun 2026-11-22 23:00")).toBe(0);
    expect(hours("Wed 2026-11-25 08:30", "Fri 2026-11-20 16:00")).toBe(-9.5);
  });
});
