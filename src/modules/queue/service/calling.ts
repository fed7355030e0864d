import { dayOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { announceChange } from "../../../kernel/changes.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { allows, fastInARow, linesToAsk, type TicketAction, ticketActions } from "../line.ts";
import { type Desk, lockDesk } from "../queries/desks.ts";
import { findAtDesk, insertEvent, type LineOfDay, lastLanes, lockTicket, setTicket, type Ticket, takeFirst } from "../queries/tickets.ts";
import { topicOf } from "./desks.ts";

/** A ticket as the officer saw it. */
export type Seen = { readonly number: number; readonly version: number };

/**
 * Calls the next one to a desk; the one who is being served there, when `finish` names her, is done by it. Null when nobody waits.
 *
 * @throws Problem("changedMeanwhile") when somebody else stands before the desk already: the button was pressed twice, or by two
 */
export async function callNext(tx: Tx, desk: number, finish: Seen | null): Promise<Ticket | null> {
  const line = lineOfToday(tx);
  await getDesk(tx, line, desk);
  if (finish) await act(tx, desk, { ...finish, action: "finish" });
  if (await findAtDesk(tx, line, desk)) throw new Problem("changedMeanwhile");
  const next = await findNext(tx, line, desk);
  if (!next) return null;
  const called = await setTicket(tx, next, { state: "called", deskNumber: desk, calledAt: tx.now });
  await insertEvent(tx, called, "call");
  await announceChange(tx, topicOf(line.communeId));
  return called;
}

/** By the rule of `linesToAsk`; when nobody's turn has come, whoever came before her time is taken early. */
async function findNext(tx: Tx, line: LineOfDay, desk: number): Promise<Ticket | null> {
  for (const which of linesToAsk(await lastLanes(tx, line, { desk, count: fastInARow }))) {
    const found = await takeFirst(tx, line, { line: which, readyBy: tx.now });
    if (found) return found;
  }
  return await takeFirst(tx, line, { line: "fast", readyBy: null });
}

/**
 * One step with a ticket at a desk.
 *
 * @throws Problem("changedMeanwhile") when it is not as the officer saw it, or another one stands before the desk; Problem("notNow") when
 * its state does not allow the step
 */
export async function stepTicket(tx: Tx, desk: number, step: Seen & { readonly action: TicketAction }): Promise<Ticket> {
  await getDesk(tx, lineOfToday(tx), desk);
  return await act(tx, desk, step);
}

async function act(tx: Tx, desk: number, { number, version, action }: Seen & { readonly action: TicketAction }): Promise<Ticket> {
  const line = lineOfToday(tx);
  const ticket = await lockTicket(tx, line, number);
  if (!ticket) throw new Problem("notFound");
  if (ticket.version !== version || (action !== "comeBack" && ticket.deskNumber !== desk)) throw new Problem("changedMeanwhile");
  if (!allows(action, ticket.state)) throw new Problem("notNow");
  if (action === "comeBack" && (await findAtDesk(tx, line, desk))) throw new Problem("changedMeanwhile");
  const calls = action === "again" || action === "comeBack";
  const moved = await setTicket(tx, ticket, { state: ticketActions[action].to, deskNumber: desk, calledAt: calls ? tx.now : ticket.calledAt });
  await insertEvent(tx, moved, action);
  await announceChange(tx, topicOf(line.communeId));
  return moved;
}

/** @throws Problem("notFound") for a desk that does not work today */
async function getDesk(tx: Tx, line: LineOfDay, number: number): Promise<Desk> {
  const desk = await lockDesk(tx, line.communeId, { number, day: line.day });
  if (!desk) throw new Problem("notFound");
  return desk;
}

/** The line of the officer's post on this day. @throws Problem("notPermitted") */
export function lineOfToday(tx: Tx): LineOfDay {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.receive", place);
  return { communeId: place.communeId, day: dayOf(tx.now) };
}
