import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { defineLaw } from "../../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../../kernel/law/fields.ts";
import { findInForce, type LawTable, listInForce } from "../../../kernel/law/table.ts";
import { type Paper, type Procedure, papersNeeded } from "../law.ts";

const row = z.strictObject({
  ...lawFields,
  code: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  about: z.enum(["paper", "dossier"]),
  /** For papers that are not here yet, or for those that are. */
  when: z.enum(["absent", "present"]),
  /** `{paper}` stands for the paper's name, here and in `todo`. */
  name: bilingualField,
  /** What the resident has to do, in her words. */
  todo: bilingualField,
  /** Codes of papers, of procedures; none: all of them. */
  papers: z.array(textField).default([]),
  procedures: z.array(textField).default([]),
  /** Only where the law asks for a copy. */
  copiesOnly: z.boolean().default(false),
  basis: textField,
});

/** Something that may be wrong with a dossier, and how it is put right. */
export type DefectRule = z.infer<typeof row>;

export const defectLaw = defineLaw<DefectRule>({ name: "defects", path: "defects.yaml", schema: row, keyOf: ({ code }) => code });

/** A defect that no rule foresees: told by the officer, with what to do. */
export const otherDefect = "other";

/** One defect of one paper, or of the dossier as a whole. */
export type DefectOffer = { readonly code: string; readonly paper: string | null; readonly name: Bilingual; readonly todo: Bilingual; readonly basis: string };

/** What may be asked about one paper, or, with `paper` null, about the dossier as a whole. */
export type DefectGroup = { readonly paper: string | null; readonly name: Bilingual | null; readonly here: boolean; readonly offers: readonly DefectOffer[] };

/** The case of a dossier, and the papers that are here. */
export type DefectCase = { readonly procedure: Procedure; readonly caseId: string; readonly inHand: readonly string[] };

/**
 * Every defect that a dossier can be asked to mend on a day, by the papers of its case. A paper that a state database holds is only asked
 * about when the resident handed it in all the same.
 */
export function defectGroups(rules: LawTable<DefectRule>, day: Day, { procedure, caseId, inHand }: DefectCase): readonly DefectGroup[] {
  const fitting = listInForce(rules, day).filter(({ procedures }) => procedures.length === 0 || procedures.includes(procedure.code));
  const { asked, notAsked } = papersNeeded(procedure, caseId);
  const papers = [...asked, ...notAsked.map(({ paper }) => paper).filter(({ code }) => inHand.includes(code))];
  const groups = papers.map((paper): DefectGroup => {
    const here = inHand.includes(paper.code);
    return { paper: paper.code, name: paper.name, here, offers: fitting.filter((rule) => fits(rule, paper, here)).map((rule) => offerOf(rule, paper)) };
  });
  const whole = fitting.filter(({ about }) => about === "dossier").map((rule) => offerOf(rule, null));
  return [...groups, { paper: null, name: null, here: true, offers: whole }];
}

/** What a defect that was asked for says, as the law stood then; null for one that no rule foresaw. */
export function defectOn(rules: LawTable<DefectRule>, day: Day, code: string, paper: { readonly name: Bilingual } | null): DefectOffer | null {
  const rule = findInForce(rules, day, code);
  return rule && { code, paper: null, name: named(rule.name, paper), todo: named(rule.todo, paper), basis: rule.basis };
}

function fits({ about, when, papers, copiesOnly }: DefectRule, paper: Paper, here: boolean): boolean {
  if (about !== "paper" || (when === "present") !== here) return false;
  return (papers.length === 0 || papers.includes(paper.code)) && (!copiesOnly || paper.copies > 0);
}

function offerOf(rule: DefectRule, paper: Paper | null): DefectOffer {
  return { code: rule.code, paper: paper?.code ?? null, name: named(rule.name, paper), todo: named(rule.todo, paper), basis: rule.basis };
}

function named(text: Bilingual, paper: { readonly name: Bilingual } | null): Bilingual {
  return { vi: text.vi.replaceAll("{paper}", paper?.name.vi ?? ""), en: text.en.replaceAll("{paper}", paper?.name.en ?? "") };
}
