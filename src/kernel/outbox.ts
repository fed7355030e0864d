import { enqueue } from "./jobs.ts";
import type { Regime } from "./rights.ts";
import type { Facts } from "./tables.ts";
import type { Tx } from "./tx.ts";

declare module "./jobs.ts" {
  interface Jobs {
    "outbox.deliver": { readonly communeId: number };
  }
}

export type NewNotice = {
  readonly template: string;
  /** Unique in the commune: telling twice is harmless. */
  readonly key: string;
  /** No personal data: a notice carries the code of the matter and nothing about the person. */
  readonly facts: Facts;
};

/** Puts a notice in the outbox of the transaction; it leaves after the commit, at least once. */
export async function notify(
  tx: Tx,
  matter: { readonly communeId: number; readonly provinceId: number; readonly id: number; readonly regime: Regime },
  notice: NewNotice,
): Promise<void> {
  await tx.db
    .insertInto("notices")
    .values({
      communeId: matter.communeId,
      provinceId: matter.provinceId,
      matterId: matter.id,
      regime: matter.regime,
      template: notice.template,
      key: notice.key,
      facts: JSON.stringify(notice.facts),
      queuedAt: tx.now,
    })
    .onConflict((conflict) => conflict.columns(["communeId", "key"]).doNothing())
    .execute();
  await wakeOutbox(tx, matter.communeId);
}

/** Has what waits in a commune sent soon after the commit; a minute later it would be anyway. */
export async function wakeOutbox(tx: Tx, communeId: number): Promise<void> {
  await enqueue(tx, "outbox.deliver", { communeId }, `deliver:${communeId}`);
}

/** A notice on its way out. */
export type WaitingNotice = { readonly id: number; readonly provinceId: number; readonly matterId: number; readonly regime: Regime };

/**
 * Takes notices of a commune out of the outbox, oldest first, each of them once. Whoever takes them writes down in the same transaction to
 * whom they go; the sending itself comes after, and holds no lock.
 */
export async function takeNotices(tx: Tx, communeId: number, most: number): Promise<readonly WaitingNotice[]> {
  const waiting = tx.db.selectFrom("notices").select("id").where("communeId", "=", communeId).where("sentAt", "is", null).orderBy("queuedAt").limit(most).forUpdate().skipLocked();
  return await tx.db
    .updateTable("notices")
    .set((eb) => ({ sentAt: tx.now, attempts: eb("attempts", "+", 1) }))
    .where("communeId", "=", communeId)
    .where("id", "in", waiting)
    .returning(["id", "provinceId", "matterId", "regime"])
    .execute();
}
