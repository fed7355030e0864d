import { z } from "zod";
import { choice, choices, optionalText, type Parsed, parseForm, refuse, say, text, typedList, typedOf, typedText, version } from "../../../web/form.ts";
import type { DefectGroup } from "../law/defects.ts";
import type { OtherDefect, Supplement } from "../service/supplement.ts";
import { courseErrors } from "../texts/course.ts";
import { lines } from "./work.ts";

/** The field of the defects of one paper, or of the dossier as a whole. */
export const defectField = (paper: string | null): string => `defects-${paper ?? "dossier"}`;

/** Stands for the dossier as a whole among papers. */
export const wholeDossier = "dossier";

/** What was ticked of what this dossier may be asked for. Whether a reason is needed is known only when it is compared with what was asked before. */
export function parseSupplement(body: unknown, groups: readonly DefectGroup[]): Parsed<Supplement> {
  const papers = groups.map(({ paper }) => paper ?? wholeDossier);
  const shape = z.object({
    version: version(),
    otherPaper: z.string().optional(),
    otherWhat: optionalText(300),
    otherTodo: optionalText(300),
    why: optionalText(500),
  });
  const parsed = parseForm(shape, body);
  if (!parsed.ok) return parsed;
  const typed = typedOf(body);
  const defects = groups.flatMap(({ paper, offers }) => {
    const ticked = typedList(typed, defectField(paper));
    return offers.filter(({ code }) => ticked.includes(code)).map(({ code }) => ({ code, paper }));
  });
  if (defects.length === 0) return refuse(body, { [defectField(groups[0]?.paper ?? null)]: courseErrors.defects });
  const { version: seen, why, otherPaper = "", otherWhat, otherTodo } = parsed.value;
  if (otherWhat === null && otherTodo === null) return { ok: true, value: { version: seen, defects, other: null, why } };
  if (!papers.includes(otherPaper)) return refuse(body, { otherPaper: courseErrors.otherPaper });
  if (otherWhat === null) return refuse(body, { otherWhat: courseErrors.otherWhat });
  if (otherTodo === null) return refuse(body, { otherTodo: courseErrors.otherTodo });
  const other: OtherDefect = { paper: otherPaper === wholeDossier ? null : otherPaper, what: otherWhat, todo: otherTodo };
  return { ok: true, value: { version: seen, defects, other, why } };
}

/** The papers that a resident brought, of those that may be brought to this dossier. */
export const parseResume = (body: unknown, papers: readonly string[]): Parsed<{ version: number; brought: string[] }> =>
  parseForm(z.object({ version: version(), brought: choices(papers) }), body);

export const parseHold = (body: unknown, keys: readonly string[]): Parsed<{ version: number; key: string }> =>
  parseForm(z.object({ version: version(), key: choice(keys, courseErrors.hold) }), body);

const words = {
  apologyReason: text(500, courseErrors.reason),
  added: z.coerce
    .number()
    .int()
    .positive()
    .catch(0)
    .refine((count) => count > 0, say(courseErrors.newDate)),
};

/** The reason of an apology, and how much time is added; `seen` is when the officer's page said that the reason was last written. */
export function parseApologyReason(body: unknown): Parsed<{ reason: string; added: number; seen: Date | null }> {
  const parsed = parseForm(z.object({ ...words }), body);
  if (!parsed.ok) return parsed;
  const seen = new Date(typedText(typedOf(body), "seen"));
  return { ok: true, value: { reason: parsed.value.apologyReason, added: parsed.value.added, seen: Number.isNaN(seen.getTime()) ? null : seen } };
}

export function parseApology(body: unknown): Parsed<{ version: number; reason: string; added: number }> {
  const parsed = parseForm(z.object({ version: version(), ...words }), body);
  if (!parsed.ok) return parsed;
  const { version: seen, apologyReason, added } = parsed.value;
  return { ok: true, value: { version: seen, reason: apologyReason, added } };
}

export const parseStop = (body: unknown, codes: readonly string[]): Parsed<{ version: number; code: string; remark: string | null }> =>
  parseForm(z.object({ version: version(), code: choice(codes, courseErrors.stop), remark: optionalText(300) }), body);

export const parseWithdrawal = (body: unknown): Parsed<{ version: number; note: string }> =>
  parseForm(z.object({ version: version(), note: text(500, courseErrors.withdraw) }), body);

/** Why a request cannot be granted: reasons by their codes, and what they mean in this case. */
export function parseRefusal(body: unknown, codes: readonly string[]): Parsed<{ version: number; codes: string[]; explanation: string | null; nextSteps: string[] }> {
  const parsed = parseForm(z.object({ version: version(), codes: choices(codes), explanation: optionalText(1_000), nextSteps: optionalText(1_000) }), body);
  if (!parsed.ok) return parsed;
  const { nextSteps, ...rest } = parsed.value;
  if (rest.codes.length === 0) return refuse(body, { codes: courseErrors.refusal });
  return { ok: true, value: { ...rest, nextSteps: lines(nextSteps ?? "") } };
}
