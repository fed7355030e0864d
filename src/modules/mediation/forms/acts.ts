import { z } from "zod";
import { addDays, type Day, dayOf, instantAt } from "../../../base/day.ts";
import { choice, choices, optionalText, type Parsed, parseForm, pastDay, readDay, refuse, say, text, timeOfDay, version } from "../../../web/form.ts";
import type { Ending } from "../law.ts";
import { actFormTexts as t } from "../texts/forms.ts";
import { resumeTexts as r } from "../texts/resume.ts";

export const parseAssignment = (body: unknown): Parsed<{ readonly version: number; readonly mediatorIds: readonly number[]; readonly note: string | null }> =>
  parseForm(
    z
      .object({ version: version(), mediators: z.union([z.string(), z.array(z.string())]).optional(), note: optionalText(300) })
      .transform(({ version: seen, mediators, note }) => ({ version: seen, note, mediatorIds: [mediators ?? []].flat().map(Number).filter(Number.isSafeInteger) })),
    body,
  );

export type SessionForm = { readonly version: number; readonly heldAt: Date; readonly isPublic: boolean; readonly policeHelped: boolean; readonly told: string };

/** A session lies between the day on which the dispute was recorded and now. */
export function parseSession(body: unknown, { now, receivedAt }: { readonly now: Date; readonly receivedAt: Date }): Parsed<SessionForm> {
  const form = parseForm(
    z.object({
      version: version(),
      heldOn: pastDay(dayOf(now)),
      heldTime: timeOfDay(),
      openness: choice(["private", "public"]),
      helped: choices(["yes"]),
      told: text(2_000, t.toldMissing),
    }),
    body,
  );
  if (!form.ok) return form;
  const { version: seen, heldOn, heldTime, openness, helped, told } = form.value;
  const heldAt = instantAt(heldOn, heldTime);
  if (heldAt > now) return refuse(body, { heldTime: t.later });
  if (heldOn < dayOf(receivedAt)) return refuse(body, { heldOn: t.beforeRecorded });
  return { ok: true, value: { version: seen, heldAt, isPublic: openness === "public", policeHelped: helped.length > 0, told } };
}

export type OutcomeForm = { readonly version: number; readonly ending: string; readonly agreement: string | null; readonly visitOn: Day | null };

/** How it ended. An agreement is told in words, with the day of the first visit; another ending takes neither, and what was typed of them is not dropped unseen. */
export function parseOutcome(body: unknown, { endings, today }: { readonly endings: readonly Ending[]; readonly today: Day }): Parsed<OutcomeForm> {
  const form = parseForm(z.object({ version: version(), ending: choice(endings.map(({ id }) => id)), agreement: optionalText(4_000), visitOn: comingDay(today) }), body);
  if (!form.ok) return form;
  const settled = endings.find(({ id }) => id === form.value.ending)?.outcome === "settled";
  if (settled && form.value.agreement === null) return refuse(body, { agreement: t.agreementMissing });
  if (settled || (form.value.agreement === null && form.value.visitOn === null)) return form;
  const errors = { ...(form.value.agreement === null ? {} : { agreement: t.agreementWithout }), ...(form.value.visitOn === null ? {} : { visitOn: t.visitWithout }) };
  return refuse(body, errors);
}

export const parseExclusion = (body: unknown, exclusions: readonly string[]): Parsed<{ readonly version: number; readonly exclusion: string }> =>
  parseForm(z.object({ version: version(), exclusion: choice(exclusions) }), body);

export const findings = ["kept", "partly", "broken"] as const;
export type VisitForm = {
  readonly version: number;
  readonly visitedOn: Day;
  readonly finding: (typeof findings)[number];
  readonly note: string | null;
  readonly step: (typeof steps)[number] | null;
  readonly nextOn: Day | null;
};

/** What follows a visit. */
export const steps = ["visit", "resume", "court"] as const;

const optionalStep = () =>
  optionalText(10)
    .refine((value) => value === null || steps.some((step) => step === value), say(r.stepMissing))
    .transform((value) => steps.find((step) => step === value) ?? null);

/** A visit. Where it finds the agreement not fully kept, something follows: a further visit, mediation again, or the way to the court. */
export function parseVisit(body: unknown, { today, endedAt }: { readonly today: Day; readonly endedAt: Date | null }): Parsed<VisitForm> {
  const form = parseForm(
    z.object({ version: version(), visitedOn: pastDay(today), finding: choice(findings), note: optionalText(1_000), step: optionalStep(), nextOn: comingDay(today) }),
    body,
  );
  if (!form.ok) return form;
  const { visitedOn, finding, nextOn } = form.value;
  // A day alone says that somebody goes again.
  const step = form.value.step ?? (nextOn === null ? null : "visit");
  if (endedAt !== null && visitedOn < dayOf(endedAt)) return refuse(body, { visitedOn: t.beforeAgreement });
  if (finding !== "kept" && step === null) return refuse(body, { step: r.stepMissing });
  if (finding === "kept" && step !== null && step !== "visit") return refuse(body, { step: r.keptNoResume });
  if (step === "visit" && nextOn === null) return refuse(body, { nextOn: r.nextMissing });
  if (step !== "visit" && nextOn !== null) return refuse(body, { nextOn: r.nextWithout });
  return { ok: true, value: { ...form.value, step } };
}

/** A day that is still to come, within two years; null when left out. */
const comingDay = (today: Day) =>
  z
    .string()
    .optional()
    .transform((value, context): Day | null => {
      if (!value) return null;
      const day = readDay(value);
      if (day !== null && day > today && day < addDays(today, 731)) return day;
      context.addIssue({ code: "custom", ...say(t.notComing) });
      return z.NEVER;
    });
