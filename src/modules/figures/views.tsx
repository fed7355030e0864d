import type { Lang } from "../../base/lang.ts";
import type { Html } from "../../web/views/html.ts";
import { EmptyState } from "../../web/views/parts.tsx";
import { DataTable } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import type { CommuneFigures } from "./queries.ts";
import type { Repeats } from "./repeats.tsx";
import { texts } from "./texts.ts";

export type FigureRow = CommuneFigures & {
  readonly name: string;
  /** Percent of ratings that are satisfied or better; null below five. */
  readonly satisfied: number | null;
  readonly repeats: Repeats;
};

/** Every commune on one page. */
export function FiguresPage({ lang, rows, since }: { readonly lang: Lang; readonly rows: readonly FigureRow[]; readonly since: string }): Html {
  const share = (value: number | null): string => (value === null ? texts.tooFew[lang] : texts.percent[lang](value));
  return (
    <>
      <h1>{texts.title[lang]}</h1>
      <p>{texts.lead[lang](since)}</p>
      {rows.length === 0 ? (
        <EmptyState icon="chart-column" title={texts.empty[lang]} />
      ) : (
        <DataTable
          caption={texts.title[lang]}
          captionHidden
          rows={rows}
          columns={[
            { title: texts.commune[lang], cell: (row) => row.name },
            { title: texts.open[lang], cell: (row) => row.open, number: true },
            { title: texts.late[lang], cell: (row) => row.late, number: true },
            { title: texts.received[lang], cell: (row) => row.received, number: true },
            { title: texts.settled[lang], cell: (row) => row.settled, number: true },
            { title: texts.onTime[lang], cell: (row) => share(row.timed < 5 ? null : Math.round((100 * row.onTime) / row.timed)), number: true },
            {
              title: texts.repeats[lang],
              cell: ({ communeId, repeats }) => repeats.requests > 0 && <a href={paths.repeats(communeId)}>{texts.repeatsOf[lang](repeats.repeated, repeats.requests)}</a>,
              number: true,
            },
            { title: texts.satisfied[lang], cell: (row) => share(row.satisfied), number: true },
          ]}
        />
      )}
      <p class="quiet">{texts.note[lang]}</p>
    </>
  );
}
