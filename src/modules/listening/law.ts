import { z } from "zod";
import { dayOf } from "../../base/day.ts";
import type { TermBasis } from "../../kernel/deadline.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, termField, textField } from "../../kernel/law/fields.ts";
import { getInForce } from "../../kernel/law/table.ts";
import type { Tx } from "../../kernel/tx.ts";
import type {} from "./house.ts";

export const letterKinds = ["complaint", "denunciation", "petition", "feedback"] as const;
export type LetterKind = (typeof letterKinds)[number];

const rule = z.strictObject({
  ...lawFields,
  what: z.enum(["opinion", "contested", ...letterKinds]),
  name: bilingualField,
  /** By when it is to be answered, or a complaint or denunciation accepted. */
  term: termField,
  /** The right path of it, for officers and residents. */
  path: bilingualField,
  basis: textField,
});
export type ListeningRule = z.infer<typeof rule>;

export const listeningLaw = defineLaw<ListeningRule>({ name: "listeningRules", path: "listening-rules.yaml", schema: rule, keyOf: ({ what }) => what });

/** @throws LawGap when the law data says nothing of it on this day */
export function ruleOn({ house, now }: Pick<Tx, "house" | "now">, what: ListeningRule["what"]): ListeningRule {
  return getInForce(house.listeningRules, dayOf(now), what);
}

export function termOf(tx: Pick<Tx, "house" | "now">, what: ListeningRule["what"]): TermBasis {
  const { term, basis } = ruleOn(tx, what);
  return { term, basis };
}
