import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDay } from "../../base/day.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { type Procedure, procedureLaw, stayProcedureOn } from "../procedures/index.ts";
import { explain, judge } from "./night.ts";

let procedure: Procedure;
beforeAll(async () => {
  const { procedures } = await loadLaw("db/law", { procedures: procedureLaw });
  const found = stayProcedureOn(procedures, parseDay("2026-11-25"));
  if (!found) throw new Error("no procedure for stays");
  procedure = found;
});

const at = (text: string): Date => new Date(`${text}+07:00`);
const judged = (arrived: string, told: string) => judge(procedure, { arrivedAt: at(arrived), toldAt: at(told) });

describe("by when a stay is told, and whether it was", () => {
  // Each line worked out by hand from the rule: arrived before 23:00, told before 23:00; arrived later, told before 08:00 the next morning.
  test.each([
    ["an ordinary evening", "2026-11-25T20:15:00", "2026-11-25T20:30:00", "2026-11-25T23:00:00", true],
    ["a minute before the night, told in that minute", "2026-11-25T22:59:00", "2026-11-25T22:59:59", "2026-11-25T23:00:00", true],
    ["a second before the night, told at its first second", "2026-11-25T22:59:59", "2026-11-25T23:00:00", "2026-11-25T23:00:00", false],
    ["a second before the night, told the next morning", "2026-11-25T22:59:59", "2026-11-26T07:59:59", "2026-11-25T23:00:00", false],
    ["at 23:00 sharp, told late at night", "2026-11-25T23:00:00", "2026-11-25T23:40:00", "2026-11-26T08:00:00", true],
    ["at 23:00 sharp, told a second before eight", "2026-11-25T23:00:00", "2026-11-26T07:59:59", "2026-11-26T08:00:00", true],
    ["at 23:00 sharp, told at eight", "2026-11-25T23:00:00", "2026-11-26T08:00:00", "2026-11-26T08:00:00", false],
    ["a second before midnight", "2026-11-25T23:59:59", "2026-11-26T00:00:00", "2026-11-26T08:00:00", true],
    ["at midnight: a new day, with all of it to tell", "2026-11-26T00:00:00", "2026-11-26T08:00:00", "2026-11-26T23:00:00", true],
    ["after midnight, told in the evening", "2026-11-26T00:30:00", "2026-11-26T22:59:59", "2026-11-26T23:00:00", true],
    ["at eight in the morning", "2026-11-26T08:00:00", "2026-11-26T08:00:01", "2026-11-26T23:00:00", true],
    ["told before the guest came", "2026-11-25T22:30:00", "2026-11-25T17:00:00", "2026-11-25T23:00:00", true],
    ["the last night of a month", "2026-11-30T23:30:00", "2026-12-01T07:00:00", "2026-12-01T08:00:00", true],
    ["the last night of a year", "2026-12-31T23:00:00", "2027-01-01T08:00:00", "2027-01-01T08:00:00", false],
    ["the night to the day after February in a leap year", "2028-02-29T23:10:00", "2028-03-01T07:59:00", "2028-03-01T08:00:00", true],
  ])("%s", (_name, arrived, told, due, inTime) => {
    expect(judged(arrived, told)).toMatchObject({ dueAt: at(due), inTime });
  });
});

const minuteMs = 60_000;
const dayMs = 86_400_000;
// Vietnam is seven hours ahead of UTC all the year round, so its midnights lie at 17:00 UTC.
const midnightBefore = (instant: number): number => Math.floor((instant + 7 * 3_600_000) / dayMs) * dayMs - 7 * 3_600_000;
const instants = fc.integer({ min: Date.parse("2024-01-01T00:00:00Z"), max: Date.parse("2034-01-01T00:00:00Z") });
/** Close to the edges of the rule, where mistakes live. */
const edges = fc
  .tuple(instants, fc.constantFrom(0, 8 * 60, 23 * 60, 24 * 60), fc.integer({ min: -2_000, max: 2_000 }))
  .map(([instant, minutes, off]) => midnightBefore(instant) + minutes * minuteMs + off);

test("whenever a guest comes, the deadline is 23:00 of that day or 08:00 of the next, lies ahead, and never further than 23 hours", () => {
  fc.assert(
    fc.property(fc.oneof(instants, edges), (arrived) => {
      const { dueAt } = judge(procedure, { arrivedAt: new Date(arrived), toldAt: new Date(arrived) });
      const midnight = midnightBefore(arrived);
      const beforeNight = arrived - midnight < 23 * 60 * minuteMs;
      expect(dueAt.getTime()).toBe(beforeNight ? midnight + 23 * 60 * minuteMs : midnight + dayMs + 8 * 60 * minuteMs);
      expect(dueAt.getTime()).toBeGreaterThan(arrived);
      expect(dueAt.getTime() - arrived).toBeLessThanOrEqual(23 * 60 * minuteMs);
    }),
    { numRuns: 2_000 },
  );
});

test("a telling is in time before the deadline and late from it on, whatever the instants; the explanation says the same", () => {
  fc.assert(
    fc.property(fc.oneof(instants, edges), fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -dayMs, max: dayMs })), (arrived, off) => {
      const arrivedAt = new Date(arrived);
      const { dueAt } = judge(procedure, { arrivedAt, toldAt: arrivedAt });
      const telling = judge(procedure, { arrivedAt, toldAt: new Date(dueAt.getTime() + off) });
      expect(telling.inTime).toBe(off < 0);
      expect(explain(telling, "vi")[2]).toMatch(off < 0 ? /trong hạn\.$/ : /muộn .+\.$/);
    }),
    { numRuns: 1_000 },
  );
});

test("the arithmetic is told in plain sentences, in both languages", () => {
  expect(explain(judged("2026-11-25T22:40:00", "2026-11-25T23:20:00"), "vi")).toEqual([
    "Khách đến lúc 22:40, thứ Tư 25/11/2026.",
    "Đến trước giờ khuya, nên phải báo ngay trong ngày: trước 23:00, thứ Tư 25/11/2026.",
    "Báo lúc 23:20, thứ Tư 25/11/2026: muộn 20 phút.",
  ]);
  expect(explain(judged("2026-11-25T23:10:00", "2026-11-26T07:00:00"), "en")).toEqual([
    "The guest came on Wednesday 25 November 2026, 23:10.",
    "That is after the night hour, so it could be told the next morning: before Thursday 26 November 2026, 08:00.",
    "It was told on Thursday 26 November 2026, 07:00: in time.",
  ]);
  // At the first second of the deadline nobody is told "late by 0 minutes".
  expect(explain(judged("2026-11-25T22:59:59", "2026-11-25T23:00:00"), "vi")[2]).toBe("Báo lúc 23:00, thứ Tư 25/11/2026: muộn 1 phút.");
});
