import type { z } from "zod";
import type { Bilingual } from "../../base/lang.ts";
import type { LawRow } from "./fields.ts";

/** One kind of dated data. The kernel knows only this shape: modules declare theirs and the composition root gathers them. */
export type LawDef<Row extends LawRow> = {
  /** For messages: "holidays". */
  readonly name: string;
  /** Below db/law: a file "holidays.yaml", or a folder "procedures" of which every .yaml file belongs to it. */
  readonly path: string;
  readonly schema: z.ZodType<Row>;
  /** Rows with the same key may not be in force on the same day. */
  readonly keyOf: (row: Row) => string;
  /** Whatever a single row cannot tell; only asked when every row is well-formed. */
  readonly check?: (rows: readonly Row[]) => readonly Complaint[];
  /** What the rows say about those of another law; only asked when all laws are well-formed. A law that was not loaded is not judged. */
  readonly checkWith?: (rows: readonly Row[], others: OtherLaws) => readonly Complaint[];
};

/** The rows of every law that is loaded together, by the name of its def; undefined for one that is not. */
export type OtherLaws = { rowsOf<Other extends LawRow>(def: LawDef<Other>): readonly Other[] | undefined };

/** Something wrong with the row at index `row`; `path` leads to the field. */
export type Complaint = { readonly row: number; readonly path: ReadonlyArray<string | number>; readonly message: Bilingual };

/** Any def, when it does not matter what its rows hold. */
export type AnyLawDef = {
  readonly name: string;
  readonly path: string;
  readonly schema: z.ZodType<LawRow>;
  readonly keyOf: (row: never) => string;
  readonly check?: (rows: never) => readonly Complaint[];
  readonly checkWith?: (rows: never, others: OtherLaws) => readonly Complaint[];
};

export type LawDefs = { readonly [name: string]: AnyLawDef };

/** Declares one kind of dated data; the row type is that of the schema. */
export function defineLaw<Row extends LawRow>(def: LawDef<Row>): LawDef<Row> {
  return def;
}
