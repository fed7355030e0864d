import { expect, test } from "vitest";
import { z } from "zod";
import { optionalTimeOfDay, parseForm, readTimeOfDay, timeOfDay } from "./form.ts";

test.each([
  ["19:30", "19:30"],
  ["19h30", "19:30"],
  ["19 giờ 30", "19:30"],
  ["7 giờ", "07:00"],
  ["19 H 30", "19:30"],
  ["7g05", "07:05"],
  ["19.30", "19:30"],
  ["1930", "19:30"],
  ["19h", "19:00"],
  ["7", "07:00"],
  ["24:00", null],
  ["19:60", null],
  ["19:5", null],
  ["tối qua", null],
  ["-1:30", null],
  ["", null],
])("a time of day typed as %j is %j", (typed, read) => expect(readTimeOfDay(typed)).toBe(read));

test("a time of day is asked for, or may be left out; what is none is never taken for left out", () => {
  const form = z.object({ begins: timeOfDay(), told: optionalTimeOfDay() });
  expect(parseForm(form, { begins: "19h30" })).toEqual({ ok: true, value: { begins: "19:30", told: null } });
  expect(parseForm(form, { told: "25h" })).toMatchObject({ ok: false, errors: { begins: {}, told: {} } });
});
