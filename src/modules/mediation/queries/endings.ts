import type { Tx } from "../../../kernel/tx.ts";
import { type At, on, type PastEnding } from "./slice.ts";

export async function insertEnding(tx: Tx, row: PastEnding): Promise<void> {
  await on(tx).insertInto("disputeEndings").values(row).execute();
}

/** The outcomes of a dispute that no longer hold, in order; few. */
export async function listEndings(tx: Tx, { communeId, matterId }: At): Promise<readonly PastEnding[]> {
  return await on(tx).selectFrom("disputeEndings").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).orderBy("seq").limit(100).execute();
}

/** Visits that were promised and not yet made are made no more. */
export async function dropVisits(tx: Tx, { communeId, matterId }: At, by: { readonly droppedAt: Date; readonly writtenBy: number }): Promise<void> {
  await on(tx)
    .updateTable("disputeVisits")
    .set(by)
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .where("visitedOn", "is", null)
    .where("droppedAt", "is", null)
    .execute();
}
