import type { Lang } from "../../../../base/lang.ts";
import type { Html } from "../../../../web/views/html.ts";
import { EmptyState, Figure } from "../../../../web/views/parts.tsx";
import { DataTable, FilterChips, Pager, Sub } from "../../../../web/views/table.tsx";
import { paths } from "../../paths.ts";
import { courseTexts as t } from "../../texts/course.ts";

export type RepeatLine = { readonly key: string; readonly href: string; readonly title: string; readonly code: string; readonly time: string; readonly why: string };

export type RepeatsProps = {
  readonly lang: Lang;
  readonly month: string;
  readonly months: readonly { readonly month: string; readonly text: string; readonly count: number }[];
  readonly repeated: number;
  readonly requests: number;
  readonly lines: readonly RepeatLine[];
  readonly nextHref: string | null;
};

/** How often the post asked again for what it could have asked before, and every dossier of it. */
export function RepeatsPage({ lang, month, months, repeated, requests, lines, nextHref }: RepeatsProps): Html {
  return (
    <>
      <h1>{t.repeats[lang]}</h1>
      <p>{t.repeatsLead[lang]}</p>
      <FilterChips label={t.month[lang]} chips={months.map((one) => ({ href: paths.repeats(one.month), text: one.text, count: one.count, current: one.month === month }))} />
      <Figure value={String(repeated)} meaning={t.repeatsOf[lang](repeated, requests)} />
      {lines.length === 0 ? (
        <EmptyState icon="circle-check" title={t.repeatsNone[lang]} />
      ) : (
        <DataTable<RepeatLine>
          caption={t.repeats[lang]}
          captionHidden
          rows={lines}
          rowId={(line) => `repeat-${line.key}`}
          columns={[
            {
              title: t.repeatDossier[lang],
              cell: (line) => (
                <>
                  <a href={line.href}>{line.title}</a>
                  <Sub>{line.code}</Sub>
                </>
              ),
            },
            { title: t.repeatTime[lang], cell: (line) => line.time },
            { title: t.repeatWhy[lang], cell: (line) => line.why },
          ]}
        />
      )}
      <Pager nextHref={nextHref} firstHref={paths.repeats(month)} shown={t.shown[lang](lines.length)} lang={lang} />
    </>
  );
}
