import { sql } from "kysely";
import type { Place } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/tx.ts";

export const filters = ["all", "mine", "late", "today", "toSign", "paused", "ready"] as const;
export type Filter = (typeof filters)[number];

/** Where a page of the inbox begins: after this due instant (null: after all that have one) and this number. */
export type Position = { readonly dueAt: Date | null; readonly id: number };

export type InboxRow = {
  readonly id: number;
  readonly publicRef: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly dueAt: Date | null;
  readonly pausedAt: Date | null;
  readonly settledAt: Date | null;
  readonly assigneeId: number | null;
  readonly hamletName: string | null;
};

/** What the instants of a list are measured against. */
export type Span = { readonly now: Date; readonly endOfToday: Date };

/**
 * Open work of a post by what is due first, each row from a regime that the officer holds (row security sees to it). What waits to
 * be handed over or for a supplement has no due instant any more and comes last.
 */
export async function listInbox(
  tx: Tx,
  place: Place,
  given: { readonly filter: Filter; readonly after: Position | null; readonly size: number; readonly span: Span },
): Promise<readonly InboxRow[]> {
  const { filter, after, size, span } = given;
  const { now, endOfToday } = span;
  let query = tx.db
    .selectFrom("matters as m")
    .leftJoin("units as h", "h.id", "m.hamletId")
    .select(["m.id", "m.publicRef", "m.kind", "m.code", "m.title", "m.state", "m.pausedAt", "m.settledAt", "m.assigneeId", "h.name as hamletName"])
    .select(sql<Date | null>`case when m.settled_at is null then m.due_at end`.as("dueAt"))
    .where("m.communeId", "=", place.communeId)
    .where("m.closedAt", "is", null);
  if (filter === "mine") query = query.where("m.assigneeId", "=", tx.actor.id);
  if (filter === "late") query = query.where("m.settledAt", "is", null).where("m.dueAt", "<", now);
  if (filter === "today") query = query.where("m.settledAt", "is", null).where("m.dueAt", "<=", endOfToday);
  if (filter === "toSign") query = query.where("m.state", "=", "toSign");
  if (filter === "paused") query = query.where("m.pausedAt", "is not", null);
  if (filter === "ready") query = query.where("m.settledAt", "is not", null);
  if (after) query = query.where(afterPosition(after));
  return await query.orderBy(dueOrder).orderBy("m.id").limit(size).execute();
}

// One expression orders and pages: settled and paused work sorts as due at the end of time.
const dueOrder = sql<Date>`coalesce(case when m.settled_at is null then m.due_at end, 'infinity')`;

function afterPosition({ dueAt, id }: Position) {
  return sql<boolean>`(${dueOrder}, m.id) > (${dueAt ? sql`${dueAt}::timestamptz` : sql`'infinity'::timestamptz`}, ${id})`;
}

export type Counts = Readonly<Record<Filter, number>>;

/** How much of each there is, in one pass over the open work. */
export async function countInbox(tx: Tx, place: Place, { now, endOfToday }: Span): Promise<Counts> {
  const row = await tx.db
    .selectFrom("matters as m")
    .select((eb) => [
      eb.fn.countAll<number>().as("all"),
      eb.fn.countAll<number>().filterWhere("m.assigneeId", "=", tx.actor.id).as("mine"),
      eb.fn.countAll<number>().filterWhere("m.settledAt", "is", null).filterWhere("m.dueAt", "<", now).as("late"),
      eb.fn.countAll<number>().filterWhere("m.settledAt", "is", null).filterWhere("m.dueAt", "<=", endOfToday).as("today"),
      eb.fn.countAll<number>().filterWhere("m.state", "=", "toSign").as("toSign"),
      eb.fn.countAll<number>().filterWhere("m.pausedAt", "is not", null).as("paused"),
      eb.fn.countAll<number>().filterWhere("m.settledAt", "is not", null).as("ready"),
    ])
    .where("m.communeId", "=", place.communeId)
    .where("m.closedAt", "is", null)
    .executeTakeFirstOrThrow();
  return row;
}

/** A matter of the post by its whole code, open or closed. */
export async function findByCode(tx: Tx, place: Place, code: string): Promise<{ publicRef: string; kind: string } | null> {
  return (await tx.db.selectFrom("matters").select(["publicRef", "kind"]).where("communeId", "=", place.communeId).where("code", "=", code).executeTakeFirst()) ?? null;
}
