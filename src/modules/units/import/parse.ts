import type { z } from "zod";
import { findJsonFault, placeOf } from "../../../base/json.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { texts } from "../texts.ts";
import { BrokenUnitFile, type Fault, type UnitFile } from "./file.ts";
import { beforeShape, newFromOldShape, oldToNewShape } from "./shapes.ts";
import { statedBefore, statedNewFromOld, statedOldToNew } from "./statements.ts";

/**
 * Reads one of the three files of units, recognising it by its shape.
 *
 * @throws BrokenUnitFile with the place of every fault: line and column when the JSON is malformed, else the path inside it
 */
export function parseUnitFile(text: string): UnitFile {
  const content = parseJson(text);
  if (Array.isArray(content) && content.some((row) => has(row, "District"))) return statedBefore(checked(beforeShape, content));
  const rows: readonly unknown[] = has(content, "data") && Array.isArray(content.data) ? content.data : [];
  if (rows.some((row) => has(row, "level3s"))) return statedOldToNew(checked(oldToNewShape, content));
  if (rows.some((row) => has(row, "merges"))) return statedNewFromOld(checked(newFromOldShape, content));
  throw broken({ path: null, place: null, message: texts.faults.unknownShape });
}

function parseJson(text: string): unknown {
  if (text.trim() === "") throw broken({ path: null, place: null, message: texts.faults.empty });
  const nul = text.indexOf("\0");
  if (nul >= 0) throw broken({ path: null, place: placeOf(text, nul), message: texts.faults.nulByte(nul) });
  try {
    return JSON.parse(text);
  } catch {
    throw broken({ path: null, place: findJsonFault(text), message: texts.faults.notJson });
  }
}

const broken = (fault: Fault): BrokenUnitFile => new BrokenUnitFile([fault]);

function has<Name extends string>(value: unknown, name: Name): value is { readonly [N in Name]: unknown } {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

function checked<T>(shape: z.ZodType<T>, content: unknown): T {
  const parsed = shape.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new BrokenUnitFile(parsed.error.issues.map((issue) => ({ path: pathOf(issue.path), place: null, message: messageOf(issue, content) })));
}

function messageOf(issue: z.core.$ZodIssue, content: unknown): Bilingual {
  if (issue.code === "custom") return (issue.params?.["message"] as Bilingual | undefined) ?? texts.faults.wrong;
  const value = issue.path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step], content);
  if (value === undefined) return texts.faults.missing;
  if (issue.code === "invalid_type") return texts.faults.wrongType(texts.jsonTypes[issue.expected as keyof typeof texts.jsonTypes] ?? { vi: issue.expected, en: issue.expected });
  if (issue.code === "too_small") return texts.faults.nothingInside;
  if (issue.code === "invalid_value") return texts.faults.notAmong(issue.values.join(", "));
  return texts.faults.wrong;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => (typeof step === "number" ? `${text}[${step}]` : `${text}${text === "" ? "" : "."}${String(step)}`), "");
}
