import { z } from "zod";
import { findDay } from "../../base/day.ts";

const line = z.string();
const maybe = z.string().nullable();
const day = z.string().transform((value, context) => {
  const found = findDay(value);
  if (found === null) context.addIssue({ code: "custom", message: "not a day" });
  return found ?? z.NEVER;
});

/**
 * What an officer proposes to the chief, as it is kept with the dossier until it is signed. Old proposals stay readable: a field
 * is added, never renamed.
 */
export const proposal = z.discriminatedUnion("form", [
  z.object({
    form: z.literal("CT08"),
    decision: line,
    changes: z.array(z.object({ what: line, before: line, after: line })),
    remark: maybe,
  }),
  z.object({
    form: z.literal("CT07"),
    permanentAddress: maybe,
    temporaryAddress: maybe,
    currentAddress: maybe,
    headOfHousehold: maybe,
    relationToHead: maybe,
    remark: maybe,
    validUntil: day,
  }),
  z.object({
    form: z.literal("CT03"),
    absentFrom: day,
    absentUntil: day,
    destination: line,
    reason: line,
  }),
  z.object({
    form: z.literal("CT06"),
    reasons: z.array(z.object({ reason: line, basis: maybe, code: line.optional() })),
    nextSteps: z.array(line),
  }),
]);

export type Proposal = z.infer<typeof proposal>;
export type ProposalForm = Proposal["form"];
export const proposalForms = ["CT08", "CT07", "CT03", "CT06"] as const satisfies readonly ProposalForm[];
