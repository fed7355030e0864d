import { sql } from "kysely";
import { aside } from "../../../kernel/door.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { DuePosition } from "../../../web/position.ts";
import type { RequestFilter } from "../../../web/public-sources.ts";
import { type At, type Incident, on } from "./tables.ts";

export async function insertIncident(tx: Tx, row: Incident): Promise<void> {
  await on(tx).insertInto("incidents").values(row).execute();
}

/** What a report is read as from now on. */
export async function setGrade(tx: Tx, { communeId, matterId }: At, grade: Partial<Pick<Incident, "kind" | "nature" | "openKind" | "track">>): Promise<void> {
  await on(tx).updateTable("incidents").set(grade).where("communeId", "=", communeId).where("matterId", "=", matterId).execute();
}

/** The matter of a code of the actor's commune, if it is a report. */
export async function findByCode(tx: Tx, communeId: number, code: string): Promise<Matter | null> {
  const found = tx.db.selectFrom("matters").selectAll().where("communeId", "=", communeId).where("code", "=", code).where("kind", "=", "incident");
  return (await found.executeTakeFirst()) ?? null;
}

export async function findIncident(tx: Tx, { communeId, matterId }: At): Promise<Incident | null> {
  return (await on(tx).selectFrom("incidents").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).executeTakeFirst()) ?? null;
}

/** One report as lists show it: nothing of what was told. */
export type ReportRow = Pick<Matter, "id" | "publicRef" | "code" | "state" | "channel" | "receivedAt" | "dueAt" | "settledAt"> &
  Pick<Incident, "kind" | "nature" | "track"> & { readonly hamletName: string | null; readonly assigneeName: string | null };

const reportRow = sql`m.id, m.public_ref, m.code, m.state, m.channel, m.received_at, m.due_at, m.settled_at, i.kind, i.nature, i.track, h.name as hamlet_name, a.name as assignee_name`;
const reportJoins = sql`join incidents i on i.commune_id = m.commune_id and i.matter_id = m.id
  left join units h on h.id = m.hamlet_id left join accounts a on a.id = m.assignee_id`;

const far = sql`'9999-12-31'::timestamptz`;

/** Reports that somebody works on, the one that is due first before the others. */
export async function listOpen(tx: Tx, communeId: number, { after, size }: { readonly after: DuePosition | null; readonly size: number }): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${reportRow} from matters m ${reportJoins}
    where m.commune_id = ${communeId} and m.closed_at is null and m.kind = 'incident' and m.state <> ${aside}
      and ${after ? sql`(coalesce(m.due_at, ${far}), m.id) > (coalesce(${after.dueAt}::timestamptz, ${far}), ${after.id})` : sql`true`}
    order by coalesce(m.due_at, ${far}), m.id limit ${size}`.execute(tx.db);
  return rows;
}

/** Every report that is no junk, the newest first; `after`: the number of the last one shown. */
export async function listAll(tx: Tx, communeId: number, { after, size }: { readonly after: number | null; readonly size: number }): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${reportRow} from matters m ${reportJoins}
    where m.commune_id = ${communeId} and m.kind = 'incident' and m.state not in ('aside', 'discarded') and ${after === null ? sql`true` : sql`m.id < ${after}`}
    order by m.id desc limit ${size}`.execute(tx.db);
  return rows;
}

/** Reports whose code ends so, newest first: the last digits of it are enough. */
export async function listByCodeEnd(tx: Tx, communeId: number, { end, size }: { readonly end: string; readonly size: number }): Promise<readonly ReportRow[]> {
  const begins = [...end].reverse().join("");
  const { rows } = await sql<ReportRow>`
    select ${reportRow} from matters m ${reportJoins}
    where m.commune_id = ${communeId} and m.kind = 'incident'
      and m.code_reversed >= ${begins} collate "C" and m.code_reversed < ${`${begins}\u{10ffff}`} collate "C"
    order by m.id desc limit ${size}`.execute(tx.db);
  return rows;
}

/** Some reports of a commune as a link shows them, newest first. */
export async function listByIds(tx: Tx, communeId: number, ids: readonly number[]): Promise<readonly Pick<Matter, "publicRef" | "code" | "title">[]> {
  if (ids.length === 0) return [];
  const some = tx.db.selectFrom("matters").select(["publicRef", "code", "title"]).where("communeId", "=", communeId).where("id", "in", ids).where("kind", "=", "incident");
  return await some.orderBy("id", "desc").limit(50).execute();
}

/** What waits to be sifted, sealed; the newest first. */
export type WaitingRow = Pick<Matter, "id" | "publicRef" | "code" | "version" | "receivedAt"> & Pick<Incident, "nature" | "accountSealed">;

export async function listAside(tx: Tx, communeId: number, size: number): Promise<readonly WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select m.id, m.public_ref, m.code, m.version, m.received_at, i.nature, i.account_sealed
    from matters m join incidents i on i.commune_id = m.commune_id and i.matter_id = m.id
    where m.commune_id = ${communeId} and m.kind = 'incident' and m.state = 'aside' order by m.id desc limit ${size}`.execute(tx.db);
  return rows;
}

/** What everybody may follow: by code, without anything that was told; received at a full hour. */
export type PublicReport = Pick<Matter, "code" | "state" | "hamletId" | "receivedAt" | "closedAt" | "outcome"> & Pick<Incident, "nature"> & { readonly movedAt: Date };

/** Those of some kinds, newest first; a thousand at most. */
export async function listOpenKinds(tx: Tx, communeId: number, { services, from, to, open, limit }: RequestFilter): Promise<readonly PublicReport[]> {
  const { rows } = await sql<PublicReport>`select * from public_reports(${communeId}, ${services}::text[], ${from}, ${to}, ${open}, ${limit})`.execute(tx.db);
  return rows;
}

export async function findOpenKind(tx: Tx, communeId: number, code: string): Promise<PublicReport | null> {
  const { rows } = await sql<PublicReport>`select * from public_report(${communeId}, ${code})`.execute(tx.db);
  return rows[0] ?? null;
}
