import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, webcrypto, X509Certificate } from "node:crypto";
import { Set as Asn1Set, BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Utf8String } from "asn1js";
import { AuthorityKeyIdentifier, BasicConstraints, Certificate, Extension, PublicKeyInfo, RelativeDistinguishedNames } from "pkijs";
import { readDer } from "./der.ts";

/** A private key (PKCS#8) and its certificate, both PEM. */
export type Pair = { readonly key: string; readonly certificate: string };

/** Whom a demo certificate names. */
export type DemoSubject = { readonly commonName: string; readonly organisation: string };

// The demo world plays on any day from the article of 2023 on, so the demo certificates hold on all of them.
const validity = { from: new Date("2020-01-01T00:00:00Z"), to: new Date("2049-12-31T00:00:00Z") };
const curve = { name: "ECDSA", namedCurve: "P-256" } as const;
const oids = {
  commonName: "2.5.4.3",
  country: "2.5.4.6",
  organisation: "2.5.4.10",
  subjectKey: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  authorityKey: "2.5.29.35",
} as const;
// Bits of KeyUsage, the first in the highest place, and how many low bits are not used.
const usage = { authority: { bits: 0x06, unused: 1 }, signer: { bits: 0xc0, unused: 6 } } as const;

/** The demo certificate authority, signed by itself. */
export async function makeAuthority(): Promise<Pair> {
  const key = makeKey();
  const subject = { commonName: "Gan Dan demo authority - no legal value", organisation: "Gan Dan demo" };
  return { key, certificate: await certify({ key, subject, issuerKey: key, issuer: null }) };
}

/** A signer's certificate under the demo authority; it may sign papers and no certificates. */
export async function makeSigner(subject: DemoSubject, authority: Pair): Promise<Pair> {
  const key = makeKey();
  return { key, certificate: await certify({ key, subject, issuerKey: authority.key, issuer: authority.certificate }) };
}

type Wish = { readonly key: string; readonly subject: DemoSubject; readonly issuerKey: string; readonly issuer: string | null };

async function certify(wish: Wish): Promise<string> {
  const certificate = new Certificate();
  certificate.version = 2;
  // Positive and without a leading nought, as DER wants it.
  certificate.serialNumber = new Integer({ valueHex: Buffer.from(`4${randomBytes(16).toString("hex").slice(1)}`, "hex") });
  certificate.subject = nameOf(wish.subject);
  certificate.issuer = wish.issuer === null ? certificate.subject : parse(wish.issuer).subject;
  certificate.notBefore.value = validity.from;
  certificate.notAfter.value = validity.to;
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({ schema: readDer(publicKeyDer(wish.key)) });
  certificate.extensions = extensionsFor(wish);
  const signingKey = await webcrypto.subtle.importKey("pkcs8", createPrivateKey(wish.issuerKey).export({ type: "pkcs8", format: "der" }), curve, false, ["sign"]);
  await certificate.sign(signingKey as CryptoKey, "SHA-256");
  return new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())).toString();
}

function extensionsFor(wish: Wish): Extension[] {
  const isAuthority = wish.issuer === null;
  const { bits, unused } = isAuthority ? usage.authority : usage.signer;
  const constraints = new BasicConstraints(isAuthority ? { cA: true, pathLenConstraint: 0 } : {});
  const authorityKey = new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: keyIdentifier(wish.issuerKey) }) });
  return [
    extension(oids.basicConstraints, true, constraints.toSchema()),
    extension(oids.keyUsage, true, new BitString({ valueHex: Uint8Array.of(bits), unusedBits: unused })),
    extension(oids.subjectKey, false, new OctetString({ valueHex: keyIdentifier(wish.key) })),
    extension(oids.authorityKey, false, authorityKey.toSchema()),
  ];
}

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

// One part a set, from the country down: the library itself would put all of them into one.
function nameOf({ commonName, organisation }: DemoSubject): RelativeDistinguishedNames {
  const parts = [
    [oids.country, new PrintableString({ value: "VN" })],
    [oids.organisation, new Utf8String({ value: organisation })],
    [oids.commonName, new Utf8String({ value: commonName })],
  ] as const;
  const sets = parts.map(([type, value]) => new Asn1Set({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] }));
  return new RelativeDistinguishedNames({ schema: readDer(new Uint8Array(new Sequence({ value: sets }).toBER())) });
}

function parse(certificate: string): Certificate {
  return new Certificate({ schema: readDer(new X509Certificate(certificate).raw) });
}

function makeKey(): string {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }) as string;
}

function publicKeyDer(key: string): Buffer {
  return createPublicKey(key).export({ type: "spki", format: "der" });
}

/** RFC 7093, method 1: the first 160 bits of SHA-256 over the public key; any name that is told apart would do. */
function keyIdentifier(key: string): Buffer {
  return createHash("sha256").update(publicKeyDer(key)).digest().subarray(0, 20);
}
