import { parentPort, workerData } from "node:worker_threads";
import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { PdfAnswer } from "./pdf.ts";
import { acts, expands, isTwoFaced } from "./pdf-bytes.ts";

const maxPages = 50;

/** Keys of dictionaries that let a document act, or carry other files. */
const actingKeys = new Set(["JS", "JavaScript", "AA", "EmbeddedFiles", "EF", "RichMediaContent", "RichMediaSettings", "XFA"]);
/** Kinds of actions, annotations and streams that do so. */
const actingKinds = new Set([
  "JavaScript",
  "Launch",
  "SubmitForm",
  "ImportData",
  "GoToE",
  "Rendition",
  "Movie",
  "Sound",
  "EmbeddedFile",
  "FileAttachment",
  "RichMedia",
  "Screen",
  "3D",
]);
const kindKeys = ["S", "Type", "Subtype"];

async function look(bytes: Buffer): Promise<PdfAnswer> {
  if (isTwoFaced(bytes)) return { ok: false, why: "twoFaced" };
  if (expands(bytes)) return { ok: false, why: "brokenPdf" };
  if (acts(bytes)) return { ok: false, why: "actingPdf" };
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    if (document.context.enumerateIndirectObjects().some(([, object]) => objectActs(object))) return { ok: false, why: "actingPdf" };
    const pages = document.getPageCount();
    if (pages === 0) return { ok: false, why: "brokenPdf" };
    return pages > maxPages ? { ok: false, why: "longPdf" } : { ok: true, pages };
  } catch (error) {
    return { ok: false, why: error instanceof EncryptedPDFError ? "lockedPdf" : "brokenPdf" };
  }
}

/** Whether an object, or anything written inside it, acts. What it points to is looked at by itself. */
function objectActs(object: PDFObject): boolean {
  if (object instanceof PDFStream) return objectActs(object.dict);
  if (object instanceof PDFArray) return object.asArray().some(objectActs);
  if (!(object instanceof PDFDict)) return false;
  return object.entries().some(([key, value]) => {
    const name = key.decodeText();
    if (actingKeys.has(name)) return true;
    if (kindKeys.includes(name) && value instanceof PDFName && actingKinds.has(value.decodeText())) return true;
    return objectActs(value);
  });
}

parentPort?.postMessage(await look(Buffer.from(workerData as Uint8Array)));
