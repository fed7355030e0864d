import type { Bilingual, Lang } from "../base/lang.ts";

/** Everything outside that a command may touch. Made once, in `cli.ts`; tests give their own. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** Folder of the product, where `db` lies. */
  readonly root: string;
  /** Folder that relative names of files start from. */
  readonly cwd: string;
  /** Whether somebody watches stderr, and wants to see how far it is. */
  readonly watched: boolean;
};

/** What one call of the program was asked for, besides the command itself. */
export type Call = Io & { readonly lang: Lang; readonly json: boolean };

/** 0: done. 1: not done, or something was found. 2: not understood. */
export type ExitCode = 0 | 1 | 2;

/** A result as it is shown: lines for people, or the value as JSON. */
export function show(call: Call, value: unknown, lines: readonly string[]): void {
  call.out(call.json ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join("\n")}\n`);
}

/** Tells what went wrong: on stderr for people, on stdout when JSON was asked for. */
export function showError(call: Call, failure: Failure): void {
  const { code, shown, detail, lines } = failure;
  if (call.json) call.out(`${JSON.stringify({ error: { code, message: shown[call.lang], ...detail } }, null, 2)}\n`);
  else call.err(`${[shown[call.lang], ...lines.map((line) => `  ${line[call.lang]}`)].join("\n")}\n`);
}

type More = { readonly detail?: Readonly<Record<string, unknown>>; readonly lines?: readonly Bilingual[] };

/** Why a command was not done, for whoever typed it. */
export class Failure extends Error {
  readonly exit: 1 | 2;
  /** Stable word for scripts. */
  readonly code: string;
  readonly shown: Bilingual;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly lines: readonly Bilingual[];
  constructor(exit: 1 | 2, code: string, shown: Bilingual, { detail = {}, lines = [] }: More = {}) {
    super(shown.en);
    this.exit = exit;
    this.code = code;
    this.shown = shown;
    this.detail = detail;
    this.lines = lines;
  }
}

/** Rows under each other, columns as wide as their widest cell; the last one runs free. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) - width(cell))))
      .join("  ")
      .trimEnd(),
  );
}

const width = (text: string): number => [...text.normalize("NFC")].length;
