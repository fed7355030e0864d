import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import { partOf } from "../../../kernel/clock/extend.ts";
import type { Term } from "../../../kernel/clock/term.ts";
import { defineLaw } from "../../../kernel/law/define.ts";
import { lawFields, termField, textField } from "../../../kernel/law/fields.ts";
import { getInForce, type LawTable } from "../../../kernel/law/table.ts";

const row = z.strictObject({
  ...lawFields,
  id: z.literal("counter"),
  /** An apology is drafted when so much working time is left. */
  lead: termField,
  /** Not before this part of the term has passed: a term shorter than the lead would be apologised for as it begins. */
  earliest: z.number().min(0).max(1),
  /** How often the date of a dossier may be put off. */
  most: z.int().nonnegative(),
  /** The part of the procedure's term that is proposed as added time, and the most that may be added. */
  part: z.number().positive(),
  atMost: z.number().positive(),
  form: textField,
  basis: textField,
});

/** How the post apologises for what will be late. */
export type ApologyRule = z.infer<typeof row>;

export const apologyLaw = defineLaw<ApologyRule>({ name: "apologies", path: "apologies.yaml", schema: row, keyOf: ({ id }) => id });

/** @throws LawGap when the law data has no rule for that day */
export function apologyRule(rules: LawTable<ApologyRule>, day: Day): ApologyRule {
  return getInForce(rules, day, "counter");
}

/** The time that is proposed, and the most that may be chosen. */
export function addedTime({ part, atMost }: ApologyRule, term: Term): { readonly proposed: Term; readonly most: number } {
  return { proposed: partOf(term, part), most: partOf(term, atMost).count };
}
