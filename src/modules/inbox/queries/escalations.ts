import { sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Term, TermUnit } from "../../../kernel/clock/term.ts";
import type { Right } from "../../../kernel/rights.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { openWork, rankOf, type Sight } from "./fitting.ts";
import type { InboxRow } from "./list.ts";
import { type EscalationAct, on } from "./tables.ts";

/** Communes with a deadline up to an instant that nobody was told of yet, and the first such deadline. Asked at the gate, which sees no matter itself. */
export async function listComingDeadlines(tx: Tx, until: Date): Promise<readonly { communeId: number; firstDue: Date }[]> {
  const { rows } = await sql<{ communeId: number; firstDue: Date }>`select * from communes_with_coming_deadlines(${tx.now}, ${until})`.execute(tx.db);
  return rows;
}

/** How far a lead reaches now, for terms that are counted in one unit. */
export type Reach = { readonly unit: TermUnit; readonly lead: Term; readonly until: Date };

/** A deadline that has just come near. */
export type NewEscalation = { readonly matterId: number; readonly dueAt: Date; readonly kind: string; readonly code: string };

/** Writes an escalation for all running work of a commune whose deadline is within reach and not over, once for each deadline. @returns those that were new */
export async function insertEscalations(tx: Tx, { communeId }: Place, reaches: readonly Reach[]): Promise<readonly NewEscalation[]> {
  const widest = new Date(Math.max(...reaches.map(({ until }) => until.getTime())));
  const { rows } = await sql<NewEscalation>`
    with written as (
      insert into escalations (commune_id, province_id, matter_id, regime, due_at, at, lead)
      select m.commune_id, m.province_id, m.id, m.regime, m.due_at, ${tx.now}::timestamptz, r.lead::jsonb
      from matters m
      cross join lateral (
        select c.term from clocks c where c.commune_id = m.commune_id and c.matter_id = m.id and c.cause = 'start' order by c.seq desc limit 1
      ) started
      join unnest(${reaches.map(({ unit }) => unit)}::text[], ${reaches.map(({ until }) => until)}::timestamptz[], ${reaches.map(({ lead }) => JSON.stringify(lead))}::text[])
        as r (unit, until, lead) on r.unit = started.term ->> 'unit'
      where m.commune_id = ${communeId} and m.settled_at is null and m.closed_at is null and m.due_at > ${tx.now} and m.due_at <= ${widest} and m.due_at <= r.until
        and not exists (select from escalations e where e.commune_id = m.commune_id and e.matter_id = m.id and e.due_at = m.due_at)
      on conflict do nothing
      returning matter_id, due_at
    )
    select w.matter_id, w.due_at, m.kind, m.code from written w join matters m on m.commune_id = ${communeId} and m.id = w.matter_id order by w.due_at, m.id`.execute(tx.db);
  return rows;
}

export type ComingRow = InboxRow & { readonly lead: Term; readonly escalatedAt: Date; readonly assigneeId: number | null };

/** Work of the post whose deadline is near and of which nobody has taken note yet, the nearest first. */
export async function listComing(tx: Tx, sight: Sight, size: number): Promise<readonly ComingRow[]> {
  return await coming(tx, sight, sql`order by e.due_at, m.id limit ${size}`);
}

/** One of them, by the reference of its matter; null when its deadline has changed or passed, or somebody took note. */
export async function findComing(tx: Tx, sight: Sight, ref: string): Promise<ComingRow | null> {
  return (await coming(tx, sight, sql`and m.public_ref = ${ref} limit 1`))[0] ?? null;
}

async function coming(tx: Tx, sight: Sight, rest: ReturnType<typeof sql>): Promise<readonly ComingRow[]> {
  const { rows } = await sql<ComingRow>`
    select m.id, m.version, m.public_ref, m.kind, m.code, m.title, m.state, ${rankOf(sight)} as rank, m.due_at, m.assignee_id, a.name as assignee_name, h.name as hamlet_name,
      true as escalated, e.lead, e.at as escalated_at
    from escalations e
    join matters m on m.commune_id = e.commune_id and m.id = e.matter_id and m.due_at = e.due_at
    left join units h on h.id = m.hamlet_id left join accounts a on a.id = m.assignee_id
    where e.commune_id = ${sight.place.communeId} and e.due_at > ${sight.span.now} and ${openWork(sight)} and m.settled_at is null
      and not exists (select from escalation_acts k where k.commune_id = e.commune_id and k.matter_id = e.matter_id and k.due_at = e.due_at)
    ${rest}`.execute(tx.db);
  return rows;
}

/** Notes that somebody took note; a second word changes nothing. */
export async function insertAct(tx: Tx, given: Place & { matterId: number; dueAt: Date; regime: ComingRowRegime; needs: Right; act: EscalationAct }): Promise<void> {
  await on(tx)
    .insertInto("escalationActs")
    .values({ ...given, at: tx.now, actorId: tx.actor.id ?? 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
type ComingRowRegime = Sight["kinds"][number]["regime"];
