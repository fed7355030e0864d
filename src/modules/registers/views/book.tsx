import { formatDong } from "../../../base/dong.ts";
import { shortName } from "../../../base/identity.ts";
import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Stack } from "../../../web/views/parts.tsx";
import { type StateLook, StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { dueCell, instant, remarksCell, sumsLine } from "../cells.ts";
import type { Period } from "../forms.ts";
import { paths } from "../paths.ts";
import type { Standing } from "../queries/book.ts";
import type { BookRow, BookPage as Page } from "../service/book.ts";
import { bookTexts as t } from "../texts/book.ts";
import { ExportForm } from "./export.tsx";
import { PeriodForm } from "./period.tsx";

type Fields = { readonly lang: Lang; readonly errors: FieldErrors; readonly typed: Typed };
type Shown = Page & { readonly period: Period; readonly periodShown: string; readonly nextHref: string | null; readonly paged: boolean };

export type BookProps = Fields & {
  /** Null: the period was not understood, and there is nothing to show. */
  readonly shown: Shown | null;
};

/** The register of a period: its lines, what they come to, and the way out of the house. */
export function BookPage(props: BookProps): Html {
  const { lang, errors, shown } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.title[lang]}</h1>
      <PeriodForm {...props} action={paths.book()} />
      {shown && <Lines {...shown} lang={lang} />}
      {shown && shown.rows.length > 0 && <ExportForm {...props} period={shown.period} action={paths.bookExport()} title={t.exportTitle[lang]} lead={t.exportLead[lang]} />}
    </>
  );
}

function Lines({ lang, rows, sums, periodShown, period, nextHref, paged }: Shown & { readonly lang: Lang }): Html {
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  return (
    <Stack>
      <h2>{periodShown}</h2>
      {rows.length === 0 ? (
        <EmptyState icon="book-open" title={t.emptyTitle[lang]} text={t.emptyText[lang]} />
      ) : (
        <p>{sumsLine(sums, lang, (sum) => formatDong(sum, lang)).join(" · ")}</p>
      )}
      {rows.length > 0 && <BookTable rows={rows} lang={lang} />}
      {rows.length > 0 && <Pager nextHref={nextHref} firstHref={paged ? paths.bookOf(period) : null} shown={t.shown[lang](first, last, sums.counts.all)} lang={lang} />}
    </Stack>
  );
}

const looks: Readonly<Record<Standing, StateLook>> = { onTime: "done", late: "late", running: "working", paused: "paused", stopped: "returned", untimed: "received" };

function BookTable({ rows, lang }: { readonly rows: readonly BookRow[]; readonly lang: Lang }): Html {
  return (
    <DataTable<BookRow>
      caption={t.title[lang]}
      captionHidden
      rows={rows}
      rowId={(row) => `line-${row.number}`}
      columns={[
        {
          title: t.dossier[lang],
          cell: (row) => (
            <>
              <a href={paths.course(row.publicRef)}>{row.code}</a>
              <Sub>{`${row.number}. ${row.procedure}`}</Sub>
            </>
          ),
        },
        {
          title: t.person[lang],
          cell: (row) => (
            <>
              {shortName(row.fullName)}
              <Sub>{[t.papersIn[lang](row.papers), t.channels[row.channel][lang], t.feeIn[lang](formatDong(row.feeDong, lang))].join(" · ")}</Sub>
            </>
          ),
        },
        {
          title: t.times[lang],
          cell: (row) => (
            <>
              {instant(row.receivedAt, lang)}
              <Sub>{t.dueBy[lang](dueCell(row, lang) || t.noTerm[lang])}</Sub>
            </>
          ),
        },
        {
          title: t.handedOverAt[lang],
          cell: (row) => (
            <>
              <StateTag state={looks[row.standing]} lang={lang} word={t.standings[row.standing][lang]} />
              <Sub>{row.handedOverAt ? instant(row.handedOverAt, lang) : t.notYet[lang]}</Sub>
            </>
          ),
        },
        { title: t.remarks[lang], cell: (row) => remarksCell(row, lang) || t.none[lang] },
      ]}
    />
  );
}
