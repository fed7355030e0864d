import { wakeOutbox } from "./outbox.ts";
import type { Regime } from "./rights.ts";
import { placeOf, type Tx } from "./tx.ts";

export type NewAnnouncement = {
  readonly regime: Regime;
  /** Unique in the commune: announcing twice is harmless. */
  readonly key: string;
  /** Hamlets of the actor's own commune; none: all of it. */
  readonly hamletIds: readonly number[];
  /** No personal data: it stands on the locked screens of strangers. */
  readonly headline: string;
  /** Path of the public page that says it in full. */
  readonly href: string;
};

/** Tells whoever asked to be told of this regime in these hamlets what a public page says. It leaves after the commit, at least once. */
export async function announce(tx: Tx, { hamletIds, ...announcement }: NewAnnouncement): Promise<void> {
  const place = placeOf(tx.actor);
  await tx.db
    .insertInto("announcements")
    .values({ ...place, ...announcement, hamletIds: [...hamletIds], queuedAt: tx.now })
    .onConflict((conflict) => conflict.columns(["communeId", "key"]).doNothing())
    .execute();
  await wakeOutbox(tx, place.communeId);
}

/** Takes an announcement back: whoever was not told yet is not told. Twice is harmless. */
export async function withdrawAnnouncement(tx: Tx, key: string): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await tx.db.updateTable("announcements").set({ withdrawnAt: tx.now }).where("communeId", "=", communeId).where("key", "=", key).where("withdrawnAt", "is", null).execute();
}

/** Takes announcements of a commune for sending, oldest first, each of them once; what was taken back meanwhile is not among them. For the house's own jobs. */
export async function takeAnnouncements(tx: Tx, communeId: number, most: number): Promise<readonly { readonly id: number }[]> {
  const waiting = tx.db
    .selectFrom("announcements")
    .select("id")
    .where("communeId", "=", communeId)
    .where("spreadAt", "is", null)
    .where("withdrawnAt", "is", null)
    .orderBy("id")
    .limit(most)
    .forUpdate()
    .skipLocked();
  return await tx.db.updateTable("announcements").set({ spreadAt: tx.now }).where("communeId", "=", communeId).where("id", "in", waiting).returning("id").execute();
}
