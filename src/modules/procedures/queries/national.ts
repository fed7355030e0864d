import { sql } from "kysely";
import type { Facts } from "../../../kernel/tables.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";

/** The dossier of the actor's commune that bears a number of the national portal. */
export async function findNational(
  tx: Tx,
  nationalNumber: string,
): Promise<{ readonly matterId: number; readonly publicRef: string; readonly code: string; readonly receivedAt: Date } | null> {
  const { communeId } = placeOf(tx.actor);
  const { rows } = await sql<{ matterId: number; publicRef: string; code: string; receivedAt: Date }>`
    select d.matter_id, m.public_ref, m.code, m.received_at from dossiers d join matters m on m.commune_id = d.commune_id and m.id = d.matter_id
    where d.commune_id = ${communeId} and d.national_number = ${nationalNumber}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Writes the number of the national portal on to a dossier; its whole course is to be told there from the beginning. */
export async function setNationalNumber(tx: Tx, { communeId, id }: { communeId: number; id: number }, nationalNumber: string): Promise<void> {
  await sql`update dossiers set national_number = ${nationalNumber}, national_reported = 0, national_done = false
    where commune_id = ${communeId} and matter_id = ${id}`.execute(tx.db);
}

/** A public step of a dossier of which the national portal was not told yet. */
export type NationalStep = {
  readonly matterId: number;
  readonly nationalNumber: string;
  readonly code: string;
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly toState: string;
  readonly facts: Facts;
};

/** Where each dossier stands whose course is to be told: locked, so that two workers never tell the same. At most `limit` dossiers, oldest first. */
export async function lockNationalNews(tx: Tx, limit: number) {
  const { communeId } = placeOf(tx.actor);
  const { rows } = await sql<{ matterId: number; nationalNumber: string; code: string; reported: number; version: number; closed: boolean }>`
    select d.matter_id, d.national_number, m.code, d.national_reported as reported, m.version, m.closed_at is not null as closed
    from dossiers d join matters m on m.commune_id = d.commune_id and m.id = d.matter_id
    where d.commune_id = ${communeId} and d.national_number is not null and not d.national_done
      and (m.version > d.national_reported or m.closed_at is not null)
    order by d.matter_id limit ${limit} for update of d skip locked`.execute(tx.db);
  return rows;
}

/** The public steps of a matter behind one and up to another. */
export async function listPublicSteps(tx: Tx, matterId: number, { after, upTo }: { readonly after: number; readonly upTo: number }) {
  const { communeId } = placeOf(tx.actor);
  return await tx.db
    .selectFrom("timeline")
    .select(["seq", "at", "action", "toState", "facts"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .where("seq", ">", after)
    .where("seq", "<=", upTo)
    .where("public", "=", true)
    .orderBy("seq")
    .execute();
}

export async function noteReported(tx: Tx, matterId: number, { reported, done }: { readonly reported: number; readonly done: boolean }): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await sql`update dossiers set national_reported = ${reported}, national_done = ${done} where commune_id = ${communeId} and matter_id = ${matterId}`.execute(tx.db);
}
