import { type Selectable, sql } from "kysely";
import type { Place } from "../../kernel/actor.ts";
import { showCommune, type Tx } from "../../kernel/tx.ts";

type PreparationsTable = {
  communeId: number;
  id: number;
  provinceId: number;
  lookup: Buffer;
  sealed: Buffer | null;
  begunAt: Date;
  finishedAt: Date | null;
  expiresAt: Date;
};
export type Preparation = Selectable<PreparationsTable>;

type Slice = { preparations: PreparationsTable; dossiers: { communeId: number; preparationId: number | null } };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** A row is found again by its look-up alone, so nothing is given back. */
export async function insertPreparation(tx: Tx, row: Omit<Preparation, "id" | "finishedAt">): Promise<void> {
  await sql`insert into preparations (commune_id, province_id, lookup, sealed, begun_at, expires_at)
    values (${row.communeId}, ${row.provinceId}, ${row.lookup}, ${row.sealed}, ${row.begunAt}, ${row.expiresAt})`.execute(tx.db);
}

/** Where a code leads: the preparation, and the dossier that it became. */
export type Found = { readonly communeId: number; readonly id: number; readonly matterRef: string | null };

export async function findPreparation(tx: Tx, lookup: Buffer): Promise<Found | null> {
  const { rows } = await sql<Found>`select * from find_public_preparation(${lookup})`.execute(tx.db);
  return rows[0] ?? null;
}

/** Opens a preparation to the transaction of whoever holds its code. */
export async function openPreparation(tx: Tx, { communeId, id }: Found): Promise<Preparation | null> {
  await showCommune(tx, communeId);
  await sql.raw(`set local app.preparation = '${Number(id)}'`).execute(tx.db);
  return await readPreparation(tx, { communeId, id });
}

/** A preparation as row security shows it to the asker. */
export async function readPreparation(tx: Tx, { communeId, id }: Pick<Found, "communeId" | "id">): Promise<Preparation | null> {
  return (await on(tx).selectFrom("preparations").selectAll().where("communeId", "=", communeId).where("id", "=", id).executeTakeFirst()) ?? null;
}

type Change = Partial<Pick<Preparation, "sealed" | "finishedAt" | "expiresAt">>;

export async function updatePreparation(tx: Tx, { communeId, id }: Pick<Preparation, "communeId" | "id">, change: Change): Promise<void> {
  await on(tx).updateTable("preparations").set(change).where("communeId", "=", communeId).where("id", "=", id).execute();
}

export async function deletePreparation(tx: Tx, { communeId, id }: Pick<Preparation, "communeId" | "id">): Promise<void> {
  await on(tx).deleteFrom("preparations").where("communeId", "=", communeId).where("id", "=", id).execute();
}

/** Communes that keep what is over. Asked at the gate. */
export async function listCommunesKeeping(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select * from communes_keeping_preparations(${tx.now})`.execute(tx.db);
  return rows.map(({ communeId }) => communeId);
}

/** Empties those that became dossiers, and takes away those that ran out unused. @returns how many of each */
export async function eraseOver(tx: Tx, { communeId }: Place): Promise<{ readonly used: number; readonly expired: number }> {
  const became = sql<boolean>`exists (select from dossiers d where d.commune_id = preparations.commune_id and d.preparation_id = preparations.id)`;
  const used = await on(tx).updateTable("preparations").set({ sealed: null }).where("communeId", "=", communeId).where("sealed", "is not", null).where(became).executeTakeFirst();
  const expired = await on(tx)
    .deleteFrom("preparations")
    .where("communeId", "=", communeId)
    .where("sealed", "is not", null)
    .where("expiresAt", "<", tx.now)
    .where(sql<boolean>`not ${became}`)
    .executeTakeFirst();
  return { used: Number(used.numUpdatedRows), expired: Number(expired.numDeletedRows) };
}
