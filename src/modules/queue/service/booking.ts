import { type Day, dayOf, daysBetween } from "../../../base/day.ts";
import { last4Of } from "../../../base/identity.ts";
import type { Place } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import { procedureOn } from "../../procedures/index.ts";
import { type Appointment, countOfPhone, listTaken, openAppointment, setCancelled, takePlace } from "../queries/appointments.ts";
import { listComing, listDesks } from "../queries/desks.ts";
import { daysAhead, freeSlots, nearest, receptionDays, type Slot } from "../slots.ts";

/** What a resident asked for. `ref` was given out with the form: a form sent twice is one appointment. */
export type Booking = {
  readonly ref: string;
  readonly procedureCode: string;
  readonly startsAt: Date;
  readonly calledBy: string | null;
  readonly phone: string;
};

export type Booked =
  | { readonly kind: "booked"; readonly ref: string }
  /** Somebody was faster: what is still free near that time. */
  | { readonly kind: "full"; readonly near: readonly Slot[] }
  | { readonly kind: "tooManyOfPhone" };

/** So many appointments one phone may hold at a post on a day: a family, not a dealer. */
export const perPhoneADay = 3;
const nearby = 6;

/** The free slots of each day on which the counter receives people, today first; days without a free one are listed too. */
export async function freeDays(tx: Tx, place: Place): Promise<ReadonlyMap<Day, readonly Slot[]>> {
  await showCommune(tx, place.communeId);
  const calendar = tx.house.calendarOf(place);
  const days = receptionDays(calendar, tx.now);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return new Map();
  const [now, coming, taken] = [
    await listDesks(tx, place.communeId, first),
    await listComing(tx, place.communeId, first),
    await listTaken(tx, place.communeId, { from: first, to: last }),
  ];
  return new Map(
    days.map((day) => {
      const lines = [...now, ...coming.filter(({ validFrom }) => validFrom <= day)];
      const desks = [...new Map(lines.map((desk) => [desk.number, desk])).values()].filter(({ open }) => open);
      const here = taken.filter(({ startsAt }) => dayOf(startsAt) === day);
      return [day, freeSlots(calendar.dayAt(day).reception, desks, here, tx.now)] as const;
    }),
  );
}

/**
 * Gives a resident a time. Of two who want the last place at once one gets it and the other is told what is near.
 *
 * @throws Problem("invalid") when the procedure, or the day, is none that can be asked for
 */
export async function book(tx: Tx, place: Place, booking: Booking): Promise<Booked> {
  const { ref, procedureCode, startsAt, calledBy, phone } = booking;
  const day = dayOf(startsAt);
  const ahead = daysBetween(dayOf(tx.now), day);
  if (ahead < 0 || ahead >= daysAhead || !procedureOn(tx.house.procedures, dayOf(tx.now), procedureCode)) throw new Problem("invalid");
  const { vault } = tx.house;
  const phoneHash = vault.hash(`phone:${phone}`);
  await takeTurn(tx, `phone ${phoneHash.toString("hex")}`);
  if (await openAppointment(tx, ref)) return { kind: "booked", ref };
  await showCommune(tx, place.communeId);
  if ((await countOfPhone(tx, place.communeId, { hash: phoneHash, day })) >= perPhoneADay) return { kind: "tooManyOfPhone" };
  const slots = (await freeDays(tx, place)).get(day) ?? [];
  const slot = slots.find((one) => one.startsAt.getTime() === startsAt.getTime());
  const person = { calledBy, phoneSealed: vault.seal(phone), phoneHash, phoneLast4: last4Of(phone) };
  for (const { deskNumber, place: number, endsAt } of slot?.free ?? []) {
    if (await takePlace(tx, { ...place, ...person, ref, procedureCode, day, deskNumber, startsAt, endsAt, place: number, bookedAt: tx.now })) return { kind: "booked", ref };
  }
  // The other one's commit was waited for, so what is free is asked anew.
  const left = (await freeDays(tx, place)).get(day) ?? [];
  return { kind: "full", near: nearest(left, startsAt, nearby) };
}

/** @throws Problem("notFound") for a reference of nothing */
export async function getAppointment(tx: Tx, ref: string): Promise<Appointment> {
  const found = await openAppointment(tx, ref);
  if (!found) throw new Problem("notFound");
  return found;
}

/** Gives the time back. Cancelling twice is harmless. @throws Problem("notNow") once the time has begun */
export async function cancelAppointment(tx: Tx, ref: string): Promise<void> {
  const appointment = await getAppointment(tx, ref);
  if (appointment.cancelledAt) return;
  if (appointment.startsAt <= tx.now) throw new Problem("notNow");
  await setCancelled(tx, appointment);
}
