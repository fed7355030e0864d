import { type Selectable, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";

type DesksTable = {
  communeId: number;
  number: number;
  validFrom: Day;
  provinceId: number;
  name: string;
  open: boolean;
  slotMinutes: number;
  places: number;
  writtenBy: number;
  writtenAt: Date;
};
type Slice = { desks: DesksTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** How a desk works from a day on. */
export type Desk = Pick<Selectable<DesksTable>, "number" | "validFrom" | "name" | "open" | "slotMinutes" | "places">;

/** Every desk as its last line until a day tells, by number; closed ones too. At most twenty. */
export async function listDesks(tx: Tx, communeId: number, until: Day): Promise<readonly Desk[]> {
  return await on(tx)
    .selectFrom("desks")
    .distinctOn("number")
    .select(["number", "validFrom", "name", "open", "slotMinutes", "places"])
    .where("communeId", "=", communeId)
    .where("validFrom", "<=", until)
    .orderBy("number")
    .orderBy("validFrom", "desc")
    .execute();
}

/** Lines that begin to hold after a day, in order; at most a hundred. */
export async function listComing(tx: Tx, communeId: number, after: Day): Promise<readonly Desk[]> {
  return await on(tx)
    .selectFrom("desks")
    .select(["number", "validFrom", "name", "open", "slotMinutes", "places"])
    .where("communeId", "=", communeId)
    .where("validFrom", ">", after)
    .orderBy("validFrom")
    .orderBy("number")
    .limit(100)
    .execute();
}

/** The desk as it works on a day, locked until the end of the transaction: one call at a time at each desk. Null when it is closed or unknown. */
export async function lockDesk(tx: Tx, communeId: number, { number, day }: { readonly number: number; readonly day: Day }): Promise<Desk | null> {
  const found = await on(tx)
    .selectFrom("desks")
    .select(["number", "validFrom", "name", "open", "slotMinutes", "places"])
    .where("communeId", "=", communeId)
    .where("number", "=", number)
    .where("validFrom", "<=", day)
    .orderBy("validFrom", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return found?.open ? found : null;
}

/** Writes how a desk works from a day on; a second line for the same day replaces the first. */
export async function putDesk(tx: Tx, place: Place, desk: Desk): Promise<void> {
  const { number: _number, validFrom: _from, ...rest } = desk;
  const written = { writtenBy: tx.actor.id ?? 0, writtenAt: tx.now };
  await on(tx)
    .insertInto("desks")
    .values({ ...place, ...desk, ...written })
    .onConflict((conflict) => conflict.columns(["communeId", "number", "validFrom"]).doUpdateSet({ ...rest, ...written }))
    .execute();
}

/** How many wait in a post today. A figure for everybody: it names nobody. */
export async function countWaiting(tx: Tx, communeId: number, day: Day): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select waiting_now(${communeId}, ${day}) as waiting`.execute(tx.db);
  return rows[0]?.waiting ?? 0;
}
