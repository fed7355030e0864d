import type { Day } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Sight } from "../queries/fitting.ts";
import { endHandover, findHandover, insertHandover, insertHandoverMatters, type Locked, listReturnable, lockHeld } from "../queries/handovers.ts";

export const divisions = ["all", "hamlet", "title"] as const;
export type Division = (typeof divisions)[number];

/** The part that a matter falls into under a division. */
export function partOf(division: Division, { hamletId, title }: Pick<Locked, "hamletId" | "title">): string {
  return division === "all" ? "" : division === "title" ? title : String(hamletId ?? "");
}

export type HandoverOrder = {
  readonly fromId: number;
  readonly division: Division;
  /** To whom each part goes. */
  readonly receivers: ReadonlyMap<string, number>;
  readonly reason: string;
  /** The day on which what is still open is offered back; nothing moves by itself. */
  readonly returnOn: Day | null;
};

/**
 * Gives all open work of one officer to others, as it stands at this moment: all of it, or nothing.
 *
 * @returns how many matters changed hands
 * @throws Problem alreadyDone when the officer holds nothing (any more); changedMeanwhile when work came in that no part of the order
 *   names; notPermitted, also when one matter of many may not be given
 */
export async function handOverWork(tx: Tx, sight: Sight, order: HandoverOrder): Promise<number> {
  must(tx.actor, "counter.assign", sight.place);
  const held = await lockHeld(tx, sight, order.fromId);
  if (held.length === 0) throw new Problem("alreadyDone");
  const { fromId, reason, returnOn } = order;
  // Whatever is refused is refused before anything is written, so that the form can be shown again.
  const given = held.map((row) => ({ row, kind: kindOf(sight, row), toId: receiverOf(order, row) }));
  const id = await insertHandover(tx, { ...sight.place, fromId, needs: "counter.assign", reason, returnOn });
  const moved = [];
  for (const { row, kind, toId } of given) {
    await kind.assign(tx, { id: row.id, version: row.version, note: reason, assigneeId: toId });
    moved.push({ id: row.id, regime: kind.regime, toId });
  }
  await insertHandoverMatters(tx, sight.place, id, moved);
  return moved.length;
}

function receiverOf({ division, receivers, fromId }: HandoverOrder, row: Locked): number {
  const toId = receivers.get(partOf(division, row));
  if (toId === undefined || toId === fromId) throw new Problem("changedMeanwhile");
  return toId;
}

/** What is done with an offer to give work back: give what is still open, or let it stay. */
export type ReturnChoice = "giveBack" | "leave";

/** Ends the offer to give work back. @returns how many matters went back. @throws Problem alreadyDone when it was ended before */
export async function endReturn(tx: Tx, sight: Sight, { id, choice, note }: { readonly id: number; readonly choice: ReturnChoice; readonly note: string }): Promise<number> {
  must(tx.actor, "counter.assign", sight.place);
  const handover = await findHandover(tx, sight, id, true);
  if (!handover) throw new Problem("alreadyDone");
  const rows = choice === "leave" ? [] : await listReturnable(tx, sight, id, true);
  for (const row of rows) await kindOf(sight, row).assign(tx, { id: row.id, version: row.version, note, assigneeId: handover.fromId });
  await endHandover(tx, sight.place, id);
  return rows.length;
}

function kindOf({ kinds }: Sight, row: { readonly kind: string }) {
  const kind = kinds.find((one) => one.kind === row.kind);
  if (!kind) throw new RangeError(`no list shows matters of the kind ${row.kind}`);
  return kind;
}
