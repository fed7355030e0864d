import type { Day } from "../../../base/day.ts";
import { normalise } from "../../../base/vietnamese.ts";
import { shortNameOf } from "../names.ts";
import { compare } from "./compare.ts";
import { endOf, keyOfRef, type Remark, type Share, type StatedStep, type StatedUnit, startOf, type UnitFile, type UnitRef } from "./file.ts";
import { type Bearers, bearersOf, endOfOlder, eraOf, findBearer, isOurs, type Known, type KnownStep, type KnownUnit, outranks, sourceOf } from "./known.ts";

type Naming = { readonly name: string; readonly shortName: string; readonly norm: string };
/** `parent` and `province` may be rows that this same import makes. */
export type FreshUnit = Naming &
  UnitRef & { readonly parent: UnitRef | null; readonly province: UnitRef | null; readonly validFrom: Day; readonly validTo: Day | null; readonly source: string };
export type UnitChange = Naming & {
  readonly id: number;
  readonly parent: UnitRef | number | null;
  readonly province: UnitRef | number | null;
  readonly validTo: Day | null;
  readonly source: string;
};
export type PlannedStep = { readonly from: UnitRef; readonly to: UnitRef; readonly share: Share; readonly source: string };

/** What an import will write, worked out before anything is written. */
export type Plan = {
  /** Rows that the statements are about and that exist. */
  readonly ids: ReadonlyMap<string, number>;
  readonly freshUnits: readonly FreshUnit[];
  readonly unitChanges: readonly UnitChange[];
  readonly unitStatements: readonly StatedUnit[];
  readonly freshSteps: readonly PlannedStep[];
  readonly stepChanges: readonly PlannedStep[];
  readonly stepStatements: readonly StatedStep[];
  /** Units and steps that the file speaks of. */
  readonly stated: number;
  readonly remarks: readonly Remark[];
};

/** Compares a file with what the database knows. Pure: the same file and the same knowledge give the same plan. */
export function planImport(known: Known, file: UnitFile): Plan {
  const bearers = bearersOf(known.units);
  const found = new Map(file.units.map((stated) => [keyOfRef(stated), findBearer(bearers, stated)]));
  const bearer = (unit: UnitRef): KnownUnit | null => found.get(keyOfRef(unit)) ?? null;
  const steps = new Map(known.steps.map((step) => [`${step.oldId}>${step.newId}`, step]));
  const stepOf = ({ from, to }: StatedStep): KnownStep | null => steps.get(`${bearer(from)?.id}>${bearer(to)?.id}`) ?? null;
  const names = new Map(file.units.map((stated) => [keyOfRef(stated), stated.name]));
  const codes = new Map(known.units.map(({ id, code }) => [id, code]));
  const comparison = {
    file,
    known,
    bearer,
    stepOf,
    nameOf: (unit: UnitRef) => names.get(keyOfRef(unit)) ?? "",
    codeOf: (id: number | null) => (id === null ? null : (codes.get(id) ?? null)),
  };
  return {
    ids: new Map([...found].flatMap(([key, row]) => (row ? [[key, row.id] as const] : []))),
    freshUnits: file.units.filter((stated) => !bearer(stated)).map((stated) => freshUnit(file, stated, bearers)),
    unitChanges: file.units.flatMap((stated) => changeOf(file, stated, bearer(stated))),
    unitStatements: file.units.filter((stated) => !bearer(stated)?.said.has(file.kind)),
    freshSteps: file.lineage.filter((step) => !stepOf(step)).map((step) => ({ ...step, source: sourceOf("step", [file.kind]) })),
    stepChanges: file.lineage.flatMap((step) => stepChange(file, step, stepOf(step))),
    stepStatements: file.lineage.filter((step) => !stepOf(step)?.said.has(file.kind)),
    stated: file.units.length + file.lineage.length,
    remarks: [...file.remarks, ...compare(comparison)].sort(byKindAndCode),
  };
}

const kinds = ["province", "district", "commune", "lineage"] as const;

function byKindAndCode(one: Remark, other: Remark): number {
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0);
}

function freshUnit(file: UnitFile, stated: StatedUnit, bearers: Bearers): FreshUnit {
  const { era, kind, code, parent, province } = stated;
  const validFrom = endOfOlder(bearers, stated) ?? startOf(stated);
  return { era, kind, code, parent, province, ...naming(stated.name), validFrom, validTo: endOf(stated), source: sourceOf(era, [file.kind]) };
}

/** What the file adds to a row: a better name, a missing parent, an end. Rows of other hands get nothing but an end. */
function changeOf(file: UnitFile, stated: StatedUnit, row: KnownUnit | null): UnitChange[] {
  if (!row) return [];
  const validTo = row.validTo ?? endOf(stated);
  const kept = { id: row.id, ...naming(row.name), parent: row.parentId, province: row.provinceId, validTo, source: row.source };
  if (!isOurs(row) || row.said.has(file.kind)) return validTo === row.validTo ? [] : [{ ...kept, shortName: shortNameOf(row.name) }];
  const better = outranks(file.kind, row.said.keys());
  const named = better ? naming(stated.name) : naming(row.name);
  const parent = better ? (stated.parent ?? row.parentId) : (row.parentId ?? stated.parent);
  const province = better ? (stated.province ?? row.provinceId) : (row.provinceId ?? stated.province);
  return [{ ...kept, ...named, parent, province, source: sourceOf(eraOf(row), [...row.said.keys(), file.kind]) }];
}

function stepChange(file: UnitFile, step: StatedStep, row: KnownStep | null): PlannedStep[] {
  if (!row || row.said.has(file.kind) || row.said.size === 0 || row.source !== sourceOf("step", row.said.keys())) return [];
  const share = outranks(file.kind, row.said.keys()) ? step.share : row.share;
  return [{ from: step.from, to: step.to, share, source: sourceOf("step", [...row.said.keys(), file.kind]) }];
}

function naming(name: string): Naming {
  const shortName = shortNameOf(name);
  return { name, shortName, norm: normalise(shortName) };
}
