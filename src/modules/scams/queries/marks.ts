import { type Generated, type Selectable, sql } from "kysely";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Mark } from "../marks.ts";

type MarksTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  matterId: number;
  kind: Mark["kind"];
  lookup: Buffer;
  sealed: Buffer;
  addedAt: Date;
  addedBy: number;
};
const on = (tx: Tx) => tx.db.withTables<{ scamMarks: MarksTable }>();

export type KeptMark = Selectable<MarksTable>;

/** Kept once for each report. */
export async function insertMark(tx: Tx, row: Omit<KeptMark, "id">): Promise<void> {
  await on(tx)
    .insertInto("scamMarks")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listMarks(tx: Tx, { communeId, id }: Pick<Matter, "communeId" | "id">): Promise<readonly KeptMark[]> {
  return await on(tx).selectFrom("scamMarks").selectAll().where("communeId", "=", communeId).where("matterId", "=", id).orderBy("id").limit(100).execute();
}

/** How many frauds that an officer took up had it. */
export async function countMark(tx: Tx, communeId: number, lookup: Buffer): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count_scam_mark(${communeId}, ${lookup}) as count`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
