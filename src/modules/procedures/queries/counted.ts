import { sql } from "kysely";
import type { Tx } from "../../../kernel/tx.ts";

/** By which procedure dossiers of a commune go, by matter. */
export async function findProcedureCodes(tx: Tx, communeId: number, matterIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ matterId: number; procedureCode: string }>`
    select d.matter_id, d.procedure_code from dossiers d where d.commune_id = ${communeId} and d.matter_id = any(${matterIds}::bigint[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.matterId, row.procedureCode]));
}
