/** The few words of the PDF syntax (ISO 32000-1, 7.2 and 7.3) that signing and checking need: dictionaries read strictly, from bytes. */

type Span = { readonly start: number; readonly end: number };

/** One PDF value; `end` is the byte after its last. */
export type PdfValue = Span &
  (
    | { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, PdfValue> }
    | { readonly kind: "array"; readonly items: readonly PdfValue[] }
    | { readonly kind: "string"; readonly bytes: Uint8Array }
    | { readonly kind: "hex" }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "reference"; readonly object: number }
    | { readonly kind: "keyword"; readonly word: string }
  );

export type PdfDictionary = Extract<PdfValue, { kind: "dictionary" }>;

/** The bytes at `at` are not what they should be. */
export class PdfSyntaxError extends Error {
  constructor(at: number) {
    super(`Not a readable PDF value at byte ${at}`);
    this.name = "PdfSyntaxError";
  }
}

const deepest = 16;
const white = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set([...Buffer.from("()<>[]{}/%")]);

/**
 * The value that begins at `at` or after the white space there. Comments are refused: nothing that we sign has one there.
 *
 * @throws PdfSyntaxError also for a key said twice, which readers resolve differently
 */
export function readValue(pdf: Uint8Array, at: number, depth = 0): PdfValue {
  const start = skipWhite(pdf, at);
  if (depth > deepest) throw new PdfSyntaxError(start);
  switch (pdf[start]) {
    case 0x3c:
      return pdf[start + 1] === 0x3c ? readDictionary(pdf, start, depth) : readHex(pdf, start);
    case 0x5b:
      return readArray(pdf, start, depth);
    case 0x28:
      return readString(pdf, start);
    case 0x2f:
      return readName(pdf, start);
    default:
      return readWord(pdf, start);
  }
}

/** The dictionary at `at`. */
export function readDictionaryAt(pdf: Uint8Array, at: number): PdfDictionary {
  const value = readValue(pdf, at);
  if (value.kind !== "dictionary") throw new PdfSyntaxError(at);
  return value;
}

export function skipWhite(pdf: Uint8Array, at: number): number {
  let position = at;
  while (position < pdf.length && white.has(pdf[position] as number)) position += 1;
  return position;
}

function readDictionary(pdf: Uint8Array, start: number, depth: number): PdfValue {
  const entries = new Map<string, PdfValue>();
  let at = skipWhite(pdf, start + 2);
  while (pdf[at] !== 0x3e) {
    const key = readValue(pdf, at, depth + 1);
    if (key.kind !== "name" || entries.has(key.name)) throw new PdfSyntaxError(at);
    const value = readValue(pdf, key.end, depth + 1);
    entries.set(key.name, value);
    at = skipWhite(pdf, value.end);
  }
  if (pdf[at + 1] !== 0x3e) throw new PdfSyntaxError(at);
  return { kind: "dictionary", entries, start, end: at + 2 };
}

function readArray(pdf: Uint8Array, start: number, depth: number): PdfValue {
  const items: PdfValue[] = [];
  let at = skipWhite(pdf, start + 1);
  while (pdf[at] !== 0x5d) {
    const item = readValue(pdf, at, depth + 1);
    items.push(item);
    at = skipWhite(pdf, item.end);
  }
  return { kind: "array", items, start, end: at + 1 };
}

function readHex(pdf: Uint8Array, start: number): PdfValue {
  const close = pdf.indexOf(0x3e, start);
  if (close < 0) throw new PdfSyntaxError(start);
  return { kind: "hex", start, end: close + 1 };
}

function readString(pdf: Uint8Array, start: number): PdfValue {
  let open = 1;
  let at = start + 1;
  for (; open > 0; at += 1) {
    const byte = pdf[at];
    if (byte === undefined) throw new PdfSyntaxError(start);
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) open += 1;
    else if (byte === 0x29) open -= 1;
  }
  return { kind: "string", bytes: pdf.subarray(start + 1, at - 1), start, end: at };
}

function readName(pdf: Uint8Array, start: number): PdfValue {
  const end = endOfWord(pdf, start + 1);
  return { kind: "name", name: ascii(pdf, start + 1, end), start, end };
}

function readWord(pdf: Uint8Array, start: number): PdfValue {
  const end = endOfWord(pdf, start);
  const word = ascii(pdf, start, end);
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) {
    const reference = /^\d{1,10}$/.test(word) ? /^\s+\d{1,5}\s+R(?![\w#])/.exec(ascii(pdf, end, end + 24)) : null;
    return reference === null ? { kind: "number", value: Number(word), start, end } : { kind: "reference", object: Number(word), start, end: end + reference[0].length };
  }
  if (!["true", "false", "null"].includes(word)) throw new PdfSyntaxError(start);
  return { kind: "keyword", word, start, end };
}

function endOfWord(pdf: Uint8Array, from: number): number {
  let end = from;
  while (end < pdf.length && !white.has(pdf[end] as number) && !delimiters.has(pdf[end] as number)) end += 1;
  return end;
}

/** One character for each byte; nothing for what lies outside, wherever a file says that it stands. */
export function ascii(pdf: Uint8Array, start: number, end: number): string {
  if (!(start >= 0 && start < pdf.length)) return "";
  return Buffer.from(pdf.buffer, pdf.byteOffset + start, Math.max(0, Math.min(end, pdf.length) - start)).toString("latin1");
}
