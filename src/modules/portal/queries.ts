import { type Generated, type Selectable, sql } from "kysely";
import type { Place } from "../../kernel/actor.ts";
import type { Json } from "../../kernel/tables.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";

type ArrivalsTable = {
  communeId: number;
  messageId: string;
  provinceId: number;
  nationalNumber: string;
  matterId: number;
  contentHash: Buffer;
  arrivedAt: Date;
};
type MessagesTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  matterId: number;
  messageId: string;
  kind: "receipt" | "status";
  body: Json;
  queuedAt: Date;
  sentAt: Generated<Date | null>;
  attempts: Generated<number>;
};
type Slice = { portalArrivals: ArrivalsTable; portalMessages: MessagesTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

export type KeptArrival = Selectable<ArrivalsTable>;

/** The message of this id, and every other that came for the same national number. */
export async function listArrivals(tx: Tx, given: { readonly messageId: string; readonly nationalNumber: string }): Promise<readonly KeptArrival[]> {
  const { communeId } = placeOf(tx.actor);
  return await on(tx)
    .selectFrom("portalArrivals")
    .selectAll()
    .where("communeId", "=", communeId)
    .where((eb) => eb.or([eb("messageId", "=", given.messageId), eb("nationalNumber", "=", given.nationalNumber)]))
    .limit(20)
    .execute();
}

export async function insertArrival(tx: Tx, row: KeptArrival): Promise<void> {
  await on(tx).insertInto("portalArrivals").values(row).execute();
}

/** Queues a message; one of the same id that went out already goes out once more, as it was. */
export async function queueMessage(tx: Tx, row: Pick<Selectable<MessagesTable>, "matterId" | "messageId" | "kind"> & { readonly body: unknown }): Promise<void> {
  const place: Place = placeOf(tx.actor);
  await on(tx)
    .insertInto("portalMessages")
    .values({ ...place, ...row, body: JSON.stringify(row.body), queuedAt: tx.now })
    .onConflict((conflict) => conflict.columns(["communeId", "messageId"]).doUpdateSet({ sentAt: null }))
    .execute();
}

/** What waits to go out, oldest first; locked, and what another worker holds is left to it. */
export async function lockWaitingMessages(tx: Tx, limit: number) {
  const { communeId } = placeOf(tx.actor);
  return await on(tx)
    .selectFrom("portalMessages")
    .select(["id", "kind", "body"])
    .where("communeId", "=", communeId)
    .where("sentAt", "is", null)
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function noteSent(tx: Tx, ids: readonly number[]): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await on(tx)
    .updateTable("portalMessages")
    .set((eb) => ({ sentAt: tx.now, attempts: eb("attempts", "+", 1) }))
    .where("communeId", "=", communeId)
    .where("id", "in", ids)
    .execute();
}

/** Communes that have something to tell the portal. Asked at the gate, which sees no dossier itself. */
export async function communesWithNews(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select commune_id from communes_with_portal_news()`.execute(tx.db);
  return rows.map((row) => row.communeId);
}

/** What came and what went, newest first, from before a number of a message; for the page of the post. */
export async function listMessages(tx: Tx, page: { readonly before: number | null; readonly size: number }) {
  const { communeId } = placeOf(tx.actor);
  let query = on(tx)
    .selectFrom("portalMessages as p")
    .innerJoin("matters as m", (join) => join.onRef("m.communeId", "=", "p.communeId").onRef("m.id", "=", "p.matterId"))
    .select(["p.id", "p.kind", "p.body", "p.queuedAt", "p.sentAt", "m.code", "m.publicRef"])
    .where("p.communeId", "=", communeId);
  if (page.before !== null) query = query.where("p.id", "<", page.before);
  return await query.orderBy("p.id", "desc").limit(page.size).execute();
}
