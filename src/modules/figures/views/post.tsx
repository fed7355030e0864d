import { formatMoment, formatMonth } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Figure, Grid } from "../../../web/views/parts.tsx";
import { DataTable, Sub } from "../../../web/views/table.tsx";
import type { Evidence } from "../evidence.ts";
import { answeredOf, onTimeOf, satisfiedOf } from "../indicators.ts";
import { paths } from "../paths.ts";
import type { PostFigures } from "../service/post.ts";
import { monthFigures, timesOf } from "../shown.ts";
import { quantileOf, type Tally } from "../tally.ts";
import { evidenceTexts } from "../texts/evidence.ts";
import { indicatorTexts } from "../texts/indicators.ts";
import { postTexts as t } from "../texts/post.ts";
import { provinceTexts } from "../texts/province.ts";
import { JudgedTable, Total, Year } from "./indicators.tsx";
import { MonthForm, type MonthFormProps } from "./month.tsx";
import { officeTime, percentOf } from "./words.ts";

type Props = MonthFormProps & {
  readonly shown: PostFigures | null;
  /** What a procedure is called, by its code. */
  readonly procedureName: (code: string) => string;
};
type Shown = { readonly lang: Lang; readonly figures: PostFigures; readonly procedureName: Props["procedureName"] };

/** A chief's own months: figures that open their dossiers, indicators, twelve months, procedures, ratings. */
export function PostPage(props: Props): Html {
  const { lang, shown, procedureName } = props;
  return (
    <>
      <h1>{t.title[lang]}</h1>
      {shown && <p>{shown.countedAt ? t.lead[lang](formatMoment(shown.countedAt, lang)) : t.neverCounted[lang]}</p>}
      <MonthForm {...props} action={paths.post()} />
      {shown && <Month lang={lang} figures={shown} procedureName={procedureName} />}
    </>
  );
}

function Month({ lang, figures, procedureName }: Shown): Html {
  const { month, open, lateNow, judged, year } = figures;
  const opens = (kind: Evidence): string => paths.postEvidence({ kind, months: { from: month, to: month } });
  const face = (kind: Evidence, count: number): Html => <Figure value={String(count)} meaning={evidenceTexts[kind].name[lang]} href={count > 0 ? opens(kind) : undefined} />;
  return (
    <>
      <h2>{t.now[lang]}</h2>
      <Grid items={[face("open", open), face("lateNow", lateNow)]} />
      <h2>{t.monthOf[lang](formatMonth(month, lang))}</h2>
      <CountTable lang={lang} figures={figures} opens={opens} />
      <h2>{indicatorTexts.title[lang]}</h2>
      <p>{indicatorTexts.basis[lang]}</p>
      <JudgedTable lang={lang} judged={judged} hrefOf={opens} />
      <Total lang={lang} judged={judged} />
      <h2>{t.year[lang]}</h2>
      <Year lang={lang} year={year} indicators={judged.map(({ indicator }) => indicator)} />
      <Procedures lang={lang} figures={figures} procedureName={procedureName} />
      <Ratings lang={lang} figures={figures} procedureName={procedureName} />
      <p class="no-print">
        <a href={paths.postSheet(month)}>{indicatorTexts.xlsx[lang]}</a>
      </p>
      <p class="quiet no-print">{indicatorTexts.printHint[lang]}</p>
    </>
  );
}

function CountTable({ lang, figures, opens }: { readonly lang: Lang; readonly figures: PostFigures; readonly opens: (kind: Evidence) => string }): Html {
  const { tally } = figures;
  const median = quantileOf(tally.handling, 0.5);
  const opened = monthFigures.map(([kind, count]) => {
    const value = count(tally);
    return {
      name: evidenceTexts[kind].name[lang],
      value: value > 0 ? <a href={opens(kind)}>{value}</a> : "0",
      sub: timesIn(tally, kind, lang),
      meaning: evidenceTexts[kind].meaning[lang],
    };
  });
  const asked = tally.pauses - tally.unaskedPauses;
  const rows = [
    ...opened,
    { name: t.pausesName[lang], value: t.pauseCounts[lang](asked, tally.unaskedPauses), sub: null, meaning: t.pausesMeaning[lang] },
    { name: t.pausedTime[lang], value: officeTime(tally.pausedMinutes, lang), sub: null, meaning: t.pausedTimeMeaning[lang] },
    { name: t.median[lang], value: median === null ? "–" : t.about[lang](officeTime(median, lang)), sub: null, meaning: t.medianMeaning[lang] },
  ];
  return (
    <DataTable
      caption={t.monthOf[lang](formatMonth(figures.month, lang))}
      captionHidden
      rows={rows}
      columns={[
        { title: t.figure[lang], cell: (row) => row.name },
        {
          title: t.value[lang],
          cell: (row) => (
            <>
              {row.value} {row.sub && <Sub>{row.sub}</Sub>}
            </>
          ),
          number: true,
        },
        { title: t.meaning[lang], cell: (row) => row.meaning },
      ]}
    />
  );
}

/** How often it befell these dossiers, where that is more than once each. */
function timesIn(tally: Tally, kind: Evidence, lang: Lang): string | null {
  const times = timesOf[kind]?.(tally) ?? 0;
  return times > 0 ? provinceTexts.times[lang](times) : null;
}

function Procedures({ lang, figures, procedureName }: Shown): Html {
  const { month, procedures } = figures;
  if (procedures.length === 0) return null;
  const opened = (procedureCode: string, kind: Evidence, count: number): Html =>
    count > 0 ? <a href={paths.postEvidence({ kind, months: { from: month, to: month }, procedureCode })}>{count}</a> : "0";
  const median = (tally: Tally): string => {
    const minutes = quantileOf(tally.handling, 0.5);
    return minutes === null ? "–" : t.about[lang](officeTime(minutes, lang));
  };
  return (
    <DataTable
      caption={t.byProcedure[lang]}
      rows={procedures}
      columns={[
        { title: t.byProcedure[lang], cell: (row) => procedureName(row.procedureCode) },
        { title: evidenceTexts.received.name[lang], cell: (row) => opened(row.procedureCode, "received", row.tally.received), number: true },
        { title: evidenceTexts.answered.name[lang], cell: (row) => opened(row.procedureCode, "answered", answeredOf(row.tally)), number: true },
        { title: evidenceTexts.onTime.name[lang], cell: (row) => opened(row.procedureCode, "onTime", onTimeOf(row.tally).part), number: true },
        { title: evidenceTexts.late.name[lang], cell: (row) => opened(row.procedureCode, "late", row.tally.late), number: true },
        { title: t.median[lang], cell: (row) => median(row.tally), number: true },
      ]}
    />
  );
}

function Ratings({ lang, figures, procedureName }: Shown): Html {
  const parcels = figures.parcels.toReversed();
  return (
    <section>
      <h2>{t.ratings[lang]}</h2>
      <p>{t.ratingsLead[lang]}</p>
      {parcels.length === 0 ? (
        <EmptyState icon="chart-column" title={t.noRatings[lang]} />
      ) : (
        <DataTable
          caption={t.ratings[lang]}
          captionHidden
          rows={parcels}
          columns={[
            { title: t.span[lang], cell: ({ fromMonth, toMonth }) => spanOf(fromMonth, toMonth, lang) },
            {
              title: t.byProcedure[lang],
              cell: ({ procedureCode }) => (procedureCode === "" ? <Sub>{t.severalProcedures[lang]}</Sub> : procedureName(procedureCode)),
            },
            { title: t.ratingCount[lang], cell: (one) => one.verySatisfied + one.satisfied + one.notSatisfied, number: true },
            { title: t.verySatisfied[lang], cell: (one) => one.verySatisfied, number: true },
            { title: t.satisfied[lang], cell: (one) => one.satisfied, number: true },
            { title: t.notSatisfied[lang], cell: (one) => one.notSatisfied, number: true },
            { title: provinceTexts.satisfied[lang], cell: (one) => percentOf(satisfiedOf([one]), lang), number: true },
          ]}
        />
      )}
    </section>
  );
}

function spanOf(from: PostFigures["month"], to: PostFigures["month"], lang: Lang): string {
  return from === to ? formatMonth(to, lang) : t.fromTo[lang](formatMonth(from, lang), formatMonth(to, lang));
}
