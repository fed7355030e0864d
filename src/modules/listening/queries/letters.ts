import { sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { DayPosition } from "../../../web/position.ts";
import { type At, type Letter, on } from "./tables.ts";

export async function insertLetter(tx: Tx, row: Letter): Promise<void> {
  await on(tx).insertInto("citizenLetters").values(row).execute();
}

export async function findLetter(tx: Tx, { communeId, matterId }: At): Promise<Letter | null> {
  return (await on(tx).selectFrom("citizenLetters").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).executeTakeFirst()) ?? null;
}

export type Sorting = Partial<Pick<Letter, "kind" | "handledBefore" | "competent" | "guidance" | "forwardedTo" | "result" | "remark">>;

export async function updateLetter(tx: Tx, { communeId, matterId }: At, change: Sorting): Promise<void> {
  await on(tx).updateTable("citizenLetters").set(change).where("communeId", "=", communeId).where("matterId", "=", matterId).execute();
}

export type LetterRow = Letter & Pick<Matter, "publicRef" | "code" | "state" | "dueAt" | "closedAt"> & { readonly assigneeName: string | null };

const row = sql`l.*, m.public_ref, m.code, m.state, m.due_at, m.closed_at, a.name as assignee_name`;
const joins = sql`join matters m on m.commune_id = l.commune_id and m.id = l.matter_id left join accounts a on a.id = m.assignee_id`;

type PageAsked = { readonly after: DayPosition | null; readonly size: number };

/** Open letters of a post, the oldest first. */
export async function listOpenLetters(tx: Tx, { communeId }: Place, { after, size }: PageAsked): Promise<readonly LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select ${row} from citizen_letters l ${joins}
    where l.commune_id = ${communeId} and m.closed_at is null and m.kind = 'citizenLetter'
      and ${after ? sql`(l.received_on, l.matter_id) > (${after.on}::date, ${after.id})` : sql`true`}
    order by l.received_on, l.matter_id limit ${size}`.execute(tx.db);
  return rows;
}

/** The parts of a mixed letter; at most 20. */
export async function listParts(tx: Tx, { communeId, matterId }: At): Promise<readonly LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select ${row} from citizen_letters l ${joins} where l.commune_id = ${communeId} and l.parent_id = ${matterId} order by l.matter_id limit 20`.execute(tx.db);
  return rows;
}

type BookAsked = PageAsked & { readonly from: Day; readonly to: Day };

/** Lines of the book of a span of days, as they came. */
export async function listBook(tx: Tx, { communeId }: Place, { from, to, after, size }: BookAsked): Promise<readonly LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select ${row} from citizen_letters l ${joins}
    where l.commune_id = ${communeId} and l.received_on >= ${from}::date and l.received_on <= ${to}::date
      and ${after ? sql`(l.received_on, l.matter_id) > (${after.on}::date, ${after.id})` : sql`true`}
    order by l.received_on, l.matter_id limit ${size}`.execute(tx.db);
  return rows;
}

/** How many lines of the span stand in the book before a position, so that a page goes on counting. */
export async function countBook(tx: Tx, { communeId }: Place, { from, to, after }: Omit<BookAsked, "size">): Promise<{ readonly all: number; readonly before: number }> {
  const { rows } = await sql<{ all: number; before: number }>`
    select count(*)::int as "all", (count(*) filter (where ${after ? sql`(l.received_on, l.matter_id) <= (${after.on}::date, ${after.id})` : sql`false`}))::int as before
    from citizen_letters l where l.commune_id = ${communeId} and l.received_on >= ${from}::date and l.received_on <= ${to}::date`.execute(tx.db);
  return rows[0] ?? { all: 0, before: 0 };
}
