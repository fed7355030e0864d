import { sql } from "kysely";
import type { Tx } from "./tx.ts";

/** Lets transactions that name the same thing pass one after the other, each until its end: what is sent twice finds what was sent first. */
export async function takeTurn(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.db);
}
