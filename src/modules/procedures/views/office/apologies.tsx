import { formatMoment } from "../../../../base/day/format.ts";
import type { Lang } from "../../../../base/lang.ts";
import type { Html } from "../../../../web/views/html.ts";
import { EmptyState } from "../../../../web/views/parts.tsx";
import { DataTable, Pager, Sub } from "../../../../web/views/table.tsx";
import { paths } from "../../paths.ts";
import type { WaitingApology } from "../../queries/apologies.ts";
import { courseTexts as t } from "../../texts/course.ts";

export type ApologiesProps = { readonly lang: Lang; readonly drafts: readonly WaitingApology[]; readonly nextHref: string | null };

/** Apologies that were drafted and still stand, first due first. */
export function ApologiesPage({ lang, drafts, nextHref }: ApologiesProps): Html {
  return (
    <>
      <h1>{t.apologies[lang]}</h1>
      <p>{t.apologiesLead[lang]}</p>
      {drafts.length === 0 ? (
        <EmptyState icon="circle-check" title={t.apologiesNone[lang]} />
      ) : (
        <DataTable<WaitingApology>
          caption={t.apologies[lang]}
          captionHidden
          rows={drafts}
          rowId={(draft) => `apology-${draft.matterId}`}
          columns={[
            {
              title: t.repeatDossier[lang],
              cell: (draft) => (
                <>
                  <a href={paths.dossier(draft.publicRef)}>{draft.title}</a>
                  <Sub>{draft.code}</Sub>
                </>
              ),
            },
            { title: t.promised[lang], cell: (draft) => formatMoment(draft.dueAt, lang) },
            { title: t.apologyReason[lang], cell: (draft) => (draft.hasReason ? t.reasonKept[lang] : t.reasonMissing[lang]) },
          ]}
        />
      )}
      {drafts.length > 0 && <Pager nextHref={nextHref} firstHref={paths.apologies()} shown={t.apologiesShown[lang](drafts.length)} lang={lang} />}
    </>
  );
}
