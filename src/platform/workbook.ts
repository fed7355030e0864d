import writeXlsxFile, { type Cell as SheetCell } from "write-excel-file/node";

/** What stands in one cell: a figure that can be added up, or text. */
export type Cell = string | number;

/** One sheet as it leaves the house: lines above (the first two bold), a table, lines below. */
export type Workbook = {
  readonly title: string;
  readonly above: readonly string[];
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly below: readonly string[];
};

/** The workbook as an XLSX file, A4 across. Every text is written as text: a name that begins like a formula stays a name. */
export async function writeWorkbook({ title, above, columns, rows, below }: Workbook): Promise<Uint8Array> {
  const head = [...above.map((line, i) => [i < 2 ? bold(line) : words(line)]), columns.map((column) => bold(column.title))];
  const foot = [[], ...below.map((line) => [words(line)])];
  const options = { sheet: title, orientation: "landscape", stickyRowsCount: head.length, columns: columns.map(({ width }) => ({ width })) } as const;
  return await writeXlsxFile([...head, ...rows.map((row) => row.map(bordered)), ...foot], options, { fontFamily: "Times New Roman", fontSize: 11 }).toBuffer();
}

/** The type under which such a file is sent. */
export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const words = (value: string): SheetCell => ({ value, type: String });
const bold = (value: string): SheetCell => ({ value, type: String, fontWeight: "bold" });

function bordered(value: Cell): SheetCell {
  const look = { borderStyle: "thin", wrap: true, alignVertical: "top" } as const;
  return typeof value === "number" ? { value, type: Number, format: "#,##0", ...look } : { value, type: String, ...look };
}
