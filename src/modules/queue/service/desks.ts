import { type Day, dayOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { announceChange } from "../../../kernel/changes.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { countWaiting, type Desk, listDesks, putDesk } from "../queries/desks.ts";

/** What is told when the line of a post, or its desks, have changed. */
export const topicOf = (communeId: number): string => `line:${communeId}`;

/** Desks that work on a day, by number. */
export async function desksOn(tx: Tx, communeId: number, day: Day): Promise<readonly Desk[]> {
  return (await listDesks(tx, communeId, day)).filter(({ open }) => open);
}

/**
 * Writes how a desk works from a day on; what held before stays as it was. Appointments that were given stay as they are.
 *
 * @throws Problem("notNow") for a day that is over
 */
export async function writeDesk(tx: Tx, desk: Desk): Promise<void> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.assign", place);
  if (desk.validFrom < dayOf(tx.now)) throw new Problem("notNow");
  await putDesk(tx, place, desk);
  await announceChange(tx, topicOf(place.communeId));
}

/** How many people wait in the line of a post at this moment. */
export async function waitingNow(tx: Tx, communeId: number): Promise<number> {
  return await countWaiting(tx, communeId, dayOf(tx.now));
}
