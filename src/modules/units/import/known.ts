import type { Day } from "../../../base/day.ts";
import { sameName } from "../names.ts";
import { texts } from "../texts.ts";
import { type Era, endOf, type FileKind, reorganisedOn, type Share, type StatedUnit, type UnitKind, type UnitRef } from "./file.ts";

/** A unit as the database has it, with the name that each imported file gives it. */
export type KnownUnit = {
  readonly id: number;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly parentId: number | null;
  readonly provinceId: number | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly source: string;
  readonly said: ReadonlyMap<FileKind, string>;
};

export type KnownStep = { readonly oldId: number; readonly newId: number; readonly share: Share; readonly source: string; readonly said: ReadonlyMap<FileKind, Share> };

/** What the database knows before an import. */
export type Known = { readonly units: readonly KnownUnit[]; readonly steps: readonly KnownStep[] };

const order = ["before", "newFromOld", "oldToNew"] as const satisfies readonly FileKind[];

/** Whether a file's word weighs more than that of every file that spoke before: the lists of units before the lists of pointers. */
export function outranks(file: FileKind, others: Iterable<FileKind>): boolean {
  return [...others].every((other) => order.indexOf(file) < order.indexOf(other));
}

/** The column `source` of a row that only these files speak of. A row with another source was written by other hands. */
export function sourceOf(era: Era | "step", files: Iterable<FileKind>): string {
  const given = new Set(files);
  const words = order.filter((file) => given.has(file)).map((file) => texts.sources[file]);
  return [...words, ...(era === "old" && !given.has("before") ? [texts.sources.notInBefore] : [])].join("; ");
}

export function eraOf(unit: { readonly validFrom: Day }): Era {
  return unit.validFrom < reorganisedOn ? "old" : "new";
}

/** Whether the importer wrote this row and nobody changed its source since: only such rows are completed by later files. */
export function isOurs(unit: KnownUnit): boolean {
  return unit.said.size > 0 && unit.source === sourceOf(eraOf(unit), unit.said.keys());
}

export const codeKey = ({ kind, code }: { readonly kind: UnitKind; readonly code: string }): string => `${kind}:${code}`;

/** Rows that bear one code, by the day from which they do. */
export type Bearers = ReadonlyMap<string, readonly KnownUnit[]>;

export function bearersOf(units: readonly KnownUnit[]): Bearers {
  return Map.groupBy(
    units.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)),
    codeKey,
  );
}

/**
 * The row that a statement is about. An old unit: the last one that bore the code before the reorganisation, unless that one had
 * ended earlier under another name. A new one: the one that bears the code from that day.
 */
export function findBearer(bearers: Bearers, stated: StatedUnit): KnownUnit | null {
  const rows = bearers.get(codeKey(stated)) ?? [];
  if (stated.era === "new") return rows.find((row) => row.validFrom === reorganisedOn) ?? null;
  const last = lastOld(rows);
  return last && (!endedEarlier(last, stated) || sameName(last.name, stated.name)) ? last : null;
}

/** The end of an older unit of the same code, when there was one: a fresh row begins there. */
export function endOfOlder(bearers: Bearers, stated: UnitRef): Day | null {
  return stated.era === "new" ? null : (lastOld(bearers.get(codeKey(stated)) ?? [])?.validTo ?? null);
}

export function endedEarlier(row: KnownUnit, stated: UnitRef): boolean {
  const end = endOf(stated);
  return row.validTo !== null && end !== null && row.validTo < end;
}

function lastOld(rows: readonly KnownUnit[]): KnownUnit | null {
  return rows.findLast((row) => row.validFrom < reorganisedOn) ?? null;
}
