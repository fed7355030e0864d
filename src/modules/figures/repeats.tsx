import { formatMoment } from "../../base/day/format.ts";
import { addMonths, dayOf, monthOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Tx } from "../../kernel/tx.ts";
import { get, officePage, type Route } from "../../web/route.ts";
import type { Html } from "../../web/views/html.ts";
import { EmptyState } from "../../web/views/parts.tsx";
import { DataTable } from "../../web/views/table.tsx";
import { listRepeated, type RepeatedRequest, repeatReturns } from "../procedures/index.ts";
import { texts } from "./texts.ts";

/** Requests for papers of a commune in the months shown, and how many of them asked again for what could have been named before. */
export type Repeats = { readonly requests: number; readonly repeated: number };

/** The figures of the communes in these months and the two before. */
export async function repeatsByCommune(tx: Tx, communeIds: readonly number[]): Promise<ReadonlyMap<number, Repeats>> {
  const to = monthOf(dayOf(tx.now)).from;
  const sums = new Map<number, Repeats>();
  for (const { communeId, requests, repeated } of await repeatReturns(tx, { communeIds, from: addMonths(to, -2), to })) {
    const sum = sums.get(communeId) ?? { requests: 0, repeated: 0 };
    sums.set(communeId, { requests: sum.requests + requests, repeated: sum.repeated + repeated });
  }
  return sums;
}

const mostRows = 200;

/** What the figure of one commune was counted from: dossiers by their codes, and nobody's name or words. */
export const repeatRoutes: readonly Route[] = [
  get("/tinh/yeu-cau-lai/:commune", "counter.figures", async ({ tx, params, lang }) => {
    const communeId = /^\d{1,9}$/.test(params.commune) ? Number(params.commune) : 0;
    const unit = tx.house.units.findUnit(communeId);
    if (unit?.kind !== "commune") throw new Problem("notFound");
    const to = monthOf(dayOf(tx.now)).from;
    const months = [to, addMonths(to, -1), addMonths(to, -2)];
    const rows = (await Promise.all(months.map((month) => listRepeated(tx, { communeId, month, after: null, size: mostRows })))).flat();
    return officePage(<RepeatsPage lang={lang} name={unit.name} rows={rows} />, { title: texts.repeats[lang] });
  }),
];

function RepeatsPage({ lang, name, rows }: { readonly lang: Lang; readonly name: string; readonly rows: readonly RepeatedRequest[] }): Html {
  return (
    <>
      <h1>
        {texts.repeats[lang]}: {name}
      </h1>
      <p>{texts.repeatsLead[lang]}</p>
      {rows.length === 0 ? (
        <EmptyState icon="circle-check" title={texts.repeatsNone[lang]} />
      ) : (
        <DataTable<RepeatedRequest>
          caption={texts.repeats[lang]}
          captionHidden
          rows={rows}
          columns={[
            { title: texts.dossier[lang], cell: (row) => row.code },
            { title: texts.procedure[lang], cell: (row) => row.title },
            { title: texts.requestNumber[lang], cell: (row) => row.number, number: true },
            { title: texts.askedAt[lang], cell: (row) => formatMoment(row.askedAt, lang) },
          ]}
        />
      )}
    </>
  );
}
