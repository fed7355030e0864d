import { sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Shift } from "../shifts.ts";
import { on } from "./tables.ts";

/** A shift, and who stands it. */
export type Duty = Shift & { readonly officerName: string | null };

/** Who is on duty on shifts that begin from one day to another, both included; enough for some months. */
export async function listDuty(tx: Tx, communeId: number, { from, to }: { readonly from: Day; readonly to: Day }): Promise<readonly Duty[]> {
  return await on(tx)
    .selectFrom("dutyRosters as d")
    .leftJoin("accounts as a", "a.id", "d.officerId")
    .select(["d.dutyOn", "d.officerId", "a.name as officerName", sql<string>`to_char(d.starts, 'HH24:MI')`.as("starts"), sql<string>`to_char(d.ends, 'HH24:MI')`.as("ends")])
    .where("d.communeId", "=", communeId)
    .where("d.dutyOn", ">=", from)
    .where("d.dutyOn", "<=", to)
    .where("d.removedAt", "is", null)
    .orderBy("d.dutyOn")
    .orderBy("d.starts")
    .orderBy("d.officerId")
    .limit(2_000)
    .execute();
}

/** Puts a shift into the roster; one that was taken off stands again. */
export async function putShift(tx: Tx, { communeId, provinceId }: Place, shift: Shift): Promise<void> {
  const written = { ends: shift.ends, writtenAt: tx.now, writtenBy: tx.actor.id ?? 0, removedAt: null };
  const { dutyOn, officerId, starts } = shift;
  await on(tx)
    .insertInto("dutyRosters")
    .values({ communeId, provinceId, dutyOn, officerId, starts, ...written })
    .onConflict((conflict) => conflict.columns(["communeId", "dutyOn", "officerId", "starts"]).doUpdateSet(written))
    .execute();
}

/** Takes a shift off; that it stood there stays written. */
export async function takeOff(tx: Tx, communeId: number, { dutyOn, officerId, starts }: Omit<Shift, "ends">): Promise<void> {
  await on(tx)
    .updateTable("dutyRosters")
    .set({ removedAt: tx.now, writtenAt: tx.now, writtenBy: tx.actor.id ?? 0 })
    .where("communeId", "=", communeId)
    .where("dutyOn", "=", dutyOn)
    .where("officerId", "=", officerId)
    .where("starts", "=", starts)
    .where("removedAt", "is", null)
    .execute();
}
