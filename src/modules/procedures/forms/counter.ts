import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import type { CardFault } from "../../../base/identity.ts";
import { readReference } from "../../../kernel/reference.ts";
import { choice, choices, optionalEmail, optionalPhone, type Parsed, parseForm, pastDay, refuse, say, text } from "../../../web/form.ts";
import { caseOf, type Procedure, papersNeeded } from "../law.ts";
import type { Bearer } from "../service/intake.ts";
import type { Receive } from "../service/receive.ts";
import { counterErrors } from "../texts/counter-errors.ts";

/** The scanned text of a card, as long as any code may be. */
export const parseScan = (body: unknown): Parsed<{ card: string }> => parseForm(z.object({ card: text(2_000, counterErrors.card.empty) }), body);

/** The reference of a preparation, when that is what was scanned or typed: its address, or its sixteen letters. */
export function readPrepared(scanned: string): string | null {
  return scanned.includes("|") ? null : readReference(scanned.split("/").at(-1) ?? "");
}

/** A card that could not be read, said beside the field. What was scanned is not shown again: it is personal data in one line. */
export const refuseScan = (fault: CardFault) => refuse({}, { card: counterErrors.card[fault] });

const idNumber = () =>
  z
    .string()
    .optional()
    .transform((value) => (value ?? "").replace(/\s/g, ""))
    .refine((value) => /^\d{12}$/.test(value), say(counterErrors.idNumber));

/** A resident whose card cannot be scanned: typed from her papers. */
export const parseByHand = (body: unknown, today: Day): Parsed<Bearer> =>
  parseForm(z.object({ idNumber: idNumber(), fullName: text(100), bornOn: pastDay(today), sex: choice(["female", "male"]), address: text(300), phone: optionalPhone() }), body);

/** What the officer typed to find a procedure. */
export const parseFind = (body: unknown): Parsed<{ thuTuc: string }> => parseForm(z.object({ thuTuc: text(100, counterErrors.procedure) }), body);

/** The receipt of a dossier: what was handed over, and what decides term and fee, by the procedure's own data. */
export function parseReceive(body: unknown, procedure: Procedure, given: Receiving): Parsed<Receive> {
  const shape = z.object({
    papers: choices(papersNeeded(procedure, given.caseId).asked.map((paper) => paper.code)),
    declaration: maybeOneOf(["onPaper"]),
    termId: oneOf(procedure.terms.map((term) => term.id)),
    feeId: oneOf(procedure.fees.map((fee) => fee.id)),
    exemption: maybeOneOf(given.exemptions),
    hamletId: maybeOneOf(given.hamletIds.map(String)),
    phone: optionalPhone(),
    email: optionalEmail(),
    request: text(500, counterErrors.request),
  });
  const parsed = parseForm(shape, body);
  if (!parsed.ok) return parsed;
  const form = formPaper(procedure, given.caseId);
  const papers = given.declared && form !== null ? [...parsed.value.papers, form] : parsed.value.papers;
  const missing = missingPapers(procedure, given.caseId, papers);
  if (missing) return refuse(body, { papers: missing });
  // Taking the filled form from the resident's hand is the choice not to ask; where there is no form, the choice is asked for.
  const onPaper = !given.declared && (parsed.value.declaration !== null || (form !== null && papers.includes(form)));
  if (given.asks && !given.declared && !onPaper && form === null) return refuse(body, { declaration: counterErrors.declaration });
  return { ok: true, value: { ...commandOf(procedure, given.caseId, { ...parsed.value, papers }), onPaper } };
}

export type Receiving = {
  readonly caseId: string;
  readonly exemptions: readonly string[];
  readonly hamletIds: readonly number[];
  /** Whether the declaration was answered on the screen; then its form is printed and signed, and counts as handed in. */
  readonly declared: boolean;
  /** Whether there are questions to ask at all. */
  readonly asks: boolean;
};

/** The code under which the declaration itself stands among the papers of a case; null when nothing is filled in. */
export function formPaper(procedure: Procedure, caseId: string): string | null {
  const code = procedure.declarationForm?.code;
  return papersNeeded(procedure, caseId).asked.some((paper) => paper.code === code) ? (code ?? null) : null;
}

type Entered = {
  papers: string[];
  termId: string | null;
  feeId: string | null;
  exemption: string | null;
  hamletId: string | null;
  phone: string | null;
  email: string | null;
  request: string;
};

function commandOf(procedure: Procedure, caseId: string, entered: Entered): Receive {
  const when = [procedure.terms.find((term) => term.id === entered.termId), procedure.fees.find((fee) => fee.id === entered.feeId)].flatMap((chosen) => chosen?.when ?? []);
  const asked = papersNeeded(procedure, caseId).asked.filter((paper) => entered.papers.includes(paper.code));
  return {
    procedureCode: procedure.code,
    caseId,
    conditions: [...new Set(when)],
    exemption: entered.exemption,
    handedOver: asked.map(({ code, originals, copies }) => ({ code, originals, copies })),
    phone: entered.phone,
    email: entered.email,
    hamletId: entered.hamletId === null ? null : Number(entered.hamletId),
    request: entered.request,
  };
}

/** A receipt is given for a whole dossier only; a paper "if there is one" may be absent. */
function missingPapers(procedure: Procedure, caseId: string, ticked: readonly string[]) {
  const missing = papersNeeded(procedure, caseOf(procedure, caseId).id).asked.filter((paper) => !paper.onlyIf && !ticked.includes(paper.code));
  return missing.length === 0 ? null : counterErrors.missingPapers(missing.map((paper) => paper.name));
}

/** One of the ids when there is a choice; the only one otherwise. */
const oneOf = (ids: readonly string[]) =>
  z
    .string()
    .optional()
    .transform((value) => (ids.length < 2 ? (ids[0] ?? null) : (value ?? "")))
    .refine((value): value is string | null => value === null || ids.includes(value), say(counterErrors.circumstance));

const maybeOneOf = (ids: readonly string[]) =>
  z
    .string()
    .optional()
    .transform((value) => value || null)
    .refine((value) => value === null || ids.includes(value), say(counterErrors.circumstance));
