import { enqueue } from "./jobs.ts";
import type { Regime } from "./rights.ts";
import type { Facts } from "./tables.ts";
import type { Tx } from "./tx.ts";

declare module "./jobs.ts" {
  interface Jobs {
    "outbox.deliver": { readonly communeId: number; readonly provinceId: number };
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
  await enqueue(tx, "outbox.deliver", { communeId: matter.communeId, provinceId: matter.provinceId }, `deliver:${matter.communeId}`);
}

/** A way to reach a resident. `deliver` must be safe to repeat: a crash after it and before our note of it sends once more. */
export type NoticeChannel = {
  readonly name: string;
  deliver(notice: { readonly key: string; readonly template: string; readonly matterId: number; readonly facts: Facts }): Promise<void>;
};

/** The mailbox of a demonstration: a notice marked as delivered there is shown on its page, and goes nowhere else. */
export const demoMailbox: NoticeChannel = { name: "demoMailbox", deliver: async () => {} };

/** Sends what waits in the outbox of the actor's commune, oldest first, and notes each as sent. */
export async function deliverNotices(tx: Tx, communeId: number, channel: NoticeChannel): Promise<number> {
  const waiting = await tx.db
    .selectFrom("notices")
    .select(["id", "key", "template", "matterId", "facts"])
    .where("communeId", "=", communeId)
    .where("sentAt", "is", null)
    .orderBy("queuedAt")
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, ...notice } of waiting) {
    await channel.deliver({ ...notice, facts: notice.facts as Facts });
    await tx.db
      .updateTable("notices")
      .set((eb) => ({ sentAt: tx.now, channel: channel.name, attempts: eb("attempts", "+", 1) }))
      .where("communeId", "=", communeId)
      .where("id", "=", id)
      .execute();
  }
  return waiting.length;
}
