import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../kernel/law/fields.ts";
import { getInForce, type LawTable } from "../../kernel/law/table.ts";

const row = z.strictObject({
  ...lawFields,
  /** "CT07" */
  form: textField,
  name: bilingualField,
  /** What stands for the kind of paper in its number: "XN" in "12/XN-CAP". */
  abbreviation: textField,
  /** Whether it answers the request: a later result takes its place. Letters on the way do not. */
  answers: z.boolean().default(true),
});

export type PaperForm = z.infer<typeof row>;

/** The forms that a post issues under a number. */
export const paperFormLaw = defineLaw<PaperForm>({ name: "paperForms", path: "paper-forms.yaml", schema: row, keyOf: ({ form }) => form });

/** @throws LawGap when no such form is in force on that day */
export function paperFormOn(forms: LawTable<PaperForm>, day: Day, form: string): PaperForm {
  return getInForce(forms, day, form);
}
