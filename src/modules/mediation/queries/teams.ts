import type { Day } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type Mediator, on } from "./slice.ts";

export type TeamMember = Mediator & { readonly hamletName: string | null };

/** Members of the teams of a commune on a day, by hamlet; some dozens. */
export async function listTeams(tx: Tx, communeId: number, day: Day): Promise<readonly TeamMember[]> {
  return await on(tx)
    .selectFrom("mediators as t")
    .leftJoin("units as h", "h.id", "t.hamletId")
    .selectAll("t")
    .select("h.name as hamletName")
    .where("t.communeId", "=", communeId)
    .where("t.fromDay", "<=", day)
    .where((eb) => eb.or([eb("t.toDay", "is", null), eb("t.toDay", ">=", day)]))
    .orderBy("t.hamletId")
    .orderBy("t.leads", "desc")
    .orderBy("t.id")
    .limit(500)
    .execute();
}

export async function insertMediator(tx: Tx, row: Omit<Mediator, "id" | "toDay">): Promise<number> {
  return (await on(tx).insertInto("mediators").values(row).returning("id").executeTakeFirstOrThrow()).id;
}

/** Gives a member a last day. @returns whether there was such a member without one */
export async function endMediator(tx: Tx, communeId: number, { id, toDay }: { readonly id: number; readonly toDay: Day }): Promise<boolean> {
  const ended = await on(tx)
    .updateTable("mediators")
    .set({ toDay })
    .where("communeId", "=", communeId)
    .where("id", "=", id)
    .where("toDay", "is", null)
    .where("fromDay", "<=", toDay)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Who mediates disputes now: the members named by the last assignment of each. */
export async function findMediators(
  tx: Tx,
  communeId: number,
  matterIds: readonly number[],
): Promise<ReadonlyMap<number, readonly { readonly id: number; readonly fullName: string }[]>> {
  if (matterIds.length === 0) return new Map();
  const rows = await on(tx)
    .selectFrom("disputeMediators as d")
    .innerJoin("mediators as t", (join) => join.onRef("t.communeId", "=", "d.communeId").onRef("t.id", "=", "d.mediatorId"))
    .select(["d.matterId", "t.id", "t.fullName"])
    .where("d.communeId", "=", communeId)
    .where("d.matterId", "in", [...matterIds])
    .where((eb) =>
      eb(
        "d.seq",
        "=",
        eb
          .selectFrom("disputeMediators as last")
          .select((inner) => inner.fn.max("last.seq").as("seq"))
          .whereRef("last.communeId", "=", "d.communeId")
          .whereRef("last.matterId", "=", "d.matterId"),
      ),
    )
    .orderBy("t.leads", "desc")
    .orderBy("t.id")
    .execute();
  return Map.groupBy(rows, (row) => row.matterId);
}

export async function insertDisputeMediators(
  tx: Tx,
  at: { readonly communeId: number; readonly provinceId: number; readonly matterId: number; readonly seq: number },
  mediatorIds: readonly number[],
): Promise<void> {
  await on(tx)
    .insertInto("disputeMediators")
    .values(mediatorIds.map((mediatorId) => ({ ...at, mediatorId })))
    .execute();
}
