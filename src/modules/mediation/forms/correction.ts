import { z } from "zod";
import { choice, type Parsed, parseForm, typedOf, typedText, version } from "../../../web/form.ts";
import { personFields } from "./intake.ts";

/** Why a person stands otherwise than she was written down. */
export const mistakes = ["misspelt", "misheard", "paper", "changed"] as const;

export type Correction = {
  readonly version: number;
  readonly identity: number;
  readonly mistake: (typeof mistakes)[number];
  readonly fullName: string;
  readonly phone: string | null;
  readonly idNumber: string | null;
  readonly address: string | null;
  readonly minor: boolean;
};

/** A person as she is to stand from now on; all of her is written anew. */
export const parseCorrection = (body: unknown): Parsed<Correction> =>
  parseForm(z.object({ version: version(), identity: z.coerce.number().int().positive(), mistake: choice(mistakes), ...personFields() }), body);

/** Whom a form that came back is about; null for what is no number. */
export function correctedIn(body: unknown): number | null {
  const typed = typedText(typedOf(body), "identity");
  return /^\d{1,15}$/.test(typed) ? Number(typed) : null;
}
