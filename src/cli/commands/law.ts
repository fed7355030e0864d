import { join, resolve } from "node:path";
import { holidayLaw, officeHoursLaw } from "../../kernel/clock/calendar-law.ts";
import { authorityLaw } from "../../kernel/law/authorities.ts";
import { checkLaw } from "../../kernel/law/check.ts";
import { codePatternLaw } from "../../kernel/law/codes.ts";
import type { LawDefs } from "../../kernel/law/define.ts";
// The law alone: the faces would bring the pages along.
import { paperFormLaw } from "../../modules/papers/law.ts";
import { feeExemptionLaw, procedureLaw } from "../../modules/procedures/law.ts";
import { type Call, type ExitCode, show } from "../io.ts";
import { texts } from "../texts.ts";

const everyLaw: LawDefs = {
  holidays: holidayLaw,
  officeHours: officeHoursLaw,
  authorities: authorityLaw,
  codePatterns: codePatternLaw,
  procedures: procedureLaw,
  feeExemptions: feeExemptionLaw,
  paperForms: paperFormLaw,
};

/** `law check`: every mistake in the dated data, with its place. */
export async function checkLawData(call: Call, given: { readonly dir: string | undefined }): Promise<ExitCode> {
  const dir = given.dir === undefined ? join(call.root, "db/law") : resolve(call.cwd, given.dir);
  const { files, rows, findings } = await checkLaw(dir, everyLaw);
  const shown = findings.map((finding) => ({ ...finding, message: finding.message[call.lang] }));
  const lines = shown.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  show(call, { dir, files, rows, findings: shown }, [...lines, texts.law.summary[call.lang](files, rows, findings.length)]);
  return findings.length === 0 ? 0 : 1;
}
