import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { weekdayOf } from "../../base/day.ts";
import type { Complaint } from "../law/define.ts";
import { defineLaw } from "../law/define.ts";
import { bilingualField, complaint, dayField, lawFields, textField } from "../law/fields.ts";
import { texts } from "./texts.ts";

const dayOff = z.strictObject({
  /** A single day, or the first of a run. */
  on: dayField,
  /** The last day of the run; weekends inside an announced break belong to it. */
  to: dayField.optional(),
  /** A holiday; a day off because a holiday fell on the weekly rest (Labour Code art. 111.3); or a day worked on a Saturday instead. */
  kind: z.enum(["holiday", "compensation", "swapped"]).default("holiday"),
  name: bilingualField,
});

const year = z.strictObject({
  ...lawFields,
  year: z.int(),
  /** `expected`: computed from the law; the yearly announcement may still choose other days. */
  status: z.enum(["expected", "announced"]),
  daysOff: z.array(dayOff).min(1),
  /** Saturdays on which everybody works, and the day given for each. */
  workingDays: z.array(z.strictObject({ on: dayField, insteadOf: dayField })).default([]),
});

/** The days off and the swapped days of one year. */
export type HolidayYear = z.infer<typeof year>;

export const holidayLaw = defineLaw<HolidayYear>({
  name: "holidays",
  path: "holidays.yaml",
  schema: year,
  keyOf: () => "the year",
  check: (rows) => rows.flatMap((row, index) => complaintsOfYear(row).map((found) => ({ row: index, ...found }))),
});

const clockTime = z.string().superRefine((text, context) => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) context.addIssue(complaint(texts.notAClockTime));
});
const interval = z.strictObject({ from: clockTime, to: clockTime }).superRefine(({ from, to }, context) => {
  if (from >= to) context.addIssue(complaint(texts.closesBeforeItOpens));
});
const inOrder = z.array(interval).superRefine((intervals, context) => {
  const wrong = intervals.findIndex(({ from }, i) => i > 0 && from < (intervals[i - 1]?.to ?? ""));
  if (wrong > 0) context.addIssue({ ...complaint(texts.closesBeforeItOpens), path: [wrong] });
});

const hours = z.strictObject({
  ...lawFields,
  /** "vietnam", a province "24" or a commune "24/07612"; the most exact one that has a row in force is used. */
  place: textField,
  /** Month and day, both included, when the hours are only those of a season: "04-15" to "10-15". */
  season: z.strictObject({ from: z.string().regex(/^\d\d-\d\d$/), to: z.string().regex(/^\d\d-\d\d$/) }).optional(),
  /** Office hours of an ordinary working day. */
  office: inOrder.min(1),
  /** When the counter receives people on Saturday, beyond the office hours. */
  saturdayReception: inOrder.default([]),
  /** Whether a Saturday counts as a working day for terms, with its reception hours as office hours. */
  saturdayCounts: z.boolean(),
});

/** Office and reception hours of a place. */
export type OfficeHours = z.infer<typeof hours>;

export const officeHoursLaw = defineLaw<OfficeHours>({
  name: "officeHours",
  path: "office-hours.yaml",
  schema: hours,
  keyOf: ({ place, season }) => (season === undefined ? place : `${place} ${season.from}..${season.to}`),
});

function complaintsOfYear(row: HolidayYear): Array<Omit<Complaint, "row">> {
  const found: Array<Omit<Complaint, "row">> = [];
  const isOff = (day: Day): boolean => row.daysOff.some(({ on, to }) => on <= day && day <= (to ?? on));
  row.daysOff.forEach(({ on, to }, i) => {
    const earlier = row.daysOff.slice(0, i).some((other) => on <= (other.to ?? other.on) && other.on <= (to ?? on));
    if (earlier) found.push({ path: ["daysOff", i], message: texts.twiceOff(on) });
    if (!on.startsWith(`${row.year}-`)) found.push({ path: ["daysOff", i, "on"], message: texts.notInYear(on, row.year) });
    if (to !== undefined && to < on) found.push({ path: ["daysOff", i, "to"], message: texts.closesBeforeItOpens });
  });
  row.workingDays.forEach(({ on, insteadOf }, i) => {
    if (weekdayOf(on) !== 6) found.push({ path: ["workingDays", i, "on"], message: texts.notASaturday(on) });
    if (isOff(on)) found.push({ path: ["workingDays", i, "on"], message: texts.twiceOff(on) });
    if (!isOff(insteadOf)) found.push({ path: ["workingDays", i, "insteadOf"], message: texts.notOff(insteadOf) });
  });
  if (row.validFrom !== `${row.year}-01-01` || row.validTo !== `${row.year}-12-31`) {
    found.push({ path: ["validFrom"], message: texts.notTheWholeYear(row.year) });
  }
  return found;
}
