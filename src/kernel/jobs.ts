import { sql } from "kysely";
import type { Tx } from "./tx.ts";

/** Every job of the house by name, with its payload. A module adds its own from its files. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Jobs {}

/**
 * Queues a job in the transaction that causes it: it runs after the commit, or never.
 *
 * @param key a job with the same key that still waits is replaced, not doubled
 */
export async function enqueue<Name extends keyof Jobs & string>(tx: Tx, name: Name, payload: Jobs[Name], key: string): Promise<void> {
  await sql`select gandan_jobs.enqueue(${name}, ${JSON.stringify(payload)}::json, ${key})`.execute(tx.db);
}
