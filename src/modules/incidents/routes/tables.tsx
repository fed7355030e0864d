import { formatDate, formatDay } from "../../../base/day/format.ts";
import { addDays, type Day, dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may, must } from "../../../kernel/actor.ts";
import { listHolders } from "../../../kernel/officers.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { bookPaper } from "../documents.ts";
import { parseDuty, yearAsked } from "../forms/work.ts";
import { ruleName } from "../law.ts";
import { paths } from "../paths.ts";
import { listDuty, setDuty } from "../queries/roster.ts";
import { type FigureRow, figuresOf, isOver, releaseFigures } from "../service/figures.ts";
import { officeTexts as t } from "../texts/office.ts";
import { type FigureLine, FiguresPage, RosterPage } from "../views/tables.tsx";
import { statusOf } from "./shown.ts";

const week = 6;

/** Figures of a year, the book of a year, and who is on duty. */
export const tableRoutes: readonly Route[] = [
  get("/can-bo/vu-viec/so-lieu", "incidents.figures", async ({ tx, query, lang }) => {
    const year = yearAsked(query["nam"], tx.now);
    const { from, to, natures, measures } = await figuresOf(tx, year);
    const line = (list: "nature" | "measure") => (row: FigureRow) => lineOf(tx, list, row, lang);
    const props = {
      year,
      mayRelease: isOver(year, tx.now),
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

  get("/can-bo/vu-viec/lich-truc", "incidents.read", async ({ tx, lang }) => await rosterPage(tx, lang, { errors: {}, typed: {} })),

  post("/can-bo/vu-viec/lich-truc", "incidents.assign", async ({ tx, body, lang }) => {
    const place = placeOf(tx.actor);
    must(tx.actor, "incidents.assign", place);
    const officers = await listHolders(tx, "incidents.process");
    const form = parseDuty(body, { days: daysShown(dayOf(tx.now)), officers: officers.map(({ id }) => id) });
    if (!form.ok) return await rosterPage(tx, lang, form);
    await setDuty(tx, place, { day: form.value.day, officerId: Number(form.value.officer), on: form.value.act === "add" });
    return seeOther(paths.roster());
  }),
];

function lineOf(tx: Tx, list: "nature" | "measure", { id, now, before }: FigureRow, lang: Lang): FigureLine {
  return { name: ruleName(tx.house.incidentRules, list, id)[lang], cases: now.cases, people: now.people, casesBefore: before.cases, peopleBefore: before.people };
}

const daysShown = (today: Day): readonly Day[] => Array.from({ length: week + 1 }, (_, i) => addDays(today, i));

async function rosterPage(tx: Tx, lang: Lang, { errors, typed }: { readonly errors: FieldErrors; readonly typed: Typed }): Promise<Answer> {
  const place = placeOf(tx.actor);
  const today = dayOf(tx.now);
  const duty = await listDuty(tx, place.communeId, { from: today, to: addDays(today, week) });
  const days = daysShown(today).map((day) => ({
    day,
    shown: formatDay(day, lang),
    officers: duty.filter(({ dutyOn }) => dutyOn === day).map(({ officerId, officerName }) => ({ id: officerId, name: officerName ?? t.system[lang] })),
  }));
  const officers = await listHolders(tx, "incidents.process");
  const mayChange = may(tx.actor, "incidents.assign", place);
  return officePage(<RosterPage {...{ lang, days, officers, mayChange, errors, typed }} />, { title: t.roster[lang], status: statusOf(errors) });
}
