import { sql } from "kysely";
import type { Tx } from "./tx.ts";

/** Communes in which a deadline has passed that is not written down yet. Asked at the gate, which sees no matter itself. */
export async function listCommunesWithBreaches(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select * from communes_with_new_breaches(${tx.now})`.execute(tx.db);
  return rows.map((row) => row.communeId);
}
