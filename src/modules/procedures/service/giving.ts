import { type Matter, move } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { WorkOrder } from "../../../web/work-kinds.ts";
import { dossier } from "../matter.ts";

/**
 * Gives a dossier to an officer, as one of many: by its number and without opening its person. Writes nothing before it has compared
 * the version, so a caller may go on to the next when this one was changed meanwhile.
 */
export async function giveDossier(tx: Tx, { id, version, note, assigneeId }: WorkOrder & { readonly assigneeId: number }): Promise<Matter> {
  return await move(tx, dossier, id, "assign", { version, note, assigneeId, facts: { to: assigneeId } });
}

/** Writes into the timeline what the chief wants done. Officers read it, the resident does not. */
export async function instructOn(tx: Tx, { id, version, note }: WorkOrder): Promise<Matter> {
  return await move(tx, dossier, id, "instruct", { version, note });
}
