import { z } from "zod";
import type { Complaint } from "../../kernel/law/define.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../kernel/law/fields.ts";
import { complaintsOfForm } from "./faults.ts";
import type {} from "./house.ts";

/** How a question is asked, and what an answer must look like. A row of a table is asked in any of these but the long ones. */
export const questionKinds = ["text", "longText", "day", "choice", "yesNo", "personalId", "phone", "email", "address", "number", "rows"] as const;
const cellKinds = ["text", "day", "choice", "personalId", "phone", "number"] as const;

/** What the house may know before it asks; an answer that comes from there is offered, never forced. */
export const knownFacts = ["fullName", "bornOn", "sex", "idNumber", "address", "phone", "request", "today", "validUntil"] as const;
export type KnownFact = (typeof knownFacts)[number];

/** A word for a question, a page, an option: it stands in kept answers for years and is never given anew. */
const idField = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

const option = z.strictObject({ id: idField, label: bilingualField });
const options = z.array(option).default([]);
const whenDay = z.enum(["past", "any", "future"]);
const sizes = { max: z.int().positive().optional(), min: z.int().nonnegative().optional() };

/** All of what is named must hold: the earlier answer (any at all when `is` is left out), the case, the procedure. */
const condition = z.strictObject({
  question: idField.optional(),
  is: z.array(z.string()).min(1).optional(),
  case: z.array(idField).min(1).optional(),
  procedure: z.array(textField).min(1).optional(),
});

const column = z.strictObject({
  id: idField,
  kind: z.enum(cellKinds),
  label: bilingualField,
  required: z.boolean().default(true),
  ...sizes,
  when: whenDay.default("any"),
  options,
});

const question = z.strictObject({
  id: idField,
  kind: z.enum(questionKinds),
  label: bilingualField,
  help: bilingualField.optional(),
  required: z.boolean().default(true),
  /** Letters of a text, the largest number, rows of a table. */
  ...sizes,
  /** A day of the past, of the future, or any. Today belongs to both. */
  when: whenDay.default("any"),
  options,
  columns: z.array(column).default([]),
  /** What the house already knows and offers as the answer. */
  from: z.enum(knownFacts).optional(),
  onlyIf: condition.optional(),
});

const page = z.strictObject({
  id: idField,
  /** The heading where several questions belong tightly together; a lone question is its own heading. */
  title: bilingualField.optional(),
  help: bilingualField.optional(),
  onlyIf: condition.optional(),
  questions: z.array(question).min(1),
});

/** Pages of questions, as another law may hold them too. Check them with `complaintsOfPages`. */
export const pagesField = z.array(page);

export type Condition = z.infer<typeof condition>;
export type Column = z.infer<typeof column>;
export type Question = z.infer<typeof question>;
export type Page = z.infer<typeof page>;

/** What one numbered line of the paper shows: the first value whose condition holds and that was answered. */
const line = z.strictObject({
  label: bilingualField,
  values: z.array(z.strictObject({ question: idField.optional(), text: bilingualField.optional(), onlyIf: condition.optional() })).min(1),
});

const row = z.strictObject({
  ...lawFields,
  code: z.string().regex(/^[A-Z][A-Z0-9-]*$/),
  /** The text that issued it, as printed in the corner. */
  issuedBy: textField,
  name: bilingualField,
  paper: z.enum(["a4", "a5"]),
  /** The Typst template that prints the answers, from the root of the project. Without one nothing is printed. */
  template: z
    .string()
    .regex(/^src\/[a-z0-9/-]+\.typ$/)
    .optional(),
  /** The lines of the paper in their order, in its own words; the questions are asked in ours. */
  lines: z.array(line).default([]),
  /** Boxes in which people sign by hand, from left to right. */
  signatures: z.array(z.strictObject({ title: bilingualField, note: bilingualField })).default([]),
  pages: pagesField.min(1),
});

/** A form as it stood in one period of law. */
export type Form = z.infer<typeof row>;

export const formLaw = defineLaw<Form>({
  name: "forms",
  path: "forms",
  schema: row,
  keyOf: ({ code }) => code,
  check: (rows) => rows.flatMap((one, row) => complaintsOfForm(one).map((found): Complaint => ({ row, ...found }))),
});
