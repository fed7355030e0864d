import { type Selectable, sql } from "kysely";
import type { Place } from "../../kernel/actor.ts";
import type { Regime } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { DuePosition } from "../../web/position.ts";

type SeenProposalsTable = {
  communeId: number;
  accountId: number;
  matterId: number;
  provinceId: number;
  regime: Regime;
  version: number;
  digest: Buffer;
  seenAt: Date;
};
type Slice = { seenProposals: SeenProposalsTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** What an officer has seen, as it was then. */
export type SeenProposal = Selectable<SeenProposalsTable>;

export async function putSeen(tx: Tx, row: SeenProposal): Promise<void> {
  const { version, digest, seenAt } = row;
  await on(tx)
    .insertInto("seenProposals")
    .values(row)
    .onConflict((conflict) => conflict.columns(["communeId", "accountId", "matterId"]).doUpdateSet({ version, digest, seenAt }))
    .execute();
}

/** What the actor has seen of a matter. */
export async function findSeen(tx: Tx, { communeId, id }: { readonly communeId: number; readonly id: number }): Promise<SeenProposal | null> {
  const mine = on(tx)
    .selectFrom("seenProposals")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("accountId", "=", tx.actor.id ?? 0)
    .where("matterId", "=", id);
  return (await mine.executeTakeFirst()) ?? null;
}

export type FolderRow = {
  readonly id: number;
  readonly kind: string;
  readonly publicRef: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly dueAt: Date | null;
  /** The version that the actor has seen; null when none. */
  readonly seenVersion: number | null;
};

// Every kind of matter has its own words for its states; the folder asks for those that wait in one of them.
const dueOrder = sql<Date>`coalesce(m.due_at, 'infinity')`;

/** What waits for a signature in a post, most urgent first, with what the actor has seen of it. */
export async function listFolder(
  tx: Tx,
  place: Place,
  given: { readonly states: readonly string[]; readonly after: DuePosition | null; readonly size: number },
): Promise<readonly FolderRow[]> {
  const { states, after, size } = given;
  let query = on(tx)
    .selectFrom("matters as m")
    .leftJoin("seenProposals as s", (join) =>
      join
        .onRef("s.communeId", "=", "m.communeId")
        .onRef("s.matterId", "=", "m.id")
        .on("s.accountId", "=", tx.actor.id ?? 0),
    )
    .select(["m.id", "m.kind", "m.publicRef", "m.code", "m.title", "m.version", "m.dueAt", "s.version as seenVersion"])
    .where("m.communeId", "=", place.communeId)
    .where("m.closedAt", "is", null)
    .where(sql<boolean>`m.state = any(${states}::text[])`);
  if (after) query = query.where(sql<boolean>`(${dueOrder}, m.id) > (${after.dueAt ? sql`${after.dueAt}::timestamptz` : sql`'infinity'::timestamptz`}, ${after.id})`);
  return await query.orderBy(dueOrder).orderBy("m.id").limit(size).execute();
}

/** References and codes of matters, by number. */
export async function findMatters(
  tx: Tx,
  communeId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { publicRef: string; code: string; title: string; version: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("matters")
    .select(["id", "publicRef", "code", "title", "version"])
    .where("communeId", "=", communeId)
    .where(sql<boolean>`id = any(${ids}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
