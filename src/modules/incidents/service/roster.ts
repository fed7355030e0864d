import { addDays, type Day, dayOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { listHolders } from "../../../kernel/officers.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type Duty, listDuty, putShift, takeOff } from "../queries/roster.ts";
import { clash, covers, isSame, type Shift } from "../shifts.ts";

/** Who is on duty at this moment: also who began yesterday and stands through the night. */
export async function onDutyNow(tx: Tx): Promise<readonly string[]> {
  const today = dayOf(tx.now);
  const near = await listDuty(tx, placeOf(tx.actor).communeId, { from: addDays(today, -1), to: today });
  return near.flatMap((duty) => (covers(duty, tx.now) && duty.officerName !== null ? [duty.officerName] : []));
}

/** Puts an officer on duty. @returns false when he stands at that time already @throws Problem notPermitted */
export async function addShift(tx: Tx, shift: Shift): Promise<boolean> {
  const place = await lockRoster(tx);
  const near = await listDuty(tx, place.communeId, { from: addDays(shift.dutyOn, -1), to: addDays(shift.dutyOn, 1) });
  if (near.some((one) => clash(one, shift))) return false;
  await putShift(tx, place, shift);
  return true;
}

/** Takes an officer off a shift. @throws Problem notPermitted */
export async function removeShift(tx: Tx, shift: Omit<Shift, "ends">): Promise<void> {
  const { communeId } = await lockRoster(tx);
  await takeOff(tx, communeId, shift);
}

/** A shift that was not copied: its officer stands at that time already, or works here no longer. */
export type LeftOut = Duty & { readonly why: "twice" | "gone" };
export type Copied = { readonly copied: number; readonly leftOut: readonly LeftOut[] };

export const daysOfWeek = 7;

/**
 * Copies the shifts of a week, from this day on, onto the weeks after it. What stands there already stays as it is; nobody is put on duty
 * twice at the same time.
 *
 * @throws Problem notPermitted
 */
export async function copyWeek(tx: Tx, { from, weeks }: { readonly from: Day; readonly weeks: number }): Promise<Copied> {
  const place = await lockRoster(tx);
  const week = await listDuty(tx, place.communeId, { from, to: addDays(from, daysOfWeek - 1) });
  const standing: Shift[] = [...(await listDuty(tx, place.communeId, { from: addDays(from, -1), to: addDays(from, daysOfWeek * (weeks + 1)) }))];
  const holders = new Set((await listHolders(tx, "incidents.process")).map(({ id }) => id));
  const leftOut: LeftOut[] = [];
  let copied = 0;
  for (let ahead = 1; ahead <= weeks; ahead += 1) {
    for (const duty of week) {
      const shift = { ...duty, dutyOn: addDays(duty.dutyOn, daysOfWeek * ahead) };
      if (standing.some((one) => isSame(one, shift))) continue;
      const why = holders.has(shift.officerId) ? (standing.some((one) => clash(one, shift)) ? "twice" : null) : "gone";
      if (why !== null) {
        leftOut.push({ ...shift, why });
        continue;
      }
      await putShift(tx, place, shift);
      standing.push(shift);
      copied += 1;
    }
  }
  return { copied, leftOut };
}

/** The roster of a post is written by one chief after the other. */
async function lockRoster(tx: Tx) {
  const place = placeOf(tx.actor);
  must(tx.actor, "incidents.assign", place);
  await takeTurn(tx, `roster ${place.communeId}`);
  return place;
}
