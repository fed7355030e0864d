import { formatMoment, formatMonth } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState } from "../../../web/views/parts.tsx";
import { type Column, DataTable, Sub } from "../../../web/views/table.tsx";
import type { Evidence } from "../evidence.ts";
import { fewest, type Judged, type Share, shareOf, totalOf } from "../indicators.ts";
import type { Formula, ServiceIndicator } from "../law.ts";
import { paths } from "../paths.ts";
import { terrains } from "../peers.ts";
import type { MonthWork } from "../service/post.ts";
import type { JudgedCommune, ProvinceIndicators } from "../service/province.ts";
import { certaintyTexts, formulaTexts, standingTexts, indicatorTexts as t, terrainTexts } from "../texts/indicators.ts";
import { provinceTexts } from "../texts/province.ts";
import { MonthChart } from "./chart.tsx";
import { MonthForm, type MonthFormProps } from "./month.tsx";
import { decimal, percentOf } from "./words.ts";

/** The dossiers that an indicator goes by; ratings lead to none. */
const evidenceOf: { readonly [F in Formula]: readonly [part: Evidence, whole: Evidence] | null } = {
  portalOnly: null,
  onTimeShare: ["onTime", "timed"],
  digitisedShare: ["digitised", "digitisable"],
  onlineShare: ["online", "received"],
  satisfiedShare: null,
};

type Props = MonthFormProps & { readonly shown: ProvinceIndicators | null };

/** The indicators of a month: of all communes together, then of each beside those on the same terrain. */
export function IndicatorsPage(props: Props): Html {
  const { lang, shown } = props;
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <p>{t.basis[lang]}</p>
      <MonthForm {...props} action={paths.indicators()} />
      {shown && <Month {...shown} lang={lang} />}
    </>
  );
}

function Month({ lang, month, onlyPost, communes, whole, year, countedAt }: ProvinceIndicators & { readonly lang: Lang }): Html {
  return (
    <>
      <h2>
        {onlyPost ?? t.province[lang]}, {formatMonth(month, lang)}
      </h2>
      {countedAt && <p class="quiet">{provinceTexts.counted[lang](formatMoment(countedAt, lang))}</p>}
      <JudgedTable lang={lang} judged={whole} />
      <Total lang={lang} judged={whole} />
      <Year lang={lang} year={year} indicators={whole.map(({ indicator }) => indicator)} />
      <h2>{t.unit[lang]}</h2>
      <p>{t.peersLead[lang]}</p>
      {communes.length === 0 ? <EmptyState icon="chart-column" title={provinceTexts.empty[lang]} /> : <Communes lang={lang} communes={communes} whole={whole} month={month} />}
      <p class="no-print">
        <a href={paths.indicatorsSheet(month)}>{t.xlsx[lang]}</a>
      </p>
      <p class="quiet no-print">{t.printHint[lang]}</p>
    </>
  );
}

/** Each indicator with its share, its points and how it is computed. `hrefOf` opens the dossiers behind a share. */
export function JudgedTable({ lang, judged, hrefOf }: { readonly lang: Lang; readonly judged: readonly Judged[]; readonly hrefOf?: (kind: Evidence) => string }): Html {
  const share = (row: Judged): Html => {
    if (row.indicator.formula === "portalOnly") return t.notHere[lang];
    return <OpenedShare lang={lang} share={row.share} formula={row.indicator.formula} hrefOf={hrefOf} />;
  };
  return (
    <DataTable
      caption={t.title[lang]}
      captionHidden
      rows={judged}
      columns={[
        { title: t.indicator[lang], cell: ({ indicator }) => indicator.name[lang] },
        { title: t.share[lang], cell: share, number: true },
        { title: t.points[lang], cell: ({ indicator, points }) => (points === null ? "–" : t.ofPoints[lang](decimal(points, lang), indicator.points)), number: true },
        {
          title: t.how[lang],
          cell: ({ indicator }) => (
            <>
              {formulaTexts[indicator.formula][lang]}
              <Sub>{groundOf(indicator, lang)}</Sub>
            </>
          ),
        },
      ]}
    />
  );
}

/** Where an indicator comes from, how sure that is, and what is in doubt. */
export function groundOf({ source, certainty, doubt }: ServiceIndicator, lang: Lang): string {
  return [t.source[lang](source), t.grade[lang](certaintyTexts[certainty][lang]), doubt && t.doubt[lang](doubt[lang])].filter(Boolean).join(" ");
}

type OpenedProps = { readonly lang: Lang; readonly share: Share | null; readonly formula: Formula; readonly hrefOf?: ((kind: Evidence) => string) | undefined };

/** A share as 86 % (6/7): the 6 and the 7 open their dossiers. Below five it says that there are too few. */
function OpenedShare({ lang, share, formula, hrefOf }: OpenedProps): Html {
  if (share === null || share.whole < fewest) return <span class="quiet">{t.tooFew[lang]}</span>;
  const kinds = evidenceOf[formula];
  const opened = (kind: Evidence | undefined, count: number): Html => (kind && hrefOf && count > 0 ? <a href={hrefOf(kind)}>{count}</a> : String(count));
  return (
    <>
      {percentOf(share, lang)} ({opened(kinds?.[0], share.part)}/{opened(kinds?.[1], share.whole)})
    </>
  );
}

export function Total({ lang, judged }: { readonly lang: Lang; readonly judged: readonly Judged[] }): Html {
  const { reached, possible } = totalOf(judged);
  return (
    <p>
      <strong>{t.total[lang](decimal(reached, lang), possible)}</strong> {t.totalNote[lang]}
    </p>
  );
}

/** Twelve months of every indicator that is computed here: a chart each, and one table of all. */
export function Year({ lang, year, indicators }: { readonly lang: Lang; readonly year: readonly MonthWork[]; readonly indicators: readonly ServiceIndicator[] }): Html {
  const told = indicators.filter(({ formula }) => formula !== "portalOnly");
  const percentIn = (work: MonthWork, formula: Formula): number | null => {
    const share = shareOf(formula, work);
    return share && share.whole >= fewest ? Math.round((100 * share.part) / share.whole) : null;
  };
  const cells = told.map(({ name, formula }): Column<MonthWork> => ({ title: name[lang], cell: (work) => percentOf(shareOf(formula, work), lang), number: true }));
  // A month of which nothing can be told is a gap in the charts, and no line here.
  const rows = year.filter((work) => told.some(({ formula }) => percentIn(work, formula) !== null));
  return (
    <>
      <div class="columns">
        {told.map(({ name, formula }) => (
          <MonthChart lang={lang} name={name[lang]} points={year.map((work) => ({ month: work.month, percent: percentIn(work, formula) }))} />
        ))}
      </div>
      {rows.length > 0 && (
        <DataTable caption={t.chart[lang](t.title[lang])} rows={rows} columns={[{ title: t.month[lang], cell: ({ month }) => formatMonth(month, lang) }, ...cells]} />
      )}
    </>
  );
}

type CommunesProps = { readonly lang: Lang; readonly communes: readonly JudgedCommune[]; readonly whole: readonly Judged[]; readonly month: ProvinceIndicators["month"] };

function Communes({ lang, communes, whole, month }: CommunesProps): Html {
  const groups = terrains.map((terrain) => ({ title: terrainTexts[terrain][lang], rows: communes.filter((row) => row.terrain === terrain) })).filter(({ rows }) => rows.length > 0);
  const columns = whole
    .filter(({ indicator }) => indicator.formula !== "portalOnly")
    .map(
      ({ indicator }): Column<JudgedCommune> => ({
        title: indicator.name[lang],
        cell: (row) => <CommuneShare lang={lang} row={row} indicator={indicator} month={month} />,
        number: true,
      }),
    );
  return <DataTable caption={t.title[lang]} captionHidden groups={groups} columns={[{ title: t.unit[lang], cell: (row) => row.name }, ...columns]} />;
}

function CommuneShare({
  lang,
  row,
  indicator,
  month,
}: {
  readonly lang: Lang;
  readonly row: JudgedCommune;
  readonly indicator: ServiceIndicator;
  readonly month: CommunesProps["month"];
}): Html {
  const share = shareOf(indicator.formula, row);
  const hrefOf = (kind: Evidence): string => paths.evidence(row.communeId, { kind, months: { from: month, to: month } });
  return (
    <>
      <OpenedShare lang={lang} share={share} formula={indicator.formula} hrefOf={hrefOf} />
      <Sub>{standingTexts[row.standings.get(indicator.id) ?? "tooFew"][lang]}</Sub>
    </>
  );
}
