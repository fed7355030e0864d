import { dayOf } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { move } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { termOn } from "../law.ts";
import { dispute } from "../matter.ts";
import { setDispute } from "../queries/disputes.ts";
import { insertDisputeMediators, listTeams } from "../queries/teams.ts";
import { assignTexts as t } from "../texts/forms.ts";
import { getDispute } from "./read.ts";

export type Assignment = { readonly version: number; readonly mediatorIds: readonly number[]; readonly note: string | null };

/**
 * Gives a dispute to members of the hamlet's own team, alone or together with those of another hamlet; the term to begin starts with it.
 * Given again to others, the term stays what it was.
 *
 * @returns what is wrong with the choice, or null when it was done
 * @throws Problem notFound, notPermitted, changedMeanwhile, notNow, invalid (no reason for a change)
 */
export async function assignMediators(tx: Tx, publicRef: string, { version, mediatorIds, note }: Assignment): Promise<Bilingual | null> {
  const { matter, dispute: row } = await getDispute(tx, publicRef);
  const { communeId, provinceId, id: matterId } = matter;
  const team = await listTeams(tx, communeId, dayOf(tx.now));
  const chosen = team.filter(({ id }) => mediatorIds.includes(id));
  if (chosen.length === 0) return t.nobodyChosen;
  const ownTeam = team.filter(({ hamletId }) => hamletId === row.hamletId);
  if (ownTeam.length > 0 && !chosen.some(({ hamletId }) => hamletId === row.hamletId)) return t.ownTeamMissing;
  const facts = { mediators: chosen.map(({ id }) => id), joint: new Set(chosen.map(({ hamletId }) => hamletId)).size > 1 };
  const first = matter.state === "recorded";
  if (!first && !note) return t.changeReason;
  const { term, basis } = termOn(tx.house.mediationRules, dayOf(tx.now), "start");
  const moved = first
    ? await move(tx, dispute, matterId, "assign", { version, restart: { term, basis, from: tx.now }, facts })
    : await move(tx, dispute, matterId, "reassign", { version, note: note ?? "", facts });
  if (first) await setDispute(tx, { communeId, matterId }, { assignedAt: tx.now, startBy: moved.dueAt });
  await insertDisputeMediators(tx, { communeId, provinceId, matterId, seq: moved.version }, facts.mediators);
  return null;
}
