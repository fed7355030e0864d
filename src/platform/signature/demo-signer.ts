import { createPrivateKey, randomBytes, sign, X509Certificate } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { subjectPart } from "./certificate.ts";
import type { DemoSubject, Pair } from "./demo-certificates.ts";
import { makeAuthority, makeSigner } from "./demo-certificates.ts";
import type { Signer } from "./signer.ts";

/** Whose demo certificate it is. `id` tells the keys of one folder apart: one for each chief of post. */
export type DemoIdentity = DemoSubject & { readonly id?: string };

const authority = "demo-authority";

/**
 * A signer for demonstrations, with a certificate authority of its own in the same folder; both are made at first use
 * and loaded afterwards. When the names have changed, a new certificate replaces the old one, and papers signed before
 * are still found valid, as the authority stays.
 *
 * Each key lies with its certificate in one file, readable by the owner alone, which appears whole or not at all.
 */
export async function openDemoSigner(folder: string, identity: DemoIdentity): Promise<Signer> {
  const id = identity.id ?? "post";
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(id) || id === authority) throw new RangeError(`Not a name for a demo key: ${JSON.stringify(id)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const issuer = await openPair(join(folder, `${authority}.pem`), makeAuthority);
  const file = join(folder, `${id}.pem`);
  const make = () => makeSigner(identity, issuer);
  let own = await openPair(file, make);
  if (!isFor(own, identity, issuer)) own = await replacePair(file, await make());
  const key = createPrivateKey(own.key);
  return {
    certificates: [derOf(own), derOf(issuer)],
    algorithm: "ecdsa-sha256",
    sign: async (bytes) => sign("sha256", bytes, { key, dsaEncoding: "der" }),
  };
}

/** The certificate with which the papers of this folder's demo signers are checked. */
export async function openDemoAnchor(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return derOf(await openPair(join(folder, `${authority}.pem`), makeAuthority));
}

async function openPair(file: string, make: () => Promise<Pair>): Promise<Pair> {
  const found = await readPair(file);
  if (found !== null) return found;
  const temporary = await writeBeside(file, await make());
  try {
    await link(temporary, file);
  } catch (error) {
    // Another process was quicker; its pair is the one.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  return (await readPair(file)) as Pair;
}

async function replacePair(file: string, pair: Pair): Promise<Pair> {
  await rename(await writeBeside(file, pair), file);
  return pair;
}

async function writeBeside(file: string, pair: Pair): Promise<string> {
  const temporary = `${file}.${randomBytes(6).toString("hex")}.new`;
  const handle = await open(temporary, "wx", 0o600);
  try {
    await handle.writeFile(`${pair.key.trim()}\n${pair.certificate.trim()}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

async function readPair(file: string): Promise<Pair | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const [key, certificate] = ["PRIVATE KEY", "CERTIFICATE"].map((label) => new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`).exec(text)?.[0]);
  if (key === undefined || certificate === undefined) throw new Error(`${file} does not hold a demo key and its certificate; remove it to have a new one made.`);
  if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) throw new Error(`The key and the certificate in ${file} do not belong together.`);
  return { key, certificate };
}

function isFor(pair: Pair, identity: DemoIdentity, issuer: Pair): boolean {
  const certificate = new X509Certificate(pair.certificate);
  return (
    subjectPart(certificate, "CN") === identity.commonName &&
    subjectPart(certificate, "O") === identity.organisation &&
    certificate.verify(new X509Certificate(issuer.certificate).publicKey)
  );
}

function derOf(pair: Pair): Uint8Array {
  return new X509Certificate(pair.certificate).raw;
}
