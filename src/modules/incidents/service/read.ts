import { findMattersOf, type Who } from "../../../kernel/identity.ts";
import { findMatter, type Matter } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listAttachments } from "../../attachments/index.ts";
import { incident as life } from "../matter.ts";
import { listCustody } from "../queries/lines.ts";
import { findIncident, listByIds } from "../queries/reports.ts";
import type { Incident } from "../queries/tables.ts";

/** A report as it is handled: what was told stays sealed. */
export type SealedReport = { readonly matter: Matter; readonly incident: Incident };
/** A report with what was told. */
export type OpenedReport = SealedReport & { readonly account: string; readonly place: string | null };

/** @throws Problem("notFound"), also when row security hides it */
export async function getSealed(tx: Tx, publicRef: string): Promise<SealedReport> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: life.kind, ref: publicRef });
  const incident = matter && (await findIncident(tx, { communeId, matterId: matter.id }));
  if (!matter || !incident) throw new Problem("notFound");
  return { matter, incident };
}

/** @throws Problem("notFound"), also when row security hides it */
export async function getReport(tx: Tx, publicRef: string): Promise<OpenedReport> {
  const { matter, incident } = await getSealed(tx, publicRef);
  const { vault } = tx.house;
  return { matter, incident, account: vault.open(incident.accountSealed), place: incident.placeSealed && vault.open(incident.placeSealed) };
}

/**
 * What the law leaves to do with a report as it is read, beside its state: a crime is never settled at the post, it goes to whoever is
 * competent, or is decided on where the post itself was assigned to; only the investigator's term may be lengthened; and hours run only
 * for what neither has them already nor lies with the investigator.
 */
export function fits(action: keyof typeof life.actions, { matter: { channel }, incident: { kind, track, openKind } }: SealedReport): boolean {
  // What everybody may follow can be no crime, by whatever word it came: a street light that somebody reported.
  const noCrime = kind === "incident" || openKind;
  const kept = track === "classify" || track === "resumed";
  if (action === "settle") return noCrime;
  // What somebody told an officer is a report, whatever it is; only what came by itself can be a trial, a joke or a double press.
  if (action === "dismiss") return channel === "web";
  if (action === "keepHere") return !noCrime && !kept;
  if (action === "speed") return !openKind && (track === null || track === "check");
  if (action === "prosecute" || action === "decline" || action === "suspend") return kept;
  return action !== "extend" || track === "classify";
}

/** Things of which a line stands in a report, each once: as it was called, or the code of a file with what it shows. */
export async function listKnownThings(tx: Tx, { incident }: SealedReport): Promise<readonly { readonly code: string; readonly name: string | null }[]> {
  const lines = await listCustody(tx, incident);
  const files = new Set((await listAttachments(tx, incident)).map(({ code }) => code));
  const named = (thing: string): string | null => {
    const caption = lines.find((line) => line.thing === thing && line.captionSealed !== null)?.captionSealed;
    return caption ? tx.house.vault.open(caption) : null;
  };
  return [...new Set(lines.map(({ thing }) => thing))].map((code) => ({ code, name: files.has(code) ? named(code) : code }));
}

/** Other reports of the post in which the same number or telephone stands, for whoever has just opened this person. */
export async function alsoIn(tx: Tx, { matter }: SealedReport, { idNumber, phone }: Who) {
  const number = idNumber ?? phone;
  if (number === null) return [];
  const ids = await findMattersOf(tx, matter, { regime: matter.regime, number });
  return await listByIds(
    tx,
    matter.communeId,
    ids.filter((id) => id !== matter.id),
  );
}
