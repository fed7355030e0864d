import { dayOf } from "../../base/day.ts";
import type { Place } from "../../kernel/actor.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Tx } from "../../kernel/tx.ts";
import { listHamlets, type Unit } from "../../kernel/units.ts";
import { postAt } from "../../web/views/post.ts";

/** A post that is here today, with its hamlets. */
export type Where = { readonly place: Place; readonly unit: Unit; readonly name: string; readonly hamlets: readonly Unit[] };

/** The post of an official code; null when there is no such post here today. */
export async function findWhere(tx: Tx, code: string): Promise<Where | null> {
  const today = dayOf(tx.now);
  const { units, postProfiles } = tx.house;
  const unit = units.findByCode("commune", code, today);
  if (!unit || !postProfiles.has(unit.id)) return null;
  const place = { communeId: unit.id, provinceId: unit.provinceId ?? 0 };
  return { place, unit, name: postAt(tx.house, unit.id, "vi").name, hamlets: await listHamlets(tx, unit.id, today) };
}

/** @throws Problem("notFound") when there is no such post here, or no such hamlet of it */
export async function getWhere(tx: Tx, code: string, hamletCode: string | null): Promise<Where & { readonly hamlet: Unit | null }> {
  const where = await findWhere(tx, code);
  if (!where) throw new Problem("notFound");
  const hamlet = where.hamlets.find((one) => one.code === hamletCode) ?? null;
  if (hamletCode !== null && !hamlet) throw new Problem("notFound");
  return { ...where, hamlet };
}

/** Name of a hamlet by its number; null for the whole commune and for one that is no more. */
export function hamletName({ hamlets }: Pick<Where, "hamlets">, id: number | null): string | null {
  return hamlets.find((one) => one.id === id)?.name ?? null;
}
