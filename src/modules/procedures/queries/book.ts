import { sql } from "kysely";
import type { Tx } from "../../../kernel/tx.ts";
import { placeOf } from "../../../kernel/tx.ts";
import type { HandedOver } from "../queries.ts";

/** From an instant to before another. */
export type Span = { readonly from: Date; readonly before: Date };

/** What the books of the counter show of a dossier besides its matter and its timeline. */
export type BookEntry = {
  readonly matterId: number;
  readonly fullName: string;
  /** Originals and copies together. */
  readonly papers: number;
  readonly feeDong: bigint;
  readonly exemption: string | null;
};

/** The entries of dossiers of the actor's commune, by matter. */
export async function findBookEntries(tx: Tx, matterIds: readonly number[]): Promise<ReadonlyMap<number, BookEntry>> {
  if (matterIds.length === 0) return new Map();
  const { communeId } = placeOf(tx.actor);
  const { rows } = await sql<Omit<BookEntry, "papers" | "feeDong"> & { handedOver: readonly HandedOver[]; feeDong: number }>`
    select d.matter_id, p.full_name, d.handed_over, d.fee_dong, d.exemption from dossiers d
    join people p on p.commune_id = d.commune_id and p.id = d.person_id
    where d.commune_id = ${communeId} and d.matter_id = any(${matterIds}::bigint[])`.execute(tx.db);
  const papersIn = (list: readonly HandedOver[]): number => list.reduce((sum, one) => sum + one.originals + one.copies, 0);
  return new Map(rows.map(({ handedOver, feeDong, ...row }) => [row.matterId, { ...row, papers: papersIn(handedOver), feeDong: BigInt(feeDong) }]));
}

/** The fee of one dossier, and who took it in. Without the person: the book of fees needs no name. */
export type FeeEntry = {
  readonly matterId: number;
  readonly publicRef: string;
  readonly code: string;
  readonly title: string;
  readonly receivedAt: Date;
  readonly officerId: number;
  readonly officerName: string;
  readonly feeDong: bigint;
  readonly exemption: string | null;
};

/** Every dossier that the actor's commune received at its counter in a span, as they came; what was filed on the national portal is paid there. For one day: some hundred at the most. */
export async function listFees(tx: Tx, { from, before }: Span): Promise<readonly FeeEntry[]> {
  const { communeId, provinceId } = placeOf(tx.actor);
  const { rows } = await sql<Omit<FeeEntry, "feeDong"> & { feeDong: number }>`
    select d.matter_id, m.public_ref, m.code, m.title, m.received_at, t.actor_id as officer_id, a.name as officer_name, d.fee_dong, d.exemption
    from matters m
    join dossiers d on d.commune_id = m.commune_id and d.matter_id = m.id
    join timeline t on t.commune_id = m.commune_id and t.matter_id = m.id and t.seq = 1
    join accounts a on a.id = t.actor_id
    where m.province_id = ${provinceId} and m.commune_id = ${communeId} and m.kind = 'dossier' and m.channel <> 'nationalPortal'
      and m.received_at >= ${from} and m.received_at < ${before}
    order by m.received_at, m.id`.execute(tx.db);
  return rows.map((row) => ({ ...row, feeDong: BigInt(row.feeDong) }));
}

/** What the dossiers that the actor's commune received at its counter in a span cost together. */
export async function sumFees(tx: Tx, { from, before }: Span): Promise<bigint> {
  const { communeId, provinceId } = placeOf(tx.actor);
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(d.fee_dong), 0)::bigint as sum from matters m
    join dossiers d on d.commune_id = m.commune_id and d.matter_id = m.id
    where m.province_id = ${provinceId} and m.commune_id = ${communeId} and m.kind = 'dossier' and m.channel <> 'nationalPortal'
      and m.received_at >= ${from} and m.received_at < ${before}`.execute(tx.db);
  return BigInt(rows[0]?.sum ?? 0);
}
