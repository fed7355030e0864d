import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import { defineLaw } from "../../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../../kernel/law/fields.ts";
import { type LawTable, listInForce } from "../../../kernel/law/table.ts";

const common = {
  ...lawFields,
  code: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: bilingualField,
  /** What the resident can do next. */
  next: z.array(bilingualField).min(1),
  basis: textField,
  /** Codes of procedures; none: all of them. */
  procedures: z.array(textField).default([]),
};
const row = z.discriminatedUnion("kind", [
  // The form of a refusal is a property of the procedure.
  z.strictObject({ ...common, kind: z.literal("refusal") }),
  z.strictObject({ ...common, kind: z.literal("stop"), form: textField }),
]);

/** A reason for which a request is refused, or work on it ends without a result. */
export type EndingReason = z.infer<typeof row>;
export type StopReason = Extract<EndingReason, { kind: "stop" }>;
export type RefusalReason = Extract<EndingReason, { kind: "refusal" }>;

export const endingLaw = defineLaw<EndingReason>({ name: "endingReasons", path: "ending-reasons.yaml", schema: row, keyOf: ({ kind, code }) => `${kind} ${code}` });

/** The code under which the resident's own wish stands among the reasons to stop. */
export const ownWish = "byResident";

type Asked = { readonly procedure: string };
const offered = ({ procedures }: EndingReason, { procedure }: Asked): boolean => procedures.length === 0 || procedures.includes(procedure);

/** The reasons to refuse that a procedure offers on a day. */
export function refusalReasons(reasons: LawTable<EndingReason>, day: Day, asked: Asked): readonly RefusalReason[] {
  return listInForce(reasons, day).filter((one): one is RefusalReason => one.kind === "refusal" && offered(one, asked));
}

/** The reasons to stop that a procedure offers on a day, the resident's own wish among them. */
export function stopReasons(reasons: LawTable<EndingReason>, day: Day, asked: Asked): readonly StopReason[] {
  return listInForce(reasons, day).filter((one): one is StopReason => one.kind === "stop" && offered(one, asked));
}

/** The reason to stop of that code; null when there is none in force. */
export function findStopReason(reasons: LawTable<EndingReason>, day: Day, code: string): StopReason | null {
  return listInForce(reasons, day).find((one): one is StopReason => one.kind === "stop" && one.code === code) ?? null;
}
