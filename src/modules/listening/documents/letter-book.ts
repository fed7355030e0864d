import { formatDate } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { officialFrame } from "../../../platform/typst/official.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import { type Cell, writeWorkbook } from "../../../platform/workbook.ts";
import { frameOf } from "../../procedures/index.ts";
import type { BookLine, OpenedLine } from "../service/letters.ts";
import { letterTexts as t } from "../texts/letters.ts";
import { letterKindTexts } from "../texts/words.ts";
import { stateWord } from "../work.ts";

/** Titles of the thirteen columns of form 03/TCD, in order. */
export const bookColumns = [
  t.column1,
  t.column2,
  t.column3,
  t.column4,
  t.column5,
  t.column6,
  t.column7,
  t.column8,
  t.column9,
  t.column10,
  t.column11,
  t.column12,
  t.column13,
] as const;

/** The thirteen cells of a line; closed, without who sent it and what it says. */
export function bookCells(line: BookLine | OpenedLine, { lang, agency }: { readonly lang: Lang; readonly agency: string }): readonly Cell[] {
  const { number, receivedOn, kind, people, handledBefore, competent, guidance, forwardedTo, result, remark, state, code } = line;
  const who = "who" in line ? line.who : undefined;
  const closed = "content" in line ? "" : t.closed[lang];
  return [
    number,
    formatDate(receivedOn, lang),
    who ? [who.fullName, who.address].filter((one) => one !== null).join(", ") : closed,
    who?.idNumber ?? closed,
    "content" in line ? line.content : closed,
    kind ? letterKindTexts[kind][lang] : t.notSorted[lang],
    people,
    handledBefore ?? "",
    competent === null ? "" : competent ? t.yes[lang] : t.no[lang],
    guidance ?? "",
    competent ? agency : (forwardedTo ?? ""),
    result ?? stateWord(state)[lang],
    [code, ...(remark ? [remark] : [])].join("; "),
  ];
}

/** The book as it leaves: `mark` says who took it out and what for. */
export type WholeLetterBook = { readonly lines: readonly OpenedLine[]; readonly about: string; readonly mark: string };

const widths = [6, 12, 34, 18, 48, 14, 9, 24, 12, 28, 26, 30, 22] as const;

function frame(tx: Tx) {
  return { ...frameOf(tx, { communeId: placeOf(tx.actor).communeId, form: "03/TCD", at: tx.now, symbol: null }) };
}

export async function letterBookSheet(tx: Tx, { lines, about, mark }: WholeLetterBook): Promise<Uint8Array> {
  const { agency } = frame(tx).issuer;
  return await writeWorkbook({
    title: "03-TCD",
    above: [agency, t.book.vi, about, mark],
    columns: bookColumns.map((title, i) => ({ title: title.vi, width: widths[i] ?? 12 })),
    rows: lines.map((line) => bookCells(line, { lang: "vi", agency })),
    below: [t.lines.vi(lines.length), mark],
  });
}

export function letterBookPaper(tx: Tx, { lines, about, mark }: WholeLetterBook): Paper {
  const head = frame(tx);
  return {
    template: "src/modules/listening/documents/letter-book.typ",
    data: {
      frame: officialFrame(head, t.book.vi),
      title: t.book.vi,
      about,
      columns: bookColumns.map((title) => title.vi),
      rows: lines.map((line) => bookCells(line, { lang: "vi", agency: head.issuer.agency }).map(String)),
      sums: [t.lines.vi(lines.length)],
      mark,
      signers: [
        { position: t.keptBy.vi, name: tx.actor.name },
        { position: t.chief.vi, name: null },
      ],
    },
  };
}
