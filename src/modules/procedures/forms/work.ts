import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { choice, optionalText, type Parsed, parseForm, readDay, refuse, say, text, version } from "../../../web/form.ts";
import type { Proposal, ProposalForm } from "../proposal.ts";
import { counterErrors } from "../texts/counter-errors.ts";

/** A step that needs nothing but the version that the officer saw. */
export const parseStep = (body: unknown): Parsed<{ version: number }> => parseForm(z.object({ version: version() }), body);

/** A step that needs a reason. */
export const parseReason = (body: unknown): Parsed<{ version: number; note: string }> => parseForm(z.object({ version: version(), note: text(1_000, counterErrors.reason) }), body);

export const parseHandOver = (body: unknown): Parsed<{ version: number; to: "self" | "authorised" }> =>
  parseForm(z.object({ version: version(), to: choice(["self", "authorised"]) }), body);

export const parseAssignment = (body: unknown, officerIds: readonly number[]): Parsed<{ version: number; assigneeId: number }> =>
  parseForm(z.object({ version: version(), assigneeId: choice(officerIds.map(String), counterErrors.officer).transform(Number) }), body);

/** How many changes a notice has room for. */
export const changeLines = [1, 2, 3] as const;

const changeField = () => optionalText(200).transform((value) => value ?? "");

const notice = z.object({
  version: version(),
  decision: text(1_000, counterErrors.decision),
  remark: optionalText(500),
  what1: changeField(),
  before1: changeField(),
  after1: changeField(),
  what2: changeField(),
  before2: changeField(),
  after2: changeField(),
  what3: changeField(),
  before3: changeField(),
  after3: changeField(),
});

const confirmation = (today: Day) =>
  z.object({
    version: version(),
    permanentAddress: optionalText(300),
    temporaryAddress: optionalText(300),
    currentAddress: optionalText(300),
    headOfHousehold: optionalText(100),
    relationToHead: optionalText(100),
    remark: optionalText(500),
    validUntil: z
      .string()
      .optional()
      .transform((value) => readDay(value ?? ""))
      .refine((day): day is Day => day !== null && day >= today, say(counterErrors.validUntil)),
  });

const day = (message: Bilingual) =>
  z
    .string()
    .optional()
    .transform((value) => readDay(value ?? ""))
    .refine((value): value is Day => value !== null, say(message));

const absence = z
  .object({ version: version(), absentFrom: day(counterErrors.absentFrom), absentUntil: day(counterErrors.absentUntil), destination: text(300), reason: text(300) })
  .refine(({ absentFrom, absentUntil }) => absentFrom <= absentUntil, { path: ["absentUntil"], ...say(counterErrors.absentOrder) });

const refusal = z.object({ version: version(), reasons: text(2_000, counterErrors.reason), basis: optionalText(300), nextSteps: text(2_000, counterErrors.reason) });

export type Proposed = { readonly version: number; readonly proposal: Proposal };

/** The form of a result, as the paper that it becomes needs it. */
export function parseProposal(body: unknown, form: ProposalForm, today: Day): Parsed<Proposed> {
  if (form === "CT08") return parseNotice(body);
  if (form === "CT07") return parseConfirmation(body, today);
  if (form === "CT03") return parseAbsence(body);
  const parsed = parseForm(refusal, body);
  if (!parsed.ok) return parsed;
  const { version, reasons, basis, nextSteps } = parsed.value;
  return { ok: true, value: { version, proposal: { form, reasons: lines(reasons).map((reason) => ({ reason, basis })), nextSteps: lines(nextSteps) } } };
}

function parseNotice(body: unknown): Parsed<Proposed> {
  const parsed = parseForm(notice, body);
  if (!parsed.ok) return parsed;
  const { version, decision, remark, ...entered } = parsed.value;
  const changes = changeLines.map((i) => ({ line: i, what: entered[`what${i}`], before: entered[`before${i}`], after: entered[`after${i}`] }));
  const filled = changes.filter((change) => change.what || change.before || change.after);
  const half = filled.find((change) => !(change.what && change.before && change.after));
  if (half) return refuse(body, { [`what${half.line}`]: counterErrors.changeLine });
  return { ok: true, value: { version, proposal: { form: "CT08", decision, remark, changes: filled.map(({ what, before, after }) => ({ what, before, after })) } } };
}

function parseAbsence(body: unknown): Parsed<Proposed> {
  const parsed = parseForm(absence, body);
  if (!parsed.ok) return parsed;
  const { version, ...facts } = parsed.value;
  return { ok: true, value: { version, proposal: { form: "CT03", ...facts } } };
}

function parseConfirmation(body: unknown, today: Day): Parsed<Proposed> {
  const parsed = parseForm(confirmation(today), body);
  if (!parsed.ok) return parsed;
  const { version, ...facts } = parsed.value;
  if (!facts.permanentAddress && !facts.temporaryAddress && !facts.currentAddress) return refuse(body, { permanentAddress: counterErrors.address });
  return { ok: true, value: { version, proposal: { form: "CT07", ...facts } } };
}

/** One entry a line. */
export const lines = (typed: string): string[] =>
  typed
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
