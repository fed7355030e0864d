import { addMonths, dayOf, monthOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { listRepeated, type RepeatedRequest, repeatReturns } from "../../procedures/index.ts";

/** Requests for papers of a commune in the months shown, and how many of them asked again for what could have been named before. */
export type Repeats = { readonly requests: number; readonly repeated: number };

/** The figures of communes in this month and the two before. */
export async function repeatsByCommune(tx: Tx, communeIds: readonly number[]): Promise<ReadonlyMap<number, Repeats>> {
  const to = monthOf(dayOf(tx.now)).from;
  const sums = new Map<number, Repeats>();
  for (const { communeId, requests, repeated } of await repeatReturns(tx, { communeIds, from: addMonths(to, -2), to })) {
    const sum = sums.get(communeId) ?? { requests: 0, repeated: 0 };
    sums.set(communeId, { requests: sum.requests + requests, repeated: sum.repeated + repeated });
  }
  return sums;
}

/** More in a month would be more than a post receives. */
const mostRows = 1_000;

/** What the figure of one commune was counted from. @throws Problem("notFound") for a place that is no commune, notPermitted outside the actor's reach */
export async function readRepeats(tx: Tx, communeId: number): Promise<{ readonly name: string; readonly rows: readonly RepeatedRequest[] }> {
  const unit = tx.house.units.findUnit(communeId);
  if (unit?.kind !== "commune") throw new Problem("notFound");
  must(tx.actor, "counter.figures", { communeId, provinceId: unit.provinceId ?? 0 });
  const to = monthOf(dayOf(tx.now)).from;
  const months = [to, addMonths(to, -1), addMonths(to, -2)];
  const rows = await Promise.all(months.map((month) => listRepeated(tx, { communeId, month, after: null, size: mostRows })));
  return { name: unit.name, rows: rows.flat() };
}
