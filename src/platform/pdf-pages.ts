import { type PdfObjects, readDictionaryObject, readObjects, referenceOf } from "./signature/revision.ts";
import { type PdfDictionary, PdfSyntaxError, type PdfValue } from "./signature/syntax.ts";

/** One page of a PDF: the number of its object, and its size in points. */
export type PdfPage = { readonly object: number; readonly dictionary: PdfDictionary; readonly width: number; readonly height: number };

const mostPages = 1_000;
const deepest = 16;

/** The pages of a PDF from our press, first to last, signed or not. @throws PdfSyntaxError for a PDF of another kind */
export function listPages(pdf: Uint8Array): readonly PdfPage[] {
  return pagesOf(readObjects(pdf));
}

/** The same, of a file whose objects are known already. */
export function pagesOf(objects: PdfObjects): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  collect(objects, { object: referenceOf(readDictionaryObject(objects, referenceOf(objects.trailer, "Root")), "Pages"), box: undefined, depth: 0 }, pages);
  return pages;
}

type Branch = { readonly object: number; readonly box: PdfValue | undefined; readonly depth: number };

function collect(objects: PdfObjects, { object, box, depth }: Branch, into: PdfPage[]): void {
  const dictionary = readDictionaryObject(objects, object);
  const { entries } = dictionary;
  const own = entries.get("MediaBox") ?? box;
  const kids = entries.get("Kids");
  if (depth > deepest || into.length >= mostPages) throw new PdfSyntaxError(dictionary.start);
  if (kids === undefined) return void into.push({ object, dictionary, ...sizeOf(own, dictionary) });
  if (kids.kind !== "array") throw new PdfSyntaxError(kids.start);
  for (const kid of kids.items) {
    if (kid.kind !== "reference") throw new PdfSyntaxError(kid.start);
    collect(objects, { object: kid.object, box: own, depth: depth + 1 }, into);
  }
}

function sizeOf(box: PdfValue | undefined, page: PdfDictionary): { width: number; height: number } {
  const [left, bottom, right, top] = box?.kind === "array" ? box.items.map((item) => (item.kind === "number" ? item.value : Number.NaN)) : [];
  const size = { width: (right ?? 0) - (left ?? 0), height: (top ?? 0) - (bottom ?? 0) };
  if (!(size.width > 0 && size.height > 0)) throw new PdfSyntaxError(page.start);
  return size;
}
