import { formatDate } from "../../base/day/format.ts";
import { formatDong } from "../../base/dong.ts";
import { writeWorkbook } from "../../platform/workbook.ts";
import { cellsOf, columnsOf, sumsLine } from "./cells.ts";
import type { WholeBook } from "./documents.ts";
import { bookTexts as t } from "./texts/book.ts";

const widths = [6, 28, 44, 30, 10, 18, 18, 18, 16, 18, 14, 60];

/** The register as a workbook: head, one line a dossier, what it comes to, and who took it out and why, above and below. */
export async function bookSheet({ frame, period, rows, sums, mark }: WholeBook): Promise<Uint8Array> {
  return await writeWorkbook({
    title: t.title.vi,
    above: [frame.issuer.agency, t.title.vi, t.periodShown.vi(formatDate(period.from, "vi"), formatDate(period.to, "vi")), mark],
    columns: columnsOf("vi").map((title, i) => ({ title, width: widths[i] ?? 18 })),
    rows: rows.map((row) => cellsOf(row, "vi")),
    below: [...sumsLine(sums, "vi", (amount) => formatDong(amount, "vi")), mark],
  });
}
