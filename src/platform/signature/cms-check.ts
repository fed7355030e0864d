import { constants, createHash, type KeyObject, timingSafeEqual, verify, X509Certificate } from "node:crypto";
import type { AsnType } from "asn1js";
import { issuerAndSerialBytes } from "./certificate.ts";
import { oids } from "./cms.ts";
import { algorithm, DerError, isTagged, objectId, octets, rawBytes, readDer, sequence, set, smallInteger, tagged } from "./der.ts";

/** A signature that fits its bytes: who made it, and the certificates that came with it. Says nothing about trust. */
export type SoundSignature = { readonly own: X509Certificate; readonly included: readonly X509Certificate[] };

const digests: Readonly<Record<string, string>> = {
  [oids.sha256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

// Null: the signature takes the digest of its signer info.
const signatures: Readonly<Record<string, { readonly key: "ec" | "rsa"; readonly digest: string | null }>> = {
  [oids.ecdsaWithSha256]: { key: "ec", digest: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", digest: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", digest: "sha512" },
  "1.2.840.113549.1.1.1": { key: "rsa", digest: null },
  [oids.rsaWithSha256]: { key: "rsa", digest: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", digest: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", digest: "sha512" },
};

const shortestRsaBits = 2048;
const curves = new Set(["prime256v1", "secp384r1", "secp521r1"]);

/**
 * Reads a detached CMS signature and checks it against the bytes it is said to cover. OpenSSL does the arithmetic.
 *
 * @param signed the covered bytes, in order
 * @param strict PAdES: signing-certificate-v2 is required. Else it is checked where it is present.
 * @returns null when the structure is right and digest, certificate or signature are not
 * @throws DerError when the structure is not that of one signature by one signer with a known algorithm
 */
export function checkCms(cms: Uint8Array, signed: readonly Uint8Array[], strict: boolean): SoundSignature | null {
  const { certificates, signerInfo } = readSignedData(cms);
  const info = readSignerInfo(signerInfo);
  const ownBytes = certificates.find((one) => issuerAndSerialBytes(one).equals(info.signerName));
  if (ownBytes === undefined) return null;
  const own = new X509Certificate(ownBytes);
  const digest = createHash(info.digest);
  for (const part of signed) digest.update(part);
  if (!same(info.messageDigest, digest.digest())) return null;
  if (!isBoundTo(info.attributes, ownBytes, strict)) return null;
  if (!isSignedBy(own.publicKey, info)) return null;
  return { own, included: certificates.map((one) => new X509Certificate(one)) };
}

function readSignedData(cms: Uint8Array): { certificates: Uint8Array[]; signerInfo: AsnType } {
  const [type, wrapped, ...beyond] = sequence(readDer(cms));
  if (objectId(type) !== oids.signedData || beyond.length > 0) throw new DerError("signed data");
  const [content, ...more] = tagged(wrapped, 0);
  const fields = sequence(content);
  const [version, algorithms, encapsulated, certificates, ...tail] = fields;
  const signerInfos = tail.at(-1);
  // Between certificates and signers there may be revocation lists [1]; nothing else.
  if (more.length > 0 || tail.length > 2 || (tail.length === 2 && !isTagged(tail[0], 1))) throw new DerError("signed data");
  if (smallInteger(version) !== 1) throw new DerError("version");
  const inner = sequence(encapsulated);
  if (inner.length !== 1 || objectId(inner[0]) !== oids.data) throw new DerError("detached content");
  const named = set(algorithms).map(algorithm);
  const [signerInfo, ...otherSigners] = set(signerInfos);
  if (signerInfo === undefined || otherSigners.length > 0) throw new DerError("one signer");
  if (named.length !== 1 || named[0] !== algorithm(sequence(signerInfo)[2])) throw new DerError("digest algorithm");
  return { certificates: tagged(certificates, 0).map(rawBytes), signerInfo };
}

type SignerInfo = {
  readonly signerName: Buffer;
  readonly digest: string;
  readonly attributes: ReadonlyMap<string, AsnType>;
  readonly messageDigest: Uint8Array;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureKind: { readonly key: "ec" | "rsa"; readonly digest: string };
};

function readSignerInfo(node: AsnType): SignerInfo {
  const [version, name, digestId, signedAttributes, signatureId, value, unsigned, ...beyond] = sequence(node);
  if (smallInteger(version) !== 1 || beyond.length > 0) throw new DerError("signer info");
  if (unsigned !== undefined && !isTagged(unsigned, 1)) throw new DerError("unsigned attributes");
  const digest = digests[algorithm(digestId)];
  const kind = signatures[algorithm(signatureId)];
  if (digest === undefined || kind === undefined) throw new DerError("known algorithm");
  const attributes = readAttributes(tagged(signedAttributes, 0));
  if (objectId(attributes.get(oids.contentType)) !== oids.data) throw new DerError("content type");
  // What is signed is the SET itself; inside the signer info it wears the tag [0].
  const signedBytes = Uint8Array.from(rawBytes(signedAttributes as AsnType));
  signedBytes[0] = 0x31;
  return {
    signerName: Buffer.concat(sequence(name).map(rawBytes)),
    digest,
    attributes,
    signedBytes,
    messageDigest: octets(attributes.get(oids.messageDigest)),
    signature: octets(value),
    signatureKind: { key: kind.key, digest: kind.digest ?? digest },
  };
}

function readAttributes(nodes: readonly AsnType[]): Map<string, AsnType> {
  const attributes = new Map<string, AsnType>();
  for (const node of nodes) {
    const [type, values, ...beyond] = sequence(node);
    const [value, ...others] = set(values);
    const id = objectId(type);
    if (value === undefined || others.length > 0 || beyond.length > 0 || attributes.has(id)) throw new DerError("attribute");
    attributes.set(id, value);
  }
  return attributes;
}

/** Whether the signed attributes name this very certificate (RFC 5035), so that no other with the same key can take its place. */
function isBoundTo(attributes: ReadonlyMap<string, AsnType>, own: Uint8Array, strict: boolean): boolean {
  const attribute = attributes.get(oids.signingCertificateV2);
  if (attribute === undefined) return !strict;
  const [first] = sequence(sequence(attribute)[0]);
  const parts = sequence(first);
  const hashFirst = parts.length > 1 && !("valueHexView" in (parts[0] as AsnType).valueBlock);
  const hash = hashFirst ? digests[algorithm(parts[0])] : "sha256";
  if (hash === undefined) throw new DerError("certificate hash");
  return same(octets(parts[hashFirst ? 1 : 0]), createHash(hash).update(own).digest());
}

function isSignedBy(key: KeyObject, info: SignerInfo): boolean {
  const { signatureKind, signedBytes, signature } = info;
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType !== signatureKind.key) return false;
  if (signatureKind.key === "ec") {
    return curves.has(details?.namedCurve ?? "") && verify(signatureKind.digest, signedBytes, { key, dsaEncoding: "der" }, signature);
  }
  return (details?.modulusLength ?? 0) >= shortestRsaBits && verify(signatureKind.digest, signedBytes, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
