import { sql } from "kysely";
import type { Tx } from "../../../kernel/tx.ts";
import { type Group, groups, type Narrowing } from "../narrowing.ts";
import { fitsNarrowing, isToSign, openWork, rankOf, type Sight } from "./fitting.ts";

/** Where a page of the inbox begins: after this group, this due instant (null: after all that have one) and this number. */
export type Position = { readonly rank: number; readonly dueAt: Date | null; readonly id: number };

export type InboxRow = {
  readonly id: number;
  readonly version: number;
  readonly publicRef: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly rank: number;
  readonly dueAt: Date | null;
  readonly assigneeName: string | null;
  readonly hamletName: string | null;
  /** Whether the chief was told that its deadline is near. */
  readonly escalated: boolean;
  /** Whether somebody wrote who holds the receipt, and nobody has read it yet. */
  readonly written: boolean;
};

export const groupOf = ({ rank }: { readonly rank: number }): Group => groups[rank - 1] ?? "later";

type Page = { readonly narrowing: Narrowing; readonly after: Position | null; readonly size: number };

/**
 * Open work of a post by group and what is due first, each row from a regime that the officer holds (row security sees to it). What waits
 * to be handed over or for a supplement has no due instant any more. The page is cut before anything is looked up for its rows.
 */
export async function listInbox(tx: Tx, sight: Sight, { narrowing, after, size }: Page): Promise<readonly InboxRow[]> {
  const { group } = narrowing;
  const rank = rankOf(sight);
  const inGroup = group === null ? sql`` : group === "toSign" ? sql`and m.settled_at is null and ${isToSign(sight.kinds)}` : sql`and ${rank} = ${groups.indexOf(group) + 1}`;
  const onward = after === null ? sql`` : sql`where (rank, due, id) > (${after.rank}::int, coalesce(${after.dueAt}::timestamptz, 'infinity'), ${after.id}::bigint)`;
  const { rows } = await sql<InboxRow>`
    select p.id, p.version, p.public_ref, p.kind, p.code, p.title, p.state, p.rank, p.written, nullif(p.due, 'infinity') as due_at, a.name as assignee_name, h.name as hamlet_name,
      exists (select from escalations e where e.commune_id = ${sight.place.communeId} and e.matter_id = p.id and e.due_at = p.due) as escalated
    from (
      select * from (
        select m.id, m.version, m.public_ref, m.kind, m.code, m.title, m.state, m.hamlet_id, m.assignee_id, m.written_at is not null as written, ${rank} as rank,
          coalesce(case when m.settled_at is null then m.due_at end, 'infinity') as due
        from matters m
        where ${openWork(sight)} and ${fitsNarrowing(tx.actor.id, sight, narrowing)} ${inGroup}
      ) all_open ${onward}
      order by rank, due, id limit ${size}
    ) p
    left join units h on h.id = p.hamlet_id
    left join accounts a on a.id = p.assignee_id
    order by p.rank, p.due, p.id`.execute(tx.db);
  return rows;
}

/** More open work than this is not counted; a post has some hundreds. */
export const mostCounted = 5_000;

export type Counts = Readonly<Record<Group, number>> & {
  readonly all: number;
  readonly mine: number;
  /** All that waits for a signature, also what is late or due today and stands in those groups. */
  readonly signing: number;
  readonly lateToSign: number;
  readonly todayToSign: number;
};

/** How much of each group there is under a narrowing (its own group aside), in one pass over the open work. */
export async function countInbox(tx: Tx, sight: Sight, narrowing: Narrowing): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) as "all", count(*) filter (where mine) as mine,
      count(*) filter (where rank = 1) as late, count(*) filter (where rank = 2) as today, count(*) filter (where rank = 3) as week,
      count(*) filter (where rank = 4) as later, count(*) filter (where rank = 5) as paused, count(*) filter (where rank = 6) as "toSign",
      count(*) filter (where rank = 7) as ready, count(*) filter (where signing) as signing,
      count(*) filter (where signing and rank = 1) as "lateToSign", count(*) filter (where signing and rank = 2) as "todayToSign"
    from (
      select ${rankOf(sight)} as rank, m.assignee_id is not distinct from ${tx.actor.id}::int as mine, m.settled_at is null and ${isToSign(sight.kinds)} as signing
      from matters m
      where ${openWork(sight)} and ${fitsNarrowing(tx.actor.id, sight, narrowing)}
      limit ${mostCounted}
    ) counted`.execute(tx.db);
  return rows[0] as Counts;
}

/** What open work is about: the titles that stand in the inbox, by name. */
export async function listTitles(tx: Tx, sight: Sight): Promise<readonly string[]> {
  const { rows } = await sql<{ title: string }>`
    select distinct title from (select m.title from matters m where ${openWork(sight)} limit ${mostCounted}) open_work order by title limit 100`.execute(tx.db);
  return rows.map(({ title }) => title);
}
