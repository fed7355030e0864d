import { type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import type { Lane, Line, TicketAction, TicketState } from "../line.ts";

type TicketsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  ref: string;
  day: Day;
  number: number;
  lane: Lane;
  appointmentId: number | null;
  issuedAt: Date;
  readyAt: Date;
  state: TicketState;
  deskNumber: Generated<number | null>;
  calledAt: Generated<Date | null>;
  version: Generated<number>;
};
type EventsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  ticketId: number;
  seq: number;
  at: Date;
  day: Day;
  action: "take" | "call" | TicketAction;
  lane: Lane;
  deskNumber: number | null;
  actorId: number | null;
};
type Slice = { tickets: TicketsTable; ticketEvents: EventsTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

export type Ticket = Selectable<TicketsTable>;
/** One line of one day: everything about tickets is asked within it. */
export type LineOfDay = { readonly communeId: number; readonly day: Day };

export async function insertTicket(tx: Tx, row: Omit<Ticket, "id" | "deskNumber" | "calledAt" | "version">): Promise<Ticket> {
  return await on(tx).insertInto("tickets").values(row).returningAll().executeTakeFirstOrThrow();
}

export async function insertEvent(tx: Tx, ticket: Ticket, action: EventsTable["action"]): Promise<void> {
  const { communeId, provinceId, day, lane, deskNumber } = ticket;
  await on(tx)
    .insertInto("ticketEvents")
    .values({ communeId, provinceId, day, lane, deskNumber, ticketId: ticket.id, seq: ticket.version, at: tx.now, action, actorId: tx.actor.id })
    .execute();
}

export async function findTicketByRef(tx: Tx, communeId: number, ref: string): Promise<Ticket | null> {
  return (await on(tx).selectFrom("tickets").selectAll().where("communeId", "=", communeId).where("ref", "=", ref).executeTakeFirst()) ?? null;
}

export async function findTicketOfAppointment(tx: Tx, communeId: number, appointmentId: number): Promise<Ticket | null> {
  return (await on(tx).selectFrom("tickets").selectAll().where("communeId", "=", communeId).where("appointmentId", "=", appointmentId).executeTakeFirst()) ?? null;
}

export async function findTicket(tx: Tx, { communeId, day }: LineOfDay, number: number): Promise<Ticket | null> {
  return (await on(tx).selectFrom("tickets").selectAll().where("communeId", "=", communeId).where("day", "=", day).where("number", "=", number).executeTakeFirst()) ?? null;
}

/** Opens a ticket to whoever holds its reference. */
export async function openTicket(tx: Tx, ref: string): Promise<Ticket | null> {
  const { rows } = await sql<{ communeId: number; id: number }>`select * from find_public_ticket(${ref})`.execute(tx.db);
  const [found] = rows;
  if (!found) return null;
  await showCommune(tx, found.communeId);
  return (await on(tx).selectFrom("tickets").selectAll().where("communeId", "=", found.communeId).where("id", "=", found.id).executeTakeFirst()) ?? null;
}

/**
 * The first of a line that nobody else is calling at this moment, locked until the end of the transaction: two who call at once never get
 * the same one.
 *
 * @param readyBy only those whose time has come by then; null takes also who came early
 */
export async function takeFirst(tx: Tx, { communeId, day }: LineOfDay, { line, readyBy }: { readonly line: Line; readonly readyBy: Date | null }): Promise<Ticket | null> {
  let query = on(tx)
    .selectFrom("tickets")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("day", "=", day)
    .where("state", "=", "waiting")
    .where("lane", line === "ordinary" ? "=" : "!=", "ordinary");
  if (readyBy) query = query.where("readyAt", "<=", readyBy);
  return (await query.orderBy("readyAt").orderBy("number").limit(1).forUpdate().skipLocked().executeTakeFirst()) ?? null;
}

/** Lanes of the last calls that a desk made today, newest first. */
export async function lastLanes(tx: Tx, { communeId, day }: LineOfDay, { desk, count }: { readonly desk: number; readonly count: number }): Promise<readonly Lane[]> {
  const rows = await on(tx)
    .selectFrom("ticketEvents")
    .select("lane")
    .where("communeId", "=", communeId)
    .where("day", "=", day)
    .where("deskNumber", "=", desk)
    .where("action", "=", "call")
    .orderBy("id", "desc")
    .limit(count)
    .execute();
  return rows.map(({ lane }) => lane);
}

export async function lockTicket(tx: Tx, { communeId, day }: LineOfDay, number: number): Promise<Ticket | null> {
  const found = on(tx).selectFrom("tickets").selectAll().where("communeId", "=", communeId).where("day", "=", day).where("number", "=", number);
  return (await found.forUpdate().executeTakeFirst()) ?? null;
}

export async function setTicket(tx: Tx, ticket: Ticket, to: Pick<Ticket, "state" | "deskNumber" | "calledAt">): Promise<Ticket> {
  return await on(tx)
    .updateTable("tickets")
    .set({ ...to, version: ticket.version + 1 })
    .where("communeId", "=", ticket.communeId)
    .where("id", "=", ticket.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Who stands before a desk now. */
export async function findAtDesk(tx: Tx, { communeId, day }: LineOfDay, desk: number): Promise<Ticket | null> {
  const found = on(tx).selectFrom("tickets").selectAll().where("communeId", "=", communeId).where("day", "=", day).where("deskNumber", "=", desk);
  return (await found.where("state", "in", ["called", "serving"]).executeTakeFirst()) ?? null;
}

/** Who is called or served at the desks, the last called first: what the screen shows. */
export async function listAtDesks(tx: Tx, { communeId, day }: LineOfDay): Promise<readonly Ticket[]> {
  return await on(tx)
    .selectFrom("tickets")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("day", "=", day)
    .where("state", "in", ["called", "serving"])
    .orderBy("calledAt", "desc")
    .orderBy("number", "desc")
    .limit(20)
    .execute();
}

/** Tickets of a day in one state, by when their turn may come; one page. */
export async function listInState(tx: Tx, { communeId, day }: LineOfDay, { state, size }: { readonly state: TicketState; readonly size: number }): Promise<readonly Ticket[]> {
  return await on(tx)
    .selectFrom("tickets")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("day", "=", day)
    .where("state", "=", state)
    .orderBy("readyAt")
    .orderBy("number")
    .limit(size)
    .execute();
}

/** How many wait whose number is smaller. */
export async function countBefore(tx: Tx, { communeId, day, number }: Pick<Ticket, "communeId" | "day" | "number">): Promise<number> {
  const row = await on(tx)
    .selectFrom("tickets")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("communeId", "=", communeId)
    .where("day", "=", day)
    .where("state", "=", "waiting")
    .where("number", "<", number)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How a day went: tickets, served, not there, and the average of waiting (from when the turn could come to the first call) and of serving. */
export type DayFigures = { readonly taken: number; readonly served: number; readonly absent: number; readonly waitMinutes: number | null; readonly serveMinutes: number | null };

export async function figuresOfDay(tx: Tx, { communeId, day }: LineOfDay): Promise<DayFigures> {
  const { rows } = await sql<DayFigures>`
    select count(*)::int as taken, count(*) filter (where t.state = 'done')::int as served, count(*) filter (where t.state = 'noShow')::int as absent,
      round(avg(greatest(extract(epoch from e.called - t.ready_at), 0)) / 60)::int as wait_minutes,
      round(avg(extract(epoch from e.finished - e.started)) / 60)::int as serve_minutes
    from tickets t
    left join lateral (
      select min(v.at) filter (where v.action = 'call') as called, min(v.at) filter (where v.action = 'start') as started, max(v.at) filter (where v.action = 'finish') as finished
      from ticket_events v where v.commune_id = t.commune_id and v.ticket_id = t.id) e on true
    where t.commune_id = ${communeId} and t.day = ${day}`.execute(tx.db);
  return rows[0] ?? { taken: 0, served: 0, absent: 0, waitMinutes: null, serveMinutes: null };
}
