import { sql } from "kysely";
import { type Day, dayOf } from "../../../base/day.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type Incident, on, type ReferralRow, type ReleaseRow } from "./tables.ts";

type Span = { readonly from: Date; readonly before: Date };

/** What counts nowhere: what waits to be sifted or was thrown away, and a report of a case that an older one tells of already, as they were linked last. `offset 0`: links are looked up report by report, never read through. */
const counts = sql`m.state not in ('aside', 'discarded', 'dismissed') and not exists (
  select from incident_links l join matters o on o.commune_id = l.commune_id and o.id = l.older_id
  where l.commune_id = i.commune_id and l.newer_id = i.matter_id and l.same_case and o.state not in ('aside', 'discarded', 'dismissed')
    and not exists (select from incident_links later where later.commune_id = l.commune_id and later.older_id = l.older_id and later.newer_id = l.newer_id and later.linked_at > l.linked_at) offset 0)`;

/** Cases of a nature received in a span, and the persons concerned in them: each once, as they stand after corrections. */
export type NatureCount = { readonly nature: string; readonly cases: number; readonly people: number };

/** Those of the communes that went into this one are counted with its own: as numbers, nothing else of theirs is seen. */
export async function countNatures(tx: Tx, communeId: number, { from, before }: Span): Promise<readonly NatureCount[]> {
  const { rows } = await sql<NatureCount>`
    select nature, sum(cases)::int as cases, sum(people)::int as people from (
    select i.nature, count(*)::int as cases,
      coalesce(sum((select count(*) from identities p where p.commune_id = i.commune_id and p.matter_id = i.matter_id and p.role = 'concerned'
        and not exists (select from identities c where c.commune_id = p.commune_id and c.corrects = p.id and c.matter_id = p.matter_id))), 0)::int as people
    from incidents i join matters m on m.commune_id = i.commune_id and m.id = i.matter_id
    where i.commune_id = ${communeId} and i.received_at >= ${from} and i.received_at < ${before} and ${counts}
    group by i.nature union all select * from predecessor_natures(${from}, ${before})) counted
    group by nature order by nature`.execute(tx.db);
  return rows;
}

/** What the post did between two days, both included: how often, and with how many people. */
export type MeasureCount = { readonly measure: string; readonly times: number; readonly people: number };

export async function countMeasures(tx: Tx, communeId: number, { from, to }: { readonly from: Day; readonly to: Day }): Promise<readonly MeasureCount[]> {
  const { rows } = await sql<MeasureCount>`
    select measure, sum(times)::int as times, sum(people)::int as people from (
    select measure, count(*)::int as times, sum(people)::int as people from incident_measures n
    where commune_id = ${communeId} and done_on between ${from} and ${to}
      and not exists (select from incident_measures c where c.commune_id = n.commune_id and c.matter_id = n.matter_id and c.corrects = n.seq)
    group by measure union all select * from predecessor_measures(${from}, ${to})) counted
    group by measure order by measure`.execute(tx.db);
  return rows;
}

/** Since when there is a post whose figures these are: this one, or one that went into it. */
export async function findBeginning(tx: Tx, communeId: number): Promise<Day> {
  const { rows } = await sql<{ on: Day }>`select min(valid_from) as on from units where id = ${communeId} or id in (select incident_predecessors())`.execute(tx.db);
  return rows[0]?.on ?? dayOf(tx.now);
}

/** One line of the book of a year: what it was, when, where it went. No names. */
export type BookRow = Pick<Matter, "code" | "channel" | "state" | "receivedAt" | "dueAt" | "closedAt"> &
  Pick<Incident, "kind" | "nature"> & { readonly authority: ReferralRow["authority"] | null; readonly referredAt: Date | null; readonly acknowledgedAt: Date | null };

export async function listBook(tx: Tx, communeId: number, { from, before }: Span, size: number): Promise<readonly BookRow[]> {
  const { rows } = await sql<BookRow>`
    select m.code, m.channel, m.state, m.received_at, m.due_at, m.closed_at, i.kind, i.nature, r.authority, r.referred_at, r.acknowledged_at
    from incidents i join matters m on m.commune_id = i.commune_id and m.id = i.matter_id
    left join lateral (select * from incident_referrals r where r.commune_id = i.commune_id and r.matter_id = i.matter_id order by r.seq desc limit 1) r on true
    where i.commune_id = ${communeId} and i.received_at >= ${from} and i.received_at < ${before} and m.state not in ('aside', 'discarded')
    order by i.received_at, i.matter_id limit ${size}`.execute(tx.db);
  return rows;
}

export async function putRelease(tx: Tx, row: ReleaseRow): Promise<void> {
  const { cases, releasedAt, releasedBy } = row;
  await on(tx)
    .insertInto("incidentReleases")
    .values(row)
    .onConflict((conflict) => conflict.columns(["communeId", "year", "nature"]).doUpdateSet({ cases, releasedAt, releasedBy }))
    .execute();
}

const mostYears = 3;

/** What was given to the public, the last year first; the last three years that were. */
export async function listReleases(tx: Tx, communeId: number): Promise<readonly Pick<ReleaseRow, "year" | "nature" | "cases">[]> {
  const all = on(tx).selectFrom("incidentReleases").where("communeId", "=", communeId);
  const last = all.select("year").distinct().orderBy("year", "desc").limit(mostYears);
  return await all.select(["year", "nature", "cases"]).where("year", "in", last).orderBy("year", "desc").orderBy("nature").limit(300).execute();
}
