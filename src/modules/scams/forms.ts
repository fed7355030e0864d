import { z } from "zod";
import { type Day, dayOf, instantAt } from "../../base/day.ts";
import { readDong } from "../../base/dong.ts";
import type { Bilingual } from "../../base/lang.ts";
import {
  choice,
  choices,
  type FieldErrors,
  optionalText,
  type Parsed,
  parseForm,
  parseMessage,
  readDay,
  readTimeOfDay,
  refuse,
  say,
  type Typed,
  text,
  typedOf,
  typedText,
  version,
} from "../../web/form.ts";
import { type Stage, stages } from "./law.ts";
import { readMark, readPhone } from "./marks.ts";
import { type Outcome, outcomes } from "./matter.ts";
import { covered, isLoneCode, tellsSecret, withoutCodes } from "./secrets.ts";
import { formTexts as t } from "./texts/forms.ts";

/** What somebody tells of a fraud. */
export type Told = {
  readonly stage: Stage;
  readonly kind: string;
  readonly bank: string | null;
  readonly told: string | null;
  /** A text in which `readMark` finds one. */
  readonly mark: string | null;
  readonly fullName: string | null;
  readonly phone: string | null;
  /** Where to call back, as it was typed, where that is more than one phone. */
  readonly reach?: string | null;
};

type Offered = { readonly kinds: readonly string[]; readonly banks: readonly string[] };

/**
 * What was typed is shown again, but for a password or a one-time code, which is covered. Nothing else that may be left out is refused for how it was
 * written: while money leaves, the report goes in with whatever stands there.
 */
export function parseTold(body: unknown, { kinds, banks }: Offered): Parsed<Told> {
  const secret = refuseLoneCodes(body, ["mark", "phone"]) ?? refuseSecrets(body, ["told", "mark", "fullName", "phone"]);
  if (secret) return secret;
  const shape = z.object({
    stage: choice(stages, t.stageMissing),
    kind: choice(["", ...kinds]).transform((value) => value || "other"),
    bank: choice(["", ...banks]).transform((value) => value || null),
    told: optionalText(4_000),
    mark: optionalText(600),
    fullName: optionalText(100),
    phone: optionalText(100),
  });
  const form = parseForm(shape, { kind: "", bank: "", ...typedOf(body) });
  return form.ok ? { ok: true, value: sorted(form.value) } : form;
}

/** What cannot be found again as a mark stands with what was told; a phone is taken out of what was typed, and the whole kept where it says more. */
function sorted({ told, mark, phone, ...rest }: Told): Told {
  const number = phone === null ? null : readPhone(phone);
  // More digits than a number with the code of the country has are another number.
  const saysMore = phone !== null && (number === null || /[^\d\s.()+-]/.test(phone) || phone.replace(/\D/g, "").length > number.length + 3);
  const reach = saysMore ? { reach: phone } : {};
  const found = mark !== null && readMark(mark) !== null;
  const all = mark === null || found ? told : [told, t.unreadMark.vi(withoutCodes(mark))].filter((part) => part !== null).join("\n\n");
  return { ...rest, told: all, mark: found ? mark : null, phone: number, ...reach };
}

type Refused = Extract<Parsed<never>, { ok: false }>;
type Wrong = { readonly is: (text: string) => boolean; readonly says: Bilingual };

const refuseSecrets = (body: unknown, fields: readonly string[]): Refused | null => refuseCovered(body, fields, { is: tellsSecret, says: t.secret });
const refuseLoneCodes = (body: unknown, fields: readonly string[]): Refused | null => refuseCovered(body, fields, { is: isLoneCode, says: t.oneTimeCode });

/** Every field that tells a secret comes back covered, whichever was refused first. */
function refuseCovered(body: unknown, fields: readonly string[], { is, says }: Wrong): Refused | null {
  const typed = typedOf(body);
  const wrong = fields.filter((field) => is(typedText(typed, field)));
  if (wrong.length === 0) return null;
  const telling = Object.keys(typed).filter((field) => wrong.includes(field) || tellsSecret(typedText(typed, field)));
  const bare: Typed = { ...typed, ...Object.fromEntries(telling.map((field) => [field, covered(typedText(typed, field))])) };
  return refuse(bare, Object.fromEntries(wrong.map((field) => [field, says])) as FieldErrors);
}

/** A letter between the post and whoever reported. */
export const parseLetter = (body: unknown): Parsed<{ message: string }> => refuseSecrets(body, ["message"]) ?? parseMessage(body);

/** A phone number, an account, a link or the text of a QR code. */
export function parseMark(body: unknown): Parsed<{ mark: string }> {
  const shape = z.object({ mark: text(600, t.markMissing).refine((value) => value === "" || readMark(value) !== null, say(t.badMark)) });
  return refuseLoneCodes(body, ["mark"]) ?? refuseSecrets(body, ["mark"]) ?? parseForm(shape, body);
}

export const stepKinds = ["called", "bankContacted", "bankHeld", "stoppedOnSpot", "evidence", "referred", "other"] as const;
export type StepKind = (typeof stepKinds)[number];

/** Something that an officer did, and at which minute. */
export type Step = { readonly version: number; readonly kind: StepKind; readonly bank: string | null; readonly doneAt: Date; readonly note: string | null };

/** Whoever is met at a bank in the evening is written down when the officer is back; what lies further before the report is a slip of the keys. */
const longestBefore = 2 * 86_400_000;

type AtStep = { readonly now: Date; readonly receivedAt: Date; readonly banks: readonly string[] };

export function parseStep(body: unknown, { now, receivedAt, banks }: AtStep): Parsed<Step> {
  const secret = refuseSecrets(body, ["note"]);
  if (secret) return secret;
  const shape = z.object({
    version: version(),
    step: choice(stepKinds),
    bank: choice(["", ...banks]).transform((value) => value || null),
    doneOn: optionalText(10),
    doneTime: optionalText(10),
    note: optionalText(1_000),
  });
  const form = parseForm(shape, { bank: "", ...typedOf(body) });
  if (!form.ok) return form;
  const { step, doneOn, doneTime, ...rest } = form.value;
  const moment = momentOf(doneOn, doneTime, now);
  if (!(moment instanceof Date)) return refuse(body, moment);
  if (moment.getTime() < receivedAt.getTime() - longestBefore) return refuse(body, { doneOn: t.longBefore });
  return { ok: true, value: { ...rest, kind: step, doneAt: moment } };
}

/** The minute, or what is wrong beside which field. An hour left out is now, on any other day it is missing; a day left out is today. */
function momentOf(on: string | null, time: string | null, now: Date): Date | FieldErrors {
  const today = dayOf(now);
  const day: Day | null = on === null ? today : readDay(on);
  const hour = time === null ? null : readTimeOfDay(time);
  const badHour = time !== null && hour === null ? { doneTime: t.badTime } : {};
  if (day === null) return { doneOn: t.badDay, ...badHour };
  if (day > today) return { doneOn: t.dayLater, ...badHour };
  if (time === null) return day === today ? new Date(Math.floor(now.getTime() / 60_000) * 60_000) : { doneTime: t.hourMissing };
  if (hour === null) return badHour;
  const at = instantAt(day, hour);
  return at > now ? { doneTime: t.later } : at;
}

/** How it ended, in whole dong. */
export type Ending = {
  readonly version: number;
  readonly outcome: Outcome;
  readonly attempted: number;
  readonly lost: number;
  readonly saved: number;
  readonly note: string;
};

const outcomeNames = Object.keys(outcomes) as Outcome[];
/** More than this is a slip of the keys. */
const mostDong = 1_000_000_000_000;

/** Null: left empty. */
const amount = () =>
  optionalText(30)
    .transform((value) => (value === null ? null : Number(readDong(value) ?? -1)))
    .refine((value) => value === null || (value >= 0 && value <= mostDong), say(t.badAmount));

/** `again`: how it ended was said before, and is said anew. */
export function parseEnding(body: unknown, { again = false }: { readonly again?: boolean } = {}): Parsed<Ending> {
  const secret = refuseSecrets(body, ["endNote"]);
  if (secret) return secret;
  const shape = z.object({
    version: version(),
    outcome: choice(outcomeNames, t.outcomeMissing),
    attempted: amount(),
    lost: amount(),
    saved: amount(),
    endNote: optionalText(1_000),
  });
  const form = parseForm(shape, body);
  if (!form.ok) return form;
  const { outcome, attempted, lost, saved, endNote, version: seen } = form.value;
  const sums = sumsOf(outcome, { attempted, lost: lost ?? 0, saved: saved ?? 0 });
  const faults = { ...faultsOf(outcome, sums), ...(endNote === null && (again || outcome === "notScam") ? { endNote: again ? t.whyAgain : t.whyNotScam } : {}) };
  if (Object.keys(faults).length > 0) return refuse(body, faults);
  return { ok: true, value: { version: seen, outcome, ...sums, attempted: sums.attempted ?? 0, note: endNote ?? "" } };
}

/** What was no fraud took and saved nothing; what was stopped altogether was saved altogether; where it is not known what was at stake, it was at least what was lost and saved. */
function sumsOf(outcome: Outcome, { attempted, lost, saved }: Sums): Sums {
  if (outcome === "notScam") return { attempted: 0, lost: 0, saved: 0 };
  if (outcome === "stopped") return { attempted, lost, saved: attempted ?? 0 };
  return { attempted: attempted === 0 ? lost + saved : attempted, lost, saved };
}

type Sums = { readonly attempted: number | null; readonly lost: number; readonly saved: number };

/** What does not go together: the figures of the post are added up from these. */
function faultsOf(outcome: Outcome, { attempted, lost, saved }: Sums): FieldErrors {
  if (attempted === null && outcome !== "notScam") return { attempted: t.attemptedMissing, ...missingOf(outcome, { lost, saved }) };
  if (outcome === "stopped" && lost > 0) return { lost: t.stoppedWithoutLoss };
  if (lost + saved > (attempted ?? 0)) return { attempted: t.doNotAddUp };
  if (outcome === "lost" && saved > 0) return { saved: t.lostAndSaved };
  return missingOf(outcome, { lost, saved });
}

function missingOf(outcome: Outcome, { lost, saved }: Pick<Sums, "lost" | "saved">): FieldErrors {
  const lostMissing = lost === 0 && (outcome === "lost" || outcome === "partlySaved");
  return { ...(lostMissing ? { lost: t.lostMissing } : {}), ...(saved === 0 && outcome === "partlySaved" ? { saved: t.savedMissing } : {}) };
}

/** A warning in the post's name. It must name nobody. */
export type Warning = {
  readonly kind: string;
  readonly headline: string;
  readonly body: string;
  /** Hamlets of the post; none, or left out: the whole commune. */
  readonly hamletIds?: readonly number[];
};

type Kinds = { readonly kinds: readonly string[]; readonly hamletIds: readonly number[] };

export function parseWarning(body: unknown, { kinds, hamletIds }: Kinds): Parsed<Warning> {
  const secret = refuseSecrets(body, ["headline", "body"]);
  if (secret) return secret;
  const noPerson = (value: string): boolean => !/\b\d{12}\b/.test(value.replace(/(\d)[ .](?=\d)/g, "$1"));
  return parseForm(
    z.object({
      kind: choice(kinds),
      headline: text(120).refine(noPerson, say(t.namesSomebody)),
      body: text(1_500).refine(noPerson, say(t.namesSomebody)),
      hamletIds: choices(hamletIds.map(String)).transform((list) => list.map(Number)),
    }),
    body,
  );
}

/** The code of a receipt, as it is written on it. */
export const parseCode = (body: unknown): Parsed<{ code: string }> => parseForm(z.object({ code: text(300, t.codeMissing) }), body);

/** The hamlet whose warnings somebody wants to be told of. */
export const parseFollow = (body: unknown, hamletIds: readonly number[]): Parsed<{ hamletId: number }> =>
  parseForm(z.object({ hamletId: choice(hamletIds.map(String), t.hamletMissing).transform(Number) }), body);

export const parseReason = (body: unknown): Parsed<{ reason: string }> => parseForm(z.object({ reason: text(300, t.whyWithdraw) }), body);
