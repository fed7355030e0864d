import { createHash, X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ConfigProblem } from "../config.ts";

/** One certificate that may sign for a post, in the name that stands on its papers. */
export type AllowedSigner = { readonly post: string; readonly name: string; readonly sha256: string };

/** Whom the house believes when a paper comes back signed. */
export type Trust = { readonly anchors: readonly Uint8Array[]; readonly signers: readonly AllowedSigner[] };

const signersFile = z.array(
  z.strictObject({
    /** Official code of the commune. */
    post: z.string().regex(/^\d{5}$/),
    name: z.string().min(1),
    /** Of the whole certificate (DER), as `openssl x509 -fingerprint -sha256` writes it. */
    sha256: z
      .string()
      .transform((text) => text.replaceAll(":", "").toLowerCase())
      .refine((text) => /^[0-9a-f]{64}$/.test(text), "not a SHA-256 fingerprint"),
  }),
);

/**
 * Reads `anchors/` (certificates, PEM or DER) and `signers.yaml` of the keys' folder; what is not there is nobody.
 *
 * @throws ConfigProblem naming the file that cannot be used
 */
export async function readTrust(keysDir: string): Promise<Trust> {
  const folder = join(keysDir, "anchors");
  const names = (await orNone(readdir(folder))) ?? [];
  const anchors = await Promise.all(names.toSorted().map((name) => readAnchor(join(folder, name))));
  const file = join(keysDir, "signers.yaml");
  const text = await orNone(readFile(file, "utf8"));
  if (text === null) return { anchors, signers: [] };
  const signers = signersFile.safeParse(parse(text));
  if (!signers.success) throw new ConfigProblem(signers.error.issues.map(({ path, message }) => `${file}: ${path.join(".")}: ${message}`));
  return { anchors, signers: signers.data };
}

/** The fingerprint under which a certificate is listed. */
export function fingerprintOf(certificate: Uint8Array): string {
  return createHash("sha256").update(certificate).digest("hex");
}

async function readAnchor(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(new X509Certificate(await readFile(file)).raw);
  } catch {
    throw new ConfigProblem([`${file}: not a certificate`]);
  }
}

async function orNone<T>(reading: Promise<T>): Promise<T | null> {
  return await reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
