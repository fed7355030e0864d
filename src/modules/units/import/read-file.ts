import { readFile, stat } from "node:fs/promises";
import { texts } from "../texts.ts";
import { BrokenUnitFile } from "./file.ts";

const megabyte = 1024 * 1024;
/** The largest of the real files has 1.1 MB. */
const limit = 32;

/** The text of a file. @throws BrokenUnitFile when it is none, cannot be read, is empty, far too large or not UTF-8 */
export async function readUnitFile(path: string): Promise<string> {
  const { faults } = texts;
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw broken(error.code === "ENOENT" || error.code === "ENOTDIR" ? faults.notFound : faults.notReadable);
  });
  if (!facts.isFile()) throw broken(faults.notAFile);
  if (facts.size === 0) throw broken(faults.empty);
  if (facts.size > limit * megabyte) throw broken(faults.tooLarge(Math.round(facts.size / megabyte), limit));
  const bytes = await readFile(path).catch(() => {
    throw broken(faults.notReadable);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw broken(faults.notUtf8);
  }
}

function broken(message: BrokenUnitFile["faults"][number]["message"]): BrokenUnitFile {
  return new BrokenUnitFile([{ path: null, place: null, message }]);
}
