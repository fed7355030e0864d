import { sql } from "kysely";
import type { Scope } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/tx.ts";

/** What a commune's counter did: open and late now, received since a day, settled since a day, how many of these had a term and how many kept it. */
export type CommuneFigures = {
  readonly communeId: number;
  readonly open: number;
  readonly late: number;
  readonly received: number;
  readonly settled: number;
  /** What is done at once has no term; it is no merit to keep it. */
  readonly timed: number;
  readonly onTime: number;
};

/**
 * Figures of the counter, one row per commune that the actor's scope reaches. In time means that the answer was ready by the due
 * instant and that no breach was ever written down.
 */
export async function listFigures(tx: Tx, since: Date): Promise<readonly CommuneFigures[]> {
  // Two looks at each commune, both by an index: what is open, and what was settled since. What was received since is in one of them.
  const { rows } = await sql<CommuneFigures>`
    select u.id as commune_id, o.open, o.late, (o.received + s.received)::int as received, (o.settled + s.settled)::int as settled, (o.timed + s.timed)::int as timed, (o.on_time + s.on_time)::int as on_time
    from units u
    cross join lateral (
      select count(*)::int as open,
        count(*) filter (where m.settled_at is null and m.due_at < ${tx.now})::int as late,
        count(*) filter (where m.received_at >= ${since}) as received,
        count(*) filter (where m.settled_at >= ${since}) as settled,
        count(*) filter (where m.settled_at >= ${since} and m.due_at is not null) as timed,
        count(*) filter (where m.settled_at >= ${since} and ${inTime}) as on_time
      from matters m where m.commune_id = u.id and m.regime = 'counter' and m.closed_at is null) o
    cross join lateral (
      select count(*) filter (where m.received_at >= ${since}) as received, count(*) as settled,
        count(*) filter (where m.due_at is not null) as timed, count(*) filter (where ${inTime}) as on_time
      from matters m where m.commune_id = u.id and m.regime = 'counter' and m.closed_at is not null and m.settled_at >= ${since}) s
    where u.kind = 'commune' and ${within(tx.actor.scope)} and (o.open > 0 or s.settled > 0)`.execute(tx.db);
  return rows;
}

const inTime = sql<boolean>`m.settled_at <= m.due_at
  and not exists (select from breaches b where b.commune_id = m.commune_id and b.matter_id = m.id)`;

/** The communes of a scope, also those that are no more. */
function within(scope: Scope) {
  if (scope.kind === "commune") return sql<boolean>`u.id = ${scope.communeId}`;
  if (scope.kind === "province") return sql<boolean>`u.province_id = ${scope.provinceId}`;
  return sql<boolean>`${scope.kind === "nation"}::boolean`;
}
