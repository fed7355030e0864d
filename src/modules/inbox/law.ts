import { z } from "zod";
import { termUnits } from "../../kernel/clock/term.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { lawFields, termField } from "../../kernel/law/fields.ts";

const row = z.strictObject({ ...lawFields, termUnit: z.enum(termUnits), lead: termField });

/** How long before its deadline the chief is told of a matter, by how its term is counted. A rule of the house. */
export type EscalationLead = z.infer<typeof row>;

export const escalationLaw = defineLaw<EscalationLead>({ name: "escalationLeads", path: "escalation.yaml", schema: row, keyOf: ({ termUnit }) => termUnit });
