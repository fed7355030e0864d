import { sameLetters, sameName } from "../names.ts";
import { texts } from "../texts.ts";
import {
  BrokenUnitFile,
  type Era,
  type Fault,
  type FileKind,
  keyOfRef,
  type Remark,
  type Share,
  type StatedStep,
  type StatedUnit,
  type UnitFile,
  type UnitKind,
  type UnitRef,
} from "./file.ts";
import type { BeforeFile, NewFromOldFile, OldToNewFile } from "./shapes.ts";

/** Turns the content of the tree file into statements. @throws BrokenUnitFile for codes borne twice or pointing elsewhere */
export function statedBefore(file: BeforeFile): UnitFile {
  const book = new Book("before");
  file.forEach((province, p) => {
    const top = ref("old", "province", province.Code);
    book.list({ ...top, name: province.FullName, parent: null, province: null }, `[${p}].Code`);
    province.District.forEach((district, d) => {
      const path = `[${p}].District[${d}]`;
      const middle = ref("old", "district", district.Code);
      book.list({ ...middle, name: district.FullName, parent: top, province: top }, `${path}.Code`);
      book.expect(district.ProvinceCode, province.Code, `${path}.ProvinceCode`);
      (district.Ward ?? []).forEach((ward, w) => {
        book.list({ ...ref("old", "commune", ward.Code), name: ward.FullName, parent: middle, province: top }, `${path}.Ward[${w}].Code`);
        book.expect(ward.DistrictCode, district.Code, `${path}.Ward[${w}].DistrictCode`);
      });
    });
  });
  return book.close();
}

/** Turns the content of the mapping from old to new into statements. @throws BrokenUnitFile for codes borne twice */
export function statedOldToNew(file: OldToNewFile): UnitFile {
  const book = new Book("oldToNew");
  file.data.forEach((province, p) => {
    const top = ref("old", "province", province.level1_id);
    const path = `data[${p}]`;
    book.list({ ...top, name: province.name, parent: null, province: null }, `${path}.level1_id`);
    const [first] = province.splits;
    // Where a province was divided, the file does not say which part a commune fell to.
    const newTop = first && province.splits.length === 1 ? ref("new", "province", first.new_id) : null;
    book.splits(top, province.splits, { kind: "province", province: null, path });
    const lists = [
      ["district", "level2", province.level2s.map(({ level2_id, ...rest }) => ({ code: level2_id, ...rest }))],
      ["commune", "level3", province.level3s.map(({ level3_id, ...rest }) => ({ code: level3_id, ...rest }))],
    ] as const;
    for (const [kind, level, rows] of lists) {
      rows.forEach(({ code, name, splits }, i) => {
        const unit = ref("old", kind, code);
        book.list({ ...unit, name, parent: top, province: top }, `${path}.${level}s[${i}].${level}_id`);
        book.splits(unit, splits, { kind: "commune", province: newTop, path: `${path}.${level}s[${i}]` });
      });
    }
  });
  return book.close();
}

/** Turns the content of the mapping of new from old into statements. @throws BrokenUnitFile for codes borne twice */
export function statedNewFromOld(file: NewFromOldFile): UnitFile {
  const book = new Book("newFromOld");
  file.data.forEach((province, p) => {
    const top = ref("new", "province", province.level1_id);
    const path = `data[${p}]`;
    book.list({ ...top, name: province.name, parent: null, province: null }, `${path}.level1_id`);
    book.merges(top, province.merges, path);
    province.level2s.forEach((commune, c) => {
      const unit = ref("new", "commune", commune.level2_id);
      book.list({ ...unit, name: commune.name, parent: top, province: top }, `${path}.level2s[${c}].level2_id`);
      book.merges(unit, commune.merges, `${path}.level2s[${c}]`);
    });
  });
  book.lookForFullTwice();
  return book.close();
}

const ref = (era: Era, kind: UnitKind, code: string): UnitRef => ({ era, kind, code });

type Entry = { stated: StatedUnit; readonly provinces: Set<string>; listedAt: string | null };

/** Gathers what one file says: a unit may be listed once, and pointed to often. */
class Book {
  readonly #kind: FileKind;
  readonly #entries = new Map<string, Entry>();
  readonly #steps = new Map<string, StatedStep>();
  readonly #faults: Fault[] = [];
  readonly #remarks: Remark[] = [];

  constructor(kind: FileKind) {
    this.#kind = kind;
  }

  list(unit: StatedUnit, path: string): void {
    const entry = this.#point(unit);
    if (entry.listedAt !== null) this.#faults.push({ path, place: null, message: texts.faults.twice(unit.code, entry.listedAt) });
    entry.listedAt ??= path;
  }

  expect(code: string, parent: string, path: string): void {
    if (code !== parent) this.#faults.push({ path, place: null, message: texts.faults.elsewhere(code, parent) });
  }

  splits(from: UnitRef, splits: readonly { new_id: string; name: string }[], { kind, province, path }: { kind: UnitKind; province: UnitRef | null; path: string }): void {
    splits.forEach(({ new_id: code, name }, i) => {
      const to = ref("new", kind, code);
      this.#point({ ...to, name, parent: province, province });
      this.#step({ from, to, share: splits.length === 1 ? "full" : "partial" }, `${path}.splits[${i}].new_id`, code);
    });
  }

  merges(to: UnitRef, merges: readonly { old_id: string; name: string; type: Share }[], path: string): void {
    merges.forEach(({ old_id: code, name, type }, i) => {
      const kind = code.length === 2 ? "province" : code.length === 3 ? "district" : "commune";
      const from = ref("old", kind, code);
      this.#point({ ...from, name, parent: null, province: null });
      this.#step({ from, to, share: type }, `${path}.merges[${i}].old_id`, code);
    });
  }

  lookForFullTwice(): void {
    for (const steps of Map.groupBy(this.#steps.values(), ({ from }) => keyOfRef(from)).values()) {
      const [first] = steps;
      if (!first || steps.length < 2 || !steps.some(({ share }) => share === "full")) continue;
      const name = this.#entries.get(keyOfRef(first.from))?.stated.name ?? "";
      this.#remarks.push({ kind: "lineage", code: first.from.code, name, other: steps.map(({ to }) => to.code).join(", "), reason: "fullTwice", message: texts.remarks.fullTwice });
    }
  }

  close(): UnitFile {
    if (this.#faults.length > 0) throw new BrokenUnitFile(this.#faults);
    const entries = [...this.#entries.values()];
    const units = entries.map((entry) => this.#settled(entry));
    const count = (kind: UnitKind): number => entries.filter(({ stated, listedAt }) => listedAt !== null && stated.kind === kind).length;
    const counts = { provinces: count("province"), districts: count("district"), communes: count("commune") };
    return { kind: this.#kind, units, lineage: [...this.#steps.values()], counts, remarks: this.#remarks };
  }

  #point(unit: StatedUnit): Entry {
    const known = this.#entries.get(keyOfRef(unit)) ?? { stated: unit, provinces: new Set<string>(), listedAt: null };
    this.#entries.set(keyOfRef(unit), known);
    if (unit.province) known.provinces.add(unit.province.code);
    if (!sameName(known.stated.name, unit.name)) {
      const { kind, code, name } = known.stated;
      const reason = sameLetters(name, unit.name) ? "marksDiffer" : "nameDiffers";
      this.#remarks.push({ kind, code, name, other: unit.name, reason, message: texts.remarks[reason](texts.files[this.#kind], name, unit.name) });
    }
    return known;
  }

  #step(step: StatedStep, path: string, code: string): void {
    const key = `${keyOfRef(step.from)}>${keyOfRef(step.to)}`;
    if (this.#steps.has(key)) this.#faults.push({ path, place: null, message: texts.faults.twice(code, path.replace(/\[\d+\]\.\w+$/, "")) });
    else this.#steps.set(key, step);
  }

  #settled({ stated, provinces }: Entry): StatedUnit {
    if (provinces.size === 0 || stated.kind === "province") return stated;
    if (provinces.size === 1) {
      if (stated.province) return stated;
      const province = ref(stated.era, "province", [...provinces][0] ?? "");
      return { ...stated, parent: province, province };
    }
    const codes = [...provinces].sort().join(", ");
    this.#remarks.push({ kind: stated.kind, code: stated.code, name: stated.name, other: codes, reason: "provinceUnclear", message: texts.remarks.provinceUnclear(codes) });
    return { ...stated, parent: null, province: null };
  }
}
