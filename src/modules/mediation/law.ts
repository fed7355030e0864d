import { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { Bilingual } from "../../base/lang.ts";
import type { Term } from "../../kernel/clock/term.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, termField, textField } from "../../kernel/law/fields.ts";
import { findInForce, getInForce, type LawTable, listInForce } from "../../kernel/law/table.ts";
import type {} from "./house.ts";

const base = { ...lawFields, id: z.string().regex(/^[a-z][A-Za-z]*$/), basis: textField };
const term = { ...base, term: termField };
const start = z.strictObject({ ...term, list: z.literal("start") });
const followUp = z.strictObject({ ...term, list: z.literal("followUp") });
/** That the parties may agree on another time than the term of the law. */
const laterStart = z.strictObject({ ...base, list: z.literal("laterStart") });
const kind = z.strictObject({ ...base, list: z.literal("kind"), name: bilingualField });
/** What is not mediated in the hamlet: why, and where to go with it. */
const exclusion = z.strictObject({ ...base, list: z.literal("exclusion"), name: bilingualField, why: bilingualField, goTo: bilingualField });
const ending = z.strictObject({ ...base, list: z.literal("ending"), outcome: z.enum(["settled", "unsettled", "ended"]), name: bilingualField });

/** A row of the law of grassroots mediation. */
export type MediationRule =
  | z.infer<typeof start>
  | z.infer<typeof followUp>
  | z.infer<typeof laterStart>
  | z.infer<typeof kind>
  | z.infer<typeof exclusion>
  | z.infer<typeof ending>;
export type DisputeKind = Extract<MediationRule, { list: "kind" }>;
export type Exclusion = Extract<MediationRule, { list: "exclusion" }>;
export type Ending = Extract<MediationRule, { list: "ending" }>;
export type TermRule = { readonly term: Term; readonly basis: string; readonly doubt?: Bilingual | undefined };

export const mediationLaw = defineLaw<MediationRule>({
  name: "mediationRules",
  path: "mediation-rules.yaml",
  schema: z.discriminatedUnion("list", [start, followUp, laterStart, kind, exclusion, ending]),
  keyOf: ({ list, id }) => `${list} ${id}`,
});

type Rules = LawTable<MediationRule>;

/** Within what time the mediators begin, or when an agreement is looked after first. @throws LawGap */
export function termOn(rules: Rules, day: Day, which: "start" | "followUp"): TermRule {
  return getInForce(rules, day, `${which} ${which}`) as TermRule & MediationRule;
}

/** By which rule the parties may agree on a later beginning; null while the law gives none. */
export const laterStartOn = (rules: Rules, day: Day): { readonly basis: string } | null => findInForce(rules, day, "laterStart laterStart");

export const kindsOn = (rules: Rules, day: Day): readonly DisputeKind[] => listInForce(rules, day).filter((row) => row.list === "kind");
export const exclusionsOn = (rules: Rules, day: Day): readonly Exclusion[] => listInForce(rules, day).filter((row) => row.list === "exclusion");
export const endingsOn = (rules: Rules, day: Day): readonly Ending[] => listInForce(rules, day).filter((row) => row.list === "ending");

/** The name that some dispute bears, whether or not it is still in force. */
export function ruleName(rules: Rules, list: "kind" | "exclusion" | "ending", id: string): Bilingual {
  const found = rules.rows.findLast((row): row is DisputeKind | Exclusion | Ending => row.list === list && row.id === id);
  return found?.name ?? { vi: id, en: id };
}

/** Why a matter is not mediated, as it was on the day when that was said. */
export function exclusionOf(rules: Rules, id: string, day: Day): Exclusion | null {
  return exclusionsOn(rules, day).find((row) => row.id === id) ?? null;
}
