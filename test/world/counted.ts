import type { Tx } from "../../src/kernel/tx.ts";

/** How many statements some work sends to the database. */
export async function statementsOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  let count = 0;
  const db = tx.db.withPlugin({
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await work({ ...tx, db });
  return count;
}
