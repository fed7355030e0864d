import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { findDay } from "../../base/day.ts";
import type { Bilingual } from "../../base/lang.ts";
import { isNfc } from "../../base/vietnamese.ts";
import type { Term } from "../clock/term.ts";
import { parseTerm } from "../clock/term.ts";
import { texts } from "./texts.ts";

/** How sure we are of a row: read in the text itself, read in a text that cites it, remembered, or not known at all. */
export const certainties = ["verified", "secondHand", "memory", "unknown"] as const;
export type Certainty = (typeof certainties)[number];

/** A zod issue of our own, in both languages. */
export function complaint(message: Bilingual): { code: "custom"; message: string; params: { message: Bilingual } } {
  return { code: "custom", message: message.en, params: { message } };
}

/** A day written YYYY-MM-DD. */
export const dayField = z.string().transform((text, context): Day => {
  const day = findDay(text);
  if (day !== null) return day;
  context.addIssue(complaint(texts.notADay(text)));
  return z.NEVER;
});

/** A term such as "3 working days" or "half working day". */
export const termField = z.string().transform((text, context): Term => {
  try {
    return parseTerm(text);
  } catch {
    context.addIssue(complaint(texts.notATerm(text)));
    return z.NEVER;
  }
});

/** Whole dong, written as a plain number. */
export const dongField = z
  .int()
  .nonnegative()
  .transform((amount) => BigInt(amount));

/** One line of text, composed (NFC), not empty. */
export const textField = z.string().transform((text, context): string => {
  if (text.trim() === "" || text !== text.trim()) context.addIssue(complaint(texts.notTidy));
  if (!isNfc(text)) context.addIssue(complaint(texts.notComposed));
  return text;
});

/** The same sentence in both languages. */
export const bilingualField = z.strictObject({ vi: textField, en: textField });

/**
 * What every row of the law carries. `validFrom` is the first day in force and `validTo` the last one, both included, as a legal
 * text says it ("in force until 30/6/2026"); null or nothing means still in force.
 */
export const lawFields = {
  source: textField,
  certainty: z.enum(certainties),
  validFrom: dayField,
  validTo: dayField.nullish().transform((day): Day | null => day ?? null),
  /** What a reader should know about a doubt; shown beside the value. */
  doubt: bilingualField.optional(),
};

/** The part of a row that the loader itself looks at. */
export type LawRow = {
  readonly source: string;
  readonly certainty: Certainty;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};
