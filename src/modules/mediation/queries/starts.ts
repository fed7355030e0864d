import type { Tx } from "../../../kernel/tx.ts";
import { type AgreedStart, type At, on } from "./slice.ts";

export async function insertStart(tx: Tx, row: AgreedStart): Promise<void> {
  await on(tx).insertInto("disputeStarts").values(row).execute();
}

/** What the parties of a dispute agreed on about the beginning, in order; the last one holds. */
export async function listStarts(tx: Tx, { communeId, matterId }: At): Promise<readonly AgreedStart[]> {
  return await on(tx).selectFrom("disputeStarts").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).orderBy("seq").limit(100).execute();
}
