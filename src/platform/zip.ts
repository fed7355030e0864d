import { unzipSync, zipSync } from "fflate";

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Files in one archive. PDFs are compressed already, so they are only stored. */
export function zipFiles(files: readonly NamedFile[], at: Date): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: at });
}

/** Looks like an archive. */
export function isZip(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, 4), Buffer.from("PK\u0003\u0004")) === 0;
}

export type Unpacked = { readonly ok: true; readonly files: readonly NamedFile[] } | { readonly ok: false; readonly fault: "tooMuch" | "unreadable" };

/**
 * The files of an archive, folders left out. What an entry says of its own size is believed only as a limit: nothing is unpacked beyond it, and never more
 * than the limits in all, so that an archive cannot grow in our memory.
 */
export function unzipFiles(zip: Uint8Array, limits: { readonly files: number; readonly bytes: number }): Unpacked {
  let count = 0;
  let total = 0;
  try {
    const unpacked = unzipSync(zip, {
      filter: ({ name, originalSize, size }) => {
        if (name.endsWith("/")) return false;
        count += 1;
        total += Math.max(originalSize, size);
        if (count > limits.files || total > limits.bytes) throw new TooMuch();
        return true;
      },
    });
    return { ok: true, files: Object.entries(unpacked).map(([name, bytes]) => ({ name: name.split("/").at(-1) ?? name, bytes })) };
  } catch (error) {
    // Whatever a broken archive makes the library say, it is the sender's mistake and no bug.
    return { ok: false, fault: error instanceof TooMuch ? "tooMuch" : "unreadable" };
  }
}

class TooMuch extends Error {}
