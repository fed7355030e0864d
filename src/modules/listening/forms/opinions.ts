import { z } from "zod";
import { readReference } from "../../../kernel/reference.ts";
import { choice, optionalPhone, optionalText, type Parsed, parseForm, say, text, version } from "../../../web/form.ts";
import { headings } from "../queries/tables.ts";
import { formTexts as t } from "../texts/forms.ts";
import { key } from "./key.ts";

/** A line called out in the room. */
export type RoomLine = z.infer<ReturnType<typeof roomLine>>;

const heading = () => choice(headings, t.headingMissing);
const roomLine = (ownerIds: readonly number[]) =>
  z.object({
    key,
    heading: heading(),
    said: text(1_000, t.saidMissing),
    answer: optionalText(2_000),
    giveTo: z
      .string()
      .optional()
      .refine((typed) => !typed || ownerIds.includes(Number(typed)), say(t.ownerMissing))
      .transform((typed) => (typed ? Number(typed) : null)),
  });

/** A line that lay on a device: it says whose it is, and its reference was made there. */
export type KeptLine = RoomLine & { readonly account: string };

export const parseKeptLine = (body: unknown, ownerIds: readonly number[]): Parsed<KeptLine> =>
  parseForm(roomLine(ownerIds).extend({ account: text(20), key: text(16).refine((typed) => readReference(typed) === typed, say(t.lineKeyWrong)) }), body);

export const parseRoomLine = (body: unknown, ownerIds: readonly number[]): Parsed<RoomLine> => parseForm(roomLine(ownerIds), body);

/** A line of a room as it should have been taken. */
export type CorrectedLine = { readonly version: number; readonly heading: (typeof headings)[number]; readonly said: string };

export const parseCorrection = (body: unknown): Parsed<CorrectedLine> => parseForm(z.object({ version: version(), heading: heading(), said: text(1_000, t.saidMissing) }), body);

export const parseStrike = (body: unknown): Parsed<{ version: number; reason: string }> => parseForm(z.object({ version: version(), reason: text(300, t.struckMissing) }), body);

const hamletOf = (hamletIds: readonly number[]) =>
  z
    .string()
    .optional()
    .refine((typed) => !typed || hamletIds.includes(Number(typed)), say(t.hamletUnknown))
    .transform((typed) => (typed ? Number(typed) : null));

/** What somebody says at the counter or by the web. Nobody must give a name. */
export type NewOpinion = {
  readonly heading: (typeof headings)[number];
  readonly said: string;
  readonly hamletId: number | null;
  readonly fullName: string | null;
  readonly phone: string | null;
};

export function parseNewOpinion(body: unknown, hamletIds: readonly number[]): Parsed<NewOpinion> {
  const shape = z.object({
    heading: heading(),
    said: text(4_000, t.saidMissing),
    hamlet: hamletOf(hamletIds),
    fullName: optionalText(100),
    phone: optionalPhone(),
  });
  const form = parseForm(shape, body);
  if (!form.ok) return form;
  const { hamlet, ...rest } = form.value;
  return { ok: true, value: { ...rest, hamletId: hamlet } };
}

/** Who is to own an opinion: one of the officers that were offered. */
export const parseOwner = (body: unknown, ownerIds: readonly number[]): Parsed<{ version: number; owner: number }> =>
  parseForm(z.object({ version: version(), owner: choice(ownerIds.map(String), t.ownerMissing).transform(Number) }), body);

export const parseAnswer = (body: unknown): Parsed<{ version: number; words: string; onSpot: string | null }> =>
  parseForm(z.object({ version: version(), words: text(4_000, t.answerMissing), onSpot: optionalText(5) }), body);

export const parseContest = (body: unknown): Parsed<{ objection: string }> => parseForm(z.object({ objection: text(2_000, t.contestMissing) }), body);

export const parseWords = (body: unknown): Parsed<{ said: string; done: string }> =>
  parseForm(z.object({ said: text(500, t.saidMissing), done: text(1_000, t.doneMissing) }), body);

/** The receipt as typed, or the address that a scanner read. */
export const parseReceipt = (body: unknown): Parsed<{ code: string }> =>
  parseForm(
    z.object({
      code: z
        .string()
        .optional()
        .transform((typed, context): string => {
          const ref = readReference((typed ?? "").slice(0, 300).split("/").at(-1) ?? "");
          if (ref !== null) return ref;
          context.addIssue({ code: "custom", ...say(t.badReceipt) });
          return z.NEVER;
        }),
    }),
    body,
  );
