import { move } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { opinion } from "../matter.ts";
import type { OpinionRow } from "../queries/opinions.ts";

/** Takes in, or discards for a reason, some of those that wait aside. */
export async function sift(tx: Tx, rows: readonly OpinionRow[], { act, reason }: { readonly act: "takeIn" | "discard"; readonly reason: string | null }): Promise<void> {
  for (const { matterId, version } of rows) await move(tx, opinion, matterId, act, { version, ...(reason === null ? {} : { note: reason }) });
}
