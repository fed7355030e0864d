import type { z } from "zod";
import type { Finding } from "./check.ts";
import { readRows } from "./check.ts";
import type { LawDef, LawDefs } from "./define.ts";
import type { LawRow } from "./fields.ts";
import type { LawTable } from "./table.ts";

/** The tables that the defs give, under the same names. */
export type LawOf<Defs extends LawDefs> = {
  readonly [Name in keyof Defs]: Defs[Name] extends { schema: z.ZodType<infer Row extends LawRow> } ? LawTable<Row> : never;
};

/** The law data has mistakes; nothing starts on it. */
export class LawBroken extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(["The law data has mistakes:", ...findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message.en}`)].join("\n"));
    this.name = "LawBroken";
    this.findings = findings;
  }
}

/**
 * Reads db/law. Give the defs by the names under which the tables are wanted: `loadLaw(dir, { holidays: holidayLaw })`.
 * @throws LawBroken with every finding when anything in the files is wrong
 */
export async function loadLaw<const Defs extends LawDefs>(dir: string, defs: Defs): Promise<LawOf<Defs>> {
  // A def only ever meets its own rows, so its row type may be forgotten here.
  const entries = Object.entries(defs) as unknown as ReadonlyArray<readonly [string, LawDef<LawRow>]>;
  const readings = await Promise.all(entries.map(async ([name, def]) => ({ name, def, reading: await readRows(dir, def) })));
  const findings = readings.flatMap(({ reading }) => reading.findings);
  if (findings.length > 0) throw new LawBroken(findings);
  return Object.fromEntries(readings.map(({ name, def, reading }) => [name, { name: def.name, rows: reading.rows, keyOf: def.keyOf }])) as unknown as LawOf<Defs>;
}
