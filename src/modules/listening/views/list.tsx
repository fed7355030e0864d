import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { texts } from "../../../web/texts.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { type Option, RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import type { OpinionRow } from "../queries/opinions.ts";
import { headings } from "../queries/tables.ts";
import { correctTexts } from "../texts/correct.ts";
import { officeTexts as t } from "../texts/office.ts";
import { headingTexts, voiceTexts } from "../texts/words.ts";
import { lookOf, stateWord } from "../work.ts";

export type Filled = { readonly errors: FieldErrors; readonly typed: Typed };

export type ListProps = Filled & {
  readonly lang: Lang;
  readonly now: Date;
  readonly rows: readonly OpinionRow[];
  readonly open: boolean;
  readonly words: string;
  readonly aside: number;
  readonly hamlets: readonly Option[];
  readonly mayTake: boolean;
  readonly mayCount: boolean;
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

/** Opinions of the post, and the ways to what belongs to them. */
export function ListPage(props: ListProps): Html {
  const { lang, now, rows, open, words, aside, mayTake, mayCount, nextHref, firstHref, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.title[lang]}</h1>
      <p>{t.lead[lang]}</p>
      {aside > 0 && (
        <Notice kind="warn" title={t.asideLink[lang](aside)}>
          <p>{t.asideNotice[lang](aside)}</p>
          <a href={paths.aside()}>{t.asideLink[lang](aside)}</a>
        </Notice>
      )}
      <nav class="row" aria-label={t.menu[lang]}>
        <LinkButton href={paths.meetings()} kind="secondary" icon="calendar-days">
          {t.meetings[lang]}
        </LinkButton>
        <LinkButton href={paths.commitments()} kind="secondary" icon="handshake">
          {t.commitments[lang]}
        </LinkButton>
        <LinkButton href={paths.letters()} kind="secondary" icon="file-text">
          {t.letters[lang]}
        </LinkButton>
        {mayCount && (
          <LinkButton href={paths.figures()} kind="secondary" icon="chart-column">
            {t.figures[lang]}
          </LinkButton>
        )}
      </nav>
      <form class="form" method="get" action={paths.list()}>
        <TextField name="tim" type="search" lang={lang} label={t.search[lang]} width="middle" shortcut="/" value={words} optional />
        <RadioGroup
          name="loc"
          lang={lang}
          label={t.state[lang]}
          value={open ? "mo" : "tat-ca"}
          options={[
            { value: "mo", text: t.openOnly[lang] },
            { value: "tat-ca", text: t.all[lang] },
          ]}
        />
        <Row>
          <Button kind="secondary" icon="search">
            {t.searchVerb[lang]}
          </Button>
        </Row>
      </form>
      {rows.length === 0 ? <EmptyState icon="message-square" title={t.emptyTitle[lang]} text={t.emptyText[lang]} /> : <OpinionTable lang={lang} now={now} rows={rows} />}
      <Pager nextHref={nextHref} firstHref={firstHref} shown={t.shown[lang](rows.length)} lang={lang} />
      {mayTake && <TakeForm {...props} />}
    </>
  );
}

type TableProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly rows: readonly OpinionRow[];
  /** Lines of a room that can still be put right. */
  readonly correct?: boolean;
};

/** Opinions as lines of a table. */
export function OpinionTable({ lang, now, rows, correct }: TableProps): Html {
  return (
    <DataTable<OpinionRow>
      caption={t.title[lang]}
      captionHidden
      rows={rows}
      rowId={(row) => `opinion-${row.matterId}`}
      columns={[
        {
          title: t.code[lang],
          cell: (row) => (
            <>
              <a href={paths.opinion(row.publicRef)}>{row.code}</a>
              <Sub>{formatDate(dayOf(row.takenAt), lang)}</Sub>
            </>
          ),
        },
        {
          title: t.said[lang],
          cell: (row) => (
            <>
              {row.said.length > 200 ? `${row.said.slice(0, 200)}…` : row.said}
              <Sub>{[headingTexts[row.heading][lang], voiceTexts[row.voice][lang], ...(row.hamletName ? [row.hamletName] : [])].join(" · ")}</Sub>
              {correct && (
                <Sub>
                  <a href={paths.correct(row.publicRef)}>
                    {correctTexts.verb[lang]}
                    <span class="sr-only"> {row.code}</span>
                  </a>
                </Sub>
              )}
            </>
          ),
        },
        { title: t.state[lang], cell: (row) => <OpinionState row={row} lang={lang} now={now} /> },
        {
          title: t.ownerColumn[lang],
          cell: (row) => (
            <>
              {row.assigneeName ?? t.noOwner[lang]}
              {row.dueAt !== null && row.settledAt === null && <Sub>{`${t.due[lang]}: ${formatMoment(row.dueAt, lang)}`}</Sub>}
            </>
          ),
        },
      ]}
    />
  );
}

function OpinionState({ row, lang, now }: { readonly row: OpinionRow; readonly lang: Lang; readonly now: Date }): Html {
  const late = row.settledAt === null && row.dueAt !== null && row.dueAt < now;
  return (
    <>
      <StateTag state={late ? "late" : lookOf(row.state)} lang={lang} word={late ? undefined : stateWord(row.state)[lang]} />
      {row.writtenAt !== null && <Sub>{texts.written[lang]}</Sub>}
      {row.contests > 0 && <Sub>{t.contestedTimes[lang](row.contests)}</Sub>}
    </>
  );
}

function TakeForm({ lang, hamlets, errors, typed }: ListProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <Stack>
      <h2 id="ghi">{t.takeTitle[lang]}</h2>
      <form class="form" method="post" action={paths.take()}>
        <HeadingField lang={lang} value={typedText(typed, "heading")} error={errors["heading"]?.[lang]} />
        <TextArea {...field("said")} label={t.said[lang]} rows={3} maxlength={4_000} />
        <Select {...field("hamlet")} label={t.hamlet[lang]} options={hamlets} optional />
        <TextField {...field("fullName")} label={t.fullName[lang]} hint={t.fullNameHint[lang]} maxlength={100} optional />
        <TextField {...field("phone")} label={t.phone[lang]} type="tel" inputmode="tel" width="middle" maxlength={20} optional />
        <Row>
          <Button icon="plus">{t.take[lang]}</Button>
        </Row>
      </form>
    </Stack>
  );
}

/** The four headings, all in view. */
export function HeadingField({ lang, value, error }: { readonly lang: Lang; readonly value: string; readonly error: string | undefined }): Html {
  return (
    <RadioGroup
      name="heading"
      lang={lang}
      label={t.heading[lang]}
      value={value || "proposal"}
      error={error}
      options={headings.map((one) => ({ value: one, text: headingTexts[one][lang] }))}
    />
  );
}
