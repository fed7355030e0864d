import { formatDate, formatTime } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import type { Cell } from "../../platform/workbook.ts";
import type { BookRow, BookSums } from "./service/book.ts";
import { bookTexts as t } from "./texts/book.ts";

/** Titles of the columns of the register, in the order of `cellsOf`. */
export function columnsOf(lang: Lang): readonly string[] {
  const titles = [t.number, t.code, t.procedure, t.person, t.papers, t.receivedAt, t.dueAt, t.handedOverAt, t.channel, t.standing, t.fee, t.remarks];
  return titles.map((title) => title[lang]);
}

/** One line of the register with its person's whole name, in the order of `columnsOf`. */
export function cellsOf(row: BookRow, lang: Lang): readonly Cell[] {
  const { number, code, procedure, fullName, papers, receivedAt, handedOverAt, channel, standing, feeDong } = row;
  const times = [instant(receivedAt, lang), dueCell(row, lang), handedOverAt ? instant(handedOverAt, lang) : ""];
  return [number, code, procedure, fullName, papers, ...times, t.channels[channel][lang], t.standings[standing][lang], Number(feeDong), remarksCell(row, lang)];
}

/** When the result is due; while the clock stands, that it does. */
export function dueCell({ dueAt, standing }: BookRow, lang: Lang): string {
  if (dueAt) return instant(dueAt, lang);
  return standing === "paused" ? t.standings.paused[lang] : "";
}

/** The last column: what came between receipt and result, each with its instant. Grounds of an exemption stand in the book of fees. */
export function remarksCell({ remarks, exempt }: BookRow, lang: Lang): string {
  const lines = remarks.map(({ kind, at }) => t.remarkAt[lang](t.remarkKinds[kind][lang], instant(at, lang)));
  return [...lines, ...(exempt ? [t.exempt[lang]] : [])].join("; ");
}

/** "15:02 20/11/2026" */
export function instant(at: Date, lang: Lang): string {
  return `${formatTime(at)} ${formatDate(dayOf(at), lang)}`;
}

/** What the period comes to, as sentences; `dong` writes an amount. */
export function sumsLine({ counts, feeDong }: BookSums, lang: Lang, dong: (amount: bigint) => string): readonly string[] {
  const { onTime, late, running, paused, stopped, untimed } = counts.byStanding;
  return [
    t.sumAll[lang](counts.all),
    ...[
      [t.standings.onTime[lang], onTime],
      [t.standings.late[lang], late],
      [t.standings.running[lang], running],
      [t.standings.paused[lang], paused],
      [t.standings.stopped[lang], stopped],
      [t.standings.untimed[lang], untimed],
    ]
      .filter(([, count]) => count !== 0)
      .map(([word, count]) => `${word}: ${count}`),
    t.sumFee[lang](dong(feeDong)),
  ];
}
