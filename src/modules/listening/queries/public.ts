import { type RawBuilder, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Unit } from "../../../kernel/units.ts";
import type { Commitment } from "./tables.ts";

export type PublicWord = { readonly id: number; readonly said: string; readonly done: string; readonly publishedAt: Date; readonly contested: boolean };

/** What a hamlet, or nobody's hamlet in particular, said and what was done, the newest first; for a transaction to which the commune was opened. */
export async function listPublicWords(tx: Tx, asked: { readonly communeId: number; readonly hamletId: number; readonly size: number }): Promise<readonly PublicWord[]> {
  // Each half in the order of its index: together they would be sorted whole.
  const newest = (where: RawBuilder<boolean>) => sql`(select id, said, done, published_at, contested_at is not null as contested from public_words
    where commune_id = ${asked.communeId} and ${where} and withdrawn_at is null order by published_at desc, id desc limit ${asked.size})`;
  const { rows } = await sql<PublicWord>`
    ${newest(sql`hamlet_id = ${asked.hamletId}`)} union all ${newest(sql`hamlet_id is null`)} order by published_at desc, id desc limit ${asked.size}`.execute(tx.db);
  return rows;
}

export type PublicPromise = Pick<Commitment, "matterId" | "promise" | "dueOn" | "outcome" | "report" | "reportedAt">;

/** What was promised to a hamlet, or to the whole commune, in meetings open to everybody: what is still to be done, the nearest day first; then what was reported on, the latest first; for a transaction to which the commune was opened. */
export async function listPublicPromises(tx: Tx, asked: { readonly communeId: number; readonly hamletId: number; readonly size: number }): Promise<readonly PublicPromise[]> {
  const { rows } = await sql<PublicPromise>`
    select matter_id, promise, due_on, outcome, report, reported_at from commitments
    where commune_id = ${asked.communeId} and shown_at is not null and (hamlet_id = ${asked.hamletId} or hamlet_id is null)
    order by outcome is null desc, case when outcome is null then due_on end, due_on desc, matter_id desc limit ${asked.size}`.execute(tx.db);
  return rows;
}

/** How much was answered and stands, by hamlet; null: on the page of every one. */
export async function countPublicWords(tx: Tx, communeId: number): Promise<ReadonlyMap<number | null, number>> {
  const { rows } = await sql<{ hamletId: number | null; n: number }>`
    select hamlet_id, count(*)::int as n from public_words where commune_id = ${communeId} and withdrawn_at is null and contested_at is null group by hamlet_id`.execute(tx.db);
  return new Map(rows.map(({ hamletId, n }) => [hamletId, n]));
}

/** The hamlet that bears a code on a day. */
export async function findHamlet(tx: Tx, code: string, on: Day): Promise<Unit | null> {
  const found = tx.db.selectFrom("units").selectAll().where("kind", "=", "hamlet").where("code", "=", code).where("validFrom", "<=", on);
  return (await found.where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">", on)])).executeTakeFirst()) ?? null;
}
