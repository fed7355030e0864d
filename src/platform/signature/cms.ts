import { createHash } from "node:crypto";
import type { AsnType } from "asn1js";
import { Set as Asn1Set, Constructed, Integer, Null, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { issuerAndSerial } from "./certificate.ts";
import { readDer } from "./der.ts";
import type { SignatureAlgorithm, Signer } from "./signer.ts";

export const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  rsaWithSha256: "1.2.840.113549.1.1.11",
} as const;

// Version 1: the signer is named by issuer and serial number, and there is no content inside.
const version = 1;

/**
 * A detached CMS signature as PAdES baseline B-B wants it (ETSI EN 319 142-1): content type, message digest and
 * signing-certificate-v2 are signed; there is no signing time, for /M of the PDF carries it.
 *
 * @param digest SHA-256 of the signed bytes of the PDF
 */
export async function buildCms(digest: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const own = signer.certificates[0];
  if (own === undefined) throw new RangeError("A signer needs at least its own certificate.");
  const attributes = signedAttributes(digest, own);
  const value = await signer.sign(encode(new Asn1Set({ value: attributes.map(readDer) })));
  const signerInfo = new Sequence({
    value: [
      new Integer({ value: version }),
      named(own),
      digestAlgorithm(),
      tagged(0, attributes.map(readDer)),
      signatureAlgorithm(signer.algorithm),
      new OctetString({ valueHex: value }),
    ],
  });
  const signedData = new Sequence({
    value: [
      new Integer({ value: version }),
      new Asn1Set({ value: [digestAlgorithm()] }),
      new Sequence({ value: [oid(oids.data)] }),
      tagged(0, inSetOrder(signer.certificates).map(parsed)),
      new Asn1Set({ value: [signerInfo] }),
    ],
  });
  return encode(new Sequence({ value: [oid(oids.signedData), tagged(0, [signedData])] }));
}

// A signer brings the same certificates to every paper, and reading them takes longer than signing.
const parsedBefore = new WeakMap<Uint8Array, { readonly node: AsnType; readonly name: Sequence }>();

function remembered(certificate: Uint8Array): { readonly node: AsnType; readonly name: Sequence } {
  const before = parsedBefore.get(certificate) ?? { node: readDer(certificate), name: issuerAndSerial(certificate) };
  parsedBefore.set(certificate, before);
  return before;
}

function parsed(certificate: Uint8Array): AsnType {
  return remembered(certificate).node;
}

function named(certificate: Uint8Array): Sequence {
  return remembered(certificate).name;
}

function signedAttributes(digest: Uint8Array, own: Uint8Array): Uint8Array[] {
  // ESSCertIDv2 without algorithm means SHA-256 (RFC 5035).
  const certId = new Sequence({ value: [new OctetString({ valueHex: createHash("sha256").update(own).digest() })] });
  return inSetOrder([
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, new OctetString({ valueHex: digest })),
    attribute(oids.signingCertificateV2, new Sequence({ value: [new Sequence({ value: [certId] })] })),
  ]);
}

function attribute(type: string, value: ObjectIdentifier | OctetString | Sequence): Uint8Array {
  return encode(new Sequence({ value: [oid(type), new Asn1Set({ value: [value] })] }));
}

// The digest is taken over DER, and DER sorts the members of a set by their bytes.
function inSetOrder(members: readonly Uint8Array[]): Uint8Array[] {
  return [...members].sort((a, b) => Buffer.compare(a, b));
}

function digestAlgorithm(): Sequence {
  return new Sequence({ value: [oid(oids.sha256)] });
}

function signatureAlgorithm(algorithm: SignatureAlgorithm): Sequence {
  return algorithm === "ecdsa-sha256" ? new Sequence({ value: [oid(oids.ecdsaWithSha256)] }) : new Sequence({ value: [oid(oids.rsaWithSha256), new Null()] });
}

function tagged(tagNumber: number, value: AsnType[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

function oid(value: string): ObjectIdentifier {
  return new ObjectIdentifier({ value });
}

function encode(value: { toBER(): ArrayBuffer }): Uint8Array {
  return new Uint8Array(value.toBER());
}
