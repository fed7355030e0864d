import { type RawBuilder, sql } from "kysely";
import type { Day, DayRange } from "../../../base/day.ts";
import type { Scope } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { ToldTerrain } from "../peers.ts";
import { type Cell, measures, type Tally } from "../tally.ts";
import { columnOf, on } from "./tables.ts";

export type CommuneTally = Tally & { readonly communeId: number };

const sums = sql.join(measures.map((name) => sql`sum(${sql.ref(`s.${name}`)})::int as ${sql.id(columnOf(name))}`));

/** Sums of the communes that the actor's scope reaches, over months (first days, both included). Without the times of handling. */
export async function listCommuneTallies(tx: Tx, { from, to }: DayRange): Promise<readonly CommuneTally[]> {
  const { rows } = await sql<Omit<CommuneTally, "handling">>`
    select s.commune_id, ${sums} from matter_stats s
    where ${within(tx.actor.scope)} and s.procedure_code = '' and s.month between ${from} and ${to}
    group by s.commune_id`.execute(tx.db);
  return rows.map((row) => ({ ...row, handling: [] }));
}

/** The same, month by month over all communes together. */
export async function listMonthTallies(tx: Tx, { from, to }: DayRange): Promise<readonly (Tally & { readonly month: Day })[]> {
  const { rows } = await sql<Omit<Tally, "handling"> & { month: Day }>`
    select s.month, ${sums} from matter_stats s
    where ${within(tx.actor.scope)} and s.procedure_code = '' and s.month between ${from} and ${to}
    group by s.month order by s.month`.execute(tx.db);
  return rows.map((row) => ({ ...row, handling: [] }));
}

/** Dossiers that are open and that are late at this moment, whenever they were received, in the communes that the actor's scope reaches. */
export async function listOpenCounts(tx: Tx): Promise<readonly { readonly communeId: number; readonly open: number; readonly lateNow: number }[]> {
  const { rows } = await sql<{ communeId: number; open: number; lateNow: number }>`
    select s.commune_id, sum(s.open)::int as open, sum(s.late_now)::int as late_now from matter_stats s
    where ${within(tx.actor.scope)} and s.procedure_code = '' and s.open > 0 group by s.commune_id`.execute(tx.db);
  return rows;
}

/** Every cell of one commune over months: each month by procedure, and all procedures together (''). */
export async function listCells(tx: Tx, communeId: number, { from, to }: DayRange): Promise<readonly (Cell & Tally)[]> {
  return await on(tx)
    .selectFrom("matterStats")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("month", ">=", from)
    .where("month", "<=", to)
    .orderBy("month")
    .orderBy("procedureCode")
    .execute();
}

/** When something in reach was counted last; what did not change since was not counted and need not be. Null before the first count. */
export async function countedUntil(tx: Tx): Promise<Date | null> {
  const marks = on(tx)
    .selectFrom("statsMarks")
    .select((eb) => eb.fn.max("countedAt").as("at"));
  const { scope } = tx.actor;
  const here = scope.kind === "commune" ? marks.where("communeId", "=", scope.communeId) : scope.kind === "province" ? marks.where("provinceId", "=", scope.provinceId) : marks;
  return (await here.executeTakeFirst())?.at ?? null;
}

/** On which terrain communes lie, as last told before a day; those of which nobody told are not in it. */
export async function findTerrains(tx: Tx, communeIds: readonly number[], today: Day): Promise<ReadonlyMap<number, ToldTerrain>> {
  const { rows } = await sql<{ unitId: number; terrain: ToldTerrain }>`
    select distinct on (p.unit_id) p.unit_id, p.terrain from unit_profiles p
    where p.unit_id = any(${communeIds}::int[]) and p.as_of <= ${today} and p.terrain is not null order by p.unit_id, p.as_of desc`.execute(tx.db);
  return new Map(rows.map((row) => [row.unitId, row.terrain]));
}

/** The communes of a scope, also those that are no more: each figure stays with the commune of its time. */
function within(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === "commune") return sql<boolean>`s.province_id = ${scope.provinceId} and s.commune_id = ${scope.communeId}`;
  if (scope.kind === "province") return sql<boolean>`s.province_id = ${scope.provinceId}`;
  return sql<boolean>`${scope.kind === "nation"}::boolean`;
}
