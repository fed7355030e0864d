import { z } from "zod";
import { choice, type Parsed, parseForm, refuse, text } from "../../../web/form.ts";
import type { SentFile } from "../../../web/route.ts";
import { fileErrors } from "../texts/files.ts";

export type NewFile = { readonly paper: string; readonly bytes: Buffer };

/** A file for one of the papers that take one. */
export function parseNewFile(body: unknown, files: readonly SentFile[], papers: readonly string[]): Parsed<NewFile> {
  const form = parseForm(z.object({ paper: choice(papers, fileErrors.paper), notCard: choice(["yes"], fileErrors.notCard) }), body);
  const sent = files.find((file) => file.field === "file");
  if (form.ok && sent) return { ok: true, value: { paper: form.value.paper, bytes: sent.bytes } };
  return refuse(body, { ...(form.ok ? {} : form.errors), ...(sent ? {} : { file: fileErrors.file }) });
}

export const parseRemoval = (body: unknown): Parsed<{ reason: string }> => parseForm(z.object({ reason: text(300, fileErrors.reason) }), body);
