import writeXlsxFile, { type Cell } from "write-excel-file/node";
import { formatMonth } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import { answeredOf, fewest, type Judged, onTimeOf, type Share } from "./indicators.ts";
import type { MonthWork, PostFigures } from "./service/post.ts";
import type { ProvinceIndicators } from "./service/province.ts";
import { monthFigures } from "./shown.ts";
import { quantileOf, type Tally } from "./tally.ts";
import { evidenceTexts } from "./texts/evidence.ts";
import { formulaTexts, standingTexts as peerTexts, indicatorTexts as t, terrainTexts } from "./texts/indicators.ts";
import { postTexts } from "./texts/post.ts";
import { provinceTexts } from "./texts/province.ts";
import { groundOf } from "./views/indicators.tsx";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const words = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: "top" });
const bold = (value: string): Cell => ({ value, type: String, fontWeight: "bold", wrap: true });
const count = (value: number): Cell => ({ value, type: Number, format: "#,##0" });
/** Empty below five: a cell that says 0 or 100 % of two dossiers would be copied on as if it said something. */
const percent = (share: Share | null): Cell => (share && share.whole >= fewest ? { value: share.part / share.whole, type: Number, format: "0%" } : words(""));

/** The indicators of a month as a workbook: the whole, each commune, and twelve months. No person, no dossier. */
export async function indicatorSheet({ month, communes, whole, year }: ProvinceIndicators, lang: Lang): Promise<Uint8Array> {
  const told = whole.filter(({ indicator }) => indicator.formula !== "portalOnly");
  const head = [t.unit[lang], t.terrain[lang], ...told.flatMap(({ indicator }) => [indicator.name[lang], ""])];
  const rows = communes.map((row) => [
    words(row.name),
    words(terrainTexts[row.terrain][lang]),
    ...told.flatMap(({ indicator }) => [
      percent(row.judged.find((one) => one.indicator.id === indicator.id)?.share ?? null),
      words(peerTexts[row.standings.get(indicator.id) ?? "tooFew"][lang]),
    ]),
  ]);
  const sheet = [
    [bold(`${t.title[lang]}, ${formatMonth(month, lang)}`)],
    [words(t.basis[lang])],
    ...judgedRows(whole, lang),
    [],
    head.map(bold),
    ...rows,
    [],
    ...yearRows(year, lang),
  ];
  return await write(sheet, t.title[lang]);
}

/** A post's month as a workbook: figures with what they count, indicators, twelve months, procedures. No person, no dossier. */
export async function postSheet(figures: PostFigures, procedureName: (code: string) => string, lang: Lang): Promise<Uint8Array> {
  const { month, tally, judged, year, procedures } = figures;
  const counted = monthFigures.map(([kind, countIn]) => [words(evidenceTexts[kind].name[lang]), count(countIn(tally)), words(evidenceTexts[kind].meaning[lang])]);
  const sheet = [
    [bold(`${postTexts.title[lang]}, ${formatMonth(month, lang)}`)],
    [postTexts.figure, postTexts.value, postTexts.meaning].map((title) => bold(title[lang])),
    ...counted,
    [],
    ...judgedRows(judged, lang),
    [],
    ...yearRows(year, lang),
    [],
    [postTexts.byProcedure[lang], ...countTitles(lang), postTexts.median[lang]].map(bold),
    ...procedures.map((row) => [words(procedureName(row.procedureCode)), ...countCells(row.tally), medianCell(row.tally)]),
  ];
  return await write(sheet, postTexts.title[lang]);
}

function judgedRows(judged: readonly Judged[], lang: Lang): Cell[][] {
  const titles = [t.indicator, t.share, t.points, t.outOf, t.how].map((title) => bold(title[lang]));
  const rows = judged.map(({ indicator, share, points }) => [
    words(indicator.name[lang]),
    percent(share),
    points === null ? words("") : { value: points, type: Number, format: "0.0" },
    count(indicator.points),
    words(`${formulaTexts[indicator.formula][lang]} ${groundOf(indicator, lang)}`),
  ]);
  return [titles, ...rows] as Cell[][];
}

function yearRows(year: readonly MonthWork[], lang: Lang): Cell[][] {
  const titles = [t.month[lang], ...countTitles(lang), provinceTexts.onTime[lang], provinceTexts.satisfied[lang]].map(bold);
  return [titles, ...year.map((work) => [words(formatMonth(work.month, lang)), ...countCells(work.tally), percent(onTimeOf(work.tally)), percent(work.ratings)])];
}

const countTitles = (lang: Lang): string[] => [evidenceTexts.received, evidenceTexts.answered, evidenceTexts.late].map(({ name }) => name[lang]);
const countCells = (tally: Tally): Cell[] => [count(tally.received), count(answeredOf(tally)), count(tally.late)];

function medianCell({ handling }: Tally): Cell {
  const minutes = quantileOf(handling, 0.5);
  return minutes === null ? words("") : count(minutes);
}

async function write(rows: Cell[][], sheet: string): Promise<Uint8Array> {
  const columns = [44, 18, 30, 18, 60, 18, 30, 18, 30, 18].map((width) => ({ width }));
  return await writeXlsxFile(rows, { sheet, orientation: "landscape", columns }, { fontFamily: "Times New Roman", fontSize: 11 }).toBuffer();
}
