import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Keeps a file to be looked at when SHOTS names a folder. */
export async function keepShot(name: string, bytes: Uint8Array): Promise<void> {
  if (process.env.SHOTS) await writeFile(join(process.env.SHOTS, name), bytes);
}
