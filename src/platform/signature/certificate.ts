import type { X509Certificate } from "node:crypto";
import type { AsnType } from "asn1js";
import { Sequence } from "asn1js";
import { isTagged, rawBytes, readDer, sequence } from "./der.ts";

/** IssuerAndSerialNumber, the name by which CMS calls the signer's certificate. */
export function issuerAndSerial(certificate: Uint8Array): Sequence {
  const [tbs] = sequence(readDer(certificate));
  const fields = sequence(tbs);
  const [serial, , issuer] = isTagged(fields[0], 0) ? fields.slice(1) : fields;
  return new Sequence({ value: [issuer as AsnType, serial as AsnType] });
}

/** The same as bytes. */
export function issuerAndSerialBytes(certificate: Uint8Array): Buffer {
  return Buffer.concat(issuerAndSerial(certificate).valueBlock.value.map(rawBytes));
}

/** The name to show: common name, else organisation, else the whole subject. */
export function shownName(certificate: X509Certificate): string {
  return subjectPart(certificate, "CN") ?? subjectPart(certificate, "O") ?? certificate.subject;
}

export function subjectPart(certificate: X509Certificate, key: "CN" | "O"): string | null {
  const parts: Partial<Record<string, string | string[]>> = { ...certificate.toLegacyObject().subject };
  const part = parts[key];
  return (Array.isArray(part) ? part[0] : part) ?? null;
}

/**
 * The path from `own` to one of `anchors`, each certificate signed by the next and valid at `at`, using every one of
 * `included` and no other; null when there is none.
 *
 * Revocation is not asked: baseline B-B carries no proof of it, and a paper must be checkable without a network.
 */
export function findPath(own: X509Certificate, included: readonly X509Certificate[], anchors: readonly X509Certificate[], at: Date): X509Certificate[] | null {
  const path = [own];
  const rest = included.filter((one) => !one.raw.equals(own.raw));
  for (let last = own; !isAnchor(last, anchors); ) {
    const issuer = [...rest, ...anchors].find((one) => !path.includes(one) && issued(one, last));
    if (issuer === undefined || path.length > 8) return null;
    path.push(issuer);
    last = issuer;
  }
  const used = rest.every((one) => path.some((step) => step.raw.equals(one.raw)));
  return used && path.every((one) => isValidAt(one, at)) ? path : null;
}

function isAnchor(certificate: X509Certificate, anchors: readonly X509Certificate[]): boolean {
  return anchors.some((anchor) => anchor.raw.equals(certificate.raw));
}

// checkIssued compares names, key identifiers and the right to sign certificates; verify the signature itself.
function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function isValidAt(certificate: X509Certificate, at: Date): boolean {
  return certificate.validFromDate <= at && at <= certificate.validToDate;
}
