import type { Place } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/tx.ts";

const of = (tx: Tx, { communeId }: Place) =>
  tx.db
    .selectFrom("notices as n")
    .innerJoin("matters as m", (join) => join.onRef("m.communeId", "=", "n.communeId").onRef("m.id", "=", "n.matterId"))
    .select(["n.id", "n.template", "n.queuedAt", "n.sentAt", "m.code", "m.publicRef"])
    .where("n.communeId", "=", communeId);

/** Notices of a post, newest first, from before a number; each from a regime that the officer holds. */
export async function listNotices(tx: Tx, place: Place, page: { readonly before: number | null; readonly size: number }) {
  const query = page.before === null ? of(tx, place) : of(tx, place).where("n.id", "<", page.before);
  return await query.orderBy("n.id", "desc").limit(page.size).execute();
}

export async function findNotice(tx: Tx, place: Place, id: number) {
  return (await of(tx, place).where("n.id", "=", id).executeTakeFirst()) ?? null;
}
