import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Sight } from "../queries/fitting.ts";
import { lockMatters } from "../queries/handovers.ts";

/** A row that was ticked, as its officer saw it. */
export type Ticked = { readonly id: number; readonly version: number };
/** What became of a ticked row; `gone`: not there, or in a regime that the actor does not hold. */
export type Outcome = { readonly id: number; readonly became: "given" | "hadAlready" | "changedMeanwhile" | "closed" | "gone" };

/**
 * Gives ticked rows to one officer: each as it was seen, all in this transaction. What was changed meanwhile stays as it is and is told;
 * the others are given (docs/adr/0015).
 *
 * @throws Problem("notPermitted") when the actor may not give one of them
 */
export async function giveTicked(tx: Tx, sight: Sight, { ticked, assigneeId }: { readonly ticked: readonly Ticked[]; readonly assigneeId: number }): Promise<readonly Outcome[]> {
  must(tx.actor, "counter.assign", sight.place);
  const locked = await lockMatters(
    tx,
    sight,
    ticked.map(({ id }) => id),
  );
  const outcomes: Outcome[] = [];
  for (const { id, version } of ticked) {
    const row = locked.get(id);
    const kind = sight.kinds.find((one) => one.kind === row?.kind);
    if (!row || !kind) outcomes.push({ id, became: "gone" });
    else if (row.closedAt) outcomes.push({ id, became: "closed" });
    else if (row.version === version && row.assigneeId === assigneeId) outcomes.push({ id, became: "hadAlready" });
    else outcomes.push({ id, became: await given(kind.assign(tx, { id, version, note: "", assigneeId })) });
  }
  return outcomes;
}

// A version that differs is found before anything is written, so the transaction goes on.
async function given(verb: Promise<unknown>): Promise<"given" | "changedMeanwhile"> {
  try {
    await verb;
    return "given";
  } catch (error) {
    if (error instanceof Problem && (error.code === "changedMeanwhile" || error.code === "notNow")) return "changedMeanwhile";
    throw error;
  }
}
