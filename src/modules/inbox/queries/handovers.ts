import { sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Regime, Right } from "../../../kernel/rights.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { openWork, rankOf, type Sight } from "./fitting.ts";
import { on } from "./tables.ts";

/** How much open work of one officer there is of one kind, state, hamlet and title. */
export type Held = {
  readonly kind: string;
  readonly state: string;
  readonly hamletId: number | null;
  readonly hamletName: string | null;
  readonly title: string;
  readonly late: number;
  readonly count: number;
};

/** The open work of an officer, counted by what it can be divided by. */
export async function listHeld(tx: Tx, sight: Sight, officerId: number): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select m.kind, m.state, m.hamlet_id, h.name as hamlet_name, m.title, count(*) filter (where ${rankOf(sight)} = 1) as late, count(*) as count
    from matters m left join units h on h.id = m.hamlet_id
    where ${openWork(sight)} and m.assignee_id = ${officerId}
    group by m.kind, m.state, m.hamlet_id, h.name, m.title
    order by h.name nulls last, m.title, m.state`.execute(tx.db);
  return rows;
}

export type Locked = { readonly id: number; readonly kind: string; readonly version: number; readonly hamletId: number | null; readonly title: string };

/** Takes hold of all open work of an officer, in one order for everybody, so that two who do it at once never wait for each other in a circle. */
export async function lockHeld(tx: Tx, sight: Sight, officerId: number): Promise<readonly Locked[]> {
  const { rows } = await sql<Locked>`
    select m.id, m.kind, m.version, m.hamlet_id, m.title from matters m
    where ${openWork(sight)} and m.assignee_id = ${officerId} order by m.id for update`.execute(tx.db);
  return rows;
}

/** Takes hold of some matters, in the same order. */
export async function lockMatters(
  tx: Tx,
  sight: Sight,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Locked & { readonly assigneeId: number | null; readonly closedAt: Date | null; readonly code: string }>> {
  const { rows } = await sql<Locked & { assigneeId: number | null; closedAt: Date | null; code: string }>`
    select m.id, m.kind, m.version, m.hamlet_id, m.title, m.assignee_id, m.closed_at, m.code from matters m
    where m.commune_id = ${sight.place.communeId} and m.id = any(${ids}::bigint[]) and m.kind = any(${sight.kinds.map(({ kind }) => kind)}::text[])
    order by m.id for update`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

export type NewHandover = Place & { readonly fromId: number; readonly needs: Right; readonly reason: string; readonly returnOn: Day | null };

export async function insertHandover(tx: Tx, given: NewHandover): Promise<number> {
  const row = { ...given, byId: tx.actor.id ?? 0, at: tx.now };
  return (await on(tx).insertInto("handovers").values(row).returning("id").executeTakeFirstOrThrow()).id;
}

export async function insertHandoverMatters(
  tx: Tx,
  { communeId, provinceId }: Place,
  handoverId: number,
  given: readonly { readonly id: number; readonly regime: Regime; readonly toId: number }[],
): Promise<void> {
  await sql`
    insert into handover_matters (commune_id, handover_id, matter_id, province_id, regime, to_id)
    select ${communeId}::int, ${handoverId}::bigint, g.id, ${provinceId}::int, g.regime, g.to_id
    from unnest(${given.map(({ id }) => id)}::bigint[], ${given.map(({ regime }) => regime)}::text[], ${given.map(({ toId }) => toId)}::int[]) as g (id, regime, to_id)`.execute(
    tx.db,
  );
}

export type Handover = {
  readonly id: number;
  readonly fromId: number;
  readonly fromName: string;
  readonly byName: string;
  readonly at: Date;
  readonly reason: string;
  readonly returnOn: Day;
};

/** Work that was given away until a day and is to be offered back: those whose day has come, or all. */
export async function listToReturn(tx: Tx, { place }: Pick<Sight, "place">, until: Day | null): Promise<readonly Handover[]> {
  const { rows } = await sql<Handover>`
    select h.id, h.from_id, f.name as from_name, b.name as by_name, h.at, h.reason, h.return_on
    from handovers h join accounts f on f.id = h.from_id join accounts b on b.id = h.by_id
    where h.commune_id = ${place.communeId} and h.ended_at is null and h.return_on is not null and (${until}::date is null or h.return_on <= ${until}::date)
    order by h.return_on, h.id limit 20`.execute(tx.db);
  return rows;
}

/** One of them; locked when it is about to be ended. Null when it is not there or ended already. */
export async function findHandover(tx: Tx, { place }: Pick<Sight, "place">, id: number, lock = false): Promise<Handover | null> {
  const { rows } = await sql<Handover>`
    select h.id, h.from_id, f.name as from_name, b.name as by_name, h.at, h.reason, h.return_on
    from handovers h join accounts f on f.id = h.from_id join accounts b on b.id = h.by_id
    where h.commune_id = ${place.communeId} and h.id = ${id}::bigint and h.ended_at is null and h.return_on is not null ${lock ? sql`for update of h` : sql``}`.execute(tx.db);
  return rows[0] ?? null;
}

export type Returnable = Locked & { readonly code: string; readonly publicRef: string; readonly toName: string };

/** What of it is still open and still with whom it was given to. */
export async function listReturnable(tx: Tx, sight: Sight, handoverId: number, lock = false): Promise<readonly Returnable[]> {
  const { rows } = await sql<Returnable>`
    select m.id, m.kind, m.version, m.hamlet_id, m.title, m.code, m.public_ref, a.name as to_name
    from handover_matters g
    join matters m on m.commune_id = g.commune_id and m.id = g.matter_id and m.assignee_id = g.to_id
    join accounts a on a.id = g.to_id
    where g.commune_id = ${sight.place.communeId} and g.handover_id = ${handoverId}::bigint and ${openWork(sight)}
    order by m.id ${lock ? sql`for update of m` : sql``}`.execute(tx.db);
  return rows;
}

export async function endHandover(tx: Tx, { communeId }: Place, id: number): Promise<void> {
  await on(tx).updateTable("handovers").set({ endedAt: tx.now, endedBy: tx.actor.id }).where("communeId", "=", communeId).where("id", "=", id).execute();
}
