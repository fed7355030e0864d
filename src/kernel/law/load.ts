import type { z } from "zod";
import type { Finding } from "./check.ts";
import { findingsAcross, readAll } from "./check.ts";
import type { LawDefs } from "./define.ts";
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
  const names = Object.keys(defs);
  const readings = await readAll(dir, defs);
  const findings = findingsAcross(readings);
  if (findings.length > 0) throw new LawBroken(findings);
  return Object.fromEntries(readings.map(({ def, rows }, i) => [names[i], { name: def.name, rows, keyOf: def.keyOf }])) as unknown as LawOf<Defs>;
}
