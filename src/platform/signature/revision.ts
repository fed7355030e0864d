import { createHash } from "node:crypto";
import type { PdfDictionary, PdfValue } from "./syntax.ts";
import { ascii, PdfSyntaxError, readDictionaryAt, readValue, skipWhite } from "./syntax.ts";

/** Where the objects of a PDF with classic cross-reference tables stand, and what its trailer says. */
export type PdfObjects = {
  readonly pdf: Uint8Array;
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: PdfDictionary;
  readonly lastTable: number;
};

/** An object as it shall read from now on: its number and the text between `obj` and `endobj`. */
export type ChangedObject = { readonly object: number; readonly text: string };

const mostRevisions = 32;

/** One state of a file: what its cross-reference table says. `at` is where the table stands; `freed` are objects that it takes away. */
export type PdfTable = { readonly at: number; readonly offsets: ReadonlyMap<number, number>; readonly freed: readonly number[]; readonly trailer: PdfDictionary };

/**
 * @throws PdfSyntaxError for a PDF that does not come from our own press: cross-reference streams, repaired files
 */
export function readObjects(pdf: Uint8Array): PdfObjects {
  const [newest, ...older] = readTables(pdf);
  const offsets = new Map(newest.offsets);
  for (const table of older) for (const [object, offset] of table.offsets) if (!offsets.has(object)) offsets.set(object, offset);
  return { pdf, offsets, trailer: newest.trailer, lastTable: newest.at };
}

/** Every state that a file was in, newest first. @throws PdfSyntaxError */
export function readTables(pdf: Uint8Array): [PdfTable, ...PdfTable[]] {
  const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(ascii(pdf, Math.max(0, pdf.length - 64), pdf.length));
  if (tail === null) throw new PdfSyntaxError(pdf.length);
  const lastTable = Number(tail[1]);
  const tables: [PdfTable, ...PdfTable[]] = [readTable(pdf, lastTable)];
  for (let table = tables[0]; table.trailer.entries.has("Prev"); tables.push(table)) {
    if (tables.length > mostRevisions) throw new PdfSyntaxError(lastTable);
    table = readTable(pdf, numberOf(table.trailer.entries.get("Prev"), lastTable));
  }
  return tables;
}

function readTable(pdf: Uint8Array, at: number): PdfTable {
  const offsets = new Map<number, number>();
  const freed: number[] = [];
  if (ascii(pdf, at, at + 4) !== "xref") throw new PdfSyntaxError(at);
  let position = skipWhite(pdf, at + 4);
  while (ascii(pdf, position, position + 7) !== "trailer") {
    const section = /^(\d+) (\d+)\s*?\r?\n/.exec(ascii(pdf, position, position + 32));
    if (section === null) throw new PdfSyntaxError(position);
    position += section[0].length;
    const [first, count] = [Number(section[1]), Number(section[2])];
    if (position + count * 20 > pdf.length) throw new PdfSyntaxError(position);
    for (let row = 0; row < count; row += 1, position += 20) {
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(ascii(pdf, position, position + 20));
      if (entry === null) throw new PdfSyntaxError(position);
      // An object named twice would be one thing to us and another to the next reader.
      if (offsets.has(first + row)) throw new PdfSyntaxError(position);
      if (entry[2] === "n") offsets.set(first + row, Number(entry[1]));
      else freed.push(first + row);
    }
    position = skipWhite(pdf, position);
  }
  return { at, offsets, freed, trailer: readDictionaryAt(pdf, position + 7) };
}

/** The value of the object with this number. */
export function readObject(objects: PdfObjects, object: number): PdfValue {
  const offset = objects.offsets.get(object);
  if (offset === undefined) throw new PdfSyntaxError(objects.lastTable);
  const head = new RegExp(`^${object} 0 obj`).exec(ascii(objects.pdf, offset, offset + 24));
  if (head === null) throw new PdfSyntaxError(offset);
  return readValue(objects.pdf, offset + head[0].length);
}

export function readDictionaryObject(objects: PdfObjects, object: number): PdfDictionary {
  const value = readObject(objects, object);
  if (value.kind !== "dictionary") throw new PdfSyntaxError(value.start);
  return value;
}

/** The object number behind a reference. */
export function referenceOf(dictionary: PdfDictionary, key: string): number {
  const value = dictionary.entries.get(key);
  if (value?.kind !== "reference") throw new PdfSyntaxError(dictionary.start);
  return value.object;
}

/** The dictionary written again with one entry set to `text`. */
export function withEntry(pdf: Uint8Array, dictionary: PdfDictionary, key: string, text: string): string {
  const kept = [...dictionary.entries].filter(([name]) => name !== key).map(([name, value]) => `/${name} ${ascii(pdf, value.start, value.end)}`);
  return `<< ${[...kept, `/${key} ${text}`].join(" ")} >>`;
}

/** The file with an incremental update behind it; not one of the earlier bytes changes. Text is one byte a character. */
export function appendRevision(objects: PdfObjects, changed: readonly ChangedObject[]): Buffer {
  const { pdf, trailer, lastTable } = objects;
  let update = "\n";
  const rows: string[] = [];
  for (const { object, text } of changed) {
    rows.push(`${object} 1\n${String(pdf.length + update.length).padStart(10, "0")} 00000 n \n`);
    update += `${object} 0 obj\n${text}\nendobj\n`;
  }
  const table = pdf.length + update.length;
  const size = Math.max(numberOf(trailer.entries.get("Size"), trailer.start), ...changed.map(({ object }) => object + 1));
  let next = withEntry(pdf, trailer, "Size", String(size));
  for (const [key, text] of [
    ["Prev", String(lastTable)],
    ["ID", fileId(pdf, trailer)],
  ] as const) {
    const bytes = Buffer.from(next, "latin1");
    next = withEntry(bytes, readDictionaryAt(bytes, 0), key, text);
  }
  update += `xref\n${rows.join("")}trailer\n${next}\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(update, "latin1")]);
}

/** The first half names the paper and stays; the second names the revision. */
function fileId(pdf: Uint8Array, trailer: PdfDictionary): string {
  const revision = createHash("sha256").update(pdf).digest("hex").slice(0, 32);
  const id = trailer.entries.get("ID");
  const first = id?.kind === "array" ? id.items[0] : undefined;
  return `[${first === undefined ? `<${revision}>` : ascii(pdf, first.start, first.end)} <${revision}>]`;
}

function numberOf(value: PdfValue | undefined, at: number): number {
  if (value?.kind !== "number" || !Number.isInteger(value.value)) throw new PdfSyntaxError(at);
  return value.value;
}
