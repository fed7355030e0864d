import type { Day } from "../../../base/day.ts";
import type { TextPlace } from "../../../base/json.ts";
import type { Bilingual } from "../../../base/lang.ts";

/** `before`: the tree as of March 2025. `oldToNew`, `newFromOld`: the step of 1 July 2025, told from either side. */
export type FileKind = "before" | "oldToNew" | "newFromOld";
export type UnitKind = "province" | "district" | "commune";
export type Share = "full" | "partial";
/** Before or after the reorganisation of 1 July 2025. */
export type Era = "old" | "new";

/** A unit within one file: an era in which a code is borne once. */
export type UnitRef = { readonly era: Era; readonly kind: UnitKind; readonly code: string };

export type StatedUnit = UnitRef & {
  /** As given, spaces tidied. */
  readonly name: string;
  /** Null: the file does not say. */
  readonly parent: UnitRef | null;
  readonly province: UnitRef | null;
};

export type StatedStep = { readonly from: UnitRef; readonly to: UnitRef; readonly share: Share };

/** A row on which files differ, or one contradicts itself. `other` is what the other one has. */
export type Remark = {
  readonly kind: UnitKind | "lineage";
  readonly code: string;
  readonly name: string;
  readonly other: string | null;
  readonly reason: RemarkReason;
  readonly message: Bilingual;
};
export type RemarkReason =
  | "nameDiffers"
  | "marksDiffer"
  | "notInOther"
  | "notInThis"
  | "shareDiffers"
  | "fullTwice"
  | "provinceUnclear"
  | "provinceDiffers"
  | "endedEarlier"
  | "wasOpen";

/** What a file says, whichever of the three it is. */
export type UnitFile = {
  readonly kind: FileKind;
  readonly units: readonly StatedUnit[];
  readonly lineage: readonly StatedStep[];
  /** The units that the file lists, without those it only points to. */
  readonly counts: { readonly provinces: number; readonly districts: number; readonly communes: number };
  readonly remarks: readonly Remark[];
};

/** The day of the two-level order: resolutions 202/2025/QH15 (provinces) and 1654 to 1687/NQ-UBTVQH15 (communes). */
export const reorganisedOn = "2025-07-01" as Day;

/**
 * The first day on which an old unit no longer is one. Districts ended in law with the two-level order on 1 July 2025; for the police, whose
 * tree this is, they ended when the district police did, on 1 March 2025.
 */
export function endOf({ era, kind }: UnitRef): Day | null {
  if (era === "new") return null;
  return kind === "district" ? ("2025-03-01" as Day) : reorganisedOn;
}

/** No file says since when an old unit was what it was. The first day of 2023 lies before everything that the product keeps. */
export function startOf({ era }: UnitRef): Day {
  return era === "new" ? reorganisedOn : ("2023-01-01" as Day);
}

export const keyOfRef = ({ era, kind, code }: UnitRef): string => `${era}:${kind}:${code}`;

export type Fault = { readonly path: string | null; readonly place: TextPlace | null; readonly message: Bilingual };

/** A file that cannot be imported, with where and why; at most ten faults are kept. */
export class BrokenUnitFile extends Error {
  readonly faults: readonly Fault[];
  readonly count: number;
  constructor(faults: readonly Fault[]) {
    super(
      faults
        .map(({ path, message }) => `${path ?? ""} ${message.en}`.trim())
        .slice(0, 10)
        .join("\n"),
    );
    this.name = "BrokenUnitFile";
    this.faults = faults.slice(0, 10);
    this.count = faults.length;
  }
}
