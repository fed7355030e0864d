import { z } from "zod";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../kernel/law/fields.ts";

const row = z.strictObject({ ...lawFields, id: textField, name: bilingualField });

/** People who are called before the ordinary line. Nobody asks for a proof: the resident says it herself. */
export type PriorityClass = z.infer<typeof row>;

export const priorityLaw = defineLaw<PriorityClass>({ name: "priorityClasses", path: "priority-classes.yaml", schema: row, keyOf: ({ id }) => id });
