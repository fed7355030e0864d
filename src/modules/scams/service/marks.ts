import type { Tx } from "../../../kernel/tx.ts";
import type { Mark } from "../marks.ts";

/** Without the key of the house no number can be tried against the table. */
export const hashOfMark = (tx: Tx, { kind, key }: Mark): Buffer => tx.house.vault.hash(`scam:${kind}:${key}`);
