import { findMatterById, type Matter } from "../../../kernel/matter.ts";
import { listMessages, type Message, writeByReceipt } from "../../../kernel/messages.ts";
import { Problem } from "../../../kernel/problem.ts";
import { openByRef, type Tx } from "../../../kernel/tx.ts";
import { incident } from "../matter.ts";
import { findGoneTo } from "../queries/lines.ts";

/** What the holder of a receipt sees: how far it is, and what was written. Nothing of what she told. */
export type HeldReport = { readonly matter: Matter; readonly messages: readonly Message[]; readonly goneTo: string | null };

/** Null when the reference is none of a report. */
export async function openReceipt(tx: Tx, ref: string): Promise<HeldReport | null> {
  const at = await openByRef(tx, ref, incident.kind);
  const matter = at && (await findMatterById(tx, at));
  return matter && { matter, messages: await listMessages(tx, { communeId: matter.communeId, id: matter.id }), goneTo: await findGoneTo(tx, at) };
}

/** Adds what the holder of a receipt writes. @throws Problem notFound, tooMany */
export async function writeFromReceipt(tx: Tx, ref: string, text: string): Promise<void> {
  const held = await openReceipt(tx, ref);
  if (!held) throw new Problem("notFound");
  await writeByReceipt(tx, held.matter, { text, readers: { works: "incidents.process", otherwise: "incidents.process" } });
}
