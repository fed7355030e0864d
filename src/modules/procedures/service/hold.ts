import { dayOf } from "../../../base/day.ts";
import { type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type PauseOffer, pauseOffers } from "../law/pauses.ts";
import { dossier } from "../matter.ts";
import { getProcedureOf } from "./version.ts";
import { getDossier, type Opened } from "./work.ts";

/** For what the law lets the clock of this dossier stand still, besides waiting for its papers. */
export function holdOffers(tx: Tx, { dossier: row }: Pick<Opened, "dossier">): readonly PauseOffer[] {
  return pauseOffers(tx.house.pauseReasons, dayOf(tx.now), { procedure: getProcedureOf(tx, row), feeDong: BigInt(row.feeDong) });
}

/**
 * Lets the clock stand still for a reason of the law: another authority has the file, or a fee is to be paid.
 *
 * @throws Problem invalid (a reason that this procedure does not know), and those of `move`
 */
export async function holdWork(tx: Tx, ref: string, { version, key }: { readonly version: number; readonly key: string }): Promise<Matter> {
  const opened = await getDossier(tx, ref);
  const offer = holdOffers(tx, opened).find((one) => one.key === key);
  if (!offer) throw new Problem("invalid", { key: "unknown" });
  const { reason, what } = offer;
  return await move(tx, dossier, opened.matter.id, "hold", {
    version,
    note: what.vi,
    facts: { reason: reason.id, occasion: reason.occasion },
    pause: { reason: what.vi, legalBasis: reason.basis },
  });
}

/** What was waited for has come: the clock runs on. */
export async function releaseWork(tx: Tx, ref: string, { version }: { readonly version: number }): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "release", { version });
}
