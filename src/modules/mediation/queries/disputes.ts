import { sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { type At, type Dispute, on, type Session, type Visit } from "./slice.ts";

type Fresh = Omit<Dispute, "assignedAt" | "startBy" | "startedAt" | "endedAt" | "outcome" | "reason" | "agreementSealed">;

export async function insertDispute(tx: Tx, row: Fresh): Promise<void> {
  await on(tx).insertInto("disputes").values(row).execute();
}

type Course = Partial<Pick<Dispute, "assignedAt" | "startBy" | "startedAt" | "endedAt" | "outcome" | "reason" | "agreementSealed">>;

export async function setDispute(tx: Tx, { communeId, matterId }: At, course: Course): Promise<void> {
  await on(tx).updateTable("disputes").set(course).where("communeId", "=", communeId).where("matterId", "=", matterId).execute();
}

export type ShownDispute = Dispute & { readonly hamletName: string | null };

export async function findDispute(tx: Tx, { communeId, matterId }: At): Promise<ShownDispute | null> {
  const found = on(tx).selectFrom("disputes as d").leftJoin("units as h", "h.id", "d.hamletId").selectAll("d").select("h.name as hamletName");
  return (await found.where("d.communeId", "=", communeId).where("d.matterId", "=", matterId).executeTakeFirst()) ?? null;
}

/** One open dispute as the list shows it. */
export type OpenRow = Pick<Matter, "id" | "publicRef" | "code" | "state" | "receivedAt" | "dueAt"> &
  Pick<Dispute, "kind" | "spot"> & { readonly hamletName: string | null; readonly waitsAt: Date };

/** As in the index `disputes_waiting`: what nobody was given waits first, then what has to begin, and last what has begun. */
const waitsAt = sql<Date>`(case when d.started_at is null then coalesce(d.start_by, '1900-01-01 00:00+00'::timestamptz) else '2099-12-31 00:00+00'::timestamptz end)`;

/** Disputes that have not ended: first those that nobody was given, then by the term to begin, then those that are being mediated. */
export async function listOpen(tx: Tx, communeId: number, { after, size }: { readonly after: InstantPosition | null; readonly size: number }): Promise<readonly OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select m.id, m.public_ref, m.code, m.state, m.received_at, m.due_at, d.kind, d.spot, h.name as hamlet_name, ${waitsAt} as waits_at
    from disputes d
    join matters m on m.commune_id = d.commune_id and m.id = d.matter_id
    left join units h on h.id = d.hamlet_id
    where d.commune_id = ${communeId} and d.ended_at is null ${after === null ? sql`` : sql`and (${waitsAt}, d.matter_id) > (${after.at}::timestamptz, ${after.id}::bigint)`}
    order by ${waitsAt}, d.matter_id limit ${size}`.execute(tx.db);
  return rows;
}

/** A dispute that was there before or came later, as another one's page names it. */
export type Again = Pick<Matter, "publicRef" | "code" | "state" | "receivedAt"> & Pick<Dispute, "kind">;

/** The disputes of some matters, newest first. */
export async function listAgain(tx: Tx, communeId: number, matterIds: readonly number[]): Promise<readonly Again[]> {
  if (matterIds.length === 0) return [];
  return await again(tx, communeId)
    .where("d.matterId", "in", [...matterIds])
    .execute();
}

/** Other disputes at the same spot of the same hamlet, newest first, at most 50. */
export async function listAtSpot(
  tx: Tx,
  { communeId, matterId, hamletId, spotNorm }: Pick<Dispute, "communeId" | "matterId" | "hamletId" | "spotNorm">,
): Promise<readonly Again[]> {
  return await again(tx, communeId).where("d.hamletId", "=", hamletId).where("d.spotNorm", "=", spotNorm).where("d.matterId", "<>", matterId).execute();
}

const again = (tx: Tx, communeId: number) =>
  on(tx)
    .selectFrom("disputes as d")
    .innerJoin("matters as m", (join) => join.onRef("m.communeId", "=", "d.communeId").onRef("m.id", "=", "d.matterId"))
    .select(["m.publicRef", "m.code", "m.state", "m.receivedAt", "d.kind"])
    .where("d.communeId", "=", communeId)
    .orderBy("d.matterId", "desc")
    .limit(50);

export async function insertSession(tx: Tx, row: Session): Promise<void> {
  await on(tx).insertInto("disputeSessions").values(row).execute();
}

/** The sessions of a dispute in order; few. */
export async function listSessions(tx: Tx, { communeId, matterId }: At): Promise<readonly Session[]> {
  return await on(tx).selectFrom("disputeSessions").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).orderBy("number").limit(100).execute();
}

export async function insertVisit(tx: Tx, row: Pick<Visit, "communeId" | "matterId" | "number" | "provinceId" | "plannedOn"> & { readonly promised?: boolean }): Promise<void> {
  await on(tx).insertInto("disputeVisits").values(row).execute();
}

export async function setVisit(
  tx: Tx,
  { communeId, matterId, number }: At & { readonly number: number },
  made: Pick<Visit, "visitedOn" | "finding" | "noteSealed" | "writtenAt" | "writtenBy" | "step">,
): Promise<void> {
  await on(tx).updateTable("disputeVisits").set(made).where("communeId", "=", communeId).where("matterId", "=", matterId).where("number", "=", number).execute();
}

export async function listVisits(tx: Tx, { communeId, matterId }: At): Promise<readonly Visit[]> {
  return await on(tx).selectFrom("disputeVisits").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).orderBy("number").limit(100).execute();
}

/** A visit that was promised and not yet made. */
export type WaitingVisit = Pick<Matter, "publicRef" | "code"> & Pick<Visit, "matterId" | "number" | "plannedOn"> & Pick<Dispute, "kind"> & { readonly hamletName: string | null };

/** Visits that are to be made up to a day, the longest overdue first. */
export async function listWaitingVisits(tx: Tx, communeId: number, { until, size }: { readonly until: Day; readonly size: number }): Promise<readonly WaitingVisit[]> {
  const { rows } = await sql<WaitingVisit>`
    select m.public_ref, m.code, v.matter_id, v.number, v.planned_on, d.kind, h.name as hamlet_name
    from dispute_visits v
    join disputes d on d.commune_id = v.commune_id and d.matter_id = v.matter_id
    join matters m on m.commune_id = v.commune_id and m.id = v.matter_id
    left join units h on h.id = d.hamlet_id
    where v.commune_id = ${communeId} and v.visited_on is null and v.dropped_at is null and v.planned_on <= ${until}
    order by v.planned_on, v.matter_id limit ${size}`.execute(tx.db);
  return rows;
}
