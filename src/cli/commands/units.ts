import { isAbsolute, resolve } from "node:path";
import type { Bilingual } from "../../base/lang.ts";
import { BrokenUnitFile, type Fault, ImportBusy, ImportRefused, type ImportReport, importUnitFiles, readUnitFiles } from "../../modules/units/index.ts";
import { withOwner } from "../ground.ts";
import { type Call, type ExitCode, Failure, show, table } from "../io.ts";
import { texts } from "../texts.ts";

export type ImportArguments = { readonly files: readonly string[]; readonly dryRun: boolean; readonly progress: boolean };

/** `units import`: one report for a file, a list of them for several. */
export async function importUnits(call: Call, { files, dryRun, progress }: ImportArguments): Promise<ExitCode> {
  const onProgress = (message: Bilingual): void => {
    if (progress || call.watched) call.err(`${message[call.lang]}\n`);
  };
  try {
    const read = await readUnitFiles(
      files.map((file) => (isAbsolute(file) ? file : resolve(call.cwd, file))),
      onProgress,
    );
    const reports = await withOwner(call, (client) => importUnitFiles(client, read, { dryRun, onProgress }));
    const shown = reports.map((report) => ({ ...report, mismatches: report.mismatches.map((mismatch) => ({ ...mismatch, message: mismatch.message[call.lang] })) }));
    show(
      call,
      shown.length === 1 ? shown[0] : shown,
      reports.flatMap((report) => linesOf(call, report)),
    );
    return 0;
  } catch (error) {
    throw asFailure(call, error);
  }
}

function linesOf({ lang }: Call, report: ImportReport): string[] {
  const say = texts.units;
  const count = (value: number): string => value.toLocaleString(lang === "vi" ? "vi-VN" : "en-GB");
  const figures = [
    [say.listed[lang], say.listedFigures[lang](count(report.provinces), count(report.districts), count(report.communes), count(report.lineage))],
    [say.inserted[lang], count(report.inserted)],
    [say.confirmed[lang], count(report.confirmed)],
    [say.unchanged[lang], count(report.unchanged)],
    [say.mismatches[lang], count(report.mismatches.length)],
  ];
  const mismatches = report.mismatches.map(({ kind, code, name, message }) => [say.kinds[kind][lang], code, name, message[lang]]);
  return [
    `${say.files[report.kind][lang]}: ${report.file}`,
    ...table(figures).map((line) => `  ${line}`),
    ...table(mismatches).map((line) => `    ${line}`),
    ...(report.dryRun ? [say.dryRun[lang]] : []),
  ];
}

function asFailure({ lang }: Call, error: unknown): unknown {
  if (error instanceof ImportBusy) return new Failure(1, "busy", error.shown);
  if (!(error instanceof ImportRefused) || !(error.cause instanceof BrokenUnitFile)) return error;
  const { faults, count } = error.cause;
  const detail = {
    file: error.file,
    faults: faults.map(({ path, place, message }) => ({ path, line: place?.line ?? null, column: place?.column ?? null, message: message[lang] })),
  };
  const more = count > faults.length ? [texts.errors.moreFaults(count - faults.length)] : [];
  return new Failure(1, "brokenFile", texts.errors.brokenFile(error.file), { detail, lines: [...faults.map(faultLine), ...more] });
}

function faultLine({ path, place, message }: Fault): Bilingual {
  const where = (line: string): string => (place ? `${line} ${place.line}:${place.column}: ` : path === null ? "" : `${path}: `);
  return { vi: where(texts.units.line.vi) + message.vi, en: where(texts.units.line.en) + message.en };
}
