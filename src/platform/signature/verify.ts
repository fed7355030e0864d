import { X509Certificate } from "node:crypto";
import { findPath, shownName, subjectPart } from "./certificate.ts";
import { checkCms } from "./cms-check.ts";
import { DerError } from "./der.ts";
import type { PdfDictionary, PdfValue } from "./syntax.ts";
import { ascii, PdfSyntaxError, readDictionaryAt } from "./syntax.ts";

/** Who signed and when, as signature and file say it; the time is the signer's own word, not that of a time stamp authority. */
export type SignedBy = {
  readonly signerName: string;
  readonly organisation: string | null;
  readonly signedAt: Date | null;
  /** The signer's own, DER. */
  readonly certificate: Uint8Array;
};

/**
 * What can be said of a PDF:
 * - `valid`: the last signature covers every byte of the file and comes from somebody we trust;
 * - `altered`: there is a signature, and the file is not what was signed;
 * - `untrusted`: the file is as signed, by somebody whose certificate does not lead to ours or was not valid then;
 * - `unsigned`, `unreadable`: no signature, or not a PDF that can be judged.
 */
export type Verification =
  | { readonly outcome: "unsigned" }
  | { readonly outcome: "unreadable" }
  | { readonly outcome: "altered"; readonly reason: "notCovered" | "padding" | "signature" }
  | ({ readonly outcome: "valid" | "untrusted" } & SignedBy);

const longestFile = 50_000_000;
const longestSignature = 1_000_000;
const mostSignatures = 50;
const longestWayBack = 2 * longestSignature + 4_096;

/**
 * Judges a PDF from anywhere, without network and without executing anything in it. Never throws for what is in the file.
 *
 * @param trusted DER certificates at which a chain may end
 */
export function verifyPdf(pdf: Uint8Array, trusted: readonly Uint8Array[]): Verification {
  if (pdf.length > longestFile || ascii(pdf, 0, 5) !== "%PDF-") return { outcome: "unreadable" };
  const signatures = findSignatures(pdf);
  if (signatures === null) return { outcome: "unreadable" };
  if (signatures.length === 0) return { outcome: "unsigned" };
  // Bytes that no signature covers can change what the reader sees, so only one that covers all of them counts.
  const covering = signatures.find((one) => coversAll(pdf, one));
  return covering === undefined ? { outcome: "altered", reason: "notCovered" } : judge(pdf, covering, trusted);
}

/** Every signature dictionary of the file; null when there are more than any honest file has. */
function findSignatures(pdf: Uint8Array): PdfDictionary[] | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const found: PdfDictionary[] = [];
  let at = bytes.indexOf("/ByteRange");
  for (let seen = 0; at >= 0; seen += 1) {
    if (seen >= mostSignatures) return null;
    const dictionary = dictionaryAround(bytes, at);
    if (dictionary !== null) found.push(dictionary);
    at = bytes.indexOf("/ByteRange", at + 1);
  }
  return found;
}

function dictionaryAround(pdf: Buffer, at: number): PdfDictionary | null {
  const nearest = Math.max(0, at - longestWayBack);
  const head = pdf.subarray(nearest, at).lastIndexOf(" obj");
  if (head < 0) return null;
  try {
    const dictionary = readDictionaryAt(pdf, nearest + head + 4);
    return dictionary.entries.has("ByteRange") && dictionary.entries.has("Contents") ? dictionary : null;
  } catch (error) {
    if (error instanceof PdfSyntaxError) return null;
    throw error;
  }
}

/** Whether all is signed but the hexadecimal string of this very signature, from the first byte to the last. */
function coversAll(pdf: Uint8Array, signature: PdfDictionary): boolean {
  const contents = signature.entries.get("Contents");
  const [first, ...more] = numbersOf(signature.entries.get("ByteRange"));
  const [until, from, length] = more;
  return contents?.kind === "hex" && first === 0 && more.length === 3 && until === contents.start && from === contents.end && length === pdf.length - contents.end;
}

function numbersOf(value: PdfValue | undefined): number[] {
  return value?.kind === "array" ? value.items.map((item) => (item.kind === "number" ? item.value : Number.NaN)) : [];
}

function judge(pdf: Uint8Array, signature: PdfDictionary, trusted: readonly Uint8Array[]): Verification {
  const kind = signature.entries.get("SubFilter");
  const name = kind?.kind === "name" ? kind.name : "";
  if (name !== "ETSI.CAdES.detached" && name !== "adbe.pkcs7.detached") return { outcome: "unreadable" };
  const contents = signature.entries.get("Contents") as PdfValue;
  const cms = cmsOf(pdf, contents);
  if (cms === null) return { outcome: "altered", reason: "padding" };
  const signed = [pdf.subarray(0, contents.start), pdf.subarray(contents.end)];
  const sound = orNull(() => checkCms(cms, signed, name === "ETSI.CAdES.detached"));
  if (sound === null) return { outcome: "altered", reason: "signature" };
  const signedAt = dateOf(signature.entries.get("M"));
  const anchors = trusted.map((one) => new X509Certificate(one));
  const path = signedAt === null ? null : orNull(() => findPath(sound.own, sound.included, anchors, signedAt));
  const by = { signerName: shownName(sound.own), organisation: subjectPart(sound.own, "O"), signedAt, certificate: new Uint8Array(sound.own.raw) };
  return { outcome: path === null ? "untrusted" : "valid", ...by };
}

/**
 * The signature without the noughts behind it; null when something else is there. Capital and small letters may not be
 * mixed: no writer does so, and a file in which a letter was exchanged is not the file that was handed out.
 */
function cmsOf(pdf: Uint8Array, contents: PdfValue): Uint8Array | null {
  const hex = ascii(pdf, contents.start + 1, contents.end - 1);
  if (hex.length > 2 * longestSignature || hex.length % 2 !== 0) return null;
  if (!/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(hex)) return null;
  const bytes = Buffer.from(hex, "hex");
  const length = derLength(bytes);
  if (length === null || length > bytes.length || bytes.subarray(length).some((byte) => byte !== 0)) return null;
  return bytes.subarray(0, length);
}

/** How many bytes the value at the start takes, by its own definite length in its shortest form. */
function derLength(bytes: Buffer): number | null {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return null;
  if (first < 0x80) return first + 2;
  const count = first - 0x80;
  if (count < 1 || count > 3 || bytes.length < 2 + count) return null;
  return bytes.readUIntBE(2, count) + 2 + count;
}

/** OpenSSL complains with errors of its own about certificates and keys that are none; any other error is ours. */
function orNull<T>(check: () => T | null): T | null {
  try {
    return check();
  } catch (error) {
    if (error instanceof DerError || (error instanceof Error && "code" in error)) return null;
    throw error;
  }
}

function dateOf(value: PdfValue | undefined): Date | null {
  if (value?.kind !== "string") return null;
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'?00'?)?|([+-]\d\d)'?(\d\d)'?)$/.exec(Buffer.from(value.bytes).toString("latin1"));
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, hours = "+00", minutes = "00"] = match;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${hours}:${minutes}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
