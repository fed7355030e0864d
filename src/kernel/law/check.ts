import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Bilingual } from "../../base/lang.ts";
import type { Complaint, LawDef, LawDefs, OtherLaws } from "./define.ts";
import type { LawRow } from "./fields.ts";
import type { Place, Source } from "./locate.ts";
import { placeAt, placeOf, placeOfKey } from "./locate.ts";
import { texts } from "./texts.ts";

/** Something wrong in the law data. `file` is relative to the folder of the law; line and column count from 1. */
export type Finding = { readonly file: string; readonly line: number; readonly column: number; readonly message: Bilingual };

export type LawReport = { readonly files: number; readonly rows: number; readonly findings: readonly Finding[] };

/** The rows of one def, each with the place where it is written. */
export type Reading<Row extends LawRow> = {
  readonly def: LawDef<Row>;
  readonly rows: readonly Row[];
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  readonly placed: readonly Placed<Row>[];
};

type Placed<Row> = { readonly row: Row; readonly source: Source; readonly index: number };
type Issue = z.core.$ZodIssue;

/** Every finding in the law data of `dir`, in the order of the files; never throws for what is written in them. */
export async function checkLaw(dir: string, defs: LawDefs): Promise<LawReport> {
  const readings = await readAll(dir, defs);
  const read = readings.flatMap((reading) => reading.files);
  const unclaimed = (await listYaml(dir, ".")).filter((file) => !read.includes(file));
  const findings = [...findingsAcross(readings), ...unclaimed.map((file) => ({ file, line: 1, column: 1, message: texts.unclaimed }))];
  findings.sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column);
  return { files: read.length + unclaimed.length, rows: readings.reduce((sum, { rows }) => sum + rows.length, 0), findings };
}

/** Every law of the defs, in their order. */
export async function readAll(dir: string, defs: LawDefs): Promise<readonly Reading<LawRow>[]> {
  // A def only ever meets its own rows, so its row type may be forgotten here.
  return await Promise.all(Object.values(defs).map((def) => readRows(dir, def as unknown as LawDef<LawRow>)));
}

/** What each law complains about, and, when none does, what they complain about together. */
export function findingsAcross(readings: readonly Reading<LawRow>[]): readonly Finding[] {
  const own = readings.flatMap((reading) => reading.findings);
  if (own.length > 0) return own;
  const others: OtherLaws = { rowsOf: <Other extends LawRow>({ name }: LawDef<Other>) => readings.find(({ def }) => def.name === name)?.rows as readonly Other[] | undefined };
  return eachOnce(readings.flatMap(({ def, rows, placed }) => placeComplaints(placed, def.checkWith?.(rows, others) ?? [])));
}

/** Reads and checks one kind of law. The rows are complete only when there is no finding. */
async function readRows<Row extends LawRow>(dir: string, def: LawDef<Row>): Promise<Reading<Row>> {
  const files = def.path.endsWith(".yaml") ? [def.path] : await listYaml(dir, def.path);
  const findings: Finding[] = [];
  const placed: Placed<Row>[] = [];
  if (files.length === 0) findings.push({ file: def.path, line: 1, column: 1, message: texts.notRead(def.path) });
  for (const file of files) {
    const source = await readSource(dir, file, findings);
    if (source !== null) placed.push(...rowsOf(source, def, findings));
  }
  findings.push(...placed.flatMap(endsBeforeItBegins), ...overlaps(def, placed));
  if (findings.length === 0) findings.push(...ownComplaints(def, placed));
  return { def, rows: placed.map(({ row }) => row), files, findings: eachOnce(findings), placed };
}

/** Rows that share a part by an anchor report its mistakes together. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

async function readSource(dir: string, file: string, findings: Finding[]): Promise<Source | null> {
  const text = await readFile(join(dir, file), "utf8").catch(() => null);
  if (text === null) {
    findings.push({ file, line: 1, column: 1, message: texts.notRead(file) });
    return null;
  }
  const lines = new LineCounter();
  const source = { file, lines, document: parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false }) };
  const broken = [...source.document.errors, ...source.document.warnings];
  findings.push(...broken.map(({ pos, message }) => at(source, placeAt(source, pos[0]), texts.notYaml(message))));
  return broken.length === 0 ? source : null;
}

function rowsOf<Row extends LawRow>(source: Source, def: LawDef<Row>, findings: Finding[]): Placed<Row>[] {
  // The files are ours: an alias used many times is no attack.
  const content: unknown = source.document.toJS({ maxAliasCount: -1 });
  if (!Array.isArray(content)) {
    findings.push(at(source, placeAt(source, 0), texts.notAList));
    return [];
  }
  return content.flatMap((value: unknown, index) => {
    const parsed = def.schema.safeParse(value);
    if (parsed.success) return [{ row: parsed.data, source, index }];
    findings.push(...parsed.error.issues.flatMap((issue) => findingsOf(source, index, value, issue)));
    return [];
  });
}

function findingsOf(source: Source, index: number, value: unknown, issue: Issue): Finding[] {
  const path = [index, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => at(source, placeOfKey(source, path, key), texts.unknownKey(key)));
  }
  return [at(source, placeOf(source, path), messageOf(issue, value))];
}

/** What is wrong with a value that we were given in a file, in both languages. */
export function messageOf(issue: Issue, value: unknown): Bilingual {
  if (issue.code === "custom") return (issue.params?.["message"] as Bilingual | undefined) ?? { vi: issue.message, en: issue.message };
  if (valueAt(value, issue.path) === undefined) return texts.missing(String(issue.path.at(-1)));
  if (issue.code === "invalid_value") return texts.notAllowed(issue.values);
  const raw = { ...issue, input: valueAt(value, issue.path) } as z.core.$ZodRawIssue;
  return { vi: inLanguage(z.locales.vi(), raw), en: inLanguage(z.locales.en(), raw) };
}

function inLanguage(locale: { localeError: z.core.$ZodErrorMap }, issue: z.core.$ZodRawIssue): string {
  const said = locale.localeError(issue);
  return (typeof said === "string" ? said : said?.message) ?? issue.message ?? "";
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step], value);
}

function endsBeforeItBegins({ row, source, index }: Placed<LawRow>): Finding[] {
  if (row.validTo === null || row.validFrom <= row.validTo) return [];
  return [at(source, placeOf(source, [index, "validTo"]), texts.endsBeforeItBegins(row.validFrom, row.validTo))];
}

function overlaps<Row extends LawRow>(def: LawDef<Row>, placed: readonly Placed<Row>[]): Finding[] {
  const byKey = Map.groupBy(placed, ({ row }) => def.keyOf(row));
  return [...byKey].flatMap(([key, rows]) => {
    const sorted = rows.toSorted((one, other) => (one.row.validFrom < other.row.validFrom ? -1 : 1));
    return sorted.slice(1).flatMap((later, i) => {
      const earlier = sorted[i];
      if (earlier === undefined || (earlier.row.validTo !== null && earlier.row.validTo < later.row.validFrom)) return [];
      const { line } = placeOf(earlier.source, [earlier.index]);
      return [at(later.source, placeOf(later.source, [later.index, "validFrom"]), texts.overlaps(key, earlier.source.file, line))];
    });
  });
}

function ownComplaints<Row extends LawRow>(def: LawDef<Row>, placed: readonly Placed<Row>[]): Finding[] {
  return placeComplaints(placed, def.check?.(placed.map(({ row }) => row)) ?? []);
}

function placeComplaints(placed: readonly Placed<LawRow>[], complaints: readonly Complaint[]): Finding[] {
  return complaints.flatMap((complaint) => {
    const where = placed[complaint.row];
    return where === undefined ? [] : [at(where.source, placeOf(where.source, [where.index, ...complaint.path]), complaint.message)];
  });
}

function at(source: Source, place: Place, message: Bilingual): Finding {
  return { file: source.file, ...place, message };
}

async function listYaml(dir: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(dir, folder), { recursive: true }).catch(() => []);
  const inside = entries.filter((entry) => entry.endsWith(".yaml")).map((entry) => entry.replaceAll("\\", "/"));
  return inside.map((entry) => (folder === "." ? entry : `${folder}/${entry}`)).sort();
}
