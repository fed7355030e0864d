import { dayOf } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import { announceChange } from "../../../kernel/changes.ts";
import { nextNumber } from "../../../kernel/numbers.ts";
import { Problem } from "../../../kernel/problem.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import type { Lane } from "../line.ts";
import type { Appointment } from "../queries/appointments.ts";
import { findTicketByRef, findTicketOfAppointment, insertEvent, insertTicket, type Ticket } from "../queries/tickets.ts";
import { desksOn, topicOf } from "./desks.ts";

type Taking = { readonly ref: string; readonly lane: Lane; readonly readyAt: Date; readonly appointmentId: number | null };

/** Whether anybody works at a desk today: without one nobody would call the number. */
export async function isLineOpen(tx: Tx, communeId: number): Promise<boolean> {
  return (await desksOn(tx, communeId, dayOf(tx.now))).length > 0;
}

/**
 * Gives the next number of the day. The same reference is the same ticket, however often the button is pressed.
 *
 * @throws Problem("notNow") when no desk works today
 */
export async function takeTicket(tx: Tx, place: Place, { ref, priority }: { readonly ref: string; readonly priority: boolean }): Promise<Ticket> {
  await standBefore(tx, place, ref);
  const known = await findTicketByRef(tx, place.communeId, ref);
  return known ?? (await give(tx, place, { ref, lane: priority ? "priority" : "ordinary", readyAt: tx.now, appointmentId: null }));
}

/**
 * Puts whoever has an appointment into the line: she is called at her time, or, having come after it was over, in the ordinary line.
 *
 * @throws Problem("notNow") on another day, or when it was cancelled
 */
export async function checkIn(tx: Tx, place: Place, appointment: Appointment): Promise<Ticket> {
  const { ref, day, startsAt, endsAt, cancelledAt } = appointment;
  if (appointment.communeId !== place.communeId || day !== dayOf(tx.now) || cancelledAt) throw new Problem("notNow");
  await standBefore(tx, place, ref);
  const known = await findTicketOfAppointment(tx, place.communeId, appointment.id);
  if (known) return known;
  const late = tx.now >= endsAt;
  const early = tx.now < startsAt;
  return await give(tx, place, { ref, lane: late ? "ordinary" : "appointment", readyAt: early ? startsAt : tx.now, appointmentId: appointment.id });
}

/** Opens the line of the post to a resident's transaction, and lets one press of the same button after the other pass. */
async function standBefore(tx: Tx, { communeId }: Place, ref: string): Promise<void> {
  if (tx.actor.scope.kind === "public") await showCommune(tx, communeId);
  await takeTurn(tx, `ticket ${ref}`);
}

async function give(tx: Tx, place: Place, taking: Taking): Promise<Ticket> {
  if (!(await isLineOpen(tx, place.communeId))) throw new Problem("notNow");
  const day = dayOf(tx.now);
  const number = await nextNumber(tx, place.communeId, `ticket:${day}`);
  const ticket = await insertTicket(tx, { ...place, ...taking, day, number, issuedAt: tx.now, state: "waiting" });
  await insertEvent(tx, ticket, "take");
  await announceChange(tx, topicOf(place.communeId));
  return ticket;
}
