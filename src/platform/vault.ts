import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

/** Keeps secrets of persons: sealed for showing again, hashed under a key for looking up. */
export type Vault = {
  /** AES-256-GCM; output is version, nonce, tag and cipher text in one. */
  seal(text: string): Buffer;
  /** @throws Error when the bytes were changed or sealed under another key */
  open(sealed: Uint8Array): string;
  /** The same for a whole file. */
  sealBytes(bytes: Uint8Array): Buffer;
  /** @throws Error when the bytes were changed or sealed under another key */
  openBytes(sealed: Uint8Array): Buffer;
  /** Keyed hash, 32 bytes: the same text gives the same hash, and without the key no text can be tried against it. */
  hash(text: string): Buffer;
};

/** @param master 32 bytes, kept outside the database */
export function makeVault(master: Uint8Array): Vault {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", master, "", purpose, 32));
  const sealing = derive("gan-dan seal 1");
  const hashing = derive("gan-dan hash 1");
  const sealBytes = (bytes: Uint8Array): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", sealing, nonce);
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (sealed: Uint8Array): Buffer => {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== 1 || bytes.length < 29) throw new Error("not something this vault sealed");
    const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(1, 13));
    decipher.setAuthTag(bytes.subarray(13, 29));
    return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]);
  };
  return {
    seal: (text) => sealBytes(Buffer.from(text, "utf8")),
    open: (sealed) => openBytes(sealed).toString("utf8"),
    sealBytes,
    openBytes,
    hash: (text) => createHmac("sha256", hashing).update(text).digest(),
  };
}

/** The master key of this installation, made at first use. It is part of every backup that should be readable again. */
export async function openVault(keysDir: string): Promise<Vault> {
  return makeVault(await keptSecret(keysDir, "master", 32));
}

/** A random secret kept in a file of its own, 0600; a crash while making it leaves either nothing or all of it. */
export async function keptSecret(dir: string, name: string, bytes: number): Promise<Buffer> {
  const file = join(dir, `${name}.key`);
  const kept = await readFile(file).catch(() => null);
  if (kept) {
    if (kept.length !== bytes) throw new Error(`${file} is damaged: restore it from the backup`);
    return kept;
  }
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const made = randomBytes(bytes);
  const half = `${file}.${process.pid}`;
  const handle = await open(half, "wx", 0o600);
  await handle.writeFile(made);
  await handle.sync();
  await handle.close();
  await rename(half, file);
  return made;
}
