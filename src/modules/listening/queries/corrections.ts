import type { Tx } from "../../../kernel/tx.ts";
import { type At, type Correction, type Opinion, on } from "./tables.ts";

/** Puts an opinion right and keeps what stood there before. */
export async function correctOpinion(tx: Tx, before: Correction, after: Pick<Opinion, "heading" | "said">): Promise<void> {
  await on(tx).insertInto("opinionCorrections").values(before).execute();
  await on(tx).updateTable("opinions").set(after).where("communeId", "=", before.communeId).where("matterId", "=", before.matterId).execute();
}

export type FormerWords = Pick<Correction, "heading" | "said" | "at">;

/** What stood in an opinion before, the oldest first. */
export async function listFormerWords(tx: Tx, { communeId, matterId }: At): Promise<readonly FormerWords[]> {
  const found = on(tx).selectFrom("opinionCorrections").select(["heading", "said", "at"]).where("communeId", "=", communeId).where("matterId", "=", matterId);
  return await found.orderBy("seq").limit(100).execute();
}
