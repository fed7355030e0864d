import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import { choice, type Parsed, parseForm, timeOfDay, typedOf } from "../../../web/form.ts";
import type { Shift } from "../shifts.ts";
import { rosterTexts as t } from "../texts/roster.ts";

/** A day and a night, as posts change over. */
export const usualHours = { starts: "07:30", ends: "07:30" };

/** `days`: those that the page shows. */
export function parseShift(body: unknown, { days, officers }: { readonly days: readonly Day[]; readonly officers: readonly number[] }): Parsed<Shift> {
  const shape = z.object({ day: choice(days, t.badDay), officer: choice(officers.map(String), t.officerMissing), starts: timeOfDay(), ends: timeOfDay() });
  const form = parseForm(shape, { ...usualHours, ...typedOf(body) });
  if (!form.ok) return form;
  const { day, officer, starts, ends } = form.value;
  return { ok: true, value: { dutyOn: day, officerId: Number(officer), starts, ends } };
}

/** A shift of the page that is to be taken off, of whoever it is. */
export function parseTakingOff(body: unknown, days: readonly Day[]): Parsed<Omit<Shift, "ends">> {
  const form = parseForm(z.object({ day: choice(days, t.badDay), officer: z.coerce.number().int().positive(), starts: timeOfDay() }), body);
  return form.ok ? { ok: true, value: { dutyOn: form.value.day, officerId: form.value.officer, starts: form.value.starts } } : form;
}

/** Onto so many weeks a week is copied at once. */
export const weeksAhead = ["1", "2", "3", "4", "5", "6", "7", "8"] as const;

export const usualWeeks = "4";

export const parseCopy = (body: unknown): Parsed<{ readonly weeks: number }> => parseForm(z.object({ weeks: choice(weeksAhead).transform(Number) }), body);
