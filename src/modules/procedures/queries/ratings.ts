import { sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";

/**
 * Ratings that may be told: five or more of a commune, from one month to another, of one procedure, or of several small ones together ('').
 * No two overlap and none ever changes, so that sums and differences of them tell no more than they do.
 */
export type Parcel = {
  readonly communeId: number;
  readonly fromMonth: Day;
  readonly toMonth: Day;
  readonly procedureCode: string;
  readonly verySatisfied: number;
  readonly satisfied: number;
  readonly notSatisfied: number;
};

/** Parcels of communes that end in a span of months, oldest first. */
export async function listParcels(tx: Tx, { communeIds, from, to }: { readonly communeIds: readonly number[]; readonly from: Day; readonly to: Day }): Promise<readonly Parcel[]> {
  const { rows } = await sql<Parcel>`
    select commune_id, from_month, to_month, procedure_code, very_satisfied, satisfied, not_satisfied from rating_releases
    where commune_id = any(${communeIds}::int[]) and to_month between ${from} and ${to}
    order by commune_id, to_month, procedure_code`.execute(tx.db);
  return rows;
}

/** Takes out of the box what may be told by now. At the gate; safe to run twice. @returns how many parcels came */
export async function releaseRatings(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select release_ratings() as count`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
