import { z } from "zod";
import { type Day, findDay, instantAt } from "../../base/day.ts";
import type { Bilingual } from "../../base/lang.ts";
import { readReference } from "../../kernel/reference.ts";
import { choice, choices, optionalPhone, optionalText, type Parsed, parseForm, readDay, say, text } from "../../web/form.ts";
import { type TicketAction, ticketActions } from "./line.ts";
import { deskTexts, numberBetween } from "./texts/office.ts";
import { bookingTexts, doorTexts } from "./texts/resident.ts";

const blank = z
  .string()
  .optional()
  .transform((value) => value ?? "");

/** A value that our own form carried; anything else was not sent by it. */
const carried = <T>(read: (value: string) => T | null) =>
  blank.transform((value, context): T => {
    const found = read(value);
    if (found !== null) return found;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });

const typedReference = (missing: Bilingual) =>
  blank.transform((value, context): string => {
    const found = readReference(value.slice(0, 300).split("/").at(-1) ?? "");
    if (found !== null) return found;
    context.addIssue({ code: "custom", ...say(missing) });
    return z.NEVER;
  });

/** An instant from a day and "0830", or null. */
export function readTime(day: Day | null, time: string | undefined): Date | null {
  const parts = time?.match(/^([01]\d|2[0-3])([0-5]\d)$/);
  return day && parts ? instantAt(day, `${parts[1]}:${parts[2]}`) : null;
}

export const parseFind = (body: unknown): Parsed<{ ref: string }> => parseForm(z.object({ ref: typedReference(bookingTexts.badRef) }), body);

const person = z.object({
  calledBy: optionalText(40),
  phone: optionalPhone()
    .refine((value) => value !== null, say(bookingTexts.phoneMissing))
    .transform((value) => value ?? ""),
});

/** What the last page of a booking carries besides the person: all of it was chosen on the pages before. */
const chosen = z.object({ ref: carried(readReference), post: carried((code) => (/^\d{5}$/.test(code) ? code : null)), procedure: text(20), day: carried(findDay), time: text(4) });
export type Chosen = z.infer<typeof chosen>;
export type Person = z.infer<typeof person>;

/** Null when the body is not from our form. */
export function parseChosen(body: unknown): Chosen | null {
  const parsed = parseForm(chosen, body);
  return parsed.ok ? parsed.value : null;
}
export const parsePerson = (body: unknown): Parsed<Person> => parseForm(person, body);

/** A number taken at the door or by an officer. */
export const parseTaking = (body: unknown, classes: readonly string[]): Parsed<{ ref: string; priority: readonly string[] }> =>
  parseForm(z.object({ ref: carried(readReference), priority: choices(classes) }), body);

export type CheckIn = { readonly ref: string } | { readonly last4: string };

/** A reference, or the last four digits of a phone. */
export function parseCheckIn(body: unknown): Parsed<{ who: CheckIn }> {
  const who = blank.transform((value, context): CheckIn => {
    if (/^\d{4}$/.test(value)) return { last4: value };
    const ref = readReference(value.slice(0, 300).split("/").at(-1) ?? "");
    if (ref !== null) return { ref };
    context.addIssue({ code: "custom", ...say(doorTexts.checkInMissing) });
    return z.NEVER;
  });
  return parseForm(z.object({ who }), body);
}

const seen = { number: z.coerce.number().int().positive(), version: z.coerce.number().int().positive() };

/** The one to be finished by the next call; null when the button carried none. */
export function parseFinish(body: unknown): { number: number; version: number } | null {
  const parsed = parseForm(z.object(seen), body);
  return parsed.ok ? parsed.value : null;
}

export const parseStep = (body: unknown): Parsed<{ number: number; version: number; action: TicketAction }> =>
  parseForm(z.object({ ...seen, action: choice(Object.keys(ticketActions) as TicketAction[]) }), body);

const whole = (from: number, to: number) =>
  blank.transform((value, context): number => {
    if (/^\d{1,3}$/.test(value) && Number(value) >= from && Number(value) <= to) return Number(value);
    context.addIssue({ code: "custom", ...say(numberBetween(from, to)) });
    return z.NEVER;
  });

/** How a desk works from today or a later day on. */
export function parseDesk(body: unknown, today: Day) {
  const validFrom = blank.transform((value, context): Day => {
    const day = readDay(value);
    if (day !== null && day >= today) return day;
    context.addIssue({ code: "custom", ...say(deskTexts.badDay) });
    return z.NEVER;
  });
  const shape = z.object({
    number: whole(1, 20),
    name: text(60),
    slotMinutes: whole(5, 120),
    places: whole(0, 20),
    validFrom,
    open: choice(["yes", "no"]).transform((value) => value === "yes"),
  });
  return parseForm(shape, body);
}
