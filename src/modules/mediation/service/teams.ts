import { addDays, dayOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { NewMediator } from "../forms/teams.ts";
import { endMediator, insertMediator } from "../queries/teams.ts";

/** Adds a member to a hamlet's team. They are residents whom the hamlet chose; an officer only supports them. */
export async function addMediator(tx: Tx, { hamletId, fullName, phone, leads, fromDay }: NewMediator): Promise<number> {
  const place = placeOf(tx.actor);
  must(tx.actor, "mediation.assign", place);
  return await insertMediator(tx, { ...place, hamletId, fullName, phone, leads, fromDay, addedBy: tx.actor.id ?? 0 });
}

/** Ends somebody's membership with yesterday or, for who joined today, with today. @throws Problem notPermitted, notFound */
export async function leaveTeam(tx: Tx, id: number): Promise<void> {
  const { communeId, provinceId } = placeOf(tx.actor);
  must(tx.actor, "mediation.assign", { communeId, provinceId });
  const today = dayOf(tx.now);
  const left = (await endMediator(tx, communeId, { id, toDay: addDays(today, -1) })) || (await endMediator(tx, communeId, { id, toDay: today }));
  if (!left) throw new Problem("notFound");
}
