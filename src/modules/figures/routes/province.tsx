import { dayOf, monthOf } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import { download, get, officePage, type Route } from "../../../web/route.ts";
import { parseMonth, readCommune, readEvidence } from "../forms.ts";
import { paths } from "../paths.ts";
import { readProvinceEvidence } from "../service/evidence.ts";
import { readIndicators, readProvince } from "../service/province.ts";
import { readRepeats, repeatsByCommune } from "../service/repeats.ts";
import { indicatorSheet, xlsxType } from "../sheet.ts";
import { evidenceTexts } from "../texts/evidence.ts";
import { indicatorTexts } from "../texts/indicators.ts";
import { provinceTexts } from "../texts/province.ts";
import { repeatTexts } from "../texts/repeats.ts";
import { EvidencePage } from "../views/evidence.tsx";
import { IndicatorsPage } from "../views/indicators.tsx";
import { ProvincePage } from "../views/province.tsx";
import { RepeatsPage } from "../views/repeats.tsx";

/** The province's view of the counters; a chief sees his own. */
export const provinceRoutes: readonly Route[] = [
  get("/tinh", "counter.figures", async ({ tx, lang }) => {
    const figures = await readProvince(tx, { to: monthOf(dayOf(tx.now)).from, months: 3 });
    const repeats = await repeatsByCommune(
      tx,
      figures.rows.map((row) => row.communeId),
    );
    const postHref = tx.actor.scope.kind === "commune" ? paths.post() : null;
    return officePage(<ProvincePage {...{ lang, figures, repeats, postHref }} />, { title: provinceTexts.title[lang] });
  }),

  get("/tinh/chi-so", "counter.figures", async ({ tx, query, lang }) => {
    const today = dayOf(tx.now);
    const form = parseMonth(query, today);
    const shown = form.ok ? await readIndicators(tx, form.value.thang) : null;
    const chosen = form.ok ? form.value.thang.slice(0, 7) : "";
    return officePage(<IndicatorsPage {...{ lang, today, chosen, shown }} errors={form.ok ? {} : form.errors} />, {
      title: indicatorTexts.title[lang],
      status: form.ok ? 200 : 422,
    });
  }),

  get("/tinh/chi-so.xlsx", "counter.figures", async ({ tx, query, lang }) => {
    const form = parseMonth(query, dayOf(tx.now));
    if (!form.ok) throw new Problem("notFound");
    const month = form.value.thang;
    return download(await indicatorSheet(await readIndicators(tx, month), lang), { type: xlsxType, name: `chi-so-${month.slice(0, 7)}.xlsx` });
  }),

  // Codes and times, no persons: the transaction of a province sees none.
  get("/tinh/ho-so", "counter.figures", async ({ tx, query, lang }) => {
    const asked = readEvidence(query, dayOf(tx.now));
    const communeId = readCommune(query["xa"]);
    if (!asked || communeId === null) throw new Problem("notFound");
    const page = await readProvinceEvidence(tx, communeId, asked, lang);
    return officePage(<EvidencePage {...page} lang={lang} />, { title: evidenceTexts[asked.kind].name[lang] });
  }),

  get("/tinh/yeu-cau-lai/:commune", "counter.figures", async ({ tx, params, lang }) => {
    const communeId = readCommune(params.commune);
    if (communeId === null) throw new Problem("notFound");
    return officePage(<RepeatsPage {...(await readRepeats(tx, communeId))} lang={lang} />, { title: repeatTexts.repeats[lang] });
  }),
];
