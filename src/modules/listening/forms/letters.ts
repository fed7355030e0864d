import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import { choice, optionalPhone, optionalText, type Parsed, parseForm, pastDay, refuse, say, type Typed, text, typedOf, typedText, version } from "../../../web/form.ts";
import { formTexts } from "../../../web/form-texts.ts";
import { type LetterKind, letterKinds } from "../law.ts";
import { formTexts as t } from "../texts/forms.ts";
import { people } from "./people.ts";

/** So long may be what a letter says. */
const longest = 4_000;

export type NewLetter = {
  readonly receivedOn: Day;
  readonly content: string;
  readonly people: number;
  readonly handledBefore: string | null;
  readonly fullName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly idNumber: string | null;
};

export function parseNewLetter(body: unknown, today: Day): Parsed<NewLetter> {
  const shape = z.object({
    receivedOn: pastDay(today),
    content: text(longest, t.contentMissing),
    people: people(1_000),
    handledBefore: optionalText(300),
    fullName: optionalText(100),
    address: optionalText(300),
    phone: optionalPhone(),
    idNumber: optionalText(20).refine((value) => value === null || isPaperNumber(value), say(t.badIdNumber)),
  });
  return parseForm(shape, body);
}

/** Of an identity card, old or new, or of a passport. */
const isPaperNumber = (typed: string): boolean => /^(\d{9}|\d{12}|[A-Z]\d{7,8})$/i.test(typed.replace(/[\s.]/g, ""));

export type Sorted = {
  readonly version: number;
  readonly kind: LetterKind;
  readonly path: "accept" | "leadOn";
  readonly handledBefore: string | null;
  readonly guidance: string | null;
  readonly forwardedTo: string | null;
  /** Why it is sorted again; null the first time. */
  readonly why: string | null;
};

/** A letter of one kind on its path. One that is led on says to whom, or what was advised; one that was sorted before, why it is sorted again. */
export function parseSorted(body: unknown, { again }: { readonly again: boolean }): Parsed<Sorted> {
  const shape = z
    .object({
      version: version(),
      kind: choice(letterKinds, t.kindMissing),
      path: choice(["accept", "leadOn"], t.pathMissing),
      handledBefore: optionalText(300),
      guidance: optionalText(500),
      forwardedTo: optionalText(300),
      why: again ? text(300, t.whyAgainMissing) : optionalText(300).transform(() => null),
    })
    .refine(({ path, guidance, forwardedTo }) => path === "accept" || guidance !== null || forwardedTo !== null, { path: ["forwardedTo"], ...say(t.forwardMissing) });
  return parseForm(shape, body);
}

export type Part = { readonly kind: LetterKind; readonly content: string };
/** So many parts a form offers. */
export const partNumbers = [1, 2, 3, 4] as const;

/** The parts of a mixed letter: at least two, each with its kind and its content. */
export function parseParts(body: unknown): Parsed<{ version: number; parts: readonly Part[] }> {
  const form = parseForm(z.object({ version: version() }), body);
  if (!form.ok) return form;
  const typed = typedOf(body);
  const parts = partNumbers.map((n) => partOf(typed, n));
  const long = parts.findIndex(({ content }) => [...content].length > longest);
  if (long >= 0) return refuse(body, { [`content${long + 1}`]: formTexts.tooLong(longest) });
  const half = parts.some(({ kind, content }) => (kind === null) !== (content === ""));
  const whole = parts.flatMap(({ kind, content }): Part[] => (kind !== null && content !== "" ? [{ kind, content }] : []));
  if (half || whole.length < 2) return refuse(body, { content1: t.partsMissing });
  return { ok: true, value: { version: form.value.version, parts: whole } };
}

function partOf(typed: Typed, n: number): { readonly kind: LetterKind | null; readonly content: string } {
  const kind = letterKinds.find((one) => one === typedText(typed, `kind${n}`)) ?? null;
  return { kind, content: typedText(typed, `content${n}`) };
}

export const parseSettled = (body: unknown): Parsed<{ version: number; result: string; remark: string | null }> =>
  parseForm(z.object({ version: version(), result: text(1_000, t.resultMissing), remark: optionalText(300) }), body);
