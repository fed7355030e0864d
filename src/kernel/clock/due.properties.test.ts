import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { addDays, dayOf, daysOf, endOfDay, instantAt, parseDay } from "../../base/day.ts";
import { loadLaw } from "../law/load.ts";
import type { WorkCalendar } from "./calendar.ts";
import { workCalendar } from "./calendar.ts";
import { holidayLaw, officeHoursLaw } from "./calendar-law.ts";
import { describeSteps } from "./describe.ts";
import { dueAt } from "./due.ts";
import { workingTimeBetween } from "./opening.ts";
import type { Pause } from "./pause.ts";
import type { Term } from "./term.ts";
import { formatTerm, parseTerm, termUnits } from "./term.ts";

let calendar: WorkCalendar;
beforeAll(async () => {
  const law = await loadLaw("db/law", { holidays: holidayLaw, officeHours: officeHoursLaw });
  const [hours] = law.officeHours.rows;
  if (hours === undefined) throw new Error("no office hours");
  // A season with other hours makes the properties harder: half a day is not the same everywhere.
  const summer = {
    ...hours,
    season: { from: "04-15", to: "10-15" },
    office: [
      { from: "07:00", to: "11:30" },
      { from: "13:30", to: "17:00" },
    ],
  };
  const officeHours = { ...law.officeHours, rows: [hours, summer] };
  calendar = workCalendar({ ...law, officeHours }, { provinceCode: "24", communeCode: "07612" });
});

const minute = 60_000;
const first = instantAt(parseDay("2023-01-01"), "00:00").getTime();
const last = instantAt(parseDay("2027-06-30"), "00:00").getTime();
const instant = fc.integer({ min: 0, max: (last - first) / minute }).map((count) => new Date(first + count * minute));
const term = fc
  .record({ unit: fc.constantFrom(...termUnits), count: fc.integer({ min: 1, max: 12 }) })
  .map(({ unit, count }): Term => ({ unit, count: unit === "months" ? 1 + (count % 3) : count }));
const firmTerm = term.map((one): Term => (one.unit === "calendarDays" || one.unit === "months" ? { ...one, rollOver: false } : one));

/** A receipt with pauses in the days around it, some overlapping, some of no length. */
const story = fc.tuple(instant, fc.array(fc.tuple(fc.integer({ min: -1440, max: 20 * 1440 }), fc.integer({ min: 0, max: 6 * 1440 })), { maxLength: 4 })).map(([from, list]) => ({
  from,
  pauses: list.map(([start, length]): Pause => {
    const begins = from.getTime() + start * minute;
    return { from: new Date(begins), to: new Date(begins + length * minute), reason: "chờ bổ sung" };
  }),
}));

const due = (one: Term, from: Date, pauses: readonly Pause[] = []): Date => {
  const found = dueAt({ term: one, from, pauses, calendar });
  if (found.state === "paused") throw new Error("paused");
  return found.dueAt;
};

const isPaused = (pauses: readonly Pause[], at: number): boolean => pauses.some(({ from, to }) => to !== null && from.getTime() <= at && at < to.getTime());

test("who comes later is never due earlier", () => {
  fc.assert(
    fc.property(term, story, fc.nat(10 * 1440), (one, { from, pauses }, later) => {
      const after = new Date(from.getTime() + later * minute);
      const both = one.unit === "months" ? pauses.filter((pause) => pause.from > endOfDay(dayOf(after))) : pauses;
      expect(due(one, after, both).getTime()).toBeGreaterThanOrEqual(due(one, from, both).getTime());
    }),
    { numRuns: 400 },
  );
});

test("a month is cut at the end of February, so a pause that only the earlier receipt lived through can put it behind the later one", () => {
  const month: Term = { unit: "months", count: 1, rollOver: false };
  const from = (day: string) => instantAt(parseDay(day), "09:00");
  const pauses = [{ from: from("2023-01-29"), to: from("2023-01-30"), reason: "chờ bổ sung" }];
  // Without the pause both end on 28/2: 29/2 is no day. The pause is one day of the month that began on 28/1, and none of that of 29/1.
  expect([due(month, from("2023-01-28")), due(month, from("2023-01-29"))].map(dayOf)).toEqual(["2023-02-28", "2023-02-28"]);
  expect([due(month, from("2023-01-28"), pauses), due(month, from("2023-01-29"), pauses)].map(dayOf)).toEqual(["2023-03-01", "2023-02-28"]);
});

test("where office hours change, the rest of a half day is measured by the new hours, and later is still never earlier", () => {
  const lastSummerDay = parseDay("2026-10-15");
  // Eight hours in summer: two of the four are used up, a quarter of the day is left, and that of seven and a half hours.
  expect(due({ unit: "halfWorkingDays", count: 1 }, instantAt(lastSummerDay, "15:00"))).toEqual(instantAt(addDays(lastSummerDay, 1), { hour: 9, minute: 22, second: 30 }));
  const moments = Array.from({ length: 24 * 60 }, (_, count) =>
    due({ unit: "halfWorkingDays", count: 1 }, new Date(instantAt(lastSummerDay, "12:00").getTime() + count * minute)).getTime(),
  );
  expect(moments).toEqual(moments.toSorted((one, other) => one - other));
});

test("one more pause never makes it earlier", () => {
  fc.assert(
    fc.property(term, story, ({ ...one }, { from, pauses }) => {
      expect(due(one, from, pauses).getTime()).toBeGreaterThanOrEqual(due(one, from, pauses.slice(1)).getTime());
    }),
    { numRuns: 400 },
  );
});

test("a pause of no length changes nothing, not even a step", () => {
  fc.assert(
    fc.property(term, story, fc.nat(20 * 1440), (one, { from, pauses }, start) => {
      const at = new Date(from.getTime() + start * minute);
      const empty: Pause = { from: at, to: at, reason: "không" };
      const question = { term: one, from, calendar };
      expect(dueAt({ ...question, pauses: [...pauses, empty] })).toEqual(dueAt({ ...question, pauses }));
    }),
  );
});

test("a pause that is open stops the clock if it begins before the due moment, and closing it at once restores it", () => {
  fc.assert(
    fc.property(firmTerm, instant, fc.nat(30 * 1440), (one, from, start) => {
      const at = new Date(from.getTime() + start * minute);
      const question = { term: one, from, calendar };
      const without = dueAt({ ...question, pauses: [] });
      const open = dueAt({ ...question, pauses: [{ from: at, to: null, reason: "chờ" }] });
      if (without.dueAt !== null && at < without.dueAt) expect(open.state).toBe("paused");
      else expect(open).toEqual(without);
      expect(dueAt({ ...question, pauses: [{ from: at, to: at, reason: "chờ" }] })).toEqual(without);
    }),
  );
});

test("hours: a pause adds exactly its own time", () => {
  const hours = fc.record({ unit: fc.constantFrom("clockHours" as const, "workingHours" as const), count: fc.integer({ min: 1, max: 30 }) });
  fc.assert(
    fc.property(hours, story, (one, { from, pauses }) => {
      const before = due(one, from);
      const after = due(one, from, pauses);
      const time = (a: Date, b: Date): number => (one.unit === "clockHours" ? b.getTime() - a.getTime() : workingTimeBetween(calendar, a, b));
      let paused = 0;
      for (let at = from.getTime(); at < after.getTime(); at += minute) {
        if (isPaused(pauses, at)) paused += time(new Date(at), new Date(at + minute));
      }
      expect(time(before, after)).toBe(paused);
    }),
    { numRuns: 60 },
  );
});

test("working days: a pause adds exactly the working days at whose closing it stood", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), story, (count, { from, pauses }) => {
      const one: Term = { unit: "workingDays", count };
      const [before, after] = [due(one, from), due(one, from, pauses)];
      const closings = (a: Date, b: Date): Date[] =>
        daysOf({ from: addDays(dayOf(a), 1), to: dayOf(b) }).flatMap((day) =>
          calendar
            .dayAt(day)
            .office.slice(-1)
            .map(({ to }) => to),
        );
      const lost = closings(from, after).filter((closing) => isPaused(pauses, closing.getTime() - 1));
      expect(closings(before, after)).toHaveLength(lost.length);
      expect(closings(from, after)).toHaveLength(count + lost.length);
    }),
    { numRuns: 300 },
  );
});

test("working hours agree with counting minute by minute", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), story, (count, { from, pauses }) => {
      let left = count * 60;
      let at = from.getTime();
      for (; left > 0; at += minute) {
        const open = calendar.dayAt(dayOf(new Date(at))).office.some((span) => span.from.getTime() <= at && at < span.to.getTime());
        if (open && !isPaused(pauses, at)) left -= 1;
      }
      expect(due({ unit: "workingHours", count }, from, pauses)).toEqual(new Date(at));
    }),
    { numRuns: 60 },
  );
});

test("working time ends while the office is open, or as it closes", () => {
  fc.assert(
    fc.property(story, fc.constantFrom(1, 2, 3), ({ from, pauses }, count) => {
      const at = due({ unit: "halfWorkingDays", count }, from, pauses);
      expect(calendar.dayAt(dayOf(at)).office.some((span) => span.from < at && at <= span.to)).toBe(true);
    }),
  );
});

test("every step has a sentence, from memory or from the database", () => {
  fc.assert(
    fc.property(term, story, fc.constantFrom("vi" as const, "en" as const), (one, { from, pauses }, lang) => {
      const { steps } = dueAt({ term: one, from, pauses, calendar });
      const lines = describeSteps(steps, lang);
      expect(lines.every((line) => /^[\p{Lu}\d].*\S$/u.test(line) && !/undefined|NaN|object/.test(line))).toBe(true);
      expect(describeSteps(JSON.parse(JSON.stringify(steps)), lang)).toEqual(lines);
    }),
  );
});

test("a term survives being written and read again, in both languages", () => {
  fc.assert(
    fc.property(term, fc.constantFrom("vi" as const, "en" as const), (one, lang) => {
      const read = parseTerm(formatTerm(one, lang));
      const asHalves = ({ unit, count }: Term): Term => (unit === "workingDays" ? { unit: "halfWorkingDays", count: 2 * count } : { unit, count });
      expect(asHalves(read)).toEqual(asHalves(one));
    }),
  );
});
