import type { Day } from "../../base/day.ts";
import type { LawRow } from "./fields.ts";

/** The rows of one kind of law, asked by day. */
export type LawTable<Row extends LawRow> = {
  readonly name: string;
  /** Every row of every time, in the order of the files. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
};

/** The law data has no row for this key on this day: the data must be completed, nothing may be guessed. */
export class LawGap extends RangeError {
  readonly law: string;
  readonly key: string;
  readonly day: Day;
  constructor(law: string, key: string, day: Day) {
    super(`The law data "${law}" has no row for ${key} on ${day}`);
    this.name = "LawGap";
    this.law = law;
    this.key = key;
    this.day = day;
  }
}

/** Every row in force on that day, in the order of the files. */
export function listInForce<Row extends LawRow>(table: LawTable<Row>, day: Day): readonly Row[] {
  return table.rows.filter((row) => isInForce(row, day));
}

/** The row of that key in force on that day; there is at most one, the loader refuses two. */
export function findInForce<Row extends LawRow>(table: LawTable<Row>, day: Day, key: string): Row | null {
  return table.rows.find((row) => isInForce(row, day) && table.keyOf(row) === key) ?? null;
}

/** @throws LawGap when no row of that key is in force on that day */
export function getInForce<Row extends LawRow>(table: LawTable<Row>, day: Day, key: string): Row {
  const row = findInForce(table, day, key);
  if (row === null) throw new LawGap(table.name, key, day);
  return row;
}

/** First and last day of force are both included. */
export function isInForce(row: LawRow, day: Day): boolean {
  return row.validFrom <= day && (row.validTo === null || day <= row.validTo);
}
