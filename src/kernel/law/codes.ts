import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { defineLaw } from "./define.ts";
import { complaint, lawFields, textField } from "./fields.ts";
import type { LawTable } from "./table.ts";
import { findInForce, LawGap } from "./table.ts";
import { texts } from "./texts.ts";

const known = /\{(agency|yyyy|yy|mm|dd|seq:[1-9])\}/g;

const pattern = z.string().superRefine((text, context) => {
  const rest = text.replace(known, "");
  if (/[{}]/.test(rest) || !/\{seq:[1-9]\}/.test(text)) context.addIssue(complaint(texts.notAPattern(text)));
});

const row = z.strictObject({
  ...lawFields,
  /** What is numbered: a series such as receipts. */
  series: textField,
  /** Official codes "province/commune"; a code is reused for other units, so the dates decide which unit it was. */
  place: textField,
  /** The agency as it stands in its codes: "H05.24.612". */
  agency: textField,
  /** {agency}, {yyyy} or {yy}, {mm}, {dd} of the day of receipt, {seq:4} for a number of at least four digits. */
  pattern,
});

/** How an agency writes its codes. */
export type CodePattern = z.infer<typeof row>;

export const codePatternLaw = defineLaw<CodePattern>({
  name: "codePatterns",
  path: "code-patterns.yaml",
  schema: row,
  keyOf: ({ series, place }) => `${series} ${place}`,
});

/** @throws LawGap when the post has no pattern for that series on that day */
export function codePatternOn(table: LawTable<CodePattern>, day: Day, { series, place }: { series: string; place: string }): CodePattern {
  const found = findInForce(table, day, `${series} ${place}`);
  if (found === null) throw new LawGap(table.name, `${series} ${place}`, day);
  return found;
}

/** The code of the `sequence`th of its run: "H05.24.612-261126-0042". A larger number takes the digits it needs. */
export function codeOf({ agency, pattern: text }: CodePattern, on: Day, sequence: number): string {
  return filled(text, agency, on, (digits) => String(sequence).padStart(digits, "0"));
}

/** Names the run that the numbers of a code belong to: equal for all codes that differ in nothing but the number. */
export function sequenceKeyOf({ series, agency, pattern: text }: CodePattern, on: Day): string {
  return `${series}:${filled(text, agency, on, () => "#")}`;
}

function filled(text: string, agency: string, on: Day, sequence: (digits: number) => string): string {
  const [year = "", month = "", dayOfMonth = ""] = on.split("-");
  const parts: Readonly<Record<string, string>> = { agency, yyyy: year, yy: year.slice(2), mm: month, dd: dayOfMonth };
  return text.replace(known, (_, name: string) => parts[name] ?? sequence(Number(name.slice(4))));
}
