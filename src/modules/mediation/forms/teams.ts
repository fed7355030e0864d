import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import { choice, optionalPhone, optionalText, type Parsed, parseForm, pastDay, text } from "../../../web/form.ts";
import { intakeTexts, teamFormTexts as t } from "../texts/forms.ts";

export type NewMediator = { readonly hamletId: number; readonly fullName: string; readonly phone: string | null; readonly leads: boolean; readonly fromDay: Day };

export function parseMediator(body: unknown, { hamletIds, today }: { readonly hamletIds: readonly number[]; readonly today: Day }): Parsed<NewMediator> {
  return parseForm(
    z.object({
      hamletId: choice(hamletIds.map(String), intakeTexts.hamletMissing).transform(Number),
      fullName: text(100, t.nameMissing),
      phone: optionalPhone(),
      leads: optionalText(5).transform((value) => value === "yes"),
      fromDay: pastDay(today),
    }),
    body,
  );
}

export const parseLeaving = (body: unknown): Parsed<{ readonly id: number }> => parseForm(z.object({ id: z.coerce.number().int().positive() }), body);
