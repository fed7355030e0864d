import { move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { ResumeForm } from "../forms/resume.ts";
import { dispute } from "../matter.ts";
import { setDispute } from "../queries/disputes.ts";
import { dropVisits, insertEnding } from "../queries/endings.ts";
import type { Dispute } from "../queries/slice.ts";
import { resumeTexts as t } from "../texts/resume.ts";
import { getDispute } from "./read.ts";
import { tellToGiveOut } from "./waiting.ts";

/**
 * Takes a dispute up again that had ended, where it stood: being mediated, given to mediators with the term that it had, or recorded. The
 * outcome that stood is kept beside it, and no visit of a former agreement waits any more.
 *
 * @throws Problem notFound, notPermitted, changedMeanwhile, notNow (it has not ended)
 */
export async function resumeDispute(tx: Tx, publicRef: string, { version, why }: ResumeForm): Promise<void> {
  const { matter, dispute: row } = await getDispute(tx, publicRef);
  const { communeId, provinceId, id: matterId } = matter;
  const at = { communeId, matterId };
  const { endedAt, outcome, reason, agreementSealed } = row;
  const action = placeOfReturn(row);
  const moved = await move(tx, dispute, matterId, action, { version, note: t[why].vi, facts: { outcome, why } });
  if (endedAt === null || outcome === null) throw new Problem("notNow", { action, state: matter.state });
  const by = tx.actor.id ?? 0;
  await insertEnding(tx, { ...at, provinceId, seq: moved.version, endedAt, outcome, reason, agreementSealed, why, resumedAt: tx.now, resumedBy: by });
  await setDispute(tx, at, { endedAt: null, outcome: null, reason: null, agreementSealed: null });
  await dropVisits(tx, at, { droppedAt: tx.now, writtenBy: by });
  if (action === "resumeRecorded") await tellToGiveOut(tx, moved);
}

function placeOfReturn({ startedAt, assignedAt }: Dispute): "resume" | "resumeGiven" | "resumeRecorded" {
  if (startedAt !== null) return "resume";
  return assignedAt === null ? "resumeRecorded" : "resumeGiven";
}
