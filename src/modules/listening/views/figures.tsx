import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { DataTable } from "../../../web/views/table.tsx";
import type { FigureRow } from "../queries/opinions.ts";
import { officeTexts as t } from "../texts/office.ts";
import { headingTexts } from "../texts/words.ts";

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
