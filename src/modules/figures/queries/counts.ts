import { sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Counted } from "../counting.ts";
import { type Cell, keyOf, measures, type Tally } from "../tally.ts";
import { columnOf, on } from "./tables.ts";

/** Holds the mark of the actor's commune until the transaction ends: whoever else counts there waits. */
export async function holdMark(tx: Tx, { communeId, provinceId }: Place): Promise<void> {
  await on(tx)
    .insertInto("statsMarks")
    .values({ communeId, provinceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await on(tx).selectFrom("statsMarks").select("communeId").where("communeId", "=", communeId).forUpdate().execute();
}

export async function setMark(tx: Tx, { communeId }: Place, values: { readonly countedAt: Date; readonly rebuiltAt?: Date }): Promise<void> {
  await on(tx).updateTable("statsMarks").set(values).where("communeId", "=", communeId).execute();
}

/** Matters of a commune as they were counted last. */
export async function findCounted(tx: Tx, { communeId }: Place, ids: readonly number[]): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`select c.* from counted_matters c where c.commune_id = ${communeId} and c.matter_id = any(${ids}::bigint[])`.execute(tx.db);
  return rows;
}

export async function putCounted(tx: Tx, place: Place, matters: readonly Counted[]): Promise<void> {
  if (matters.length === 0) return;
  const rows = matters.map((matter) => ({ ...place, ...matter }));
  // One parameter whatever the number of rows; `jsonb_populate_recordset` reads each as a row of the table.
  await sql`
    insert into counted_matters select * from jsonb_populate_recordset(null::counted_matters, ${JSON.stringify(rows.map(columnsOf))}::jsonb)
    on conflict (commune_id, matter_id) do update set ${settingOf(countedColumns)}`.execute(tx.db);
}

const countedColumns = [
  ...["procedure_code", "received_month", "received_at", "due_at", "answered_month", "answered_at", "standing", "was_withdrawn", "is_open", "is_late_now", "online"],
  ...["digitised", "pauses", "unasked_pauses", "paused_minutes", "returns", "repeat_returns", "reopened", "handling_minutes"],
];

/** Sums of some cells of a commune, by cell. */
export async function findCells(tx: Tx, { communeId }: Place, cells: readonly Cell[]): Promise<ReadonlyMap<string, Tally>> {
  const wanted = new Set(cells.map(keyOf));
  const months = [...new Set(cells.map((cell) => cell.month))];
  const { rows } = await sql<Cell & Tally>`select s.* from matter_stats s where s.commune_id = ${communeId} and s.month = any(${months}::date[])`.execute(tx.db);
  return new Map(rows.map((row) => [keyOf(row), row] as const).filter(([key]) => wanted.has(key)));
}

export async function putCells(tx: Tx, place: Place, cells: readonly { readonly cell: Cell; readonly tally: Tally }[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ cell, tally }) => ({ ...place, ...cell, ...tally }));
  await sql`
    insert into matter_stats select * from jsonb_populate_recordset(null::matter_stats, ${JSON.stringify(rows.map(columnsOf))}::jsonb)
    on conflict (commune_id, month, kind, procedure_code) do update set ${settingOf([...measures.map(columnOf), "handling"])}`.execute(tx.db);
}

/** Takes away cells in which nothing is left. */
export async function takeCells(tx: Tx, { communeId }: Place, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  const keys = cells.map(keyOf);
  await sql`delete from matter_stats where commune_id = ${communeId} and month::text || ' ' || kind || ' ' || procedure_code = any(${keys}::text[])`.execute(tx.db);
}

/** Forgets everything that was counted in a commune. */
export async function forgetCounts(tx: Tx, { communeId }: Place): Promise<void> {
  await on(tx).deleteFrom("countedMatters").where("communeId", "=", communeId).execute();
  await on(tx).deleteFrom("matterStats").where("communeId", "=", communeId).execute();
}

const columnsOf = (row: object): object => Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
const settingOf = (columns: readonly string[]) => sql.join(columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
