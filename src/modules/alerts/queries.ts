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

/** Matters of the actor's commune by their codes; none that row security hides. */
export async function findCodes(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, { readonly publicRef: string; readonly kind: string }>> {
  if (codes.length === 0) return new Map();
  const { communeId } = placeOf(tx.actor);
  const rows = await tx.db.selectFrom("matters").select(["code", "publicRef", "kind"]).where("communeId", "=", communeId).where("code", "in", codes).execute();
  return new Map(rows.map(({ code, ...found }) => [code, found]));
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
