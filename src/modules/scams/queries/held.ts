import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";

/** A report as row security shows it to whoever holds its receipt. */
export async function findHeld(tx: Tx, { communeId, matterId }: { readonly communeId: number; readonly matterId: number }): Promise<Matter | null> {
  return (await tx.db.selectFrom("matters").selectAll().where("communeId", "=", communeId).where("id", "=", matterId).executeTakeFirst()) ?? null;
}
