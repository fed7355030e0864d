import { dayOf } from "../base/day.ts";
import { codeOf, codePatternOn, sequenceKeyOf } from "./law/codes.ts";
import { placeOf, type Tx } from "./tx.ts";

/**
 * The next number of a sequence of a commune, from 1. It belongs to the transaction: rolled back, it is given out again,
 * so a sequence has no gaps. Two transactions that want the same sequence wait for each other.
 */
export async function nextNumber(tx: Tx, communeId: number, key: string): Promise<number> {
  const row = await tx.db
    .insertInto("numbers")
    .values({ communeId, key, last: 1 })
    .onConflict((conflict) => conflict.columns(["communeId", "key"]).doUpdateSet((eb) => ({ last: eb("numbers.last", "+", 1) })))
    .returning("last")
    .executeTakeFirstOrThrow();
  return row.last;
}

/**
 * The next code of a series at the actor's post: "H05.24.612-261126-0042".
 *
 * @throws LawGap when the post has no pattern for that series today
 */
export async function nextCode(tx: Tx, series: string): Promise<string> {
  const { communeId, provinceId } = placeOf(tx.actor);
  const { units, codePatterns } = tx.house;
  const today = dayOf(tx.now);
  const pattern = codePatternOn(codePatterns, today, { series, place: `${units.getUnit(provinceId).code}/${units.getUnit(communeId).code}` });
  return codeOf(pattern, today, await nextNumber(tx, communeId, sequenceKeyOf(pattern, today)));
}
