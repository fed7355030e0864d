import { z } from "zod";
import { choice, type Parsed, parseForm, refuse, say } from "../../../web/form.ts";
import { type Score, scores } from "../queries.ts";
import { ratingTexts, trackTexts } from "../texts/resident.ts";

/** What opens a dossier's page: its code, in every way that it may be written, and four digits. */
export type LookUp = { readonly codes: readonly string[]; readonly last4: string };

/** A code typed from a slip: long enough to be one, however its dashes and spaces came out. */
const dossierCode = () =>
  z
    .string()
    .optional()
    .transform((value) => value ?? "")
    .refine((value) => value !== "", say(trackTexts.codeMissing))
    .refine((value) => value === "" || looksLikeACode(value), say(trackTexts.codeWrong));

const looksLikeACode = (value: string): boolean => value.length <= 60 && value.replace(/\D/g, "").length >= 8;

const last4 = () =>
  z
    .string()
    .optional()
    .transform((value) => (value ?? "").replace(/[\s.-]/g, ""))
    .refine((value) => /^\d{4}$/.test(value), say(trackTexts.last4Wrong));

export function parseLookUp(body: unknown): Parsed<LookUp> {
  const parsed = parseForm(z.object({ code: dossierCode(), last4: last4() }), body);
  return parsed.ok ? { ok: true, value: { codes: waysToWrite(parsed.value.code), last4: parsed.value.last4 } } : parsed;
}

/** The code and the digits do not belong together; which of them is wrong is never told. */
export const refuseLookUp = (body: unknown) => refuse(body, { code: trackTexts.noMatch });

export const parseScore = (body: unknown): Parsed<{ score: Score }> => parseForm(z.object({ score: choice(scores, ratingTexts.scoreMissing) }), body);

/** A rating ticked on paper and typed by whoever holds the slip. */
export function parseRatingSlip(body: unknown): Parsed<LookUp & { readonly score: Score }> {
  const parsed = parseForm(z.object({ code: dossierCode(), last4: last4(), score: choice(scores, ratingTexts.scoreMissing) }), body);
  if (!parsed.ok) return parsed;
  const { code, ...rest } = parsed.value;
  return { ok: true, value: { codes: waysToWrite(code), ...rest } };
}

/**
 * A code as it was meant: dashes of any kind, capitals, no spaces. Where spaces stand for its dots and dashes, day and number are
 * the last two groups and the agency is what comes before, as circular 01/2018/TT-VPCP art. 19 writes it.
 */
function waysToWrite(typed: string): readonly string[] {
  const upper = typed.normalize("NFKC").toUpperCase();
  const plain = upper.replace(/[\p{Pd}\u2212_]/gu, "-").replace(/\s/g, "");
  const groups = groupsOf(upper);
  const regrouped = groups.length < 3 ? plain : `${groups.slice(0, -2).join(".")}-${groups.slice(-2).join("-")}`;
  return [...new Set([plain, regrouped])];
}

const groupsOf = (text: string): string[] => text.split(/[^\p{L}\d]+/u).filter(Boolean);
