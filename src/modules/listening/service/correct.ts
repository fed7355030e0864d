import { findMatterById, type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { CorrectedLine } from "../forms/opinions.ts";
import { opinion } from "../matter.ts";
import { correctOpinion, type FormerWords, listFormerWords } from "../queries/corrections.ts";
import { findWords } from "../queries/opinions.ts";
import type { Opinion } from "../queries/tables.ts";
import { headingTexts, stateTexts } from "../texts/words.ts";
import { lockMeeting, mustRun } from "./meetings.ts";
import { getOpinion } from "./opinions.ts";

/** A line of a room, with the meeting in which it was taken and what stood there before. */
export type OpenedLine = { readonly matter: Matter; readonly line: Opinion; readonly meeting: Matter; readonly before: readonly FormerWords[] };

/** @throws Problem("notFound"), also for what was not said in a meeting */
export async function getLine(tx: Tx, ref: string): Promise<OpenedLine> {
  const { matter, opinion: line } = await getOpinion(tx, ref);
  const meeting = line.meetingId === null ? null : await findMatterById(tx, { communeId: matter.communeId, matterId: line.meetingId });
  if (!meeting) throw new Problem("notFound");
  return { matter, line, meeting, before: await listFormerWords(tx, { communeId: matter.communeId, matterId: matter.id }) };
}

/** Puts right what was taken down wrong. What stood there before is kept; the timeline tells that it changed, not the words. @throws Problem("notNow") once the minutes are closed */
export async function correctLine(tx: Tx, { matter, line, meeting }: OpenedLine, { version, heading, said }: CorrectedLine): Promise<void> {
  mustRun(await lockMeeting(tx, meeting.id));
  const facts = { said: line.said !== said, ...(line.heading === heading ? {} : { heading: { before: line.heading, after: heading } }) };
  const title = stateTexts.opinionTitle.vi(headingTexts[heading].vi);
  const moved = await move(tx, opinion, matter.id, "correct", { version, title, facts });
  const { communeId, provinceId, id: matterId, version: seq } = moved;
  await correctOpinion(tx, { communeId, provinceId, matterId, seq, heading: line.heading, said: line.said, at: tx.now, byId: tx.actor.id ?? 0 }, { heading, said });
}

/** Strikes out a line that nobody said: it is in no list and no minutes, and its record stays. @throws Problem("notNow") once the minutes are closed */
export async function strikeLine(tx: Tx, { matter, meeting }: OpenedLine, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  mustRun(await lockMeeting(tx, meeting.id));
  // Words that everybody reads are taken down first, by whoever publishes.
  if (await findWords(tx, { communeId: matter.communeId, matterId: matter.id })) throw new Problem("notNow", { state: matter.state });
  await move(tx, opinion, matter.id, "strike", { version, note: reason });
}
