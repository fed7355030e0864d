import { z } from "zod";
import { addDays, type Day, dayOf, instantAt } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { choice, optionalText, type Parsed, parseForm, readDay, say, text, timeOfDay, typedOf, version } from "../../../web/form.ts";
import { type MeetingKind, meetingKinds } from "../queries/tables.ts";
import { formTexts as t } from "../texts/forms.ts";
import { key } from "./key.ts";
import { people } from "./people.ts";

export type Plan = {
  readonly kind: MeetingKind;
  readonly topic: string;
  readonly hamletId: number | null;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly hosts: string;
  readonly agenda: string;
};

const dayFrom = (first: Day, missing: Bilingual = t.badDay, early: Bilingual = t.notComing) =>
  z
    .string()
    .optional()
    .transform((typed, context): Day => {
      const day = readDay(typed ?? "");
      if (day !== null && day >= first) return day;
      context.addIssue({ code: "custom", ...say(day === null ? missing : early) });
      return z.NEVER;
    });

/** The fields of a plan, but for its kind. */
export const planFields = ["topic", "hamlet", "place", "day", "begins", "ends", "hosts", "agenda"] as const;

/** A plan that is changed: its kind stays, because who may know of it hangs on that. */
export function parseChange(body: unknown, kind: MeetingKind, given: Parameters<typeof parsePlan>[1]): Parsed<{ readonly version: number; readonly plan: Plan }> {
  const seen = parseVersion(body);
  if (!seen.ok) return seen;
  const form = parsePlan({ ...typedOf(body), kind }, given);
  return form.ok ? { ok: true, value: { version: seen.value.version, plan: form.value } } : form;
}

/** The plan of a meeting. A meeting of a hamlet names its hamlet; one of the whole commune need not. */
export function parsePlan(body: unknown, { now, hamletIds }: { readonly now: Date; readonly hamletIds: readonly number[] }): Parsed<Plan> {
  const shape = z
    .object({
      kind: choice(meetingKinds),
      topic: text(200, t.topicMissing),
      hamlet: z.string().optional(),
      place: text(200, t.placeMissing),
      day: dayFrom(dayOf(now)),
      begins: timeOfDay(),
      ends: timeOfDay(),
      hosts: text(300, t.hostsMissing),
      agenda: optionalText(2_000),
    })
    .refine(({ kind, hamlet }) => kind === "forum" || Boolean(hamlet), { path: ["hamlet"], ...say(t.hamletMissing) })
    .refine(({ hamlet }) => !hamlet || hamletIds.includes(Number(hamlet)), { path: ["hamlet"], ...say(t.hamletUnknown) })
    .refine(({ begins, ends }) => ends > begins, { path: ["ends"], ...say(t.endsFirst) });
  const form = parseForm(shape, body);
  if (!form.ok) return form;
  const { hamlet, day, begins, ends, agenda, ...rest } = form.value;
  return { ok: true, value: { ...rest, hamletId: hamlet ? Number(hamlet) : null, startsAt: instantAt(day, begins), endsAt: instantAt(day, ends), agenda: agenda ?? "" } };
}

/** A household as it was called out. */
export type NewHousehold = { readonly key: string; readonly head: string; readonly people: number };

export const parseHousehold = (body: unknown): Parsed<NewHousehold> =>
  parseForm(
    z.object({
      key,
      head: text(100, t.householdMissing),
      people: people(50),
    }),
    body,
  );

export type NewCommitment = { readonly key: string; readonly promise: string; readonly ownerId: number; readonly dueOn: Day };

export function parseCommitment(body: unknown, { now, ownerIds }: { readonly now: Date; readonly ownerIds: readonly number[] }): Parsed<NewCommitment> {
  const shape = z.object({
    key,
    promise: text(1_000, t.promiseMissing),
    owner: choice(ownerIds.map(String), t.ownerMissing),
    dueOn: dayFrom(addDays(dayOf(now), 1), t.dueMissing, t.dueMissing),
  });
  const form = parseForm(shape, body);
  if (!form.ok) return form;
  const { owner, ...rest } = form.value;
  return { ok: true, value: { ...rest, ownerId: Number(owner) } };
}

export const parseConclusion = (body: unknown): Parsed<{ version: number; conclusion: string }> =>
  parseForm(z.object({ version: version(), conclusion: text(2_000, t.conclusionMissing) }), body);

export const parseCallOff = (body: unknown): Parsed<{ version: number; reason: string }> =>
  parseForm(z.object({ version: version(), reason: text(300, t.calledOffMissing) }), body);

export const parseVersion = (body: unknown): Parsed<{ version: number }> => parseForm(z.object({ version: version() }), body);

/** Whether everybody is to read a promise. */
export const parseShown = (body: unknown): Parsed<{ version: number; act: "show" | "hide" }> => parseForm(z.object({ version: version(), act: choice(["show", "hide"]) }), body);

/** Another day for what could not be done, and why. */
export const parseNewDay = (body: unknown, now: Date): Parsed<{ version: number; dueOn: Day; why: string }> =>
  parseForm(z.object({ version: version(), dueOn: dayFrom(addDays(dayOf(now), 1), t.dueMissing, t.dueMissing), why: text(2_000, t.newDayMissing) }), body);

export const parseReport = (body: unknown): Parsed<{ version: number; act: "carryOut" | "fail"; report: string }> =>
  parseForm(z.object({ version: version(), act: choice(["carryOut", "fail"]), report: text(2_000, t.reportMissing) }), body);
