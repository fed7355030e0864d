import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { on } from "./tables.ts";

export type Duty = { readonly dutyOn: Day; readonly officerId: number; readonly officerName: string | null };

/** Who is on duty from one day to another, both included. */
export async function listDuty(tx: Tx, communeId: number, { from, to }: { readonly from: Day; readonly to: Day }): Promise<readonly Duty[]> {
  return await on(tx)
    .selectFrom("dutyRosters as d")
    .leftJoin("accounts as a", "a.id", "d.officerId")
    .select(["d.dutyOn", "d.officerId", "a.name as officerName"])
    .where("d.communeId", "=", communeId)
    .where("d.dutyOn", ">=", from)
    .where("d.dutyOn", "<=", to)
    .where("d.removedAt", "is", null)
    .orderBy("d.dutyOn")
    .orderBy("d.officerId")
    .limit(200)
    .execute();
}

/** Puts an officer on duty on a day, or takes him off it. */
export async function setDuty(tx: Tx, { communeId, provinceId }: Place, given: { readonly day: Day; readonly officerId: number; readonly on: boolean }): Promise<void> {
  const written = { writtenAt: tx.now, writtenBy: tx.actor.id ?? 0, removedAt: given.on ? null : tx.now };
  await on(tx)
    .insertInto("dutyRosters")
    .values({ communeId, provinceId, dutyOn: given.day, officerId: given.officerId, ...written })
    .onConflict((conflict) => conflict.columns(["communeId", "dutyOn", "officerId"]).doUpdateSet(written))
    .execute();
}
