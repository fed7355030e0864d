import { z } from "zod";
import { readReference } from "../../kernel/reference.ts";
import { type Parsed, parseForm, say, text, version } from "../../web/form.ts";
import { texts } from "./texts.ts";

/** So many papers are signed, or taken away, in one go. */
export const mostAtOnce = 100;

/** The references that were ticked. */
export const parseTicked = (body: unknown): Parsed<{ hoSo: readonly string[] }> =>
  parseForm(
    z.object({
      hoSo: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .transform((value) => [...new Set((value === undefined ? [] : [value].flat()).flatMap((one) => readReference(one) ?? []))])
        .refine((refs) => refs.length > 0, say(texts.nothingTicked))
        .refine((refs) => refs.length <= mostAtOnce, say(texts.tooMany)),
    }),
    body,
  );

/** A proposal as the page showed it. */
export const parseSeen = (body: unknown): Parsed<{ version: number; digest: Buffer }> =>
  parseForm(
    z.object({
      version: version(),
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .transform((hex) => Buffer.from(hex, "hex")),
    }),
    body,
  );

export const parseReturn = (body: unknown): Parsed<{ version: number; note: string }> =>
  parseForm(z.object({ version: version(), note: text(300, texts.returnReasonMissing) }), body);
