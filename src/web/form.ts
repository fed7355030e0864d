import { z } from "zod";
import { addDays, type Day, findDay } from "../base/day.ts";
import type { Bilingual } from "../base/lang.ts";
import { tidy } from "../base/vietnamese.ts";
import { formTexts, writtenTimeOfDay } from "./form-texts.ts";

/** What was typed, by field, so that a form with an error shows it again. Lists are ticked boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;
/** One message a field, in both languages. */
export type FieldErrors = Readonly<Record<string, Bilingual>>;
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed };

/** Turns the body of a form into a command, or into errors beside its fields. The one place where text is trimmed and made NFC. */
export function parseForm<S extends z.ZodType>(schema: S, body: unknown): Parsed<z.infer<S>> {
  const typed = typedOf(body);
  const result = schema.safeParse(typed);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, Bilingual> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? "form");
    errors[field] ??= messageOf(issue);
  }
  return { ok: false, errors, typed };
}

/** A form that parses but that the house refuses, told beside a field. */
export function refuse(body: unknown, errors: FieldErrors): { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed } {
  return { ok: false, errors, typed: typedOf(body) };
}

/** What was typed, tidied; anything that is not text or a list of texts is left out. */
export function typedOf(body: unknown): Typed {
  if (typeof body !== "object" || body === null) return {};
  const entries = Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === "string") return [[name, tidyLines(value)]];
    if (Array.isArray(value)) return [[name, value.filter((one) => typeof one === "string").map(tidyLines)]];
    return [];
  });
  return Object.fromEntries(entries);
}

/** Each line tidied; the line breaks of a longer text stay, at most one empty line between two. */
function tidyLines(value: string): string {
  return value
    .split(/\r?\n|\r/)
    .map(tidy)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The text typed into a field, or nothing. */
export function typedText(typed: Typed, field: string): string {
  const value = typed[field];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** The boxes ticked in a group. */
export function typedList(typed: Typed, field: string): readonly string[] {
  const value = typed[field];
  return value === undefined || value === "" ? [] : typeof value === "string" ? [value] : value;
}

type Complaint = { params?: { message?: Bilingual } };

function messageOf(issue: z.core.$ZodIssue): Bilingual {
  return (issue as Complaint).params?.message ?? formTexts.notUnderstood;
}

/** Adds a message of ours to a zod check. */
export const say = (message: Bilingual) => ({ params: { message } });

/** Required text of at most `max` characters. */
export const text = (max: number, missing: Bilingual = formTexts.missing) =>
  z
    .string()
    .optional()
    .transform((value) => value ?? "")
    .refine((value) => value !== "", say(missing))
    .refine((value) => [...value].length <= max, say(formTexts.tooLong(max)));

/** Text that may be left empty; then null. */
export const optionalText = (max: number) =>
  z
    .string()
    .optional()
    .refine((value) => [...(value ?? "")].length <= max, say(formTexts.tooLong(max)))
    .transform((value) => value || null);

/** One of some values. */
export const choice = <const V extends string>(values: readonly V[], missing: Bilingual = formTexts.chooseOne) =>
  z
    .string()
    .optional()
    .refine((value): value is V => values.includes(value as V), say(missing))
    .transform((value) => value as V);

/** Any of some values; a lone tick arrives as a text, several as a list. */
export const choices = <const V extends string>(values: readonly V[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]))
    .refine((list): list is V[] => list.every((value) => values.includes(value as V)), say(formTexts.chooseOne))
    .transform((list) => [...new Set(list)] as V[]);

/** The version that the officer saw. */
export const version = () => z.coerce.number().int().positive();

/** A mobile or land line of Viet Nam as 0 and nine or ten digits, from whatever spacing or +84; null when left out. */
export const optionalPhone = () =>
  z
    .string()
    .optional()
    .transform((value) => (value ?? "").replace(/[\s.()-]/g, "").replace(/^\+?84(?=\d{9}$)/, "0"))
    .refine((value) => value === "" || /^0\d{9,10}$/.test(value), say(formTexts.badPhone))
    .transform((value) => value || null);

/** An e-mail address, or null when left out. Nothing in it can begin a second line or a second address. */
export const optionalEmail = () =>
  z
    .string()
    .optional()
    .transform((value) => (value ?? "").replace(/^mailto:/i, ""))
    .refine((value) => value === "" || (value.length <= 254 && z.email().safeParse(value).success), say(formTexts.badEmail))
    .transform((value) => value || null);

/** A day typed as 5/3/1981, 05-03-1981, 05031981 or 1981-03-05; null when it is none. */
export function readDay(typed: string): Day | null {
  const parts = typed.match(/^(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4})$/) ?? typed.match(/^(\d{2})(\d{2})(\d{4})$/);
  return findDay(parts ? `${parts[3]}-${parts[2]?.padStart(2, "0")}-${parts[1]?.padStart(2, "0")}` : typed);
}

/** A day before tomorrow, and not before 1900. */
export const pastDay = (today: Day) =>
  z
    .string()
    .optional()
    // A day that is missing ends the matter: what is compared with it, such as another day, is not asked.
    .refine((value) => value !== undefined && value !== "", { ...say(formTexts.missingDay), abort: true })
    .transform((value, context): Day => {
      const day = readDay(value ?? "");
      if (day !== null && day >= "1900-01-01" && day < addDays(today, 1)) return day;
      if (value) context.addIssue({ code: "custom", ...say(day === null ? formTexts.badDay : formTexts.notPastDay) });
      return z.NEVER;
    });

/** A field that people neither see nor reach: whatever fills it is no person. */
export const trapName = "website";
export const isTrapped = (body: unknown): boolean => typedText(typedOf(body), trapName) !== "";

/** Which one of what a page lists; null when the body is not from our form. */
export function parseId(body: unknown): { id: number } | null {
  const parsed = parseForm(z.object({ id: z.coerce.number().int().positive() }), body);
  return parsed.ok ? parsed.value : null;
}

/** A time of day typed in one of the ways of {@link writtenTimeOfDay}, as "19:30"; null when it is none. */
export function readTimeOfDay(typed: string): string | null {
  const [, hour = "", minute = "00"] = typed.match(writtenTimeOfDay) ?? [];
  return hour !== "" && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : null;
}

/** A time of day; null when left out. */
export const optionalTimeOfDay = (wrong: Bilingual = formTexts.badTime) =>
  z
    .string()
    .optional()
    .refine((value) => !value || readTimeOfDay(value) !== null, say(wrong))
    .transform((value) => readTimeOfDay(value ?? ""));

/** A time of day that must be given. */
export const timeOfDay = (missing: Bilingual = formTexts.badTime) =>
  z
    .string()
    .optional()
    .transform((value) => readTimeOfDay(value ?? ""))
    .refine((value): value is string => value !== null, say(missing))
    .transform((value): string => value);

/** The newest message that a page showed; none when the body is not from our form. */
export const lastShown = (body: unknown): number => Number(/^\d{1,15}$/.exec(typedText(typedOf(body), "last"))?.[0] ?? 0);

/** A message to the other side. */
export const parseMessage = (body: unknown): Parsed<{ message: string }> => parseForm(z.object({ message: text(2_000, formTexts.missing) }), body);
