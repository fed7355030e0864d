import type { Lang } from "../../../base/lang.ts";
import { Button } from "../../../web/views/button.tsx";
import { Select } from "../../../web/views/form/choice.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row, Stack } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { officeTexts as t } from "../texts/office.ts";
import { type YearPart, yearParts } from "../year-part.ts";

export type FigureLine = {
  readonly name: string;
  readonly cases: number | null;
  readonly people: number | null;
  readonly casesBefore: number | null;
  readonly peopleBefore: number | null;
};
export type FiguresProps = {
  readonly lang: Lang;
  readonly year: number;
  readonly part: YearPart;
  /** A year that still runs is not given to the public. */
  readonly mayRelease: boolean;
  readonly from: string;
  readonly to: string;
  readonly natures: readonly FigureLine[];
  readonly measures: readonly FigureLine[];
};

function partWord(part: YearPart, lang: Lang): string {
  if (part === "year") return t.wholeYear[lang];
  if (part === "half") return t.halfYear[lang];
  return (part.startsWith("q") ? t.quarter : t.month)[lang](part.slice(1));
}

/** The table of a year or a part of it: cases and people, what was done, each beside the year before. */
export function FiguresPage({ lang, year, part, mayRelease, from, to, natures, measures }: FiguresProps): Html {
  return (
    <Stack>
      <p class="quiet">
        <a href={paths.list()}>{t.back[lang]}</a>
      </p>
      <h1>
        {t.figures[lang]} {part === "year" ? year : `${partWord(part, lang)}/${year}`}
      </h1>
      <p class="lead">{t.figuresLead[lang](from, to)}</p>
      <form class="form" method="get" action={paths.figures()}>
        <TextField name="nam" lang={lang} label={t.year[lang]} value={String(year)} width="short" inputmode="numeric" maxlength={4} />
        <Select name="ky" lang={lang} label={t.part[lang]} options={yearParts.map((one) => ({ value: one, text: partWord(one, lang) }))} value={part} />
        <Row>
          <Button kind="secondary">{t.showYear[lang]}</Button>
        </Row>
      </form>
      <Table lang={lang} caption={t.byNature[lang]} rows={natures} titles={[t.cases, t.persons2, t.casesBefore, t.peopleBefore].map((one) => one[lang])} />
      <Table lang={lang} caption={t.byMeasure[lang]} rows={measures} titles={[t.times, t.peopleColumn, t.timesBefore, t.peopleColumnBefore].map((one) => one[lang])} />
      <p>
        <a href={`${paths.book()}?nam=${year}`}>{t.toBook[lang]}</a>
      </p>
      {part === "year" && !mayRelease && <p class="quiet">{t.releaseLater[lang]}</p>}
      {part === "year" && mayRelease && (
        <form method="post" action={paths.release()}>
          <input type="hidden" name="nam" value={year} />
          <Button kind="secondary" consequence={t.releaseText[lang]}>
            {t.release[lang]}
          </Button>
        </form>
      )}
    </Stack>
  );
}

type TableProps = { readonly lang: Lang; readonly caption: string; readonly rows: readonly FigureLine[]; readonly titles: readonly string[] };

function Table({ lang, caption, rows, titles }: TableProps): Html {
  const cells = [(row: FigureLine) => row.cases, (row: FigureLine) => row.people, (row: FigureLine) => row.casesBefore, (row: FigureLine) => row.peopleBefore];
  return (
    <DataTable<FigureLine>
      caption={caption}
      rows={rows}
      rowId={(row) => `${caption}-${row.name}`.replace(/\s/g, "-")}
      columns={[
        { title: t.what[lang], cell: (row) => row.name },
        ...cells.map((cell, i) => ({ title: titles[i] ?? "", cell: (row: FigureLine) => String(cell(row) ?? t.noPostYet[lang]), number: true })),
      ]}
    />
  );
}
