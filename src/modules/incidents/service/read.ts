import { findMattersOf, type Who } from "../../../kernel/identity.ts";
import { findMatter, type Matter } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { incident as life } from "../matter.ts";
import { findIncident, listByIds } from "../queries/reports.ts";
import type { Incident } from "../queries/tables.ts";

/** A report with what was told. */
export type OpenedReport = { readonly matter: Matter; readonly incident: Incident; readonly account: string; readonly place: string | null };

/** @throws Problem("notFound"), also when row security hides it */
export async function getReport(tx: Tx, publicRef: string): Promise<OpenedReport> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: life.kind, ref: publicRef });
  const incident = matter && (await findIncident(tx, { communeId, matterId: matter.id }));
  if (!matter || !incident) throw new Problem("notFound");
  const { vault } = tx.house;
  return { matter, incident, account: vault.open(incident.accountSealed), place: incident.placeSealed && vault.open(incident.placeSealed) };
}

/** Other reports of the post in which the same number or telephone stands, for whoever has just opened this person. */
export async function alsoIn(tx: Tx, { matter }: OpenedReport, { idNumber, phone }: Who) {
  const number = idNumber ?? phone;
  if (number === null) return [];
  const ids = await findMattersOf(tx, matter, { regime: matter.regime, number });
  return await listByIds(
    tx,
    matter.communeId,
    ids.filter((id) => id !== matter.id),
  );
}
