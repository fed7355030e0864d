import { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { Bilingual } from "../../base/lang.ts";
import type { TermBasis } from "../../kernel/deadline.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, termField, textField } from "../../kernel/law/fields.ts";
import { findInForce, getInForce, type LawTable, listInForce } from "../../kernel/law/table.ts";
import type {} from "./house.ts";

const id = z.string().regex(/^[a-z][A-Za-z]*$/);
const term = z.strictObject({ ...lawFields, list: z.literal("term"), id, term: termField, basis: textField, most: z.int().positive().default(1) });
/** `group`: a crime may lie behind it, an incident, or a kind that everybody may follow. */
const nature = z.strictObject({ ...lawFields, list: z.literal("nature"), id, name: bilingualField, group: z.enum(["crime", "incident", "open"]) });
/** `counts`: each time once, or each person. */
const measure = z.strictObject({ ...lawFields, list: z.literal("measure"), id, name: bilingualField, counts: z.enum(["times", "people"]), basis: textField });
/** A commune so far away that a report may take longer to hand over; official codes "province/commune". */
const remote = z.strictObject({ ...lawFields, list: z.literal("remote"), place: textField });

export type IncidentRule = z.infer<typeof term> | z.infer<typeof nature> | z.infer<typeof measure> | z.infer<typeof remote>;
export type Nature = z.infer<typeof nature>;
export type MeasureKind = z.infer<typeof measure>;
type Rules = LawTable<IncidentRule>;

/** Which term runs. */
export const tracks = ["urgent", "urgentRemote", "check", "classify", "resumed"] as const;
export type Track = (typeof tracks)[number];

export const incidentLaw = defineLaw<IncidentRule>({
  name: "incidentRules",
  path: "incident-rules.yaml",
  schema: z.discriminatedUnion("list", [term, nature, measure, remote]),
  keyOf: (row) => `${row.list} ${row.list === "remote" ? row.place : row.id}`,
});

export function naturesOn(rules: Rules, day: Day): readonly Nature[] {
  return listInForce(rules, day).filter((row) => row.list === "nature");
}

export function measuresOn(rules: Rules, day: Day): readonly MeasureKind[] {
  return listInForce(rules, day).filter((row) => row.list === "measure");
}

/** @throws LawGap */
export function natureOn(rules: Rules, day: Day, name: string): Nature {
  return getInForce(rules, day, `nature ${name}`) as Nature;
}

/** The name of a nature or a measure that some report bears, whether or not it is still in force. */
export function ruleName(rules: Rules, list: "nature" | "measure", name: string): Bilingual {
  const found = rules.rows.findLast((row): row is Nature | MeasureKind => row.list === list && row.id === name);
  return found?.name ?? { vi: name, en: name };
}

/** A term and its text, with how often it may be given. @throws LawGap when the law gives none on that day */
export function termOn(rules: Rules, day: Day, name: Track | "extension"): TermBasis & { readonly most: number } {
  const row = getInForce(rules, day, `term ${name}`) as z.infer<typeof term>;
  return { term: row.term, basis: row.basis, most: row.most };
}

/** Longer where a commune is far away. */
export function urgentTrack(rules: Rules, day: Day, placeCode: string): Track {
  return findInForce(rules, day, `remote ${placeCode}`) === null ? "urgent" : "urgentRemote";
}
