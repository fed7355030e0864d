import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { findJsonFault, type TextPlace } from "../../base/json.ts";
import type { Bilingual } from "../../base/lang.ts";
import { messageOf } from "../../kernel/law/check.ts";
import { placeOf, placeOfKey, type Source } from "../../kernel/law/locate.ts";
import { anyDocument, type FiledDocument, filedShape, limits, type RefusalCode } from "./document.ts";
import { fieldTexts, documentTexts as t } from "./texts/document.ts";

/** Why a document is not taken in. The path leads to the value; line and column are found when somebody is told. */
export type Reason = { readonly code: RefusalCode; readonly path: ReadonlyArray<string | number>; readonly key?: string; readonly message: Bilingual; readonly at?: TextPlace };

export type Reading =
  | { readonly ok: true; readonly filed: FiledDocument }
  /** `answerTo`: who could be told, when at least that could be read. */
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly answerTo: Pick<FiledDocument, "messageId" | "nationalNumber"> | null };

/** Reads a file from the portal. Says everything that is wrong in it, at most twenty things. */
export function readFiled(text: string): Reading {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, reasons: [parsed.reason], answerTo: null };
  const result = filedShape.safeParse(parsed.value);
  if (result.success) return { ok: true, filed: result.data };
  const answer = filedShape.pick({ messageId: true, nationalNumber: true }).strip().safeParse(parsed.value);
  return { ok: false, reasons: reasonsOf(parsed.value, result.error.issues), answerTo: answer.success ? answer.data : null };
}

/** What is wrong in any document of the format, without asking a post: for whoever writes the other side. */
export function checkDocument(text: string): readonly Reason[] {
  const parsed = parse(text);
  if (!parsed.ok) return [parsed.reason];
  const result = anyDocument.safeParse(parsed.value);
  return result.success ? [] : reasonsOf(parsed.value, result.error.issues);
}

const malformed = (message: Bilingual, path: Reason["path"] = []): Reason => ({ code: "malformed", path, message });

function parse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: Reason } {
  if (text.trim() === "") return { ok: false, reason: malformed(t.empty) };
  if (depthOf(text) > limits.depth) return { ok: false, reason: malformed(t.tooDeep(limits.depth)) };
  // A byte order mark is what some editors put there.
  const plain = text.replace(/^\ufeff/, "");
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch {
    const isHalf = plain.trimStart().startsWith("{") && !plain.trimEnd().endsWith("}");
    return { ok: false, reason: { ...malformed(isHalf ? t.endsInTheMiddle : t.notJson), at: findJsonFault(plain) ?? { line: 1, column: 1 } } };
  }
}

/** How deep brackets stand in each other; what is inside strings does not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= limits.depth; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === "[" || sign === "{") deepest = Math.max(deepest, ++depth);
    else if (sign === "]" || sign === "}") depth--;
  }
  return deepest;
}

/** Where a string ends that begins at `at`; the end of the text when it does not. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function reasonsOf(value: unknown, issues: readonly z.core.$ZodIssue[]): Reason[] {
  const found = issues.flatMap((issue): Reason[] => {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ ...malformed(t.unknownKey(key.slice(0, 60)), path), key }));
    const word = issue.code === "invalid_format" ? fieldTexts[String(path.at(-1))] : undefined;
    return [malformed(word ?? messageOf(issue, value), path)];
  });
  return found.slice(0, 20);
}

export type PlacedReason = Reason & { readonly line: number; readonly column: number };

/** Finds the line of each reason in the text. Only for texts that were read as JSON; of a big one only the beginning of it is told. */
export function placeReasons(text: string, reasons: readonly Reason[]): PlacedReason[] {
  if (text.length > 2_000_000 || reasons.every(({ path, key }) => path.length === 0 && key === undefined)) {
    return reasons.map((reason) => ({ ...reason, ...(reason.at ?? { line: 1, column: 1 }) }));
  }
  const lines = new LineCounter();
  const source: Source = { file: "", lines, document: parseDocument(text, { lineCounter: lines, prettyErrors: false }) };
  return reasons.map((reason) => ({ ...reason, ...(reason.key === undefined ? placeOf(source, reason.path) : placeOfKey(source, reason.path, reason.key)) }));
}

/** The reason file: both languages, line by line, without one word of what was filed. */
export function reasonText(givenName: string, reasons: readonly PlacedReason[]): string {
  const name = JSON.stringify(givenName).slice(0, 300);
  const lines = (lang: "vi" | "en"): string =>
    reasons.map(({ line, column, path, message }) => `  ${line}:${column} ${path.join(".")}${path.length > 0 ? ": " : ""}${message[lang]}`).join("\n");
  return `${t.refusedFile.vi(name)}\n${lines("vi")}\n\n${t.refusedFile.en(name)}\n${lines("en")}\n`;
}
