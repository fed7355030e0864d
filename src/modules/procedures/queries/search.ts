import { sql } from "kysely";
import { normalise } from "../../../base/vietnamese.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { placeOf } from "../../../kernel/tx.ts";
import type { Sought } from "../../../web/work-kinds.ts";
import { readNationalNumber } from "../forms/national.ts";
import { findNational } from "./national.ts";

/**
 * Dossiers of the actor's commune by the name of their person (marks aside), or by the last four digits of her identity number or of the
 * phone that she left; newest first, at most 20.
 */
export async function searchDossiers(tx: Tx, sought: Sought): Promise<readonly number[]> {
  const { communeId } = placeOf(tx.actor);
  if (sought.by === "foreignNumber") return await withNumber(tx, sought.number);
  const { rows } = await (sought.by === "last4" ? byLast4(communeId, sought.last4) : byName(communeId, sought.name)).execute(tx.db);
  return rows.map(({ id }) => id);
}

// Names are looked through in their index alone; no other part of a person is fetched (docs/adr/0009).
function byName(communeId: number, typed: string) {
  const pattern = `%${normalise(typed).replace(/[\\%_]/g, "\\$&")}%`;
  return sql<{ id: number }>`
    select d.matter_id as id from dossiers d
    where d.commune_id = ${communeId}
      and d.person_id in (select n.id from people n where n.commune_id = ${communeId} and n.regime = 'counter' and n.norm like ${pattern})
    order by d.matter_id desc limit 20`;
}

function byLast4(communeId: number, last4: string) {
  return sql<{ id: number }>`
    select d.matter_id as id from people p join dossiers d on d.commune_id = p.commune_id and d.person_id = p.id
    where p.commune_id = ${communeId} and p.regime = 'counter' and p.id_last4 = ${last4}
    union
    select d.matter_id from dossiers d where d.commune_id = ${communeId} and d.phone_last4 = ${last4}
    order by id desc limit 20`;
}

/** The dossier that bears this number of the national portal. */
async function withNumber(tx: Tx, typed: string): Promise<readonly number[]> {
  const number = readNationalNumber(typed);
  const filed = number === null ? null : await findNational(tx, number);
  return filed ? [filed.matterId] : [];
}
