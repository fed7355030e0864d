import { sql } from "kysely";
import type { Tx } from "../../../kernel/tx.ts";
import { findSigned } from "../../papers/index.ts";

/**
 * What of a dossier exists electronically, part by part: `result`, a paper signed as a file. A part that the house learns to keep (answers
 * given as a form, papers of the resident as files) is added here, with the rows that show it; figures ask `isDigital` alone.
 */
type DigitalParts = { readonly result: boolean };

/** Whether every part is. */
function isDigital(parts: DigitalParts): boolean {
  return Object.values(parts).every(Boolean);
}

/** What figures need of a dossier besides its matter: nothing of the person. */
export type CountableDossier = { readonly procedureCode: string; readonly digital: boolean };

/** Dossiers of a commune, by matter. */
export async function findCountable(tx: Tx, communeId: number, matterIds: readonly number[]): Promise<ReadonlyMap<number, CountableDossier>> {
  const dossiers = sql<{ matterId: number; procedureCode: string }>`
    select d.matter_id, d.procedure_code from dossiers d where d.commune_id = ${communeId} and d.matter_id = any(${matterIds}::bigint[])`.execute(tx.db);
  const [{ rows }, signed] = await Promise.all([dossiers, findSigned(tx, communeId, matterIds)]);
  return new Map(rows.map(({ matterId, procedureCode }) => [matterId, { procedureCode, digital: isDigital({ result: signed.has(matterId) }) }]));
}
