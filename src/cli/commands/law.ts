import { join, resolve } from "node:path";
import { checkLaw } from "../../kernel/law/check.ts";
import { lawDefs } from "../../law-defs.ts";
import { type Call, type ExitCode, show } from "../io.ts";
import { texts } from "../texts.ts";

/** `law check`: every mistake in the dated data, with its place. */
export async function checkLawData(call: Call, given: { readonly dir: string | undefined }): Promise<ExitCode> {
  const dir = given.dir === undefined ? join(call.root, "db/law") : resolve(call.cwd, given.dir);
  const { files, rows, findings } = await checkLaw(dir, lawDefs);
  const shown = findings.map((finding) => ({ ...finding, message: finding.message[call.lang] }));
  const lines = shown.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  show(call, { dir, files, rows, findings: shown }, [...lines, texts.law.summary[call.lang](files, rows, findings.length)]);
  return findings.length === 0 ? 0 : 1;
}
