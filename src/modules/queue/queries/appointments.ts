import { type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import type { Taken } from "../slots.ts";

type AppointmentsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  ref: string;
  procedureCode: string;
  day: Day;
  deskNumber: number;
  startsAt: Date;
  endsAt: Date;
  place: number | null;
  bookedAt: Date;
  cancelledAt: Generated<Date | null>;
  calledBy: string | null;
  phoneSealed: Buffer | null;
  phoneHash: Buffer | null;
  phoneLast4: string | null;
};
type Slice = { appointments: AppointmentsTable; tickets: { communeId: number; appointmentId: number | null; number: number; state: string } };
const on = (tx: Tx) => tx.db.withTables<Slice>();

const shown = ["communeId", "provinceId", "id", "ref", "procedureCode", "day", "deskNumber", "startsAt", "endsAt", "cancelledAt", "calledBy", "phoneLast4"] as const;

/** An appointment as its holder and the officers see it; name and digits are null once they were erased. */
export type Appointment = Pick<Selectable<AppointmentsTable>, (typeof shown)[number]>;

export async function countOfPhone(tx: Tx, communeId: number, { hash, day }: { readonly hash: Buffer; readonly day: Day }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select appointments_of_phone(${communeId}, ${hash}, ${day}) as count`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

/** What is given away from one day to another: times and desks, nobody's name. */
export async function listTaken(tx: Tx, communeId: number, { from, to }: { readonly from: Day; readonly to: Day }): Promise<readonly Taken[]> {
  const { rows } = await sql<Taken>`select * from taken_places(${communeId}, ${from}, ${to})`.execute(tx.db);
  return rows;
}

export type NewAppointment = Omit<Selectable<AppointmentsTable>, "id" | "cancelledAt">;

/** Takes a place. False when somebody else has it already, also when that one was still being taken a moment ago. */
export async function takePlace(tx: Tx, row: NewAppointment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto("appointments")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Opens an appointment to whoever holds its reference. */
export async function openAppointment(tx: Tx, ref: string): Promise<Appointment | null> {
  const { rows } = await sql<{ communeId: number; id: number }>`select * from find_public_appointment(${ref})`.execute(tx.db);
  const [found] = rows;
  if (!found) return null;
  await showCommune(tx, found.communeId);
  await sql.raw(`set local app.appointment = '${Number(found.id)}'`).execute(tx.db);
  return (await on(tx).selectFrom("appointments").select(shown).where("communeId", "=", found.communeId).where("id", "=", found.id).executeTakeFirst()) ?? null;
}

/** Gives the place back and erases the person. False when it was cancelled before. */
export async function setCancelled(tx: Tx, { communeId, id }: Pick<Appointment, "communeId" | "id">): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable("appointments")
    .set({ cancelledAt: tx.now, place: null, ...erased })
    .where("communeId", "=", communeId)
    .where("id", "=", id)
    .where("cancelledAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const erased = { calledBy: null, phoneSealed: null, phoneHash: null, phoneLast4: null };

/** Appointments of a day that were not cancelled, by time, each with the number under which it stands in the line. Of one page at most. */
export async function listAppointments(
  tx: Tx,
  { communeId }: Place,
  { day, after, size }: { readonly day: Day; readonly after: { readonly startsAt: Date; readonly id: number } | null; readonly size: number },
) {
  let query = on(tx)
    .selectFrom("appointments as a")
    .leftJoin("tickets as t", (join) => join.onRef("t.communeId", "=", "a.communeId").onRef("t.appointmentId", "=", "a.id"))
    .select(["a.id", "a.ref", "a.procedureCode", "a.deskNumber", "a.startsAt", "a.endsAt", "a.calledBy", "a.phoneLast4", "t.number as ticket"])
    .where("a.communeId", "=", communeId)
    .where("a.day", "=", day)
    .where("a.cancelledAt", "is", null);
  if (after) query = query.where(sql<boolean>`(a.starts_at, a.id) > (${after.startsAt}, ${after.id})`);
  return await query.orderBy("a.startsAt").orderBy("a.id").limit(size).execute();
}

export async function findAppointment(tx: Tx, { communeId }: Place, ref: string): Promise<Appointment | null> {
  return (await on(tx).selectFrom("appointments").select(shown).where("communeId", "=", communeId).where("ref", "=", ref).executeTakeFirst()) ?? null;
}

/** How many people still hold a time after a day. */
export async function countAfter(tx: Tx, { communeId }: Place, day: Day): Promise<number> {
  const row = await on(tx)
    .selectFrom("appointments")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("communeId", "=", communeId)
    .where("day", ">=", day)
    .where("cancelledAt", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** References of appointments of today that are not in the line yet, by the last digits of a phone; at most two. */
export async function listToCheckIn(tx: Tx, communeId: number, { day, last4 }: { readonly day: Day; readonly last4: string }): Promise<readonly string[]> {
  const { rows } = await sql<{ ref: string }>`select ref from appointments_to_check_in(${communeId}, ${day}, ${last4})`.execute(tx.db);
  return rows.map(({ ref }) => ref);
}

/** Communes that keep persons of appointments from before a day. */
export async function listCommunesKeeping(tx: Tx, before: Day): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select * from communes_keeping_appointments(${before})`.execute(tx.db);
  return rows.map(({ communeId }) => communeId);
}

/** Erases the persons of appointments from before a day. @returns how many */
export async function erasePersons(tx: Tx, { communeId }: Place, before: Day): Promise<number> {
  const { numUpdatedRows } = await on(tx)
    .updateTable("appointments")
    .set(erased)
    .where("communeId", "=", communeId)
    .where("day", "<", before)
    .where("phoneSealed", "is not", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
