import writeXlsxFile, { type Cell as SheetCell } from "write-excel-file/node";
import { formatDate } from "../../base/day/format.ts";
import { formatDong } from "../../base/dong.ts";
import { type Cell, cellsOf, columnsOf, sumsLine } from "./cells.ts";
import type { WholeBook } from "./documents.ts";
import { bookTexts as t } from "./texts/book.ts";

const widths = [6, 28, 44, 30, 10, 18, 18, 18, 16, 18, 14, 60];

/**
 * The register as a workbook: head, one line a dossier, what it comes to, and who took it out and why, above and below. Every text is
 * written as text: a name that begins like a formula stays a name.
 */
export async function bookSheet({ frame, period, rows, sums, mark }: WholeBook): Promise<Uint8Array> {
  const head = [
    [bold(frame.issuer.agency)],
    [bold(t.title.vi)],
    [words(t.periodShown.vi(formatDate(period.from, "vi"), formatDate(period.to, "vi")))],
    [words(mark)],
    columnsOf("vi").map(bold),
  ];
  const lines = rows.map((row) => cellsOf(row, "vi").map(bordered));
  const foot = [[], ...sumsLine(sums, "vi", (amount) => formatDong(amount, "vi")).map((line) => [words(line)]), [words(mark)]];
  const options = { sheet: t.title.vi, orientation: "landscape", stickyRowsCount: head.length, columns: widths.map((width) => ({ width })) } as const;
  return await writeXlsxFile([...head, ...lines, ...foot], options, { fontFamily: "Times New Roman", fontSize: 11 }).toBuffer();
}

const words = (value: string): SheetCell => ({ value, type: String });
const bold = (value: string): SheetCell => ({ value, type: String, fontWeight: "bold" });

function bordered(value: Cell): SheetCell {
  const look = { borderStyle: "thin", wrap: true, alignVertical: "top" } as const;
  return typeof value === "number" ? { value, type: Number, format: "#,##0", ...look } : { value, type: String, ...look };
}
