import { sql } from "kysely";
import type { Place } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/tx.ts";

/** What can be printed together; the words are those of the address. */
export const piles = ["giay-hen", "bo-sung", "ket-qua", "ky-hom-nay"] as const;
export type Pile = (typeof piles)[number];

export type PileRow = { readonly id: number; readonly publicRef: string; readonly code: string; readonly title: string; readonly state: string };

/** Dossiers of the post whose papers of one pile wait for the printer, in the order of their receipt. `since`: the first instant of today. */
export async function listPile(
  tx: Tx,
  place: Place,
  given: { readonly pile: Pile; readonly since: Date; readonly after: number; readonly size: number },
): Promise<readonly PileRow[]> {
  const { pile, since, after, size } = given;
  // Not the key by itself: its index would be walked from the first dossier of the post to find those of today.
  const all = tx.db
    .selectFrom("matters")
    .select(["id", "publicRef", "code", "title", "state"])
    .where("provinceId", "=", place.provinceId)
    .where("communeId", "=", place.communeId)
    .where("kind", "=", "dossier")
    .where(sql<boolean>`id + 0 > ${after}`);
  const narrowed = {
    "giay-hen": () => all.where("receivedAt", ">=", since),
    "bo-sung": () => all.where("closedAt", "is", null).where("pausedAt", "is not", null),
    "ket-qua": () => all.where("closedAt", "is", null).where("settledAt", "is not", null),
    "ky-hom-nay": () => all.where("settledAt", ">=", since).where("state", "!=", "withdrawn"),
  }[pile]();
  return await narrowed.orderBy(sql`id + 0`).limit(size).execute();
}
