import { Problem } from "../../../kernel/problem.ts";
import { showReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { AskedApart } from "../../../web/route.ts";
import type { Done } from "./folder.ts";

type Apart = Pick<AskedApart, "apart" | "report">;

/**
 * Does one thing to each of several matters, each in a transaction of its own, in order: numbers follow the order of the list. Whatever happens to one, the
 * next has its turn.
 */
export async function doEach({ apart, report }: Apart, refs: readonly string[], act: (tx: Tx, ref: string) => Promise<Done>): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const ref of refs) done.push(await doOne({ apart, report }, ref, act));
  return done;
}

async function doOne({ apart, report }: Apart, ref: string, act: (tx: Tx, ref: string) => Promise<Done>): Promise<Done> {
  try {
    return await apart((tx) => act(tx, ref));
  } catch (error) {
    // Somebody was quicker between our look and our lock: asked again, the matter says how it stands now.
    if (error instanceof Problem && (error.code === "changedMeanwhile" || error.code === "notNow")) return await lookAgain({ apart, report }, ref, act);
    return { outcome: "failed", code: showReference(ref), reference: report(error) };
  }
}

async function lookAgain({ apart, report }: Apart, ref: string, act: (tx: Tx, ref: string) => Promise<Done>): Promise<Done> {
  try {
    return await apart((tx) => act(tx, ref));
  } catch (error) {
    if (error instanceof Problem && (error.code === "changedMeanwhile" || error.code === "notNow")) return { outcome: "changed", code: showReference(ref) };
    return { outcome: "failed", code: showReference(ref), reference: report(error) };
  }
}
