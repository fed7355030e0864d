import { z } from "zod";
import { type Day, dayOf } from "../../../base/day.ts";
import { choice, optionalPhone, optionalText, type Parsed, parseForm, pastDay, refuse, say, text, version } from "../../../web/form.ts";
import type { SentFile } from "../../../web/route.ts";
import type { MeasureKind } from "../law.ts";
import { custodyEvents } from "../queries/tables.ts";
import { correctionTexts as c } from "../texts/correction.ts";
import { decisionTexts as d } from "../texts/decision.ts";
import { formTexts as t } from "../texts/forms.ts";
import { type YearPart, yearParts } from "../year-part.ts";
import { reportKinds, ticked } from "./report.ts";

/** `mistaken`: takes the place of somebody who was entered by mistake. */
export const roles = ["victim", "witness", "concerned", "reporter", "mistaken"] as const;

const id = () =>
  z
    .string()
    .optional()
    .transform((value) => (value && /^\d{1,15}$/.test(value) ? Number(value) : null));

/** A person of a report. A minor has a guardian, and "not known yet" is an answer. */
export const parsePerson = (body: unknown) => {
  const shape = z.object({
    version: version(),
    role: choice(roles),
    fullName: text(100, t.nameMissing),
    phone: optionalPhone(),
    address: optionalText(300),
    idNumber: optionalText(20),
    minor: ticked(),
    guardian: optionalText(200),
    interpreter: optionalText(200),
    about: optionalText(500),
    corrects: id(),
  });
  const form = parseForm(shape, body);
  if (form.ok && form.value.role === "mistaken" && form.value.corrects === null) return refuse(body, { corrects: c.whichMissing });
  return form.ok && form.value.minor && form.value.guardian === null ? refuse(body, { guardian: t.guardianMissing }) : form;
};
export type NewPerson = Extract<ReturnType<typeof parsePerson>, { ok: true }>["value"];

export const parseStatement = (body: unknown) =>
  parseForm(z.object({ version: version(), kind: choice(["statement", "note"]), person: id(), words: text(10_000, t.wordsMissing) }), body);

export type MeasureBounds = { readonly measures: readonly Pick<MeasureKind, "id" | "counts" | "basis">[]; readonly earliest: Day; readonly today: Day };

/** What the post did lies between what happened and today; what is counted by people was done with one at least. */
export function parseMeasure(body: unknown, { measures, earliest, today }: MeasureBounds) {
  const form = parseForm(
    z.object({
      version: version(),
      measure: choice(measures.map(({ id: name }) => name)),
      people: z
        .string()
        .optional()
        .refine((value) => /^\d{1,3}$/.test(value ?? "") && Number(value) <= 500, say(t.peopleWrong))
        .transform(Number),
      doneOn: pastDay(today).refine((day) => day >= earliest, say(c.tooEarly)),
      legalBasis: text(300, t.basisMissing),
      corrects: id(),
    }),
    body,
  );
  if (!form.ok || form.value.people > 0) return form;
  return measures.some(({ id: name, counts }) => name === form.value.measure && counts === "people") ? refuse(body, { people: c.nobody }) : form;
}

export const parseGrade = (body: unknown, natures: readonly string[]) =>
  parseForm(z.object({ version: version(), kind: choice(reportKinds), nature: choice(natures), reason: text(500, t.reasonMissing) }), body);

export const parseReason = (body: unknown): Parsed<{ version: number; reason: string }> => parseForm(z.object({ version: version(), reason: text(500, t.reasonMissing) }), body);
/** How a report can be decided on: the actions that do it. */
export const outcomes = ["prosecute", "decline", "suspend"] as const;

/** A decision lies between the day of the report and today; its number is one of a paper. */
export const parseDecision = (body: unknown, { received, today }: { readonly received: Day; readonly today: Day }) =>
  parseForm(
    z.object({
      version: version(),
      outcome: choice(outcomes),
      number: text(40, d.numberMissing).refine((value) => /^\d+[\p{L}\d/.-]*$/u.test(value), say(d.numberWrong)),
      decidedOn: pastDay(today).refine((day) => day >= received, say(d.dayWrong)),
      reason: text(500, t.reasonMissing),
      told: optionalText(2_000),
    }),
    body,
  );
export type Decision = Extract<ReturnType<typeof parseDecision>, { ok: true }>["value"];

/** `told`: what whoever reported is told of it. */
export const parseOutcome = (body: unknown) => parseForm(z.object({ version: version(), reason: text(500, t.outcomeMissing), told: optionalText(2_000) }), body);
export const parseSeen = (body: unknown): Parsed<{ version: number }> => parseForm(z.object({ version: version() }), body);
export const parseReferral = (body: unknown) => parseForm(z.object({ version: version(), papers: text(500, t.papersMissing), told: optionalText(2_000) }), body);
export const parseAnswer = (body: unknown) => parseForm(z.object({ version: version(), answer: text(500, t.answerMissing) }), body);
export const parseLink = (body: unknown) => parseForm(z.object({ version: version(), code: text(40, t.linkWrong), why: text(300, t.reasonMissing), same: ticked() }), body);
export const parseAssignment = (body: unknown, officers: readonly number[]) =>
  parseForm(z.object({ version: version(), officer: choice(officers.map(String), t.assigneeMissing) }), body);

export const parseThing = (body: unknown) =>
  parseForm(
    z.object({ version: version(), thing: text(300, t.thingMissing), event: choice(custodyEvents), holder: text(200, t.holderMissing), where: text(200, t.placeMissing) }),
    body,
  );
export type NewThing = Extract<ReturnType<typeof parseThing>, { ok: true }>["value"];

/** A file of evidence: what it shows, and its bytes. */
export function parseEvidence(body: unknown, files: readonly SentFile[]): Parsed<{ version: number; bytes: Buffer; caption: string | null; where: string }> {
  const form = parseForm(z.object({ version: version(), caption: optionalText(200), where: text(200, t.placeMissing) }), body);
  const [file] = files;
  if (!file || file.bytes.length === 0) return refuse(body, { ...(form.ok ? {} : form.errors), file: t.fileMissing });
  return form.ok ? { ok: true, value: { ...form.value, bytes: file.bytes } } : form;
}

/** The part of the year that is asked for: the whole when none is named. */
export function partAsked(typed: string | undefined): YearPart {
  return yearParts.find((part) => part === typed) ?? "year";
}

/** The year that is asked for: this one when none is named, or one that is none. */
export function yearAsked(typed: string | undefined, now: Date): number {
  const thisYear = Number(dayOf(now).slice(0, 4));
  const year = /^\d{4}$/.test(typed ?? "") ? Number(typed) : thisYear;
  return year >= 2015 && year <= thisYear ? year : thisYear;
}
