import { z } from "zod";
import { type Parsed, parseForm, say, text } from "./form.ts";
import { texts } from "./texts.ts";

/** Which person is to be opened, and what for. */
export type Opening = { readonly id: number; readonly purpose: string };

/** The field of the purpose for one person of a page that shows several. */
export const purposeField = (id: number): string => `purpose-${id}`;

/** As short as a reason can be; PostgreSQL refuses shorter ones too. */
const shortest = 5;

export function parseOpening(body: unknown): Parsed<Opening> {
  const asked = z.object({ identity: z.coerce.number().int().positive() }).safeParse(body);
  const id = asked.success ? asked.data.identity : 0;
  const field = purposeField(id);
  const parsed = parseForm(
    z.object({ [field]: text(200, texts.purposeMissing).refine((value) => value.length === 0 || value.length >= shortest, say(texts.purposeMissing)) }),
    body,
  );
  return parsed.ok ? { ok: true, value: { id, purpose: parsed.value[field] ?? "" } } : parsed;
}
