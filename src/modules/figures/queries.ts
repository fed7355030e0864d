import { sql } from "kysely";
import type { Tx } from "../../kernel/tx.ts";

/** What a commune's counter did: open and late now, received since a day, settled since a day and how many of these in time. */
export type CommuneFigures = {
  readonly communeId: number;
  readonly open: number;
  readonly late: number;
  readonly received: number;
  readonly settled: number;
  readonly onTime: number;
};

/**
 * Figures of the counter, one row per commune that the actor's scope reaches. In time means that the answer was ready by the due
 * instant and that no breach was ever written down.
 */
export async function listFigures(tx: Tx, since: Date): Promise<readonly CommuneFigures[]> {
  const { rows } = await sql<CommuneFigures>`
    select m.commune_id,
      count(*) filter (where m.closed_at is null)::int as open,
      count(*) filter (where m.settled_at is null and m.due_at < ${tx.now})::int as late,
      count(*) filter (where m.received_at >= ${since})::int as received,
      count(*) filter (where m.settled_at >= ${since})::int as settled,
      count(*) filter (where m.settled_at >= ${since} and (m.due_at is null or m.settled_at <= m.due_at)
        and not exists (select from breaches b where b.commune_id = m.commune_id and b.matter_id = m.id))::int as on_time
    from matters m
    where m.regime = 'counter' and (m.closed_at is null or m.settled_at >= ${since})
    group by m.commune_id`.execute(tx.db);
  return rows;
}
