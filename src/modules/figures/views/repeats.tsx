import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import type { RepeatedRequest } from "../../procedures/index.ts";
import { repeatTexts as t } from "../texts/repeats.ts";

/** Dossiers by their codes, and nobody's name or words. */
export function RepeatsPage({ lang, name, rows }: { readonly lang: Lang; readonly name: string; readonly rows: readonly RepeatedRequest[] }): Html {
  return (
    <>
      <h1>
        {t.repeats[lang]}: {name}
      </h1>
      <p>{t.lead[lang]}</p>
      {rows.length === 0 ? (
        <EmptyState icon="circle-check" title={t.none[lang]} />
      ) : (
        <DataTable<RepeatedRequest>
          caption={t.repeats[lang]}
          captionHidden
          rows={rows}
          columns={[
            { title: t.dossier[lang], cell: (row) => row.code },
            { title: t.procedure[lang], cell: (row) => row.title },
            { title: t.requestNumber[lang], cell: (row) => row.number, number: true },
            { title: t.askedAt[lang], cell: (row) => formatMoment(row.askedAt, lang) },
          ]}
        />
      )}
    </>
  );
}
