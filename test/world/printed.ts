import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A page as a reader sees it. */
export type PrintedPage = { readonly text: string; readonly widthMm: number; readonly heightMm: number };

const mm = (points: number): number => Math.round((points / 72) * 25.4);

/** The pages of a PDF, read by somebody else's code. */
export async function readPrinted(pdf: Uint8Array): Promise<PrintedPage[]> {
  const reading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await reading.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""))
      .join("")
      .replace(/\s+/g, " ");
    pages.push({ text, widthMm: mm(page.view[2] ?? 0), heightMm: mm(page.view[3] ?? 0) });
  }
  await reading.destroy();
  return pages;
}
