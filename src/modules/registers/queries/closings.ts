import { type ColumnType, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { FeeEntry } from "../../procedures/index.ts";

type Dong = ColumnType<number, bigint, never>;
type FeeClosingsTable = { communeId: number; takenOn: Day; provinceId: number; closedBy: number; closedAt: Date; dossiers: number; sumDong: Dong };
type FeeClosingLinesTable = { communeId: number; takenOn: Day; matterId: number; provinceId: number; officerId: number; feeDong: Dong; exemption: string | null };
type Slice = { feeClosings: FeeClosingsTable; feeClosingLines: FeeClosingLinesTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** A day that was closed: by whom, when, and what was counted then. */
export type Closing = { readonly takenOn: Day; readonly closedAt: Date; readonly closedByName: string; readonly dossiers: number; readonly sumDong: bigint };

export async function findClosing(tx: Tx, { communeId }: Place, takenOn: Day): Promise<Closing | null> {
  const row = await on(tx)
    .selectFrom("feeClosings as c")
    .innerJoin("accounts as a", "a.id", "c.closedBy")
    .select(["c.takenOn", "c.closedAt", "a.name as closedByName", "c.dossiers", "c.sumDong"])
    .where("c.communeId", "=", communeId)
    .where("c.takenOn", "=", takenOn)
    .executeTakeFirst();
  return row ? { ...row, sumDong: BigInt(row.sumDong) } : null;
}

/** What a closing counted, by matter. */
export type ClosingLine = { readonly matterId: number; readonly officerId: number; readonly feeDong: bigint; readonly exemption: string | null };

export async function listClosingLines(tx: Tx, { communeId }: Place, takenOn: Day): Promise<readonly ClosingLine[]> {
  const rows = await on(tx)
    .selectFrom("feeClosingLines")
    .select(["matterId", "officerId", "feeDong", "exemption"])
    .where("communeId", "=", communeId)
    .where("takenOn", "=", takenOn)
    .orderBy("matterId")
    .execute();
  return rows.map((row) => ({ ...row, feeDong: BigInt(row.feeDong) }));
}

/** Closes a day with what was counted. @returns false when it is closed already: the second of two officers waits here for the first */
export async function insertClosing(tx: Tx, place: Place, given: { readonly takenOn: Day; readonly closedBy: number; readonly lines: readonly FeeEntry[] }): Promise<boolean> {
  const { takenOn, closedBy, lines } = given;
  const sumDong = lines.reduce((sum, line) => sum + line.feeDong, 0n);
  const closed = await on(tx)
    .insertInto("feeClosings")
    .values({ ...place, takenOn, closedBy, closedAt: tx.now, dossiers: lines.length, sumDong })
    .onConflict((conflict) => conflict.doNothing())
    .returning("takenOn")
    .executeTakeFirst();
  if (!closed) return false;
  if (lines.length === 0) return true;
  const column = <T>(pick: (line: FeeEntry) => T): T[] => lines.map(pick);
  await sql`
    insert into fee_closing_lines (commune_id, province_id, taken_on, matter_id, officer_id, fee_dong, exemption)
    select ${place.communeId}, ${place.provinceId}, ${takenOn}, l.* from unnest(${column((line) => line.matterId)}::bigint[], ${column((line) => line.officerId)}::int[],
      ${column((line) => String(line.feeDong))}::bigint[], ${column((line) => line.exemption)}::text[]) l`.execute(tx.db);
  return true;
}

/** Days since one on which dossiers came in and that nobody has closed, newest first. */
export async function listOpenDays(tx: Tx, { communeId, provinceId }: Place, { from, before }: { readonly from: Date; readonly before: Date }): Promise<readonly Day[]> {
  const { rows } = await sql<{ takenOn: Day }>`
    select d.taken_on from (
      select distinct (m.received_at at time zone 'Asia/Ho_Chi_Minh')::date as taken_on from matters m
      where m.province_id = ${provinceId} and m.commune_id = ${communeId} and m.kind = 'dossier' and m.received_at >= ${from} and m.received_at < ${before}) d
    where not exists (select from fee_closings c where c.commune_id = ${communeId} and c.taken_on = d.taken_on)
    order by d.taken_on desc limit 31`.execute(tx.db);
  return rows.map((row) => row.takenOn);
}
