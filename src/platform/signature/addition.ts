import { pagesOf } from "../pdf-pages.ts";
import { type PdfObjects, type PdfTable, readDictionaryObject, readObjects, readTables, referenceOf } from "./revision.ts";
import { ascii, type PdfDictionary, PdfSyntaxError, type PdfValue, readValue, skipWhite } from "./syntax.ts";

/** What was put behind a paper besides one signature, or instead of it. */
export type Fault = "notOurs" | "unsigned" | "several" | "added" | "visible" | "tooLong";

/** The signature dictionary that was added, when nothing else was. */
export type Addition = { readonly ok: true; readonly signature: PdfDictionary } | { readonly ok: false; readonly fault: Fault };

/** Certificates, a revocation answer and a time stamp fit well within; pictures do not. */
const longestAddition = 400_000;
const catalogueMayGain = new Set(["AcroForm", "Extensions", "Version"]);
const trailerMayHold = new Set(["Size", "Root", "Prev", "ID", "Info"]);
const formMayHold = new Set(["Fields", "SigFlags", "DA", "DR"]);
const widgetMayHold = new Set(["Type", "Subtype", "FT", "T", "Rect", "F", "P", "V", "Ff", "AP", "MK", "Border", "BS", "TU"]);

const refuse = (fault: Fault): Addition => ({ ok: false, fault });

/**
 * Looks at what a signer's tool put behind a paper of ours. Only a file that shows exactly what we set passes: every earlier byte is there, pages
 * and catalogue differ by one signature field without a picture, and no byte stands behind that does not belong to it.
 *
 * @throws PdfSyntaxError when it cannot be read by our strict rules
 */
export function readAddition(unsigned: Uint8Array, signed: Uint8Array): Addition {
  if (signed.length < unsigned.length || Buffer.compare(signed.subarray(0, unsigned.length), unsigned) !== 0) return refuse("notOurs");
  if (signed.length === unsigned.length) return refuse("unsigned");
  if (signed.length - unsigned.length > longestAddition) return refuse("tooLong");
  const before = readObjects(unsigned);
  const after = readObjects(signed);
  const tables = readTables(signed).filter(({ at }) => at >= unsigned.length);
  if (!growsFrom(before, signed, tables)) return refuse("added");
  const changed = new Set(tables.flatMap(({ offsets }) => [...offsets.keys()]));
  const root = referenceOf(before.trailer, "Root");
  if (changed.size === 0) return refuse("unsigned");
  const form = formOf(before, after, root);
  if (form === null) return refuse("added");
  if (form.fields.length === 0) return refuse("unsigned");
  if (form.fields.length > 1) return refuse("several");
  const [field = 0] = form.fields;
  const pages = pagesOf(before);
  if (!pages.every(({ object, dictionary }) => !changed.has(object) || pageIsKept(before, after, { object, dictionary, field }))) return refuse("added");
  const shown = readField(after, field);
  if (shown.fault) return refuse(shown.fault);
  const known = new Set([root, ...pages.map(({ object }) => object), field, ...form.own, ...shown.own]);
  if ([...changed].some((object) => !known.has(object)) || !isTiled(after, unsigned.length, tables)) return refuse("added");
  return { ok: true, signature: shown.signature };
}

/** Whether the newer states stand on the exported one, take nothing away, point nowhere into it, and name the same catalogue. */
function growsFrom(before: PdfObjects, after: Uint8Array, tables: readonly PdfTable[]): boolean {
  const oldest = tables.at(-1)?.trailer.entries.get("Prev");
  if (oldest?.kind !== "number" || oldest.value !== before.lastTable) return false;
  const sameRoot = (trailer: PdfDictionary): boolean => referenceOf(trailer, "Root") === referenceOf(before.trailer, "Root");
  return tables.every(
    ({ offsets, freed, trailer }) =>
      sameRoot(trailer) &&
      [...trailer.entries.keys()].every((key) => trailerMayHold.has(key)) &&
      isSame(before.pdf, before.trailer.entries.get("Info"), after, trailer.entries.get("Info")) &&
      freed.every((object) => object === 0) &&
      [...offsets.values()].every((offset) => offset >= before.pdf.length),
  );
}

/** The signature fields that were added, and the objects that the form itself takes; null when catalogue or form say more. */
function formOf(before: PdfObjects, after: PdfObjects, root: number): { fields: number[]; own: number[] } | null {
  const was = readDictionaryObject(before, root);
  const is = readDictionaryObject(after, root);
  if (was.entries.has("AcroForm") || !keeps({ pdf: before.pdf, was }, { pdf: after.pdf, is }, catalogueMayGain)) return null;
  const form = is.entries.get("AcroForm");
  if (form === undefined) return { fields: [], own: [] };
  const own = form.kind === "reference" ? [form.object] : [];
  const dictionary = form.kind === "reference" ? readDictionaryObject(after, form.object) : form;
  if (dictionary.kind !== "dictionary" || [...dictionary.entries.keys()].some((key) => !formMayHold.has(key))) return null;
  const fields = dictionary.entries.get("Fields");
  if (fields?.kind !== "array" || fields.items.some((item) => item.kind !== "reference")) return null;
  return { fields: fields.items.map((item) => (item.kind === "reference" ? item.object : 0)), own };
}

type Page = { readonly object: number; readonly dictionary: PdfDictionary; readonly field: number };

/** A page that was written anew is the same but for the signature field among its annotations. */
function pageIsKept(before: PdfObjects, after: PdfObjects, { object, dictionary: was, field }: Page): boolean {
  const is = readDictionaryObject(after, object);
  if (!keeps({ pdf: before.pdf, was }, { pdf: after.pdf, is }, new Set(["Annots"]))) return false;
  const [old, now] = [was.entries.get("Annots"), is.entries.get("Annots")];
  const items = (value: PdfValue | undefined): readonly PdfValue[] | null => (value === undefined ? [] : value.kind === "array" ? value.items : null);
  const [earlier, later] = [items(old), items(now)];
  if (earlier === null || later === null) return isSame(before.pdf, old, after.pdf, now);
  const kept = later.slice(0, earlier.length);
  const added = later.slice(earlier.length);
  return (
    kept.length === earlier.length &&
    kept.every((item, i) => isSame(before.pdf, earlier[i], after.pdf, item)) &&
    added.length <= 1 &&
    added.every((item) => item.kind === "reference" && item.object === field)
  );
}

type Field = { readonly fault: Fault } | { readonly fault: null; readonly signature: PdfDictionary; readonly own: readonly number[] };

function readField(after: PdfObjects, field: number): Field {
  const widget = readDictionaryObject(after, field);
  if ([...widget.entries.keys()].some((key) => !widgetMayHold.has(key))) return { fault: "added" };
  const type = widget.entries.get("FT");
  if (type?.kind !== "name" || type.name !== "Sig") return { fault: "added" };
  const box = widget.entries.get("Rect");
  const [left = 0, bottom = 0, right = 0, top = 0] = box?.kind === "array" ? box.items.map((item) => (item.kind === "number" ? item.value : Number.NaN)) : [];
  if (!(left === right || bottom === top)) return { fault: "visible" };
  const looks = appearanceOf(after, widget);
  if (looks === null) return { fault: "visible" };
  const value = widget.entries.get("V");
  if (value === undefined) return { fault: "unsigned" };
  const signature = value.kind === "reference" ? readDictionaryObject(after, value.object) : value;
  if (signature.kind !== "dictionary") return { fault: "unsigned" };
  return { fault: null, signature, own: value.kind === "reference" ? [value.object, ...looks] : looks };
}

/** Tools write an empty picture for a field that shows nothing; null when there is more in it. */
function appearanceOf(after: PdfObjects, widget: PdfDictionary): number[] | null {
  const appearance = widget.entries.get("AP");
  if (appearance === undefined) return [];
  if (appearance.kind !== "dictionary") return null;
  const objects = [...appearance.entries.values()].map((value) => (value.kind === "reference" ? value.object : Number.NaN));
  const isEmpty = (object: number): boolean => {
    const length = Number.isNaN(object) ? undefined : readDictionaryObject(after, object).entries.get("Length");
    return length?.kind === "number" && length.value === 0;
  };
  return objects.every(isEmpty) ? objects : null;
}

/** Whether a dictionary says what it said, apart from entries that it may gain or change. */
function keeps(
  { pdf: wasIn, was }: { readonly pdf: Uint8Array; readonly was: PdfDictionary },
  { pdf: isIn, is }: { readonly pdf: Uint8Array; readonly is: PdfDictionary },
  free: ReadonlySet<string>,
): boolean {
  const keys = new Set([...was.entries.keys(), ...is.entries.keys()]);
  return [...keys].every((key) => free.has(key) || isSame(wasIn, was.entries.get(key), isIn, is.entries.get(key)));
}

/** The same value, whatever the white space. */
function isSame(onePdf: Uint8Array, one: PdfValue | undefined, otherPdf: Uint8Array, other: PdfValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.kind === "number" && other.kind === "number") return one.value === other.value;
  if (one.kind === "reference" && other.kind === "reference") return one.object === other.object;
  if (one.kind === "array" && other.kind === "array") {
    return one.items.length === other.items.length && one.items.every((item, i) => isSame(onePdf, item, otherPdf, other.items[i]));
  }
  if (one.kind === "dictionary" && other.kind === "dictionary") return keeps({ pdf: onePdf, was: one }, { pdf: otherPdf, is: other }, new Set());
  return one.kind === other.kind && ascii(onePdf, one.start, one.end) === ascii(otherPdf, other.start, other.end);
}

/** Whether every byte behind the paper belongs to an object, a table or the words that end a state of the file. */
function isTiled(after: PdfObjects, from: number, tables: readonly PdfTable[]): boolean {
  const objects = tables.flatMap(({ offsets }) => [...offsets].map(([object, offset]) => ({ start: offset, end: endOfObject(after, object, offset) })));
  const spans = [...objects, ...tables.map(({ at, trailer }) => ({ start: at, end: trailer.end }))].sort((one, other) => one.start - other.start);
  let at = from;
  for (const { start, end } of [...spans, { start: after.pdf.length, end: after.pdf.length }]) {
    if (start < at || !/^\s*(?:startxref\s+\d+\s+%%EOF\s*)?$/.test(ascii(after.pdf, at, start))) return false;
    at = end;
  }
  return true;
}

function endOfObject({ pdf }: PdfObjects, object: number, offset: number): number {
  const head = new RegExp(`^${object} 0 obj`).exec(ascii(pdf, offset, offset + 24));
  if (head === null) throw new PdfSyntaxError(offset);
  let at = skipWhite(pdf, readValue(pdf, offset + head[0].length).end);
  // Only the empty picture of a field is a stream; a longer one ends nowhere that we would accept.
  const stream = /^stream\r?\n\s*endstream/.exec(ascii(pdf, at, at + 40));
  if (stream !== null) at = skipWhite(pdf, at + stream[0].length);
  if (ascii(pdf, at, at + 6) !== "endobj") throw new PdfSyntaxError(at);
  return at + 6;
}
