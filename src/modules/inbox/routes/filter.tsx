import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { listColleagues } from "../../../kernel/officers.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedOf } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseFilterChange, parseFilterName, parseNarrowing } from "../forms.ts";
import { everything, readNarrowing, writeNarrowing } from "../narrowing.ts";
import { paths } from "../paths.ts";
import { listFilters } from "../queries/filters.ts";
import type { Sight } from "../queries/fitting.ts";
import { listTitles } from "../queries/list.ts";
import { changeFilter, keepFilter, withCounts } from "../service/filters.ts";
import { errorTexts } from "../texts/errors.ts";
import { filterTexts as t } from "../texts/filter.ts";
import { FilterPage, fieldsOf } from "../views/filter.tsx";
import { sightOf } from "./lines.ts";

/** How an officer narrows the inbox, and what of it he keeps. */
export const filterRoutes: readonly Route[] = [
  get("/can-bo/hop-viec/loc", "counter.read", ({ tx, query, lang }) => filterPage(tx, sightOf(tx), lang, { typed: fieldsOf(readNarrowing(query)), errors: {} })),

  post("/can-bo/hop-viec/loc", "counter.read", async ({ tx, body, lang }) => {
    const sight = sightOf(tx);
    const keeps = typedOf(body)["lam"] === "keep";
    const form = parseNarrowing(body, await choicesOf(tx, sight));
    const name = keeps ? parseFilterName(body) : null;
    if (!form.ok || name?.ok === false) {
      const errors = { ...(form.ok ? {} : form.errors), ...(name?.ok === false ? name.errors : {}) };
      return filterPage(tx, sight, lang, { typed: typedOf(body), errors });
    }
    if (name?.ok && !(await keepFilter(tx, { name: name.value.ten, isDefault: name.value.macDinh, narrowing: form.value }))) {
      return filterPage(tx, sight, lang, { typed: typedOf(body), errors: { ten: errorTexts.tooManyFilters } });
    }
    return seeOther(paths.inbox(writeNarrowing(form.value)));
  }),

  post("/can-bo/hop-viec/loc/thay-doi", "counter.read", async ({ tx, body, lang }) => {
    const form = parseFilterChange(body);
    if (!form.ok) return filterPage(tx, sightOf(tx), lang, { typed: fieldsOf(everything), errors: {} }, 422);
    await changeFilter(tx, form.value);
    return seeOther(paths.filter());
  }),
];

async function choicesOf(tx: Tx, sight: Sight) {
  const [colleagues, hamlets] = await Promise.all([listColleagues(tx), listHamlets(tx, sight.place.communeId, dayOf(tx.now))]);
  return { officerIds: colleagues.map(({ id }) => id), hamletIds: hamlets.map(({ id }) => id) };
}

async function filterPage(tx: Tx, sight: Sight, lang: Lang, shown: { readonly typed: Typed; readonly errors: FieldErrors }, status = 200): Promise<Answer> {
  const [colleagues, hamlets, titles, filters] = await Promise.all([
    listColleagues(tx),
    listHamlets(tx, sight.place.communeId, dayOf(tx.now)),
    listTitles(tx, sight),
    listFilters(tx, sight),
  ]);
  return officePage(
    <FilterPage {...{ lang, colleagues, titles, ...shown }} filters={await withCounts(tx, sight, filters)} hamlets={hamlets.map(({ id, name }) => ({ id, name }))} />,
    {
      title: t.title[lang],
      status: Object.keys(shown.errors).length > 0 ? 422 : status,
    },
  );
}
