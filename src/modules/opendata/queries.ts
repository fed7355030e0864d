import { type Generated, type Selectable, sql } from "kysely";
import type { Tx } from "../../kernel/tx.ts";

type KeysTable = {
  id: Generated<number>;
  name: string;
  keyHash: Buffer;
  mostAnHour: number;
  madeAt: Date;
  endedAt: Date | null;
};
const on = (tx: Tx) => tx.db.withTables<{ openKeys: KeysTable }>();

export type Key = Omit<Selectable<KeysTable>, "keyHash">;

export async function insertKey(tx: Tx, row: { readonly name: string; readonly keyHash: Buffer; readonly mostAnHour: number }): Promise<number> {
  const { id } = await on(tx)
    .insertInto("openKeys")
    .values({ ...row, madeAt: tx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Every key that was ever given out, the latest first; some dozens at most. */
export async function selectKeys(tx: Tx): Promise<readonly Key[]> {
  return await on(tx).selectFrom("openKeys").select(["id", "name", "mostAnHour", "madeAt", "endedAt"]).orderBy("id", "desc").limit(1_000).execute();
}

/** Whether there was such a key that still opened. */
export async function closeKey(tx: Tx, id: number): Promise<boolean> {
  const ended = await on(tx).updateTable("openKeys").set({ endedAt: tx.now }).where("id", "=", id).where("endedAt", "is", null).executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Counts one use of a key. */
export async function countUse(tx: Tx, keyHash: Buffer): Promise<"used" | "spent" | "unknown"> {
  const { rows } = await sql<{ answer: "used" | "spent" | "unknown" }>`select use_open_key(${keyHash}) as answer`.execute(tx.db);
  return rows[0]?.answer ?? "unknown";
}
