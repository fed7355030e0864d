import { formatDate } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Row } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import type { FigureRow, OpinionRow } from "../queries/opinions.ts";
import { officeTexts as t } from "../texts/office.ts";
import { headingTexts } from "../texts/words.ts";
import type { Filled } from "./list.tsx";

/** What came all at once by web, to be taken in or discarded. */
export function AsidePage({ lang, rows, words, errors, typed }: Filled & { readonly lang: Lang; readonly rows: readonly OpinionRow[]; readonly words: string }): Html {
  const ticked = typedList(typed, "refs");
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.list()}>{t.back[lang]}</a>
      </p>
      <h1>{t.asideTitle[lang]}</h1>
      <p>{t.asideLead[lang]}</p>
      <form class="form" method="get" action={paths.aside()}>
        <TextField name="tim" type="search" lang={lang} label={t.search[lang]} width="middle" value={words} optional />
        <Row>
          <Button kind="secondary" icon="search">
            {t.searchVerb[lang]}
          </Button>
        </Row>
      </form>
      {rows.length === 0 ? (
        <EmptyState icon="inbox" title={t.asideNone[lang]} />
      ) : (
        <form class="form" method="post" action={paths.aside()}>
          <CheckGroup
            name="refs"
            lang={lang}
            label={t.tick[lang]}
            error={errors["refs"]?.[lang]}
            values={ticked}
            options={rows.map((row) => ({
              value: row.publicRef,
              text: row.said.slice(0, 300),
              hint: `${row.code} · ${formatDate(dayOf(row.takenAt), lang)} · ${headingTexts[row.heading][lang]}`,
            }))}
          />
          <TextField name="reason" lang={lang} label={t.discardReason[lang]} value={typedText(typed, "reason")} error={errors["reason"]?.[lang]} maxlength={200} optional />
          <Row>
            <Button name="act" value="takeIn">
              {t.takeIn[lang]}
            </Button>
            <Button kind="danger" name="act" value="discard">
              {t.discard[lang]}
            </Button>
          </Row>
        </form>
      )}
    </>
  );
}

type Counts = { readonly name: string; readonly all: number; readonly open: number; readonly late: number };
export type Figures =
  | { readonly kind: "post"; readonly rows: readonly FigureRow[]; readonly kept: { readonly all: number; readonly carriedOut: number; readonly failed: number } }
  | { readonly kind: "province"; readonly rows: readonly Counts[] };

/** What opinions come to in the month so far. */
export function FiguresPage({ lang, period, figures }: { readonly lang: Lang; readonly period: string; readonly figures: Figures }): Html {
  return (
    <>
      <h1>{t.figuresTitle[lang]}</h1>
      <p>{period}</p>
      {figures.kind === "province" ? (
        <DataTable<Counts>
          caption={t.figuresTitle[lang]}
          captionHidden
          rows={figures.rows}
          columns={[
            { title: t.unit[lang], cell: ({ name }) => name },
            { title: t.countAll[lang], number: true, cell: ({ all }) => all },
            { title: t.countOpen[lang], number: true, cell: ({ open }) => open },
            { title: t.countLate[lang], number: true, cell: ({ late }) => late },
          ]}
        />
      ) : (
        <>
          <DataTable<FigureRow>
            caption={t.figuresTitle[lang]}
            captionHidden
            rows={figures.rows}
            columns={[
              { title: t.heading[lang], cell: ({ heading }) => headingTexts[heading][lang] },
              { title: t.countAll[lang], number: true, cell: ({ all }) => all },
              { title: t.countOpen[lang], number: true, cell: ({ open }) => open },
              { title: t.countOnSpot[lang], number: true, cell: ({ onSpot }) => onSpot },
              { title: t.countInTime[lang], number: true, cell: ({ inTime }) => inTime },
              { title: t.countLate[lang], number: true, cell: ({ late }) => late },
              { title: t.countContested[lang], number: true, cell: ({ contested }) => contested },
            ]}
          />
          <p>{t.kept[lang](figures.kept.carriedOut, figures.kept.all, figures.kept.failed)}</p>
        </>
      )}
    </>
  );
}
