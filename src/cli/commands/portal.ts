import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { checkDocument, documentLimits, jsonSchema, placeReasons } from "../../modules/portal/index.ts";
import { type Call, type ExitCode, Failure, show } from "../io.ts";
import { texts } from "../texts.ts";

/** `portal check`: every mistake in files of the exchange, with its place. */
export async function checkPortalFiles(call: Call, files: readonly string[]): Promise<ExitCode> {
  const findings = (await Promise.all(files.map((file) => findingsOf(call, file)))).flat();
  const lines = findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  show(call, { files: files.length, findings }, [...lines, texts.portal.summary[call.lang](files.length, findings.length)]);
  return findings.length === 0 ? 0 : 1;
}

async function findingsOf(call: Call, file: string) {
  const path = resolve(call.cwd, file);
  const size = await stat(path).catch((error: Error) => {
    throw new Failure(1, "notRead", texts.errors.notRead(file, error.message));
  });
  if (size.size > documentLimits.bytes) return [{ file, line: 1, column: 1, field: "", message: texts.portal.tooLarge[call.lang] }];
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new Failure(1, "notRead", texts.errors.notRead(file, error.message));
  });
  return placeReasons(text, checkDocument(text)).map(({ line, column, path: field, message }) => ({ file, line, column, field: field.join("."), message: message[call.lang] }));
}

/** `portal schema`: the format for the other side's tools. */
export async function showPortalSchema(call: Call): Promise<ExitCode> {
  call.out(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
