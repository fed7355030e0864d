import { sql } from "kysely";
import { dayOf } from "../base/day.ts";
import type { Right } from "./rights.ts";
import { placeOf, type Tx } from "./tx.ts";

export type Officer = { readonly id: number; readonly name: string };

/** Officers of the actor's post whose accounts are open, by name: to whom work can be given. */
export async function listColleagues(tx: Tx): Promise<readonly Officer[]> {
  const { communeId } = placeOf(tx.actor);
  const open = tx.db.selectFrom("accounts").select(["id", "name"]).where("unitId", "=", communeId).where("closedAt", "is", null);
  return await open.orderBy("name").orderBy("id").limit(100).execute();
}

/** Officers of the actor's post who hold a right there today, by name. The same answer as `may`, for all of them at once. */
export async function listHolders(tx: Tx, right: Right): Promise<readonly Officer[]> {
  const { rows } = await sql<Officer>`select id, name from officers_who_may(${right}, ${dayOf(tx.now)})`.execute(tx.db);
  return rows;
}

/** The name of an officer, also of one whose account is closed; null for nobody. */
export async function findOfficerName(tx: Tx, id: number | null): Promise<string | null> {
  if (id === null) return null;
  return (await tx.db.selectFrom("accounts").select("name").where("id", "=", id).executeTakeFirst())?.name ?? null;
}

/** Accounts of the officers of the actor's post who are on duty today. */
export async function listOnDuty(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from officers_on_duty(${dayOf(tx.now)})`.execute(tx.db);
  return rows.map(({ id }) => id);
}
