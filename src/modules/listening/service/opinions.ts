import { must } from "../../../kernel/actor.ts";
import { throughDoor } from "../../../kernel/door.ts";
import { findMatter, findMatterById, type Matter, move } from "../../../kernel/matter.ts";
import { addMessage, listMessages, type Message, markRead, writeByReceipt } from "../../../kernel/messages.ts";
import { Problem } from "../../../kernel/problem.ts";
import { openByRef, placeOf, type Tx } from "../../../kernel/tx.ts";
import { termOf } from "../law.ts";
import { opinion } from "../matter.ts";
import { countContest, findOpinion, findWords, insertTurn, insertWords, listTurns, markContested, withdrawWords } from "../queries/opinions.ts";
import type { Opinion, Turn, Words } from "../queries/tables.ts";

/** An opinion with what was said to and fro. */
export type OpenedOpinion = {
  readonly matter: Matter;
  readonly opinion: Opinion;
  readonly turns: readonly Pick<Turn, "seq" | "kind" | "words" | "at">[];
  readonly messages: readonly Message[];
};

/** For an officer of the post. @throws Problem("notFound"), also when row security hides it */
export async function getOpinion(tx: Tx, ref: string): Promise<OpenedOpinion & { readonly words: Pick<Words, "said" | "done" | "publishedAt"> | null }> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: opinion.kind, ref });
  const opened = matter && (await openedOf(tx, matter));
  if (!opened) throw new Problem("notFound");
  return { ...opened, words: await findWords(tx, { communeId, matterId: opened.matter.id }) };
}

/** For whoever holds the receipt. @throws Problem("notFound") */
export async function getHeldOpinion(tx: Tx, ref: string): Promise<OpenedOpinion> {
  const found = await openByRef(tx, ref, opinion.kind);
  const matter = found && (await findMatterById(tx, found));
  const opened = matter && (await openedOf(tx, matter));
  if (!opened) throw new Problem("notFound");
  return opened;
}

async function openedOf(tx: Tx, matter: Matter): Promise<OpenedOpinion | null> {
  const at = { communeId: matter.communeId, matterId: matter.id };
  const found = await findOpinion(tx, at);
  if (!found) return null;
  return { matter, opinion: found, turns: await listTurns(tx, at), messages: await listMessages(tx, matter) };
}

/** Gives an opinion to somebody: to oneself with the right to answer, to anybody with the right to give work out. */
export async function own(tx: Tx, ref: string, { version, ownerId }: { readonly version: number; readonly ownerId: number }): Promise<void> {
  const { matter } = await getOpinion(tx, ref);
  await giveTo(tx, { id: matter.id, version }, ownerId);
}

/** The same for one that is at hand. @throws Problem notPermitted, changedMeanwhile, notNow */
export async function giveTo(tx: Tx, { id, version }: Pick<Matter, "id" | "version">, ownerId: number): Promise<void> {
  await move(tx, opinion, id, ownerId === tx.actor.id ? "own" : "assign", { version, assigneeId: ownerId, facts: { to: ownerId } });
}

/** Its author does not accept the answer, by the receipt: it is open again with a term of its own, and that is counted. */
export async function contest(tx: Tx, ref: string, words: string): Promise<void> {
  const { matter } = await getHeldOpinion(tx, ref);
  await throughDoor(tx, matter, opinion.regime, (inside) => reopen(inside, matter, { words, action: "contest" }));
}

/** The same, said to an officer. */
export async function contestInPerson(tx: Tx, ref: string, words: string): Promise<void> {
  const { matter } = await getOpinion(tx, ref);
  await reopen(tx, matter, { words, action: "contestInPerson" });
}

async function reopen(tx: Tx, matter: Matter, { words, action }: { readonly words: string; readonly action: "contest" | "contestInPerson" }): Promise<void> {
  const moved = await move(tx, opinion, matter.id, action, { version: matter.version, restart: { ...termOf(tx, "contested"), from: tx.now } });
  const { communeId, provinceId, id: matterId, version: seq } = moved;
  await insertTurn(tx, { communeId, provinceId, matterId, seq, kind: "contest", words, at: tx.now, byId: tx.actor.id ?? 0 });
  await countContest(tx, { communeId, matterId });
  await markContested(tx, { communeId, matterId }, tx.now);
}

/** A message of the post to whoever holds the receipt. */
export async function writeFromPost(tx: Tx, matter: Matter, text: string): Promise<void> {
  must(tx.actor, "listening.answer", matter);
  await addMessage(tx, matter, { fromPost: true, text });
}

/** A message of whoever holds the receipt. */
export async function writeFromHolder(tx: Tx, ref: string, text: string): Promise<void> {
  const { matter } = await getHeldOpinion(tx, ref);
  if (matter.state === "discarded") throw new Problem("notNow", { state: matter.state });
  await writeByReceipt(tx, matter, { text, readers: { works: "listening.answer", otherwise: "listening.assign" } });
}

/** Notes that what was written last needs no answer. */
export async function readMessages(tx: Tx, ref: string, last: number): Promise<void> {
  const { matter } = await getOpinion(tx, ref);
  must(tx.actor, "listening.answer", matter);
  await markRead(tx, matter, last);
}

/** Shows to everybody what was said and what was done, in words that the publisher answers for. The words before are withdrawn. */
export async function publish(tx: Tx, matter: Matter, { said, done }: { readonly said: string; readonly done: string }): Promise<void> {
  must(tx.actor, "listening.publish", matter);
  if (matter.state === "discarded") throw new Problem("notNow", { state: matter.state });
  const { communeId, provinceId, id: matterId, hamletId } = matter;
  await withdrawWords(tx, { communeId, matterId });
  // Better words do not settle it: that the author did not agree stays beside them until there is another answer.
  const openAgain = matter.closedAt === null && ((await findOpinion(tx, { communeId, matterId }))?.contests ?? 0) > 0;
  const contestedAt = openAgain ? tx.now : null;
  await insertWords(tx, { communeId, provinceId, matterId, hamletId, said, done, publishedAt: tx.now, publishedBy: tx.actor.id ?? 0, contestedAt });
}

export async function withdraw(tx: Tx, matter: Matter): Promise<void> {
  must(tx.actor, "listening.publish", matter);
  await withdrawWords(tx, { communeId: matter.communeId, matterId: matter.id });
}
