import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { isNfc } from "../../base/vietnamese.ts";
import { complaint } from "../../kernel/law/fields.ts";
import { nationalNumberPattern } from "../procedures/index.ts";
import { documentTexts as t } from "./texts/document.ts";

/** Name and version of the format, in every document. docs/national-port.md tells it in words. */
export const schemaName = "gan-dan/national-port/1";

/** Whole files, and the biggest of them with its attachments. */
export const limits = { bytes: 40 * 1024 * 1024, depth: 12 } as const;

const messageId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const nationalNumber = z.string().regex(nationalNumberPattern);
const post = z.string().regex(/^\d{5}$/);
const procedure = z.string().regex(/^\d\.\d{6}$/);
const code = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it refuses
    .refine((text) => text.trim() === text && isNfc(text) && !/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(text), complaint(t.line));

/** An instant with its offset, as ISO 8601 writes it. */
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date().transform((text) => text as Day);

const file = z.strictObject({
  name: line(120),
  /** The bytes in base64. */
  content: z
    .string()
    .min(4)
    .max(14_000_000)
    .refine((text) => text.length % 4 === 0 && Buffer.from(text, "base64").toString("base64") === text, complaint(t.base64))
    .meta({ contentEncoding: "base64" }),
});

/** What somebody filed for a post. */
export const filedShape = z.strictObject({
  schema: z.literal(schemaName),
  kind: z.literal("dossier"),
  messageId,
  sentAt: instant,
  post,
  nationalNumber,
  submittedAt: instant,
  procedure,
  case: z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/),
  request: line(500),
  person: z.strictObject({
    idNumber: z.string().regex(/^\d{12}$/),
    fullName: line(100),
    bornOn: day,
    sex: z.enum(["female", "male"]),
    address: line(300),
    phone: z
      .string()
      .regex(/^0\d{9,10}$/)
      .nullable(),
  }),
  papers: z.array(z.strictObject({ code, file: file.optional() })).max(20),
});
export type FiledDocument = z.infer<typeof filedShape>;

/** Why a file was not taken in, for programs; the reason file tells people. */
export const refusalCodes = ["wrongPost", "malformed", "unknownProcedure", "unknownCase", "unknownPaper", "impossibleDate", "differs", "attachment"] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The answer to a file. */
export const receiptShape = z.strictObject({
  schema: z.literal(schemaName),
  kind: z.literal("receipt"),
  messageId: z.string().min(8).max(90),
  /** The message that it answers. */
  answers: messageId,
  nationalNumber,
  /** Received under our code; for another post; or not taken in, and why. */
  outcome: z.enum(["received", "notOurs", "refused"]),
  code: z.string().min(1).max(60).optional(),
  receivedAt: instant.optional(),
  dueAt: instant.nullable().optional(),
  reasons: z.array(z.enum(refusalCodes)).optional(),
});
export type Receipt = z.infer<typeof receiptShape>;

/** What the portal is told of a dossier: the public states, in words of our own. */
export const publicStates = ["received", "processing", "awaitingSupplement", "completed", "refused", "returned", "stopped"] as const;
export type PublicState = (typeof publicStates)[number];

/** One public step. No personal data: the two numbers, the state, the time. */
export const statusShape = z.strictObject({
  schema: z.literal(schemaName),
  kind: z.literal("status"),
  messageId: z.string().min(8).max(90),
  post,
  nationalNumber,
  code: z.string().min(1).max(60),
  /** Grows with each step of the dossier; what has a smaller one is older. */
  sequence: z.int().positive(),
  at: instant,
  state: z.enum(publicStates),
  stateWord: z.string().min(1).max(100),
  /** Codes of why, when there is a why. */
  reasons: z.array(z.string().regex(/^[A-Za-z0-9.-]{1,60}$/)).optional(),
});
export type StatusReport = z.infer<typeof statusShape>;

/** Every document of the format; the JSON Schema is made of it. */
export const anyDocument = z.discriminatedUnion("kind", [filedShape, receiptShape, statusShape]);

/** The format as JSON Schema (2020-12), for the other side. */
export function jsonSchema(): unknown {
  return { ...z.toJSONSchema(anyDocument, { io: "input", unrepresentable: "any" }), title: schemaName };
}
