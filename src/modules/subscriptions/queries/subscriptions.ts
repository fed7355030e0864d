import { type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Regime } from "../../../kernel/rights.ts";
import { placeOf, showCommune, type Tx } from "../../../kernel/tx.ts";

export type ChannelName = "email" | "push";
export type EndReason = "stopped" | "gone" | "refused" | "unconfirmed" | "closed";

type SubscriptionsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  regime: Regime;
  matterId: number | null;
  accountId: number | null;
  hamletId: number | null;
  ref: string;
  channel: ChannelName;
  lang: Lang;
  addressSealed: Buffer | null;
  addressHash: Buffer | null;
  startedAt: Date;
  asked: Generated<number>;
  confirmedAt: Date | null;
  endedAt: Generated<Date | null>;
  endReason: Generated<EndReason | null>;
};
const on = (tx: Tx) => tx.db.withTables<{ subscriptions: SubscriptionsTable }>();

export type Subscription = Selectable<SubscriptionsTable>;
export type NewSubscription = Omit<Subscription, "id" | "asked" | "endedAt" | "endReason" | "accountId" | "hamletId"> & { readonly accountId?: number; readonly hamletId?: number };
/** Whose subscriptions: those of one matter. */
export type OfMatter = { readonly communeId: number; readonly matterId: number };

export type OfDevice = Pick<Subscription, "communeId" | "regime"> & { readonly hamletId: number; readonly addressHash: Buffer };

/** With the end of a subscription its address is erased. */
const ended = (at: Date, endReason: EndReason) => ({ endedAt: at, endReason, addressSealed: null, addressHash: null });

/** Those that are alive, oldest first; a matter has a handful. */
export async function listLive(tx: Tx, { communeId, matterId }: OfMatter): Promise<readonly Subscription[]> {
  return await on(tx)
    .selectFrom("subscriptions")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .where("endedAt", "is", null)
    .orderBy("id")
    .limit(50)
    .execute();
}

/** Starts one, unless the same address has one already. Nothing is read back: at the counter an address is put in and not seen again. */
export async function insertSubscription(tx: Tx, row: NewSubscription): Promise<void> {
  await on(tx)
    .insertInto("subscriptions")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Asks once more for the confirmation of one that was not confirmed. */
export async function askAgain(tx: Tx, { communeId, id }: Pick<Subscription, "communeId" | "id">): Promise<void> {
  await on(tx)
    .updateTable("subscriptions")
    .set((eb) => ({ asked: eb("asked", "+", 1) }))
    .where("communeId", "=", communeId)
    .where("id", "=", id)
    .where("confirmedAt", "is", null)
    .where("endedAt", "is", null)
    .execute();
}

export async function setConfirmed(tx: Tx, { communeId, id }: Pick<Subscription, "communeId" | "id">): Promise<void> {
  await on(tx)
    .updateTable("subscriptions")
    .set({ confirmedAt: tx.now })
    .where("communeId", "=", communeId)
    .where("id", "=", id)
    .where("confirmedAt", "is", null)
    .where("endedAt", "is", null)
    .execute();
}

/** Ends one that the transaction may end; twice is harmless. */
export async function endSubscription(tx: Tx, { communeId, id }: Pick<Subscription, "communeId" | "id">, reason: EndReason): Promise<void> {
  await on(tx).updateTable("subscriptions").set(ended(tx.now, reason)).where("communeId", "=", communeId).where("id", "=", id).where("endedAt", "is", null).execute();
}

/** Opens a subscription to whoever holds the reference out of a letter. Null when there is none. */
export async function openSubscription(tx: Tx, ref: string): Promise<Subscription | null> {
  const { rows } = await sql<{ communeId: number; id: number }>`select * from find_subscription(${ref})`.execute(tx.db);
  const [found] = rows;
  if (!found) return null;
  await showCommune(tx, found.communeId);
  await sql.raw(`set local app.subscription = '${Number(found.id)}'`).execute(tx.db);
  return (await on(tx).selectFrom("subscriptions").selectAll().where("communeId", "=", found.communeId).where("id", "=", found.id).executeTakeFirst()) ?? null;
}

/** The reference of the living subscription of a device for a hamlet, by the keyed hash of its address: whoever can name that holds the device. */
export async function findRefOfDevice(tx: Tx, { communeId, regime, hamletId, addressHash }: OfDevice): Promise<string | null> {
  const { rows } = await sql<{ ref: string | null }>`select hamlet_subscription_of(${addressHash}, ${communeId}::int, ${regime}, ${hamletId}::int) as ref`.execute(tx.db);
  return rows[0]?.ref ?? null;
}

/** Counts one more letter under a keyed hash. False when the day has had its most. */
export async function countConfirmation(tx: Tx, counted: { readonly hash: Buffer; readonly day: Day; readonly most: number }): Promise<boolean> {
  const { rows } = await sql<{ may: boolean | null }>`select count_confirmation(${counted.hash}, ${counted.day}, ${counted.most}::int) as may`.execute(tx.db);
  return rows[0]?.may === true;
}

/** On so many devices one officer is woken, and no more. */
export const mostOwnDevices = 20;

/** The devices on which the actor, an officer, is woken; oldest first. */
export async function listOwnDevices(tx: Tx): Promise<readonly Subscription[]> {
  const { communeId } = placeOf(tx.actor);
  return await on(tx)
    .selectFrom("subscriptions")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("accountId", "=", tx.actor.id ?? 0)
    .where("endedAt", "is", null)
    .orderBy("id")
    .limit(mostOwnDevices)
    .execute();
}

/** Communes that keep an address for too long; asked at the gate. */
export async function listCommunesKeeping(tx: Tx, before: { readonly closed: Date; readonly asked: Date }): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select * from communes_keeping_addresses(${before.closed}, ${before.asked})`.execute(tx.db);
  return rows.map(({ communeId }) => communeId);
}

export async function forgetConfirmations(tx: Tx, before: Day): Promise<void> {
  await sql`select forget_confirmations(${before})`.execute(tx.db);
}

/** Ends what the actor's commune has kept long enough. @returns how many */
export async function endKept(tx: Tx, before: { readonly closed: Date; readonly asked: Date }): Promise<number> {
  const { communeId } = placeOf(tx.actor);
  const alive = () => on(tx).updateTable("subscriptions").where("communeId", "=", communeId).where("endedAt", "is", null);
  const closedMatters = tx.db.selectFrom("matters").select("id").where("communeId", "=", communeId).where("closedAt", "<", before.closed);
  const closedAccounts = tx.db.selectFrom("accounts").select("id").where("closedAt", "is not", null);
  const results = [
    await alive().set(ended(tx.now, "closed")).where("matterId", "in", closedMatters).executeTakeFirst(),
    await alive().set(ended(tx.now, "unconfirmed")).where("confirmedAt", "is", null).where("startedAt", "<", before.asked).executeTakeFirst(),
    await alive().set(ended(tx.now, "closed")).where("accountId", "in", closedAccounts).executeTakeFirst(),
  ];
  return results.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0);
}
