import { sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { DayPosition } from "../../../web/position.ts";
import { type At, type Commitment, on } from "./tables.ts";

export async function insertCommitment(tx: Tx, row: Omit<Commitment, "report" | "reportedAt" | "outcome">): Promise<void> {
  await on(tx).insertInto("commitments").values(row).execute();
}

export async function findCommitment(tx: Tx, { communeId, matterId }: At): Promise<Commitment | null> {
  return (await on(tx).selectFrom("commitments").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).executeTakeFirst()) ?? null;
}

type Change = Partial<Pick<Commitment, "dueOn" | "report" | "reportedAt" | "outcome" | "shownAt">>;

export async function updateCommitment(tx: Tx, { communeId, matterId }: At, change: Change): Promise<void> {
  await on(tx).updateTable("commitments").set(change).where("communeId", "=", communeId).where("matterId", "=", matterId).execute();
}

export type CommitmentRow = Pick<Matter, "publicRef" | "code" | "state" | "version" | "dueAt" | "closedAt"> &
  Pick<Commitment, "matterId" | "promise" | "dueOn" | "report" | "outcome"> & { readonly ownerName: string | null; readonly hamletName: string | null };

const row = sql`m.public_ref, m.code, m.state, m.version, m.due_at, m.closed_at, c.matter_id, c.promise, c.due_on, c.report, c.outcome, a.name as owner_name, h.name as hamlet_name`;
const joins = sql`join matters m on m.commune_id = c.commune_id and m.id = c.matter_id
  left join accounts a on a.id = m.assignee_id left join units h on h.id = c.hamlet_id`;

/** What was promised in one meeting, as it was written; at most 100. */
export async function listPromisedIn(tx: Tx, { communeId, matterId }: At): Promise<readonly CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select ${row} from commitments c ${joins} where c.commune_id = ${communeId} and c.meeting_id = ${matterId} order by c.matter_id limit 100`.execute(tx.db);
  return rows;
}

/** Promises to a hamlet (null: of the whole commune) that were made before an instant and are not carried out yet, also those that could not be, the nearest day first. */
export async function listUnkept(tx: Tx, { communeId }: Place, asked: { readonly hamletId: number | null; readonly before: Date }): Promise<readonly CommitmentRow[]> {
  const unkept = sql`select o.id from matters o where o.commune_id = ${communeId} and o.closed_at is null and o.kind = 'commitment'
    union all select n.matter_id from commitments n where n.commune_id = ${communeId} and n.outcome = 'notCarriedOut'`;
  const { rows } = await sql<CommitmentRow>`
    select ${row} from commitments c ${joins}
    where c.commune_id = ${communeId} and c.matter_id = any (array(${unkept})) and m.received_at < ${asked.before}
      and ${asked.hamletId === null ? sql`true` : sql`(c.hamlet_id = ${asked.hamletId} or c.hamlet_id is null)`}
    order by c.due_on, c.matter_id limit 100`.execute(tx.db);
  return rows;
}

/** Where a page begins: among what is still to be kept, or among what was reported on. */
export type Kept = DayPosition & { readonly reported: boolean };
type PageAsked = { readonly after: Kept | null; readonly size: number };

/** All promises of a post: what is still to be kept by its day, the nearest first; then what was reported on, the latest day first. */
export async function listCommitments(tx: Tx, { communeId }: Place, { after, size }: PageAsked): Promise<readonly CommitmentRow[]> {
  const open = sql`select c.commune_id, c.matter_id, false as reported from commitments c
    where c.commune_id = ${communeId} and c.outcome is null and ${after ? sql`(c.due_on, c.matter_id) > (${after.on}::date, ${after.id})` : sql`true`}
    order by c.due_on, c.matter_id limit ${size}`;
  const reported = sql`select c.commune_id, c.matter_id, true as reported from commitments c
    where c.commune_id = ${communeId} and c.outcome is not null and ${after?.reported ? sql`(c.due_on, c.matter_id) < (${after.on}::date, ${after.id})` : sql`true`}
    order by c.due_on desc, c.matter_id desc limit ${size}`;
  const { rows } = await sql<CommitmentRow>`
    select ${row} from (${after?.reported ? reported : sql`(${open}) union all (${reported})`}) page
    join commitments c on c.commune_id = page.commune_id and c.matter_id = page.matter_id ${joins}
    order by page.reported, case when not page.reported then c.due_on end, case when not page.reported then c.matter_id end, c.due_on desc, c.matter_id desc
    limit ${size}`.execute(tx.db);
  return rows;
}

/** How many promises of a span were kept, were not, and are open. */
export async function countCommitments(
  tx: Tx,
  { communeId }: Place,
  span: { readonly from: Date; readonly before: Date },
): Promise<{ readonly all: number; readonly carriedOut: number; readonly failed: number }> {
  const { rows } = await sql<{ all: number; carriedOut: number; failed: number }>`
    select count(*)::int as "all", (count(*) filter (where state = 'carriedOut'))::int as carried_out, (count(*) filter (where state = 'notCarriedOut'))::int as failed
    from matters where commune_id = ${communeId} and kind = 'commitment' and received_at >= ${span.from} and received_at < ${span.before}`.execute(tx.db);
  return rows[0] ?? { all: 0, carriedOut: 0, failed: 0 };
}
