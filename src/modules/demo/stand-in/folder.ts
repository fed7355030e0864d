import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FiledDocument, type Receipt, receiptShape, type StatusReport, statusShape } from "../../portal/index.ts";

/** What the stand-in of the national portal knows of one file: what somebody filed, and what it heard of it, oldest first. */
export type StandInFile = { readonly filed: FiledDocument; readonly heard: readonly (Receipt | StatusReport)[] };

/** How many files it shows. */
const shown = 30;

/** Puts a whole document where the post fetches it, and keeps a copy, as the portal would. */
export async function dropDocument(dir: string, filed: FiledDocument): Promise<void> {
  const text = `${JSON.stringify(filed, null, 2)}\n`;
  await mkdir(join(dir, "in"), { recursive: true });
  await mkdir(join(dir, "stand-in/filed"), { recursive: true });
  await writeFile(join(dir, "stand-in/filed", `${filed.messageId}.json`), text);
  await dropText(dir, filed.messageId, text);
}

/** Puts any text there, under a temporary name first, as the format asks. */
export async function dropText(dir: string, name: string, text: string): Promise<void> {
  await mkdir(join(dir, "in"), { recursive: true });
  await writeFile(join(dir, "in", `${name}.json.part`), text);
  await rename(join(dir, "in", `${name}.json.part`), join(dir, "in", `${name}.json`));
}

/** Takes what the post has sent: what the documented format understands is kept as heard, the rest is laid aside. */
export async function workStandIn(dir: string): Promise<void> {
  for (const folder of ["heard", "not-understood"]) await mkdir(join(dir, "stand-in", folder), { recursive: true });
  for (const name of await listJson(join(dir, "out"))) {
    const document = await readDocument(join(dir, "out", name));
    await rename(join(dir, "out", name), join(dir, "stand-in", document === null ? "not-understood" : "heard", name));
  }
}

/** Both sides of the newest files. */
export async function listStandIn(dir: string): Promise<readonly StandInFile[]> {
  const heard = await Promise.all((await listJson(join(dir, "stand-in/heard"))).map((name) => readDocument(join(dir, "stand-in/heard", name))));
  const filed = await Promise.all(
    (await listJson(join(dir, "stand-in/filed"))).map(async (name) => JSON.parse(await readFile(join(dir, "stand-in/filed", name), "utf8")) as FiledDocument),
  );
  return filed
    .sort((one, other) => (one.submittedAt < other.submittedAt ? 1 : -1))
    .slice(0, shown)
    .map((one) => ({ filed: one, heard: heard.filter((document) => document !== null && document.nationalNumber === one.nationalNumber).sort(byOrder) as StandInFile["heard"] }));
}

/** The answer to the file first, then its steps by their number. */
function byOrder(one: Receipt | StatusReport | null, other: Receipt | StatusReport | null): number {
  const place = (document: Receipt | StatusReport | null): number => (document?.kind === "status" ? document.sequence : 0);
  return place(one) - place(other);
}

async function readDocument(path: string): Promise<Receipt | StatusReport | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return receiptShape.or(statusShape).parse(value);
  } catch {
    return null;
  }
}

async function listJson(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.filter((name) => name.endsWith(".json") && !name.startsWith("."));
}
