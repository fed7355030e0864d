import { shortName } from "../../../base/identity.ts";
import type { Lang } from "../../../base/lang.ts";
import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { EvidenceQuery } from "../forms.ts";
import { paths } from "../paths.ts";
import { countEvidence, type EvidenceRow, findRefs, listEvidence } from "../queries/evidence.ts";
import { listTexts } from "../texts/evidence.ts";
import type { EvidenceProps } from "../views/evidence.tsx";

const pageSize = 50;

type Page = Omit<EvidenceProps, "lang">;

/** The dossiers behind a figure of one commune: codes, times and standings. @throws Problem("notFound") for a place that is no commune, notPermitted outside the actor's reach */
export async function readProvinceEvidence(tx: Tx, communeId: number, asked: EvidenceQuery, lang: Lang): Promise<Page> {
  const unit = tx.house.units.findUnit(communeId);
  if (unit?.kind !== "commune") throw new Problem("notFound");
  must(tx.actor, "counter.figures", { communeId, provinceId: unit.provinceId ?? 0 });
  const found = await readRows(tx, communeId, asked);
  const { kind, months, procedureCode } = asked;
  const address = { kind, months, procedureCode: procedureCode ?? undefined };
  return {
    ...frame(tx, asked, lang),
    unitName: unit.name,
    lines: found.rows.map((row) => ({ ...row, procedure: nameOfProcedure(tx, row.procedureCode, lang), whose: null, href: null })),
    all: found.all,
    withPersons: false,
    nextHref: found.next === null ? null : paths.evidenceNext(communeId, address, found.next),
    firstHref: asked.after > 0 ? paths.evidence(communeId, address) : null,
    backHref: months.from === months.to && kind !== "open" && kind !== "lateNow" ? paths.indicatorsOf(months.to) : paths.province(),
  };
}

/** The same for the actor's own post, with shortened names and the way to each dossier; each line is a look at personal data. */
export async function readPostEvidence(tx: Tx, asked: EvidenceQuery, lang: Lang): Promise<Page & { readonly reads: readonly Read[] }> {
  const place = placeOf(tx.actor);
  const found = await readRows(tx, place.communeId, asked);
  const ids = found.rows.map((row) => row.matterId);
  const refs = await findRefs(tx, place.communeId, ids);
  const kinds = new Map(tx.house.workKinds.map((one) => [one.kind, one]));
  const facesBy = await Promise.all(
    [...Map.groupBy(found.rows, (row) => row.kind)].map(([kind, rows]) =>
      kinds.get(kind)?.facesOf(
        tx,
        rows.map((row) => row.matterId),
      ),
    ),
  );
  const faces = new Map(facesBy.flatMap((one) => [...(one ?? [])]));
  const { kind, months, procedureCode } = asked;
  const address = { kind, months, procedureCode: procedureCode ?? undefined };
  const lines = found.rows.map((row) => {
    const face = faces.get(row.matterId);
    const ref = refs.get(row.matterId);
    return {
      ...row,
      procedure: nameOfProcedure(tx, row.procedureCode, lang),
      whose: face ? { name: shortName(face.fullName), last4: face.idLast4 } : null,
      href: ref === undefined ? null : (kinds.get(row.kind)?.href(ref) ?? null),
    };
  });
  return {
    ...frame(tx, asked, lang),
    unitName: tx.house.units.getUnit(place.communeId).name,
    ...{ lines, all: found.all, withPersons: true },
    nextHref: found.next === null ? null : paths.postEvidenceNext(address, found.next),
    firstHref: asked.after > 0 ? paths.postEvidence(address) : null,
    backHref: paths.postOf(months.to),
    reads: found.rows.map(({ matterId, regime }): Read => ({ ...place, regime, subject: `matter:${matterId}`, purpose: listTexts.purpose.vi })),
  };
}

function frame(tx: Tx, { kind, months, procedureCode }: EvidenceQuery, lang: Lang): Pick<Page, "kind" | "months" | "procedure"> {
  return { kind, months, procedure: procedureCode === null ? null : nameOfProcedure(tx, procedureCode, lang) };
}

type Found = { readonly rows: readonly EvidenceRow[]; readonly all: number; readonly next: number | null };

async function readRows(tx: Tx, communeId: number, { after, ...asked }: EvidenceQuery): Promise<Found> {
  const [rows, all] = await Promise.all([listEvidence(tx, { communeId, ...asked }, { after, size: pageSize + 1 }), countEvidence(tx, { communeId, ...asked })]);
  const shown = rows.slice(0, pageSize);
  return { rows: shown, all, next: rows.length > pageSize ? (shown.at(-1)?.matterId ?? null) : null };
}

/** What a procedure is called in its newest version, also when it is no longer in force; its code when the law data does not know it. */
export function nameOfProcedure(tx: Tx, code: string, lang: Lang): string {
  return tx.house.procedures.rows.findLast((row) => row.code === code)?.name[lang] ?? code;
}
