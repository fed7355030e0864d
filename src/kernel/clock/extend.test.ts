import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { instantAt, parseDay } from "../../base/day.ts";
import type { WorkCalendar } from "./calendar.ts";
import { describeSteps } from "./describe.ts";
import { dueAt } from "./due.ts";
import { dueAfter, type Extension, partOf } from "./extend.ts";
import { calendarOfTheLaw, moment, pause, told } from "./moments.stage.ts";
import { workingTimeBetween } from "./opening.ts";
import type { Pause } from "./pause.ts";
import { parseTerm, type Term } from "./term.ts";

let calendar: WorkCalendar;
beforeAll(async () => {
  calendar = await calendarOfTheLaw();
});

const added = (term: string, grantedAt: string): Extension => ({ term: parseTerm(term), grantedAt: moment(grantedAt), reason: "chờ xác minh" });

describe("added time, counted by hand", () => {
  // Working days are those of the Civil Code 2015, art. 147 and 148, and of the yearly announcements in db/law/holidays.yaml. The first due moment
  // stands in due.test.ts; added days are counted from the day after it, or after the day of granting when that came later.
  test.each([
    // Due Thu 26/11; Fri 27 is one, Mon 30 two.
    ["3 working days", "Fri 2026-11-20 15:02", "2 working days", "Wed 2026-11-25 10:00", "Mon 2026-11-30 17:00"],
    // Granted on the due moment itself: still in time, so counted from there.
    ["3 working days", "Fri 2026-11-20 15:02", "2 working days", "Thu 2026-11-26 17:00", "Mon 2026-11-30 17:00"],
    // Granted a day late: Fri 27 is not counted, Mon 30 and Tue 1/12 are.
    ["3 working days", "Fri 2026-11-20 15:02", "2 working days", "Fri 2026-11-27 09:00", "Tue 2026-12-01 17:00"],
    // Over Tết: due Fri 13/2/2026, then off 14 to 22/2; Mon 23 is one, Tue 24 two.
    ["3 working days", "Tue 2026-02-10 09:00", "2 working days", "Thu 2026-02-12 09:00", "Tue 2026-02-24 17:00"],
    // Over a swapped Saturday: due Fri 21/8/2026, Sat 22 is worked for Mon 31, Mon 24 is two.
    ["3 working days", "Tue 2026-08-18 09:00", "2 working days", "Fri 2026-08-21 08:00", "Mon 2026-08-24 17:00"],
    // Half a day, due Mon 23/11 14:45: 2 h 15 of Monday are left, Tue 24 is a holiday, 1 h 30 of Wednesday.
    ["half working day", "Mon 2026-11-23 09:00", "half working day", "Mon 2026-11-23 14:00", "Wed 2026-11-25 09:00"],
    // Half a day before Tết, due Fri 13/2 11:15: fifteen minutes before noon and 3 h 30 after it.
    ["half working day", "Fri 2026-02-13 07:30", "half working day", "Fri 2026-02-13 11:00", "Fri 2026-02-13 17:00"],
    // Hours that run through the weekend.
    ["24 hours", "Fri 2026-11-20 16:00", "24 hours", "Sat 2026-11-21 10:00", "Sun 2026-11-22 16:00"],
    // Calendar days end on a day off, so they end with the next working day: 27/11 + 7 = Fri 4/12.
    ["7 days", "Fri 2026-11-20 16:00", "7 days", "Thu 2026-11-26 10:00", "Fri 2026-12-04 23:59"],
    // Due Thu 30/7; a month later is Sun 30/8, Mon 31 is swapped off, 1 and 2/9 are the national days.
    ["1 month", "Tue 2026-06-30 09:00", "1 month", "Mon 2026-07-20 10:00", "Thu 2026-09-03 23:59"],
  ])("%s from %s, and %s granted on %s: %s", (term, from, more, grantedAt, due) => {
    const result = dueAfter({ term: parseTerm(term), from: moment(from), extensions: [added(more, grantedAt)], pauses: [], calendar });
    expect(told(result.dueAt)).toBe(due);
    moment(due);
  });

  test.each([
    // Granted on Wed 25, then paused from Thu 26 10:00 to Mon 30 08:00: Thu 26 and Fri 27 are lost, so day 3 is Mon 30, and the two added are Tue 1 and Wed 2.
    ["Thu 2026-11-26 10:00", "Mon 2026-11-30 08:00", "Wed 2026-12-02 17:00"],
    // Paused within the added time: Fri 27 is lost.
    ["Fri 2026-11-27 10:00", "Mon 2026-11-30 08:00", "Tue 2026-12-01 17:00"],
    // Over before the added time began to count: nothing of it is lost, only the first promise moves by Wed 25.
    ["Wed 2026-11-25 11:00", "Thu 2026-11-26 08:00", "Tue 2026-12-01 17:00"],
  ])("a pause after the granting, from %s to %s: %s", (paused, until, due) => {
    const question = { term: parseTerm("3 working days"), from: moment("Fri 2026-11-20 15:02"), extensions: [added("2 working days", "Wed 2026-11-25 10:00")], calendar };
    expect(told(dueAfter({ ...question, pauses: [pause(paused, until)] }).dueAt)).toBe(due);
    expect(dueAfter({ ...question, pauses: [pause(paused, null)] }).state).toBe("paused");
  });

  test("is told with the old promise, the reason and the way on, from memory or from the database", () => {
    const { steps } = dueAfter({
      term: parseTerm("3 working days"),
      from: moment("Fri 2026-11-20 15:02"),
      extensions: [added("2 working days", "Wed 2026-11-25 10:00")],
      pauses: [],
      calendar,
    });
    expect(describeSteps(JSON.parse(JSON.stringify(steps)), "vi").slice(-6)).toEqual([
      "Thứ Tư 25/11: ngày thứ 2 · thứ Năm 26/11: ngày thứ 3",
      "Hẹn cũ thứ Năm 26/11, 17:00, nay gia hạn vì: chờ xác minh",
      "Tính thêm từ sau thứ Năm 26/11",
      "Thứ Sáu 27/11: ngày làm việc thứ 1",
      "Thứ Bảy 28, Chủ nhật 29: nghỉ",
      "Thứ Hai 30/11: ngày thứ 2",
    ]);
    const half = dueAfter({
      term: parseTerm("half working day"),
      from: moment("Mon 2026-11-23 09:00"),
      extensions: [added("half working day", "Mon 2026-11-23 14:00")],
      pauses: [],
      calendar,
    });
    expect(describeSteps(half.steps, "en")).toContain("The added time is counted from Monday 23 November, 14:45");
  });

  test("half of a term is rounded up to whole units, at least one", () => {
    expect(partOf(parseTerm("3 working days"), 0.5)).toEqual({ unit: "workingDays", count: 2 });
    expect(partOf(parseTerm("half working day"), 0.5)).toEqual({ unit: "halfWorkingDays", count: 1 });
    expect(partOf({ ...parseTerm("7 days, no rollover") }, 0.5)).toEqual({ unit: "calendarDays", count: 4, rollOver: false });
  });
});

describe("whatever the term, the moment and the pauses", () => {
  const minute = 60_000;
  const first = instantAt(parseDay("2023-01-01"), "00:00").getTime();
  const last = instantAt(parseDay("2027-04-30"), "00:00").getTime();
  const instant = fc.integer({ min: 0, max: (last - first) / minute }).map((count) => new Date(first + count * minute));
  const unit = fc.constantFrom("workingDays" as const, "workingHours" as const, "halfWorkingDays" as const, "clockHours" as const, "calendarDays" as const);
  const term = fc.record({ unit, count: fc.integer({ min: 1, max: 8 }) }).map((one): Term => one);
  const span = fc.tuple(fc.integer({ min: 0, max: 15 * 1_440 }), fc.integer({ min: 0, max: 5 * 1_440 }));
  const story = fc.tuple(term, term, instant, fc.integer({ min: 0, max: 12 * 1_440 }), fc.array(span, { maxLength: 3 })).map(([one, more, from, later, spans]) => ({
    term: one,
    from,
    extensions: [{ term: more, grantedAt: new Date(from.getTime() + later * minute), reason: "vì" }],
    pauses: spans.map(([start, length]): Pause => {
      const begins = from.getTime() + start * minute;
      return { from: new Date(begins), to: new Date(begins + length * minute), reason: "chờ" };
    }),
  }));
  const running = (due: { readonly dueAt: Date | null }): number => {
    if (due.dueAt === null) throw new Error("paused");
    return due.dueAt.getTime();
  };

  test("an extension never shortens, and never promises what has passed", () => {
    fc.assert(
      fc.property(story, (one) => {
        const question = { ...one, calendar };
        const before = running(dueAt(question));
        const after = running(dueAfter(question));
        expect(after).toBeGreaterThan(before);
        expect(after).toBeGreaterThan(one.extensions[0]?.grantedAt.getTime() ?? 0);
      }),
      { numRuns: 400 },
    );
  });

  test("without an extension it is the plain term, and more time is never earlier", () => {
    fc.assert(
      fc.property(story, (one) => {
        const question = { ...one, calendar };
        expect(dueAfter({ ...question, extensions: [] })).toEqual(dueAt(question));
        const [extension] = one.extensions;
        if (!extension) return;
        const longer = [{ ...extension, term: { ...extension.term, count: extension.term.count + 1 } }];
        expect(running(dueAfter({ ...question, extensions: longer }))).toBeGreaterThanOrEqual(running(dueAfter(question)));
      }),
      { numRuns: 200 },
    );
  });

  test("who comes later is never due earlier, and one more pause never helps", () => {
    fc.assert(
      fc.property(story, fc.nat(5 * 1_440), (one, later) => {
        const question = { ...one, calendar };
        const from = new Date(one.from.getTime() + later * minute);
        expect(running(dueAfter({ ...question, from }))).toBeGreaterThanOrEqual(running(dueAfter(question)));
        expect(running(dueAfter(question))).toBeGreaterThanOrEqual(running(dueAfter({ ...question, pauses: one.pauses.slice(1) })));
      }),
      { numRuns: 200 },
    );
  });

  test("in working hours a pause adds exactly its own working time to what was extended in time", () => {
    const hours = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(hours, hours, instant, span, (count, more, from, [start, length]) => {
        const begins = new Date(from.getTime() + start * minute);
        const paused: Pause = { from: begins, to: new Date(begins.getTime() + length * minute), reason: "chờ" };
        const extension = { term: { unit: "workingHours" as const, count: more }, grantedAt: from, reason: "vì" };
        const question = { term: { unit: "workingHours" as const, count }, from, extensions: [extension], calendar };
        const before = dueAfter({ ...question, pauses: [] }).dueAt;
        const after = dueAfter({ ...question, pauses: [paused] }).dueAt;
        if (before === null || after === null || paused.to === null) throw new Error("paused");
        const lost = before <= begins ? 0 : workingTimeBetween(calendar, begins, new Date(Math.min(paused.to.getTime(), after.getTime())));
        expect(workingTimeBetween(calendar, before, after)).toBe(lost);
      }),
      { numRuns: 150 },
    );
  });

  test("every step has a sentence", () => {
    fc.assert(
      fc.property(story, fc.constantFrom("vi" as const, "en" as const), (one, lang) => {
        const lines = describeSteps(dueAfter({ ...one, calendar }).steps, lang);
        expect(lines.every((line) => /^[\p{Lu}\d].*\S$/u.test(line) && !/undefined|NaN|object/.test(line))).toBe(true);
      }),
    );
  });
});
