import type { Place } from "./actor.ts";
import { Problem } from "./problem.ts";
import type { Regime } from "./rights.ts";
import type { Tx } from "./tx.ts";

/** One message between the post and whoever holds the receipt of a matter. */
export type Message = { readonly id: number; readonly fromPost: boolean; readonly text: string; readonly at: Date };

/** More than this on one matter is no conversation any more. */
const mostMessages = 200;

/** Adds a message, sealed. What the holder of the receipt writes is added through the door. @throws Problem tooMany */
export async function addMessage(
  tx: Tx,
  matter: Place & { readonly id: number; readonly regime: Regime },
  given: { readonly fromPost: boolean; readonly text: string },
): Promise<void> {
  const { communeId, provinceId, id: matterId, regime } = matter;
  const { count } = await tx.db
    .selectFrom("messages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .executeTakeFirstOrThrow();
  if (count >= mostMessages) throw new Problem("tooMany");
  await tx.db
    .insertInto("messages")
    .values({ communeId, provinceId, matterId, regime, fromPost: given.fromPost, actorId: tx.actor.id ?? 0, sealed: tx.house.vault.seal(given.text), at: tx.now })
    .execute();
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
