import { inflateSync } from "node:zlib";

/** How much one packed piece, and all of them together, may hold once unpacked. */
const maxPiece = 64 * 1024 * 1024;
const maxTogether = 256 * 1024 * 1024;

/** Words that no scanned page needs. Long ones only: in packed bytes a short one would turn up by chance. */
const actingWords = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE)(?![A-Za-z])/;

/** Whether a file is a PDF and something else: other bytes before it or behind it, or a page of the web at its beginning. */
export function isTwoFaced(bytes: Buffer): boolean {
  if (bytes.toString("latin1", 0, 5) !== "%PDF-") return true;
  const end = bytes.lastIndexOf("%%EOF");
  if (end < 0 || bytes.toString("latin1", end + 5).trim() !== "") return true;
  return /<\s*(html|script|svg|body|iframe)\b/i.test(bytes.toString("latin1", 0, 4_096));
}

/** Whether its packed pieces unpack to more than any scan, or its objects are packed in a way that no scanner uses. */
export function expands(bytes: Buffer): boolean {
  let together = 0;
  for (const { head, body } of piecesOf(bytes)) {
    if (/\/ObjStm\b/.test(head) && /\/Filter\s*\[[^\]]*\/[^\]]*\/[^\]]*\]/.test(head)) return true;
    const unpacked = unpack(body);
    if (unpacked === "tooMuch") return true;
    together += unpacked?.length ?? 0;
    if (together > maxTogether) return true;
  }
  return false;
}

/** Whether it holds a word of what acts, plainly or among its packed objects, however the word is spelt. */
export function acts(bytes: Buffer): boolean {
  if (actingWords.test(spelt(bytes.toString("latin1")))) return true;
  return piecesOf(bytes).some(({ head, body }) => {
    if (!/\/ObjStm\b/.test(head)) return false;
    const unpacked = unpack(body);
    return unpacked instanceof Buffer && actingWords.test(spelt(unpacked.toString("latin1")));
  });
}

type Piece = { readonly head: string; readonly body: Buffer };

/** Every packed piece with what is written before it. */
function piecesOf(bytes: Buffer): Piece[] {
  const found: Piece[] = [];
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.toString("latin1", at - 3, at) === "end") continue;
    const begins = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
    const ends = bytes.indexOf("endstream", begins);
    const written = bytes.toString("latin1", Math.max(0, at - 2_000), at);
    found.push({ head: spelt(written.slice(written.lastIndexOf("obj") + 1)), body: bytes.subarray(begins, ends < 0 ? bytes.length : ends) });
  }
  return found;
}

/** What a piece holds; null when it is not packed this way. */
function unpack(body: Buffer): Buffer | "tooMuch" | null {
  try {
    return inflateSync(body, { maxOutputLength: maxPiece });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "tooMuch" : null;
  }
}

/** Names may hide letters behind their numbers: /J#61vaScript. */
const spelt = (text: string): string => text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
