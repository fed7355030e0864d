import { randomBytes } from "node:crypto";
import type { Tx } from "../../kernel/tx.ts";
import { closeKey, countUse, insertKey, type Key, selectKeys } from "./queries.ts";

/** Makes a key; it is told this once, and only its keyed hash is kept. At the gate. */
export async function addKey(tx: Tx, { name, mostAnHour }: { readonly name: string; readonly mostAnHour: number }): Promise<{ readonly id: number; readonly key: string }> {
  const key = `gd_${randomBytes(24).toString("base64url")}`;
  return { id: await insertKey(tx, { name, mostAnHour, keyHash: hashOf(tx, key) }), key };
}

export const listKeys = (tx: Tx): Promise<readonly Key[]> => selectKeys(tx);

/** From now on the key opens nothing; false when there is none such. At the gate. */
export const endKey = (tx: Tx, id: number): Promise<boolean> => closeKey(tx, id);

/** Uses a key once: "spent" when it was used as often in this hour as it may be. */
export const useKey = (tx: Tx, key: string): Promise<"used" | "spent" | "unknown"> => countUse(tx, hashOf(tx, key));

const hashOf = (tx: Tx, key: string): Buffer => tx.house.vault.hash(`open key ${key}`);
