import { createHash } from "node:crypto";
import { zone } from "../../base/day.ts";
import { buildCms } from "./cms.ts";
import { appendRevision, type ChangedObject, type PdfObjects, readDictionaryObject, readObject, readObjects, referenceOf, withEntry } from "./revision.ts";
import type { Signer } from "./signer.ts";
import type { PdfDictionary, PdfValue } from "./syntax.ts";
import { ascii, PdfSyntaxError } from "./syntax.ts";

/** What a reader shows beside the signature. Times are whole seconds. */
export type SignatureNote = { readonly name: string; readonly reason: string; readonly location: string; readonly at: Date };

// Attributes, algorithm names and the largest signature in use (RSA 4096), besides the certificates.
const roomBeyondCertificates = 1_600;
// Three numbers of ten digits: a PDF of this format cannot be longer.
const roomForRange = 36;

/**
 * The PDF with a PAdES baseline B-B signature over all of it, as an incremental update: earlier bytes, and with them
 * earlier signatures, stay as they are. The visible part must have been typeset before.
 *
 * @throws PdfSyntaxError for a PDF that is not from our press; whatever `signer.sign` throws
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, note: SignatureNote): Promise<Uint8Array> {
  const room = signer.certificates.reduce((sum, one) => sum + one.length, roomBeyondCertificates);
  const prepared = addEmptySignature(readObjects(pdf), note, room);
  const hole = prepared.indexOf(emptyContents(room), pdf.length, "latin1");
  const after = hole + room * 2 + 2;
  const range = prepared.indexOf("/ByteRange [", pdf.length, "latin1") + "/ByteRange ".length;
  prepared.write(`[0 ${hole} ${after} ${prepared.length - after}]`.padEnd(roomForRange), range, "latin1");
  const digest = createHash("sha256").update(prepared.subarray(0, hole)).update(prepared.subarray(after)).digest();
  const cms = await buildCms(digest, signer);
  if (cms.length > room) throw new RangeError(`The signature takes ${cms.length} bytes and there is room for ${room}.`);
  prepared.write(Buffer.from(cms).toString("hex"), hole + 1, "latin1");
  return new Uint8Array(prepared.buffer, prepared.byteOffset, prepared.length);
}

function addEmptySignature(objects: PdfObjects, note: SignatureNote, room: number): Buffer {
  const { pdf, offsets } = objects;
  const signature = Math.max(...offsets.keys()) + 1;
  const widget = signature + 1;
  const rootId = referenceOf(objects.trailer, "Root");
  const root = readDictionaryObject(objects, rootId);
  const pageId = firstPage(objects, referenceOf(root, "Pages"));
  const page = readDictionaryObject(objects, pageId);
  const fields = arrayText(pdf, formOf(root)?.entries.get("Fields"));
  const form = `<< /SigFlags 3 /Fields [${[...fields, `${widget} 0 R`].join(" ")}] >>`;
  const annotations = [...annotationsOf(objects, page), `${widget} 0 R`];
  const changed: ChangedObject[] = [
    { object: rootId, text: withEntry(pdf, root, "AcroForm", form) },
    { object: pageId, text: withEntry(pdf, page, "Annots", `[${annotations.join(" ")}]`) },
    { object: signature, text: signatureText(note, room) },
    { object: widget, text: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${fields.length + 1}) /Rect [0 0 0 0] /F 132 /P ${pageId} 0 R /V ${signature} 0 R >>` },
  ];
  return appendRevision(objects, changed);
}

function signatureText(note: SignatureNote, room: number): string {
  return [
    "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
    `/ByteRange ${"[".padEnd(roomForRange)}`,
    `/Contents ${emptyContents(room)}`,
    `/M (${pdfDate(note.at)})`,
    `/Name ${textString(note.name)} /Reason ${textString(note.reason)} /Location ${textString(note.location)} >>`,
  ].join("\n");
}

function emptyContents(room: number): string {
  return `<${"0".repeat(room * 2)}>`;
}

/** The only form that we write and meet again: a dictionary inside the catalogue, with its fields in it. */
function formOf(root: PdfDictionary): PdfDictionary | null {
  const form = root.entries.get("AcroForm");
  if (form === undefined) return null;
  if (form.kind !== "dictionary") throw new PdfSyntaxError(form.start);
  return form;
}

function firstPage(objects: PdfObjects, pagesId: number): number {
  let id = pagesId;
  for (let depth = 0; depth < 16; depth += 1) {
    const kids = readDictionaryObject(objects, id).entries.get("Kids");
    if (kids === undefined) return id;
    const first = kids.kind === "array" ? kids.items[0] : undefined;
    if (first?.kind !== "reference") throw new PdfSyntaxError(kids.start);
    id = first.object;
  }
  throw new PdfSyntaxError(objects.lastTable);
}

function annotationsOf(objects: PdfObjects, page: PdfDictionary): string[] {
  const annotations = page.entries.get("Annots");
  return arrayText(objects.pdf, annotations?.kind === "reference" ? readObject(objects, annotations.object) : annotations);
}

function arrayText(pdf: Uint8Array, array: PdfValue | undefined): string[] {
  if (array === undefined) return [];
  if (array.kind !== "array") throw new PdfSyntaxError(array.start);
  return array.items.map((item) => ascii(pdf, item.start, item.end));
}

// UTF-16 in hexadecimal, so that no name can end the string it stands in.
function textString(text: string): string {
  return `<FEFF${Buffer.from(text.normalize("NFC"), "utf16le").swap16().toString("hex").toUpperCase()}>`;
}

function pdfDate(at: Date): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const [year, ...rest] = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second];
  const [sign, hours, minutes] = [moment.offset[0], moment.offset.slice(1, 3), moment.offset.slice(4, 6)];
  return `D:${year}${rest.map((part) => String(part).padStart(2, "0")).join("")}${sign}${hours}'${minutes}'`;
}
