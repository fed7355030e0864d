import { type Kysely, type Selectable, sql } from "kysely";
import type { AuditTable, KernelTables, MattersTable, TimelineTable } from "../tables.ts";

export type MatterEnd = Pick<Selectable<MattersTable>, "communeId" | "id" | "state" | "version" | "timelineHash">;
export type TimelineRow = Selectable<TimelineTable>;
export type AuditRow = Omit<Selectable<AuditTable>, "id" | "provinceId" | "regime">;

/** Below every number that a forger could give a row to hide it from a walk. */
export const beginning = -2_147_483_648;

/** Key of a chain among the rows of a batch. */
export const keyOf = (communeId: number, subject: string): string => `${communeId} ${subject}`;

type Key = { readonly communeId: number; readonly id: number };

export async function listMattersAfter(db: Kysely<KernelTables>, after: Key, size: number): Promise<MatterEnd[]> {
  return await db
    .selectFrom("matters")
    .select(["communeId", "id", "state", "version", "timelineHash"])
    .where((eb) => eb(eb.refTuple("communeId", "id"), ">", eb.tuple(after.communeId, after.id)))
    .orderBy("communeId")
    .orderBy("id")
    .limit(size)
    .execute();
}

/** The timelines of the matters after one key up to another, each in order, by `keyOf`. */
export async function listTimelineOf(db: Kysely<KernelTables>, after: Key, last: Key): Promise<ReadonlyMap<string, readonly TimelineRow[]>> {
  const rows = await db
    .selectFrom("timeline")
    .selectAll()
    .where((eb) => eb(eb.refTuple("communeId", "matterId"), ">", eb.tuple(after.communeId, after.id)))
    .where((eb) => eb(eb.refTuple("communeId", "matterId"), "<=", eb.tuple(last.communeId, last.id)))
    .orderBy("communeId")
    .orderBy("matterId")
    .orderBy("seq")
    .execute();
  return Map.groupBy(rows, (row) => keyOf(row.communeId, `matter:${row.matterId}`));
}

/** The audit chains of these matters, each in order, by `keyOf`. */
export async function listAuditOf(db: Kysely<KernelTables>, matters: readonly Key[]): Promise<ReadonlyMap<string, readonly AuditRow[]>> {
  const communes = matters.map(({ communeId }) => communeId);
  const subjects = matters.map(({ id }) => `matter:${id}`);
  const { rows } = await sql<AuditRow>`
    select a.commune_id, a.subject, a.seq, a.at, a.actor_id, a.action, a.change, a.prev_hash, a.hash
    from unnest(${communes}::int[], ${subjects}::text[]) as k (commune_id, subject)
    join audit a on a.commune_id = k.commune_id and a.subject = k.subject
    order by a.commune_id, a.subject, a.seq`.execute(db);
  return Map.groupBy(rows, (row) => keyOf(row.communeId, row.subject));
}

/** Rows of the audit that belong to no matter, after a key. */
export async function listOtherAuditAfter(db: Kysely<KernelTables>, after: { communeId: number; subject: string; seq: number }, size: number): Promise<AuditRow[]> {
  return await db
    .selectFrom("audit")
    .select(["communeId", "subject", "seq", "at", "actorId", "action", "change", "prevHash", "hash"])
    .where("subject", "not like", "matter:%")
    .where((eb) => eb(eb.refTuple("communeId", "subject", "seq"), ">", eb.tuple(after.communeId, after.subject, after.seq)))
    .orderBy("communeId")
    .orderBy("subject")
    .orderBy("seq")
    .limit(size)
    .execute();
}
