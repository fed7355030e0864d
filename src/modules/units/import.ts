import type { ClientBase } from "pg";
import type { Bilingual } from "../../base/lang.ts";
import type { FileKind, Remark, UnitFile } from "./import/file.ts";
import { parseUnitFile } from "./import/parse.ts";
import { planImport } from "./import/plan.ts";
import { readUnitFile } from "./import/read-file.ts";
import { readKnown, tryLockImports, writePlan } from "./import/store.ts";
import { texts } from "./texts.ts";

/** What an import did with one file. */
export type ImportReport = {
  readonly file: string;
  readonly kind: FileKind;
  /** Units that the file lists. */
  readonly provinces: number;
  readonly districts: number;
  readonly communes: number;
  /** Steps from an old unit to a new one. */
  readonly lineage: number;
  /** Rows that are new, of units and of steps. */
  readonly inserted: number;
  /** Rows that other files had brought and of which this file speaks for the first time. */
  readonly confirmed: number;
  /** Rows that this file had brought or confirmed before. */
  readonly unchanged: number;
  readonly mismatches: readonly Remark[];
  readonly dryRun: boolean;
};

export type ImportOptions = { readonly dryRun: boolean; readonly onProgress: (message: Bilingual) => void };

/** Refused: another import has not ended yet. */
export class ImportBusy extends Error {
  readonly shown: Bilingual = texts.faults.busy;
}

/** A file of several is broken: which one, and how. */
export class ImportRefused extends Error {
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(file, { cause });
    this.file = file;
  }
}

/** A file that was read and found whole. */
export type ReadFile = { readonly path: string; readonly file: UnitFile };

/** Reads and checks files, before anything is done with a database. @throws ImportRefused with a BrokenUnitFile as its cause */
export async function readUnitFiles(paths: readonly string[], onProgress: ImportOptions["onProgress"]): Promise<readonly ReadFile[]> {
  const files: ReadFile[] = [];
  for (const path of paths) {
    onProgress(texts.progress.reading(path));
    try {
      files.push({ path, file: parseUnitFile(await readUnitFile(path)) });
    } catch (error) {
      throw new ImportRefused(path, error);
    }
  }
  return files;
}

/**
 * Imports files of units in one transaction: all of them or none. Files may come in any order and more than once.
 *
 * @param client a connection of the role that owns the tables, not in a transaction
 * @throws ImportBusy when another import has not ended
 */
export async function importUnitFiles(client: ClientBase, files: readonly ReadFile[], options: ImportOptions): Promise<readonly ImportReport[]> {
  await client.query("begin");
  try {
    if (!(await tryLockImports(client))) throw new ImportBusy("another import is running");
    const reports: ImportReport[] = [];
    for (const { path, file } of files) reports.push(await importOne(client, path, file, options));
    await client.query(options.dryRun ? "rollback" : "commit");
    return reports;
  } catch (error) {
    // A lost connection has rolled back by itself.
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function importOne(client: ClientBase, path: string, file: UnitFile, { dryRun, onProgress }: ImportOptions): Promise<ImportReport> {
  onProgress(texts.progress.comparing(file.units.length));
  const plan = planImport(await readKnown(client), file);
  const said = plan.unitStatements.length + plan.stepStatements.length;
  onProgress(texts.progress.writing(said));
  await writePlan(client, file.kind, plan);
  const inserted = plan.freshUnits.length + plan.freshSteps.length;
  return {
    file: path,
    kind: file.kind,
    ...file.counts,
    lineage: file.lineage.length,
    inserted,
    confirmed: said - inserted,
    unchanged: plan.stated - said,
    mismatches: plan.remarks,
    dryRun,
  };
}
