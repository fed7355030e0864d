import { dayOf, monthOf } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import { openByRef, type Tx } from "../../../kernel/tx.ts";
import { findTracked, putRating, type Score } from "../queries.ts";

type Rated = Pick<NonNullable<Awaited<ReturnType<typeof findTracked>>>, "matter" | "dossier">;

/**
 * Puts one rating into the box, under a mark that cannot be led back to the dossier without the house's key. The dossier was opened before.
 *
 * @returns false when this dossier was rated already
 */
export async function keepRating(tx: Tx, { matter, dossier }: Rated, score: Score): Promise<boolean> {
  const { communeId, provinceId, publicRef } = matter;
  const month = monthOf(dayOf(tx.now)).from;
  const once = tx.house.vault.hash(`rating:${publicRef}`);
  return await putRating(tx, { communeId, provinceId, month, procedureCode: dossier.procedureCode, score, once });
}

/** The same for whoever holds the reference of the dossier. @throws Problem("notFound") */
export async function rateDossier(tx: Tx, ref: string, score: Score): Promise<boolean> {
  const opened = await openByRef(tx, ref, "dossier");
  const tracked = opened && (await findTracked(tx, opened));
  if (!tracked) throw new Problem("notFound");
  return await keepRating(tx, tracked, score);
}
