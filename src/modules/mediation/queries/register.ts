import { sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import type { Dispute, Visit } from "./slice.ts";

export type Span = { readonly from: Date; readonly before: Date };
/** One line of the register, as it stands now. */
export type RegisterRow = Pick<Matter, "publicRef" | "code" | "state"> &
  Pick<Dispute, "matterId" | "receivedAt" | "kind" | "spot" | "assignedAt" | "startBy" | "startedAt" | "endedAt" | "outcome" | "reason" | "toldSealed" | "agreementSealed"> & {
    readonly hamletName: string | null;
    /** What the last visit found of the agreement that holds; null while nobody has gone there. */
    readonly finding: Visit["finding"];
    readonly sessions: number;
    readonly parties: number;
  };

/** Disputes that were recorded in a span, in the order of a book. */
export async function listRegister(
  tx: Tx,
  { communeId }: Place,
  { span, after, size }: { readonly span: Span; readonly after: InstantPosition | null; readonly size: number },
): Promise<readonly RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select m.public_ref, m.code, m.state, d.matter_id, d.received_at, d.kind, d.spot, d.assigned_at, d.start_by, d.started_at, d.ended_at, d.outcome, d.reason,
      d.told_sealed, d.agreement_sealed, h.name as hamlet_name,
      case when d.outcome = 'settled' then ${foundLast} end as finding,
      (select count(*)::int from dispute_sessions s where s.commune_id = d.commune_id and s.matter_id = d.matter_id) as sessions,
      (select count(*)::int from identities i where i.commune_id = d.commune_id and i.matter_id = d.matter_id
        and not exists (select from identities later where later.commune_id = i.commune_id and later.matter_id = i.matter_id and later.corrects = i.id)) as parties
    from disputes d
    join matters m on m.commune_id = d.commune_id and m.id = d.matter_id
    left join units h on h.id = d.hamlet_id
    where d.commune_id = ${communeId} and d.received_at >= ${span.from} and d.received_at < ${span.before}
      ${after === null ? sql`` : sql`and (d.received_at, d.matter_id) > (${after.at}, ${after.id})`}
    order by d.received_at, d.matter_id limit ${size}`.execute(tx.db);
  return rows;
}

/** What the last visit found of the agreement of `d` that holds: those of an agreement before it were written before it. */
const foundLast = sql`(select v.finding from dispute_visits v where v.commune_id = d.commune_id and v.matter_id = d.matter_id
  and v.visited_on is not null and v.written_at > d.ended_at order by v.number desc limit 1)`;

/** What the disputes of a period came to. `open`: neither of the four yet. */
export type Sums = {
  readonly all: number;
  readonly settled: number;
  /** Of the settled: what the last visit found; those that nobody has visited are in none. */
  readonly kept: number;
  readonly partly: number;
  readonly broken: number;
  readonly unsettled: number;
  readonly ended: number;
  readonly excluded: number;
  readonly open: number;
  /** Of those that were given to mediators: begun after the term, or not begun though it is over. */
  readonly startedLate: number;
};

export async function sumRegister(tx: Tx, { communeId }: Place, span: Span): Promise<Sums> {
  const { rows } = await sql<Sums>`
    select count(*)::int as "all",
      count(*) filter (where outcome = 'settled')::int as settled,
      count(*) filter (where finding = 'kept')::int as kept,
      count(*) filter (where finding = 'partly')::int as partly,
      count(*) filter (where finding = 'broken')::int as broken,
      count(*) filter (where outcome = 'unsettled')::int as unsettled,
      count(*) filter (where outcome = 'ended')::int as ended,
      count(*) filter (where outcome = 'excluded')::int as excluded,
      count(*) filter (where outcome is null)::int as open,
      count(*) filter (where coalesce(started_at, ended_at, ${tx.now}::timestamptz) > start_by)::int as started_late
    from (
      select d.*, case when d.outcome = 'settled' then ${foundLast} end as finding
      from disputes d where d.commune_id = ${communeId} and d.received_at >= ${span.from} and d.received_at < ${span.before}
    ) counted`.execute(tx.db);
  const [sums] = rows;
  if (!sums) throw new Error("a sum is one row");
  return sums;
}

export type KindCount = { readonly kind: string; readonly all: number; readonly settled: number };

/** By kind of dispute, the most frequent first. */
export async function countByKind(tx: Tx, { communeId }: Place, span: Span): Promise<readonly KindCount[]> {
  const { rows } = await sql<KindCount>`
    select kind, count(*)::int as "all", count(*) filter (where outcome = 'settled')::int as settled
    from disputes where commune_id = ${communeId} and received_at >= ${span.from} and received_at < ${span.before}
    group by kind order by count(*) desc, kind limit 50`.execute(tx.db);
  return rows;
}

/** Visits that were to be made within a span of days: how many were made, how many on a later day or not at all though the day is past. */
export async function sumVisits(
  tx: Tx,
  { communeId }: Place,
  { from, to, today }: { readonly from: string; readonly to: string; readonly today: string },
): Promise<{ readonly planned: number; readonly made: number; readonly late: number }> {
  const { rows } = await sql<{ planned: number; made: number; late: number }>`
    select count(*)::int as planned, count(visited_on)::int as made, count(*) filter (where coalesce(visited_on, ${today}::date) > planned_on)::int as late
    from dispute_visits where commune_id = ${communeId} and planned_on >= ${from}::date and planned_on <= ${to}::date and promised and dropped_at is null`.execute(tx.db);
  return rows[0] ?? { planned: 0, made: 0, late: 0 };
}
