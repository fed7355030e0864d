import type { Tx } from "../../../kernel/tx.ts";

/** Why a result was last to be made anew: the words that its successor carries. */
export async function findCorrection(tx: Tx, { communeId, id }: { communeId: number; id: number }): Promise<string | null> {
  const corrections = tx.db.selectFrom("timeline").select("note").where("communeId", "=", communeId).where("matterId", "=", id).where("action", "=", "correct");
  return (await corrections.orderBy("seq", "desc").limit(1).executeTakeFirst())?.note ?? null;
}

/** Who last did something to a dossier, and when. */
export async function findMove(tx: Tx, { communeId, id }: { communeId: number; id: number }, action: string): Promise<{ at: Date; name: string | null } | null> {
  const moves = tx.db
    .selectFrom("timeline as t")
    .leftJoin("accounts as a", "a.id", "t.actorId")
    .select(["t.at", "a.name"])
    .where("t.communeId", "=", communeId)
    .where("t.matterId", "=", id)
    .where("t.action", "=", action);
  return (await moves.orderBy("t.seq", "desc").limit(1).executeTakeFirst()) ?? null;
}
