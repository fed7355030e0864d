import { sql } from "kysely";
import type { Tx } from "./tx.ts";

/** Tells every process, after the commit, that what a topic stands for has changed: "line:7". Nothing is told of a transaction that fails. */
export async function announceChange(tx: Tx, topic: string): Promise<void> {
  await sql`select pg_notify('gandan_changes', ${topic})`.execute(tx.db);
}
