import { formatDate } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { typedOf, typedText } from "../../../web/form.ts";
import { get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { bookPaper } from "../documents.ts";
import { partAsked, yearAsked } from "../forms/work.ts";
import { ruleName } from "../law.ts";
import { paths } from "../paths.ts";
import { type FigureRow, figuresOf, mayBeReleased, releaseFigures } from "../service/figures.ts";
import { officeTexts as t } from "../texts/office.ts";
import { type FigureLine, FiguresPage } from "../views/tables.tsx";

/** Figures of a year, and its book. */
export const tableRoutes: readonly Route[] = [
  get("/can-bo/vu-viec/so-lieu", "incidents.figures", async ({ tx, query, lang }) => {
    const year = yearAsked(query["nam"], tx.now);
    const part = partAsked(query["ky"]);
    const { from, to, natures, measures } = await figuresOf(tx, year, part);
    const line = (list: "nature" | "measure") => (row: FigureRow) => lineOf(tx, list, row, lang);
    const props = {
      year,
      part,
      mayRelease: mayBeReleased(tx, year),
      from: formatDate(from, lang),
      to: formatDate(to, lang),
      natures: natures.map(line("nature")),
      measures: measures.map(line("measure")),
    };
    return officePage(<FiguresPage lang={lang} {...props} />, { title: t.figures[lang] });
  }),

  post("/can-bo/vu-viec/so-lieu/cong-bo", "incidents.figures", async ({ tx, body }) => {
    const year = yearAsked(typedText(typedOf(body), "nam"), tx.now);
    await releaseFigures(tx, year);
    return seeOther(paths.figuresOf(year));
  }),

  get("/can-bo/vu-viec/so-theo-doi", "incidents.read", async ({ tx, query }) => {
    const year = yearAsked(query["nam"], tx.now);
    const { template, data } = await bookPaper(tx, year);
    return pdf(await tx.house.typesetter.typeset(template, data), `so-theo-doi-${year}.pdf`);
  }),
];

function lineOf(tx: Tx, list: "nature" | "measure", { id, now, before }: FigureRow, lang: Lang): FigureLine {
  return {
    name: ruleName(tx.house.incidentRules, list, id)[lang],
    cases: now?.cases ?? null,
    people: now?.people ?? null,
    casesBefore: before?.cases ?? null,
    peopleBefore: before?.people ?? null,
  };
}
