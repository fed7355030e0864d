import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import { defineLaw } from "../../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../../kernel/law/fields.ts";
import { findInForce, getInForce, type LawTable } from "../../../kernel/law/table.ts";
import type { Procedure } from "../law.ts";

const row = z.strictObject({
  ...lawFields,
  /** The number by which a form set calls it: "CT04", "01". */
  form: textField,
  role: z.enum(["receipt", "supplement", "refusal", "apology", "stop", "notice"]),
  title: bilingualField,
  /** A Typst file of this module, without its ending. */
  layout: z.string().regex(/^[a-z0-9-]+$/),
  paper: z.enum(["a4", "a5"]),
  across: z.boolean(),
  /** The text that gave the form, printed on it; null when we do not know it surely. */
  issuedBy: textField.nullable(),
  /** False for a paper that bears no number of a form. */
  numbered: z.boolean().default(true),
});

/** A form as it is printed: by which layout, on which paper. */
export type FormSheet = z.infer<typeof row>;

export const formSheetLaw = defineLaw<FormSheet>({ name: "formSheets", path: "form-sheets.yaml", schema: row, keyOf: ({ form }) => form });

/** @throws LawGap when no such form was in force on that day */
export function sheetOn(sheets: LawTable<FormSheet>, day: Day, form: string): FormSheet {
  return getInForce(sheets, day, form);
}

/** Contents that an officer drafts, and what they are printed as: the refusal of the procedure's form set, the notice that its results name. */
const drafted = { CT06: "refusal", CT08: "notice" } as const;

/** The form under which a drafted content leaves the house in a procedure. Contents with a form of their own keep it. */
export function printedForm(sheets: LawTable<FormSheet>, procedure: Procedure, content: string): string {
  if (content === "CT06") return procedure.formSet?.refusal ?? content;
  const named = content === "CT08" ? procedure.results.find(({ form }) => form !== null && roleOf(sheets, procedure.validFrom, form) === "notice") : undefined;
  return named?.form ?? content;
}

/** The content that an officer drafts for a form that a procedure's results name. */
export function contentFor(sheets: LawTable<FormSheet>, procedure: Procedure, form: string): string {
  const role = roleOf(sheets, procedure.validFrom, form);
  return (Object.keys(drafted) as (keyof typeof drafted)[]).find((content) => drafted[content] === role) ?? form;
}

function roleOf(sheets: LawTable<FormSheet>, day: Day, form: string): FormSheet["role"] | null {
  return findInForce(sheets, day, form)?.role ?? null;
}
