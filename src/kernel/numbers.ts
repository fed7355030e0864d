import type { Tx } from "./tx.ts";

/**
 * The next number of a sequence of a commune, from 1. It belongs to the transaction: rolled back, it is given out again,
 * so a sequence has no gaps. Two transactions that want the same sequence wait for each other.
 */
export async function nextNumber(tx: Tx, communeId: number, key: string): Promise<number> {
  const row = await tx.db
    .insertInto("numbers")
    .values({ communeId, key, last: 1 })
    .onConflict((conflict) => conflict.columns(["communeId", "key"]).doUpdateSet((eb) => ({ last: eb("numbers.last", "+", 1) })))
    .returning("last")
    .executeTakeFirstOrThrow();
  return row.last;
}
