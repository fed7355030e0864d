import { z } from "zod";
import { readReference } from "../../kernel/reference.ts";
import { type Parsed, parseForm, refuse, say, text } from "../../web/form.ts";
import type { SentFile } from "../../web/route.ts";
import { texts } from "./texts.ts";

/** The code of a paper as it was typed, or the whole address that a scanner read from its QR. */
const code = z
  .string()
  .optional()
  .transform((value) => value ?? "")
  .refine((value) => value !== "", say(texts.codeMissing))
  .transform((value, context): string => {
    const found = readReference(value.slice(0, 300).split("/").at(-1) ?? "");
    if (found !== null) return found;
    if (value !== "") context.addIssue({ code: "custom", ...say(texts.codeWrong) });
    return z.NEVER;
  });

export const parseCode = (body: unknown): Parsed<{ code: string }> => parseForm(z.object({ code }), body);

/** The file to check; the server has already refused what is too large. */
export function parsePaperFile(body: unknown, files: readonly SentFile[]): Parsed<{ bytes: Buffer }> {
  const sent = files.find((file) => file.field === "file");
  return sent ? { ok: true, value: { bytes: sent.bytes } } : refuse(body, { file: texts.fileMissing });
}

/** Which of the two forms of the page was sent. */
export const isFileForm = (body: unknown): boolean => typeof body === "object" && body !== null && "by" in body && body.by === "file";

/** Taking back a paper: the reason is read by everybody who checks it. */
export const parseRevocation = (body: unknown): Parsed<{ reason: string }> => parseForm(z.object({ reason: text(300, texts.revokeReasonMissing) }), body);
