import { z } from "zod";
import { formatDigits } from "../../base/day/format.ts";
import { addDays, addMonths, type Day, instantAt, monthOf } from "../../base/day.ts";
import { choice, type Parsed, parseForm, pastDay, refuse, say, type Typed, text, typedOf } from "../../web/form.ts";
import type { Span } from "../procedures/index.ts";
import { formTexts as t } from "./texts/forms.ts";

/** Days of receipt, both included; at most a year. */
export type Period = { readonly from: Day; readonly to: Day };

/** What a whole book leaves the house for, and as what. */
export type ExportOrder = { readonly period: Period; readonly format: (typeof formats)[number]; readonly purpose: string };

export const formats = ["xlsx", "pdf"] as const;

/** From the first second of the first day to before the first second after the last. */
export function spanOf({ from, to }: Period): Span {
  return { from: instantAt(from, "00:00"), before: instantAt(addDays(to, 1), "00:00") };
}

/** The period that was asked for; the month so far when none was. */
export function parsePeriod(query: unknown, today: Day): Parsed<Period> {
  const typed = typedOf(query);
  if (!typed["tu"] && !typed["den"]) return { ok: true, value: { from: monthOf(today).from, to: today } };
  const form = parseForm(z.object(days(today)).superRefine(withinAYear), query);
  return form.ok ? { ok: true, value: { from: form.value.tu, to: form.value.den } } : form;
}

/** An order for a whole book: the period comes with it, so that what is printed is what was looked at. */
export function parseExport(body: unknown, today: Day): Parsed<ExportOrder> {
  const order = z.object({ ...days(today), format: choice(formats), purpose: text(200, t.purposeMissing).refine((value) => [...value].length >= 5, say(t.purposeShort)) });
  const form = parseForm(order.superRefine(withinAYear), body);
  if (!form.ok) return form;
  const { tu: from, den: to, format, purpose } = form.value;
  return { ok: true, value: { period: { from, to }, format, purpose } };
}

/** A period with more lines than may leave at once. */
export function refuseTooMany(body: unknown, { all, limit }: { readonly all: number; readonly limit: number }) {
  const [shown, most] = [String(all), String(limit)];
  return refuse(body, { den: { vi: t.tooMany.vi(shown, most), en: t.tooMany.en(shown, most) } });
}

const days = (today: Day) => ({ tu: pastDay(today), den: pastDay(today) });

function withinAYear({ tu, den }: { readonly tu: Day; readonly den: Day }, context: z.RefinementCtx): void {
  if (den < tu) context.addIssue({ code: "custom", path: ["den"], ...say(t.endsBeforeItBegins) });
  else if (den >= addMonths(tu, 12)) context.addIssue({ code: "custom", path: ["den"], ...say(t.longerThanAYear) });
}

/** The day whose fees are asked for; today when none is named. */
export function parseFeeDay(query: unknown, today: Day): Parsed<Day> {
  if (!typedOf(query)["ngay"]) return { ok: true, value: today };
  const form = parseForm(z.object({ ngay: pastDay(today) }), query);
  return form.ok ? { ok: true, value: form.value.ngay } : form;
}

/** A closing: the day, and the count and the sum that the officer saw when he closed it. */
export type ClosingOrder = { readonly takenOn: Day; readonly dossiers: number; readonly sumDong: bigint };

export function parseClosing(body: unknown, today: Day): Parsed<ClosingOrder> {
  const whole = z
    .string()
    .regex(/^\d{1,15}$/)
    .transform((digits) => BigInt(digits));
  const form = parseForm(z.object({ ngay: pastDay(today), dossiers: whole, sum: whole }), body);
  if (!form.ok) return form;
  const { ngay, dossiers, sum } = form.value;
  return { ok: true, value: { takenOn: ngay, dossiers: Number(dossiers), sumDong: sum } };
}

/** What a field held when nothing has been typed yet. */
export const typedPeriod = ({ from, to }: Period): Typed => ({ tu: formatDigits(from), den: formatDigits(to) });

/** A day as its field shows it. */
export const typedDay = (day: Day): Typed => ({ ngay: formatDigits(day) });

/** A dossier looked for by its code. */
export function parseCode(query: unknown): Parsed<{ readonly ma: string }> {
  return parseForm(z.object({ ma: text(60, t.codeMissing) }), query);
}
