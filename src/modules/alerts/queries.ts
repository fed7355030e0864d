import type { Facts } from "../../kernel/tables.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";

export type Alert = { readonly id: number; readonly template: string; readonly facts: Facts; readonly queuedAt: Date; readonly readAt: Date | null };

/** The actor's own alerts, newest first, from before a number. */
export async function listOwnAlerts(tx: Tx, page: { readonly before: number | null; readonly size: number }): Promise<readonly Alert[]> {
  const { communeId } = placeOf(tx.actor);
  let query = tx.db
    .selectFrom("alerts")
    .select(["id", "template", "facts", "queuedAt", "readAt"])
    .where("communeId", "=", communeId)
    .where("accountId", "=", tx.actor.id ?? 0);
  if (page.before !== null) query = query.where("id", "<", page.before);
  return await query.orderBy("id", "desc").limit(page.size).execute();
}

/** Marks the actor's alerts up to a number as seen: what came after the page was made stays new. */
export async function setSeen(tx: Tx, upTo: number): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await tx.db
    .updateTable("alerts")
    .set({ readAt: tx.now })
    .where("communeId", "=", communeId)
    .where("accountId", "=", tx.actor.id ?? 0)
    .where("id", "<=", upTo)
    .where("readAt", "is", null)
    .execute();
}
