import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { addDays, dayOf, instantAt } from "../../base/day.ts";
import type { Dong } from "../../base/dong.ts";
import type { Bilingual } from "../../base/lang.ts";
import type { Complaint } from "../../kernel/law/define.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, certainties, dongField, lawFields, termField, textField } from "../../kernel/law/fields.ts";
import type { LawTable } from "../../kernel/law/table.ts";
import { findInForce, listInForce } from "../../kernel/law/table.ts";
import { Problem } from "../../kernel/problem.ts";
import { pagesField } from "../forms/index.ts";
import { complaintsOfQuestions, complaintsWithForms } from "./law/questions.ts";
import { texts } from "./law/texts.ts";

/** A word for a circumstance, "toVerify", "byList"; the same words are used in cases, terms and fees of one procedure. */
const idField = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const when = z.array(idField).default([]);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What kinds of files can be taken at all. */
const uploadTypes = ["pdf", "jpeg", "png"] as const;

const paper = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9-]+$/),
  name: bilingualField,
  originals: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  /** True when a state database or the e-identity holds it: then it may not be asked for; `reason` says which and why. */
  inStateDatabase: z.boolean().default(false),
  reason: bilingualField.optional(),
  /** Only when the circumstance exists ("if there is any"). */
  onlyIf: bilingualField.optional(),
  source: textField.optional(),
  /** A file may stand for it, or a scan may be kept: of which kinds, how heavy. Absent: no file of it is ever taken. */
  upload: z.strictObject({ types: z.array(z.enum(uploadTypes)).min(1), maxMegabytes: z.int().min(1).max(10) }).optional(),
});

const procedureCase = z.strictObject({
  id: idField,
  name: bilingualField,
  help: bilingualField.optional(),
  /** The authority does it by itself; the resident files nothing. */
  doneByAuthority: z.boolean().default(false),
  papers: z.array(paper).default([]),
});

const row = z.strictObject({
  ...lawFields,
  code: z.string().regex(/^\d\.\d{6}$/),
  /** Number of the page on the portal of the Ministry of Public Security; null when it was not seen. */
  matt: z.string().regex(/^\d+$/).nullable(),
  group: z.enum(["residence", "identity", "other"]),
  name: bilingualField,
  /** What it is for, in the words of a resident. */
  purpose: bilingualField,
  online: z.enum(["none", "partial", "full"]),
  /** Where it is filed: at the post of the dwelling, or at any commune post of the country. */
  filedAt: z.enum(["dwelling", "anyCommune"]),
  whoMayFile: bilingualField,
  /** Null: no form is filled in. */
  declarationForm: z
    .strictObject({
      code: textField,
      name: bilingualField,
      /** Its questions are not among the data: it is filled in by hand. */
      onPaperOnly: z.boolean().default(false),
    })
    .nullable(),
  /** What is asked for this procedure before its form: from when, where to, why. */
  questions: pagesField.default([]),
  /** Where the questions come from and how sure that is; the row itself speaks of the procedure. */
  questionsFrom: z.strictObject({ source: textField, certainty: z.enum(certainties) }).optional(),
  /** What the resident asks for, as a sentence; "{case}" and the answers to `questions` stand in it by their ids. */
  requestText: bilingualField.optional(),
  /** Forms for receipt, supplement and refusal; null: nothing is handed out. */
  formSet: z.strictObject({ name: textField, receipt: textField, supplement: textField, refusal: textField }).nullable(),
  results: z.array(z.strictObject({ form: textField.nullable(), name: bilingualField })).min(1),
  /** The first one whose circumstances all hold is the term; none at all: done at once. */
  terms: z.array(z.strictObject({ id: idField, when, label: bilingualField, term: termField })),
  /** Time that does not count, for instance while another authority has the file. */
  notCounted: z.array(bilingualField).default([]),
  /** The first one whose circumstances all hold; none at all: free of charge. */
  fees: z.array(z.strictObject({ id: idField, when, label: bilingualField, counterDong: dongField, onlineDong: dongField, per: z.enum(["filing", "person"]) })),
  /** Within how long before an expiry it must be filed. */
  fileWithinBeforeExpiry: termField.optional(),
  /** A stay that begins before `before` is told by then, a later one by `lateBy` the next morning. */
  nightRule: z.strictObject({ before: clock, lateBy: clock }).optional(),
  /** A guest who stays as long as this or longer does not tell of a stay: she registers. */
  stayShorterThan: termField.optional(),
  /** How long the result may be used. */
  validity: z.array(z.strictObject({ when, label: bilingualField, term: termField })).default([]),
  cases: z.array(procedureCase).min(1),
  bring: z.array(bilingualField).min(1),
  after: z.array(bilingualField).min(1),
  legalBasis: z.array(textField).min(1),
});

/** A procedure as it stands in one period of law. */
export type Procedure = z.infer<typeof row>;
export type ProcedureCase = z.infer<typeof procedureCase>;
export type Paper = z.infer<typeof paper>;
export type ProcedureTerm = Procedure["terms"][number];

export const procedureLaw = defineLaw<Procedure>({
  name: "procedures",
  path: "procedures",
  schema: row,
  keyOf: ({ code }) => code,
  check: (rows) => rows.flatMap((one, index) => [...complaintsOf(one), ...complaintsOfQuestions(one)].map((found) => ({ row: index, ...found }))),
  checkWith: complaintsWithForms,
});

const exemption = z.strictObject({ ...lawFields, id: idField, name: bilingualField, proof: bilingualField });

/** People who pay no residence fee; the proof is not asked for when a state database shows it. */
export type FeeExemption = z.infer<typeof exemption>;

export const feeExemptionLaw = defineLaw<FeeExemption>({
  name: "feeExemptions",
  path: "fee-exemptions.yaml",
  schema: exemption,
  keyOf: ({ id }) => id,
});

/** The procedure as it stood on that day, or null when it was not offered. */
export function procedureOn(procedures: LawTable<Procedure>, day: Day, code: string): Procedure | null {
  return findInForce(procedures, day, code);
}

/** Every procedure offered on that day, by code. */
export function listProcedures(procedures: LawTable<Procedure>, day: Day): readonly Procedure[] {
  return [...listInForce(procedures, day)].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The procedure by which an overnight stay is told on that day: the one with a rule for the night. Null when the law data has none. */
export function stayProcedureOn(procedures: LawTable<Procedure>, day: Day): Procedure | null {
  return listInForce(procedures, day).find(({ nightRule }) => nightRule !== undefined) ?? null;
}

/** @throws Problem notFound when the procedure has no such case */
export function caseOf(procedure: Procedure, caseId: string): ProcedureCase {
  const found = procedure.cases.find(({ id }) => id === caseId);
  if (found === undefined) throw new Problem("notFound", { case: caseId });
  return found;
}

export type PapersNeeded = {
  readonly asked: readonly Paper[];
  /** What used to be asked and may not be, with the reason to show. */
  readonly notAsked: ReadonlyArray<{ readonly paper: Paper; readonly reason: Bilingual }>;
};

/** The papers of a case: those the resident hands in, and those that the authority must look up by itself. */
export function papersNeeded(procedure: Procedure, caseId: string): PapersNeeded {
  const { papers } = caseOf(procedure, caseId);
  return {
    asked: papers.filter(({ inStateDatabase }) => !inStateDatabase),
    notAsked: papers.filter(({ inStateDatabase }) => inStateDatabase).map((one) => ({ paper: one, reason: one.reason ?? texts.held })),
  };
}

/** The term under these circumstances ("toVerify", "complex"); null when the thing is done at once. */
export function termFor(procedure: Procedure, circumstances: readonly string[]): ProcedureTerm | null {
  return firstThatHolds(procedure.terms, circumstances);
}

/** What is charged. `people` counts where the fee is per person. Zero when free, or when the resident is exempt. */
export function feeFor(
  procedure: Procedure,
  { channel, circumstances, people = 1, exempt = false }: { channel: "counter" | "online"; circumstances: readonly string[]; people?: number; exempt?: boolean },
): Dong {
  const fee = firstThatHolds(procedure.fees, circumstances);
  if (fee === null || exempt) return 0n;
  const each = channel === "counter" ? fee.counterDong : fee.onlineDong;
  return fee.per === "person" ? each * BigInt(people) : each;
}

/** How long a result issued under these circumstances may be used; null when the law sets no end. */
export function validityFor(procedure: Procedure, circumstances: readonly string[]): Procedure["validity"][number] | null {
  return firstThatHolds(procedure.validity, circumstances);
}

/**
 * By when a stay that begins at `arrivedAt` must be told, or null when the procedure has no such rule. A stay that begins
 * after midnight is read as beginning on that new day.
 */
export function stayToldBy({ nightRule }: Procedure, arrivedAt: Date): Date | null {
  if (nightRule === undefined) return null;
  const day = dayOf(arrivedAt);
  const sameDay = instantAt(day, nightRule.before);
  return arrivedAt < sameDay ? sameDay : instantAt(addDays(day, 1), nightRule.lateBy);
}

function firstThatHolds<Entry extends { readonly when: readonly string[] }>(entries: readonly Entry[], circumstances: readonly string[]): Entry | null {
  return entries.find((entry) => entry.when.every((word) => circumstances.includes(word))) ?? null;
}

function complaintsOf(one: Procedure): Array<Omit<Complaint, "row">> {
  const found: Array<Omit<Complaint, "row">> = [];
  for (const list of ["terms", "fees", "validity"] as const) {
    // The last entry must hold without conditions, or a circumstance nobody thought of would find nothing.
    const last = one[list].at(-1);
    if (last !== undefined && last.when.length > 0) found.push({ path: [list, one[list].length - 1, "when"], message: texts.noDefault });
  }
  one.cases.forEach(({ id, papers, doneByAuthority }, i) => {
    if (one.cases.findIndex((other) => other.id === id) < i) found.push({ path: ["cases", i, "id"], message: texts.twice(id) });
    if (doneByAuthority && papers.some(({ inStateDatabase }) => !inStateDatabase)) found.push({ path: ["cases", i, "papers"], message: texts.asksForNothing });
    papers.forEach(({ inStateDatabase, reason }, j) => {
      if (inStateDatabase && reason === undefined) found.push({ path: ["cases", i, "papers", j], message: texts.noReason });
    });
  });
  return found;
}
