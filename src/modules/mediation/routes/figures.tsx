import { dayOf } from "../../../base/day.ts";
import { get, officePage, type Route } from "../../../web/route.ts";
import { parsePeriod, typedPeriod } from "../../registers/index.ts";
import { readFigures } from "../service/register.ts";
import { figureTexts as t } from "../texts/register.ts";
import { FiguresPage } from "../views/figures.tsx";

/** What the disputes of a period came to. */
export const figureRoutes: readonly Route[] = [
  get("/can-bo/hoa-giai/so-lieu", "mediation.figures", async ({ tx, query, lang }) => {
    const form = parsePeriod(query, dayOf(tx.now));
    const shown = form.ok ? { ...(await readFigures(tx, form.value)), period: form.value } : null;
    const { errors, typed } = form.ok ? { errors: {}, typed: typedPeriod(form.value) } : form;
    return officePage(<FiguresPage {...{ lang, shown, errors, typed }} rules={tx.house.mediationRules} />, { title: t.title[lang], status: form.ok ? 200 : 422 });
  }),
];
