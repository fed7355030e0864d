import { sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Channel } from "../../../kernel/tables.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import type { Span } from "../../procedures/index.ts";

/** How a dossier stands to its term. `untimed`: it has none; `stopped`: it ended in time without an answer, because the resident took it back or work stopped. */
export const standings = ["onTime", "late", "running", "paused", "stopped", "untimed"] as const;
export type Standing = (typeof standings)[number];

export type BookMatter = {
  readonly id: number;
  readonly publicRef: string;
  readonly code: string;
  readonly title: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly standing: Standing;
};

// A breach that was written down stays, whatever comes later; without one the instants decide.
const standingAt = (now: Date) => sql<Standing>`case
  when exists (select from breaches b where b.commune_id = m.commune_id and b.matter_id = m.id) then 'late'
  when m.outcome in ('withdrawn', 'stopped') then 'stopped'
  when m.paused_at is not null then 'paused'
  when m.due_at is null then 'untimed'
  when coalesce(m.settled_at, ${now}) > m.due_at then 'late'
  when m.settled_at is not null then 'onTime'
  else 'running' end`;

const receivedIn = ({ communeId, provinceId }: Place, { from, before }: Span) => sql<boolean>`m.province_id = ${provinceId} and m.commune_id = ${communeId}
  and m.kind = 'dossier' and m.received_at >= ${from} and m.received_at < ${before}`;

/** Dossiers that the post received in a span, as they came. */
export async function listBook(
  tx: Tx,
  place: Place,
  { span, after, size }: { readonly span: Span; readonly after: InstantPosition | null; readonly size: number },
): Promise<readonly BookMatter[]> {
  const { rows } = await sql<BookMatter>`
    select m.id, m.public_ref, m.code, m.title, m.channel, m.received_at, m.due_at, ${standingAt(tx.now)} as standing
    from matters m
    where ${receivedIn(place, span)} and ${after ? sql`(m.received_at, m.id) > (${after.at}, ${after.id})` : sql`true`}
    order by m.received_at, m.id limit ${size}`.execute(tx.db);
  return rows;
}

/** How many dossiers of a span stand how; `before`: how many of them came up to a position. */
export type BookCounts = { readonly before: number; readonly all: number; readonly byStanding: Readonly<Record<Standing, number>> };

export async function countBook(tx: Tx, place: Place, { span, after }: { readonly span: Span; readonly after: InstantPosition | null }): Promise<BookCounts> {
  const { rows } = await sql<{ standing: Standing; count: number; before: number }>`
    select s.standing, count(*)::int as count,
      ${after ? sql`(count(*) filter (where (s.received_at, s.id) <= (${after.at}, ${after.id})))::int` : sql`0`} as before
    from (select m.id, m.received_at, ${standingAt(tx.now)} as standing from matters m where ${receivedIn(place, span)}) s
    group by s.standing`.execute(tx.db);
  const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const byStanding = Object.fromEntries(standings.map((one) => [one, rows.find((row) => row.standing === one)?.count ?? 0])) as Record<Standing, number>;
  return { before: sum((row) => row.before), all: sum((row) => row.count), byStanding };
}

export type BookEvent = { readonly matterId: number; readonly at: Date; readonly action: string; readonly to: string | null };

/** What the book tells of the course of dossiers, in order: their timelines without the steps inside the post. */
export async function listEvents(tx: Tx, { communeId }: Place, matterIds: readonly number[]): Promise<ReadonlyMap<number, readonly BookEvent[]>> {
  if (matterIds.length === 0) return new Map();
  // One array parameter, so that lists of every length share one prepared statement.
  const { rows } = await sql<BookEvent>`
    select t.matter_id, t.at, t.action, t.facts->>'to' as "to" from timeline t
    where t.commune_id = ${communeId} and t.matter_id = any(${matterIds}::bigint[])
      and t.action in ('askSupplement', 'resume', 'hold', 'release', 'apologise', 'stop', 'sign', 'signRefusal', 'correct', 'handOver', 'handOverRefusal', 'withdraw')
    order by t.matter_id, t.seq`.execute(tx.db);
  return Map.groupBy(rows, (row) => row.matterId);
}
