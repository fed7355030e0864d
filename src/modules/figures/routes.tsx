import { formatDate } from "../../base/day/format.ts";
import { addMonths, dayOf, instantAt, monthOf } from "../../base/day.ts";
import { get, officePage, type Route } from "../../web/route.ts";
import { ratingFigures, type Score } from "../procedures/index.ts";
import { listFigures } from "./queries.ts";
import { repeatRoutes, repeatsByCommune } from "./repeats.tsx";
import { texts } from "./texts.ts";
import { type FigureRow, FiguresPage } from "./views.tsx";

/** The province's view of the counters; a chief sees his own. */
export const figureRoutes: readonly Route[] = [
  get("/tinh", "counter.figures", async ({ tx, lang }) => {
    const to = monthOf(dayOf(tx.now)).from;
    const from = addMonths(to, -2);
    const figures = await listFigures(tx, instantAt(from, "00:00"));
    const communeIds = figures.map((row) => row.communeId);
    const [ratings, repeats] = await Promise.all([ratingFigures(tx, { communeIds, from, to }), repeatsByCommune(tx, communeIds)]);
    const rows: FigureRow[] = figures.map((row) => ({
      ...row,
      name: tx.house.units.getUnit(row.communeId).name,
      satisfied: satisfiedOf(ratings.get(row.communeId) ?? new Map()),
      repeats: repeats.get(row.communeId) ?? { requests: 0, repeated: 0 },
    }));
    rows.sort((a, b) => b.late - a.late || a.name.localeCompare(b.name, "vi"));
    return officePage(<FiguresPage lang={lang} rows={rows} since={formatDate(from, lang)} />, { title: texts.title[lang] });
  }),
  ...repeatRoutes,
];

function satisfiedOf(ratings: ReadonlyMap<Score, number>): number | null {
  const all = [...ratings.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  return Math.round((100 * (all - (ratings.get("notSatisfied") ?? 0))) / all);
}
