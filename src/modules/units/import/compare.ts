import type { Bilingual } from "../../../base/lang.ts";
import { sameLetters, sameName } from "../names.ts";
import { texts } from "../texts.ts";
import { endOf, type FileKind, type Remark, type StatedStep, type StatedUnit, type UnitFile, type UnitRef } from "./file.ts";
import { endedEarlier, eraOf, isOurs, type Known, type KnownStep, type KnownUnit } from "./known.ts";

export type Comparison = {
  readonly file: UnitFile;
  readonly known: Known;
  readonly bearer: (unit: UnitRef) => KnownUnit | null;
  readonly stepOf: (step: StatedStep) => KnownStep | null;
  /** The name that the file gives a unit. */
  readonly nameOf: (unit: UnitRef) => string;
  /** The code of a row by its number; null for none. */
  readonly codeOf: (id: number | null) => string | null;
};

/** Every row on which a file differs from what the others said, or from what other hands wrote. */
export function compare(comparison: Comparison): Remark[] {
  const { file, known } = comparison;
  const spoke = new Set(known.units.flatMap(({ said }) => [...said.keys()]));
  const others = (["before", "oldToNew", "newFromOld"] as const).filter((kind) => kind !== file.kind && spoke.has(kind));
  return [
    ...file.units.flatMap((stated) => aboutUnit(comparison, stated, others)),
    ...unitsNotHere(comparison, others),
    ...file.lineage.flatMap((step) => aboutStep(comparison, step, others)),
    ...stepsNotHere(comparison, others),
  ];
}

function aboutUnit({ file, bearer, codeOf }: Comparison, stated: StatedUnit, others: readonly FileKind[]): Remark[] {
  const row = bearer(stated);
  const remark = remarker(stated.kind, stated.code, stated.name);
  const missing = others.filter((other) => shouldHave(other, stated, file.kind) && !row?.said.has(other));
  const absent = missing.length === 0 ? [] : [remark("notInOther", null, texts.remarks.notInOther(together(missing)))];
  if (!row) return absent;
  const byName = Map.groupBy(others, (other) => row.said.get(other));
  const found = [...absent, ...[...byName].flatMap(([name, files]) => named(stated, name, together(files)))];
  if (!isOurs(row)) found.push(...named(stated, row.name, texts.remarks.known));
  const province = codeOf(row.provinceId);
  if (stated.province && province !== null && province !== stated.province.code)
    found.push(remark("provinceDiffers", province, texts.remarks.provinceDiffers(stated.province.code, province)));
  if (endedEarlier(row, stated)) found.push(remark("endedEarlier", row.validTo, texts.remarks.endedEarlier(row.validTo ?? "")));
  const end = endOf(stated);
  if (row.validTo === null && end !== null) found.push(remark("wasOpen", null, texts.remarks.wasOpen(end)));
  return found;
}

function named(stated: StatedUnit, other: string | undefined, where: Bilingual): Remark[] {
  if (other === undefined || sameName(stated.name, other)) return [];
  const reason = sameLetters(stated.name, other) ? "marksDiffer" : "nameDiffers";
  return [remarker(stated.kind, stated.code, stated.name)(reason, other, texts.remarks[reason](where, stated.name, other))];
}

/** Whether a file should have what another one has: the tree knows nothing of the new units, the mappings only districts without communes. */
function shouldHave(file: FileKind, unit: UnitRef, speaker: FileKind): boolean {
  if (file === "before") return unit.era === "old";
  return unit.kind !== "district" || speaker !== "before";
}

function unitsNotHere({ file, known, bearer }: Comparison, others: readonly FileKind[]): Remark[] {
  const here = new Set(file.units.map((stated) => bearer(stated)?.id));
  const expected = (row: KnownUnit, other: FileKind): boolean => row.said.has(other) && shouldHave(file.kind, { ...row, era: eraOf(row) }, other);
  return known.units
    .filter((row) => !here.has(row.id))
    .flatMap((row) =>
      notInThis(
        remarker(row.kind, row.code, row.name),
        others.filter((other) => expected(row, other)),
        row.said,
      ),
    );
}

function notInThis(remark: ReturnType<typeof remarker>, files: readonly FileKind[], said: ReadonlyMap<FileKind, string>): Remark[] {
  const [first] = files;
  return first === undefined ? [] : [remark("notInThis", said.get(first) ?? null, texts.remarks.notInThis(together(files)))];
}

function aboutStep({ nameOf, stepOf }: Comparison, step: StatedStep, others: readonly FileKind[]): Remark[] {
  const row = stepOf(step);
  const remark = remarker("lineage", `${step.from.code}>${step.to.code}`, nameOf(step.from));
  return others.filter(tellsSteps).flatMap((other) => {
    const share = row?.said.get(other);
    if (share === undefined) return [remark("notInOther", null, texts.remarks.notInOther(texts.files[other]))];
    return share === step.share ? [] : [remark("shareDiffers", share, texts.remarks.shareDiffers(texts.files[other], texts.shares[step.share], texts.shares[share]))];
  });
}

function stepsNotHere({ file, known, stepOf }: Comparison, others: readonly FileKind[]): Remark[] {
  if (!tellsSteps(file.kind)) return [];
  const here = new Set(file.lineage.map(stepOf));
  const units = new Map(known.units.map((unit) => [unit.id, unit]));
  return known.steps
    .filter((row) => !here.has(row))
    .flatMap((row) => {
      const [from, to] = [units.get(row.oldId), units.get(row.newId)];
      return notInThis(
        remarker("lineage", `${from?.code}>${to?.code}`, from?.name ?? ""),
        others.filter((other) => row.said.has(other)),
        row.said,
      );
    });
}

/** Several files in one breath. */
function together(files: readonly FileKind[]): Bilingual {
  return { vi: files.map((file) => texts.files[file].vi).join(texts.and.vi), en: files.map((file) => texts.files[file].en).join(texts.and.en) };
}

const tellsSteps = (file: FileKind): boolean => file !== "before";

function remarker(kind: Remark["kind"], code: string, name: string) {
  return (reason: Remark["reason"], other: string | null, message: Bilingual): Remark => ({ kind, code, name, other, reason, message });
}
