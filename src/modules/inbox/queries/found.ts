import { sql } from "kysely";
import type { Tx } from "../../../kernel/tx.ts";
import { openWork, rankOf, type Sight } from "./fitting.ts";
import type { InboxRow } from "./list.ts";

export type FoundRow = InboxRow & { readonly closed: boolean };

/** A matter of the post by its whole code or its reference, open or closed. */
export async function findOne(tx: Tx, { place, kinds }: Sight, by: { readonly code: string } | { readonly ref: string }): Promise<{ publicRef: string; kind: string } | null> {
  const meant = "ref" in by ? sql`m.public_ref = ${by.ref}` : sql`m.code = ${by.code}`;
  const { rows } = await sql<{ publicRef: string; kind: string }>`
    select m.public_ref, m.kind from matters m
    where m.commune_id = ${place.communeId} and ${meant} and m.kind = any(${kinds.map(({ kind }) => kind)}::text[])`.execute(tx.db);
  return rows[0] ?? null;
}

/** Matters of the post whose code ends so, newest first, at most 20; the numbers only. */
export async function findByCodeEnd(tx: Tx, { place, kinds }: Sight, end: string): Promise<readonly number[]> {
  const begins = [...end].reverse().join("");
  const { rows } = await sql<{ id: number }>`
    select m.id from matters m
    where m.commune_id = ${place.communeId} and m.code_reversed >= ${begins} collate "C" and m.code_reversed < ${`${begins}\u{10ffff}`} collate "C"
      and m.kind = any(${kinds.map(({ kind }) => kind)}::text[])
    order by m.id desc limit 20`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Matters of the post by number, open or closed, newest first. */
export async function listFound(tx: Tx, sight: Sight, ids: readonly number[]): Promise<readonly FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select m.id, m.version, m.public_ref, m.kind, m.code, m.title, m.state, ${rankOf(sight)} as rank, m.closed_at is not null as closed, m.written_at is not null as written,
      case when m.settled_at is null then m.due_at end as due_at, a.name as assignee_name, h.name as hamlet_name, false as escalated
    from matters m left join units h on h.id = m.hamlet_id left join accounts a on a.id = m.assignee_id
    where m.commune_id = ${sight.place.communeId} and m.id = any(${ids}::bigint[]) and m.kind = any(${sight.kinds.map(({ kind }) => kind)}::text[])
    order by m.id desc`.execute(tx.db);
  return rows;
}

/** The last thing that happened to some matters, by number, with who did it. */
export async function lastActs(tx: Tx, { place }: Pick<Sight, "place">, ids: readonly number[]) {
  const { rows } = await sql<{ id: number; kind: string; code: string; publicRef: string; action: string; at: Date; byName: string | null }>`
    select m.id, m.kind, m.code, m.public_ref, t.action, t.at, a.name as by_name
    from matters m join timeline t on t.commune_id = m.commune_id and t.matter_id = m.id and t.seq = m.version
    left join accounts a on a.id = t.actor_id
    where m.commune_id = ${place.communeId} and m.id = any(${ids}::bigint[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Open work of the post by officer; those who hold none are left out. */
export async function countByAssignee(tx: Tx, sight: Sight): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ assigneeId: number; count: number }>`
    select m.assignee_id, count(*) as count from matters m where ${openWork(sight)} and m.assignee_id is not null group by m.assignee_id`.execute(tx.db);
  return new Map(rows.map(({ assigneeId, count }) => [assigneeId, count]));
}
