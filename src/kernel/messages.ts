import type { Place } from "./actor.ts";
import { alertOfficers } from "./alerts.ts";
import { aside, throughDoor } from "./door.ts";
import type { Matter } from "./matter.ts";
import { listHolders, listOnDuty } from "./officers.ts";
import { Problem } from "./problem.ts";
import type { Regime, Right } from "./rights.ts";
import type { Tx } from "./tx.ts";

/** One message between the post and whoever holds the receipt of a matter. */
export type Message = { readonly id: number; readonly fromPost: boolean; readonly text: string; readonly at: Date };

/** More than this on one matter is no conversation any more. */
const mostMessages = 200;

/** Who is told that somebody wrote: the officer who has the matter, while he may work on it; otherwise whoever sees to it that somebody does, those on duty before the others. */
export type Readers = { readonly works: Right; readonly otherwise: Right };

/** What the holder of a receipt writes. The first that nobody has read yet rings; the matter says so until it is answered or read. @throws Problem tooMany */
export async function writeByReceipt(tx: Tx, matter: Matter, { text, readers }: { readonly text: string; readonly readers: Readers }): Promise<void> {
  await throughDoor(tx, matter, matter.regime, async (inside) => {
    const { isFirst, id } = await addMessage(inside, matter, { fromPost: false, text });
    // What waits to be sifted stands in no list, and rings nobody.
    if (isFirst && matter.state !== aside) await tellOf(inside, matter, { readers, key: `written:${matter.id}:${id}` });
  });
}

async function tellOf(inside: Tx, { communeId, assigneeId, code }: Matter, { readers, key }: { readonly readers: Readers; readonly key: string }): Promise<void> {
  const isOwned = assigneeId !== null && (await listHolders(inside, readers.works)).some(({ id }) => id === assigneeId);
  const whom = isOwned ? { right: readers.works, first: [assigneeId] } : { right: readers.otherwise, first: await listOnDuty(inside) };
  await alertOfficers(inside, { communeId, ...whom, template: "work.written", key, facts: { code } });
}

/** An officer has read what was written, or has answered it in another way. `last`: the newest that he was shown; one that came since stays unread. */
export async function markRead(tx: Tx, matter: Pick<Matter, "communeId" | "id">, last?: number): Promise<void> {
  if (last !== undefined && (await isNewer(tx, matter, last))) return;
  await setWritten(tx, matter, null);
}

async function isNewer(tx: Tx, { communeId, id }: Pick<Matter, "communeId" | "id">, last: number): Promise<boolean> {
  const written = tx.db.selectFrom("messages").select("id").where("communeId", "=", communeId).where("matterId", "=", id);
  return (await written.where("fromPost", "=", false).where("id", ">", last).limit(1).executeTakeFirst()) !== undefined;
}

/** @returns whether something changed: of two messages at once one is the first */
async function setWritten(tx: Tx, { communeId, id }: Pick<Matter, "communeId" | "id">, writtenAt: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("matters")
    .set({ writtenAt })
    .where("communeId", "=", communeId)
    .where("id", "=", id)
    .where("writtenAt", writtenAt === null ? "is not" : "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Adds a message, sealed. What the holder of the receipt writes is added through the door. @returns its number, and whether it is the first that waits to be read. @throws Problem tooMany */
export async function addMessage(
  tx: Tx,
  matter: Place & { readonly id: number; readonly regime: Regime },
  given: { readonly fromPost: boolean; readonly text: string },
): Promise<{ readonly id: number; readonly isFirst: boolean }> {
  const { communeId, provinceId, id: matterId, regime } = matter;
  const { count } = await tx.db
    .selectFrom("messages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .executeTakeFirstOrThrow();
  if (count >= mostMessages) throw new Problem("tooMany");
  const { id } = await tx.db
    .insertInto("messages")
    .values({ communeId, provinceId, matterId, regime, fromPost: given.fromPost, actorId: tx.actor.id ?? 0, sealed: tx.house.vault.seal(given.text), at: tx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, isFirst: (await setWritten(tx, { communeId, id: matterId }, given.fromPost ? null : tx.now)) && !given.fromPost };
}

/** The messages of a matter, oldest first: for an officer of its regime, or for the resident to whose transaction it was opened. */
export async function listMessages(tx: Tx, matter: { readonly communeId: number; readonly id: number }): Promise<readonly Message[]> {
  const rows = await tx.db
    .selectFrom("messages")
    .select(["id", "fromPost", "sealed", "at"])
    .where("communeId", "=", matter.communeId)
    .where("matterId", "=", matter.id)
    .orderBy("id")
    .limit(mostMessages)
    .execute();
  return rows.map(({ sealed, ...row }) => ({ ...row, text: tx.house.vault.open(sealed) }));
}
