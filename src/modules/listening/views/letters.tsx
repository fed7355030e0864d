import { formatDate, formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager } from "../../../web/views/table.tsx";
import { ExportForm, type Period, PeriodForm } from "../../registers/index.ts";
import { bookCells, bookColumns } from "../documents/letter-book.ts";
import { paths } from "../paths.ts";
import type { LetterRow } from "../queries/letters.ts";
import type { BookLine } from "../service/letters.ts";
import { letterTexts as t } from "../texts/letters.ts";
import { officeTexts } from "../texts/office.ts";
import { letterKindTexts } from "../texts/words.ts";
import { lookOf, stateWord } from "../work.ts";
import type { Filled } from "./list.tsx";
import { Top } from "./top.tsx";

type LettersProps = Filled & {
  readonly lang: Lang;
  readonly now: Date;
  readonly rows: readonly LetterRow[];
  readonly mayTake: boolean;
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

/** Letters that are open, and entering one. */
export function LettersPage(props: LettersProps): Html {
  const { lang, now, rows, mayTake, errors, nextHref, firstHref } = props;
  return (
    <>
      <Top lang={lang} errors={errors} title={t.title[lang]} lead={t.lead[lang]} />
      <Notice kind="warn" title={t.crime[lang]} />
      <Row>
        <LinkButton href={paths.book()} kind="secondary" icon="book-open">
          {t.book[lang]}
        </LinkButton>
      </Row>
      {rows.length === 0 ? <EmptyState icon="file-text" title={t.emptyTitle[lang]} /> : <LetterTable lang={lang} now={now} rows={rows} />}
      <Pager {...{ nextHref, firstHref, lang }} shown={officeTexts.shown[lang](rows.length)} />
      {mayTake && <EnterForm {...props} />}
    </>
  );
}

/** Letters as lines of a table: no name, no content. */
export function LetterTable({ lang, now, rows }: { readonly lang: Lang; readonly now: Date; readonly rows: readonly LetterRow[] }): Html {
  const late = (row: LetterRow): boolean => row.closedAt === null && row.dueAt !== null && row.dueAt < now;
  return (
    <DataTable<LetterRow>
      caption={t.title[lang]}
      captionHidden
      rows={rows}
      columns={[
        { title: t.code[lang], cell: (row) => <a href={paths.letter(row.publicRef)}>{row.code}</a> },
        { title: t.kind[lang], cell: (row) => (row.kind ? letterKindTexts[row.kind][lang] : t.notSorted[lang]) },
        { title: t.receivedOn[lang], cell: (row) => formatDate(row.receivedOn, lang) },
        { title: t.due[lang], cell: (row) => (row.dueAt && row.closedAt === null ? formatMoment(row.dueAt, lang) : "") },
        { title: t.state[lang], cell: (row) => <StateTag state={late(row) ? "late" : lookOf(row.state)} lang={lang} word={late(row) ? undefined : stateWord(row.state)[lang]} /> },
      ]}
    />
  );
}

function EnterForm({ lang, errors, typed }: LettersProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <Stack>
      <h2>{t.newTitle[lang]}</h2>
      <form class="form" method="post" action={paths.letters()}>
        <DateField {...field("receivedOn")} label={t.receivedOn[lang]} />
        <TextArea {...field("content")} label={t.content[lang]} hint={t.contentHint[lang]} maxlength={4_000} />
        <TextField
          {...field("people")}
          label={t.people[lang]}
          hint={t.peopleHint[lang]}
          value={typedText(typed, "people") || "1"}
          width="short"
          inputmode="numeric"
          maxlength={4}
        />
        <TextField {...field("handledBefore")} label={t.handledBefore[lang]} maxlength={300} optional />
        <h3>{t.sender[lang]}</h3>
        <TextField {...field("fullName")} label={t.fullName[lang]} hint={officeTexts.fullNameHint[lang]} maxlength={100} optional />
        <TextField {...field("address")} label={t.address[lang]} maxlength={300} optional />
        <TextField {...field("phone")} label={t.phone[lang]} type="tel" inputmode="tel" width="middle" maxlength={20} optional />
        <TextField {...field("idNumber")} label={t.idNumber[lang]} width="middle" maxlength={20} optional />
        <Row>
          <Button icon="plus">{t.enter[lang]}</Button>
        </Row>
      </form>
    </Stack>
  );
}

type BookShown = {
  readonly period: Period;
  readonly about: string;
  readonly lines: readonly BookLine[];
  readonly all: number;
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

export type BookProps = Filled & {
  readonly lang: Lang;
  readonly agency: string;
  /** Null: the period was not understood, and there is nothing to show. */
  readonly shown: BookShown | null;
  readonly mayTakeOut: boolean;
};

/** Book 03/TCD on the screen: all thirteen columns, persons and contents closed. */
export function BookPage({ lang, agency, shown, mayTakeOut, errors, typed }: BookProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.letters()}>{t.back[lang]}</a>
      </p>
      <h1>{t.book[lang]}</h1>
      <p>{t.bookLead[lang]}</p>
      <PeriodForm lang={lang} errors={errors} typed={typed} action={paths.book()} />
      {shown && <Lines {...shown} {...{ lang, agency, errors, typed, mayTakeOut }} />}
    </>
  );
}

function Lines({ lang, agency, period, about, lines, all, mayTakeOut, nextHref, firstHref, errors, typed }: BookShown & Omit<BookProps, "shown">): Html {
  const cells = lines.map((line) => bookCells(line, { lang, agency }));
  const [first, ...others] = bookColumns.map((title, i) => ({ title: title[lang], cell: (row: (typeof cells)[number]) => row[i] ?? "" }));
  if (!first) return null;
  return (
    <>
      <h2>{about}</h2>
      {lines.length === 0 ? <p>{t.lines[lang](0)}</p> : <DataTable caption={t.book[lang]} captionHidden rows={cells} columns={[first, ...others]} />}
      <Pager nextHref={nextHref} firstHref={firstHref} shown={t.lines[lang](all)} lang={lang} />
      {mayTakeOut && <ExportForm lang={lang} errors={errors} typed={typed} period={period} action={paths.takeOut()} title={t.takeOutTitle[lang]} lead={t.takeOutLead[lang]} />}
    </>
  );
}
