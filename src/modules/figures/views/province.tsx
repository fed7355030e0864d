import { formatDate, formatMoment } from "../../../base/day/format.ts";
import type { DayRange } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState } from "../../../web/views/parts.tsx";
import { type Column, DataTable } from "../../../web/views/table.tsx";
import type { Evidence } from "../evidence.ts";
import { answeredOf, onTimeOf } from "../indicators.ts";
import { paths } from "../paths.ts";
import type { CommuneRow, ProvinceFigures } from "../service/province.ts";
import type { Repeats } from "../service/repeats.ts";
import { evidenceTexts } from "../texts/evidence.ts";
import { provinceTexts as t } from "../texts/province.ts";
import { repeatTexts } from "../texts/repeats.ts";
import { percentOf } from "./words.ts";

type Props = { readonly lang: Lang; readonly figures: ProvinceFigures; readonly repeats: ReadonlyMap<number, Repeats>; readonly postHref: string | null };

/** Every commune on one page: what is open now, and what was done in this month and the two before. */
export function ProvincePage({ lang, figures, repeats, postHref }: Props): Html {
  const { rows, from, to, countedAt } = figures;
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <p>
        {t.lead[lang](formatDate(from, lang))} {countedAt && t.counted[lang](formatMoment(countedAt, lang))}
      </p>
      <p class="row no-print">
        <a href={paths.indicatorsOf(to)}>{t.toIndicators[lang]}</a>
        {postHref && <a href={postHref}>{t.toPost[lang]}</a>}
      </p>
      {rows.length === 0 ? (
        <EmptyState icon="chart-column" title={t.empty[lang]} />
      ) : (
        <>
          <p class="quiet">{t.opens[lang]}</p>
          <DataTable caption={t.title[lang]} captionHidden rows={rows} columns={columnsOf(lang, { from, to }, repeats)} />
        </>
      )}
      <p class="quiet">{t.note[lang]}</p>
      <Definitions lang={lang} kinds={["open", "lateNow", "received", "answered", "timed", "onTime", "extended", "late"]} />
    </>
  );
}

function columnsOf(lang: Lang, months: DayRange, repeats: Props["repeats"]): readonly [Column<CommuneRow>, ...Column<CommuneRow>[]] {
  const opened = (row: CommuneRow, kind: Evidence, count: number, text = String(count)): Html =>
    count === 0 ? "0" : <a href={paths.evidence(row.communeId, { kind, months })}>{text}</a>;
  return [
    { title: t.commune[lang], cell: (row) => row.name },
    { title: t.open[lang], cell: (row) => opened(row, "open", row.open), number: true },
    { title: t.late[lang], cell: (row) => opened(row, "lateNow", row.lateNow), number: true },
    { title: t.received[lang], cell: (row) => opened(row, "received", row.tally.received), number: true },
    { title: t.settled[lang], cell: (row) => opened(row, "answered", answeredOf(row.tally)), number: true },
    { title: t.onTime[lang], cell: (row) => opened(row, "onTime", onTimeOf(row.tally).part, percentOf(onTimeOf(row.tally), lang)), number: true },
    { title: t.wasLate[lang], cell: (row) => opened(row, "late", row.tally.late), number: true },
    {
      title: repeatTexts.repeats[lang],
      cell: ({ communeId }) => {
        const { repeated, requests } = repeats.get(communeId) ?? { repeated: 0, requests: 0 };
        const text = repeatTexts.repeatsOf[lang](repeated, requests);
        return repeated > 0 ? <a href={paths.repeats(communeId)}>{text}</a> : text;
      },
      number: true,
    },
    { title: t.satisfied[lang], cell: (row) => percentOf(row.ratings, lang), number: true },
  ];
}

/** Figures in words. */
export function Definitions({ lang, kinds }: { readonly lang: Lang; readonly kinds: readonly Evidence[] }): Html {
  return (
    <section>
      <h2>{t.definitions[lang]}</h2>
      <dl class="facts">
        {kinds.map((kind) => (
          <div>
            <dt>{evidenceTexts[kind].name[lang]}</dt>
            <dd>{evidenceTexts[kind].meaning[lang]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
