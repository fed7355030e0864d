import { z } from "zod";
import { type Parsed, parseForm, say, version } from "../../../web/form.ts";
import { nationalTexts } from "../texts/national.ts";

/** How a number of the national portal is written here. Its true shape is in no public text, so this only keeps out what cannot be one. */
export const nationalNumberPattern = /^[A-Z0-9][A-Z0-9.-]{5,39}$/;

/** A typed or scanned number of the national portal; null when it cannot be one. */
export function readNationalNumber(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/\s/g, "");
  return nationalNumberPattern.test(plain) ? plain : null;
}

export const parseNational = (body: unknown): Parsed<{ version: number; nationalNumber: string }> =>
  parseForm(
    z.object({
      version: version(),
      nationalNumber: z
        .string()
        .optional()
        .transform((typed) => readNationalNumber(typed ?? "") ?? "")
        .refine((read) => read !== "", say(nationalTexts.badNumber)),
    }),
    body,
  );
