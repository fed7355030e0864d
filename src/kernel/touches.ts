import { sql } from "kysely";
import type { Place } from "./actor.ts";
import { enqueue } from "./jobs.ts";
import type { Regime } from "./rights.ts";
import type { Tx } from "./tx.ts";

declare module "./jobs.ts" {
  interface Jobs {
    /** Something changed in a commune that its figures do not know yet. */
    "matters.count": { readonly communeId: number };
  }
}

/** A matter that changed. */
export type Touched = Place & { readonly matterId: number; readonly regime: Regime };

/**
 * Notes in the transaction of a change that matters have to be counted anew, and wakes the job that does.
 *
 * @param cause part of the key of the job. Each matter has one of its own: officers who act at once must not wait for one another here.
 */
export async function touch(tx: Tx, matters: readonly Touched[], cause: string): Promise<void> {
  const [first] = matters;
  if (!first) return;
  const rows = matters.map(({ communeId, provinceId, matterId, regime }) => ({ communeId, provinceId, matterId, regime }));
  await Promise.all([tx.db.insertInto("matterTouches").values(rows).execute(), enqueue(tx, "matters.count", { communeId: first.communeId }, `${first.communeId}:${cause}`)]);
}

/** Communes with matters to be counted. Asked at the gate. */
export async function listTouchedCommunes(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select * from communes_with_touches()`.execute(tx.db);
  return rows.map((row) => row.communeId);
}

/** Takes away the oldest touches of the actor's commune, `most` at the most. For the job alone: row security hides them from whoever has a number. */
export async function takeTouches(tx: Tx, { communeId }: Place, most: number): Promise<readonly number[]> {
  const taken = await tx.db
    .deleteFrom("matterTouches")
    .where("communeId", "=", communeId)
    .where("id", "in", (eb) => eb.selectFrom("matterTouches").select("id").where("communeId", "=", communeId).orderBy("id").limit(most))
    .returning("matterId")
    .execute();
  return [...new Set(taken.map((row) => row.matterId))];
}
