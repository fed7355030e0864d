import { formatDate } from "../../../base/day/format.ts";
import { formatDong } from "../../../base/dong.ts";
import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import { instant } from "../cells.ts";
import { type ExemptionName, feeLines, feeTotals, isFeeLine } from "../fee-cells.ts";
import { paths } from "../paths.ts";
import type { FeeDay } from "../service/fees.ts";
import { feeTexts as t } from "../texts/fees.ts";

export type FeesProps = {
  readonly lang: Lang;
  readonly errors: FieldErrors;
  readonly typed: Typed;
  /** Null: the day was not understood. */
  readonly day: FeeDay | null;
  readonly exemption: ExemptionName;
  readonly mayClose: boolean;
};

/** The fees of one day, and its closing. */
export function FeesPage(props: FeesProps): Html {
  const { lang, errors, typed, day } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.title[lang]}</h1>
      <form class="form" method="get" action={paths.fees()}>
        <DateField name="ngay" lang={lang} label={t.day[lang]} value={typedText(typed, "ngay")} error={errors["ngay"]?.[lang]} />
        <Row>
          <Button kind="secondary" icon="calendar-days">
            {t.show[lang]}
          </Button>
        </Row>
      </form>
      {day && <Day {...props} day={day} />}
    </>
  );
}

type DayProps = Omit<FeesProps, "day"> & { readonly day: FeeDay };

function Day(props: DayProps): Html {
  const { lang, day, exemption } = props;
  const some = day.entries.some(isFeeLine);
  return (
    <>
      <h2>{t.shownDay[lang](formatDate(day.takenOn, lang))}</h2>
      <Standing {...props} />
      {day.dossiers === 0 ? (
        <EmptyState icon="book-open" title={t.nobody[lang]} />
      ) : (
        <>
          <DataTable<readonly string[]>
            caption={t.shownDay[lang](formatDate(day.takenOn, lang))}
            captionHidden
            rows={feeTotals(day, lang)}
            columns={[{ title: t.officer[lang], cell: ([name]) => name }, ...[t.dossiers, t.charged, t.exempted, t.sum].map((title, i) => figure(title[lang], i + 1))]}
          />
          <h3>{t.lines[lang]}</h3>
          {some ? <EntryTable lang={lang} title={t.lines[lang]} rows={feeLines(day.entries, exemption, lang)} /> : <p>{t.nothing[lang]}</p>}
        </>
      )}
      <Row>
        <LinkButton href={paths.feesPdf(day.takenOn)} kind="secondary" icon="printer" print>
          {t.print[lang]}
        </LinkButton>
      </Row>
    </>
  );
}

const figure = (title: string, at: number) => ({ title, cell: (row: readonly string[]) => row[at], number: true });

function EntryTable({ lang, title, rows }: { readonly lang: Lang; readonly title: string; readonly rows: readonly (readonly string[])[] }): Html {
  return (
    <DataTable<readonly string[]>
      caption={title}
      captionHidden
      rows={rows}
      columns={[
        { title: t.code[lang], cell: ([code]) => code },
        { title: t.procedure[lang], cell: (row) => row[1] },
        { title: t.receivedAt[lang], cell: (row) => row[2] },
        { title: t.officer[lang], cell: (row) => row[3] },
        figure(t.fee[lang], 4),
        { title: t.ground[lang], cell: (row) => row[5] || t.noGround[lang] },
      ]}
    />
  );
}

/** Whether the day is closed, and if so what differs; if not, the way to close it. */
function Standing(props: DayProps): Html {
  const { lang, day } = props;
  const { closing, difference } = day;
  if (!closing || !difference) return <Open {...props} />;
  const told = t.closedBy[lang](closing.closedByName, instant(closing.closedAt, lang), closing.dossiers, formatDong(closing.sumDong, lang));
  return (
    <>
      <Notice kind="success" title={t.closed[lang]} level={3}>
        <p>
          {told} {difference.entries.length === 0 && t.noDifference[lang]}
        </p>
      </Notice>
      {difference.entries.length > 0 && (
        <Notice kind="warn" title={t.difference[lang](difference.entries.length, formatDong(difference.sumDong, lang))} level={3}>
          <p>{t.differenceText[lang]}</p>
          <EntryTable lang={lang} title={t.differenceText[lang]} rows={feeLines(difference.entries, props.exemption, lang, { all: true })} />
        </Notice>
      )}
    </>
  );
}

function Open({ lang, day, mayClose }: DayProps): Html {
  return (
    <Notice kind="info" title={t.notClosed[lang]} level={3}>
      <p>{t.notClosedText[lang]}</p>
      {mayClose && (
        <form method="post" action={paths.closing()}>
          <input type="hidden" name="ngay" value={day.takenOn} />
          <input type="hidden" name="dossiers" value={String(day.dossiers)} />
          <input type="hidden" name="sum" value={String(day.sumDong)} />
          <Button icon="lock" consequence={t.closeConsequence[lang](day.dossiers, formatDong(day.sumDong, lang))}>
            {t.close[lang]}
          </Button>
        </form>
      )}
    </Notice>
  );
}
