import type { Place } from "../../../kernel/actor.ts";
import { aside, isCrowded, throughDoor } from "../../../kernel/door.ts";
import { keepIdentity } from "../../../kernel/identity.ts";
import { findMatter, type Matter, move, openMatter } from "../../../kernel/matter.ts";
import { markRead } from "../../../kernel/messages.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { newReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { NewOpinion, RoomLine } from "../forms/opinions.ts";
import { termOf } from "../law.ts";
import { opinion } from "../matter.ts";
import { insertOpinion, insertTurn, markContested } from "../queries/opinions.ts";
import type { Opinion } from "../queries/tables.ts";
import { headingTexts, stateTexts } from "../texts/words.ts";
import { lockMeeting, mustRun } from "./meetings.ts";
import { giveTo } from "./opinions.ts";

type Taking = Pick<Opinion, "heading" | "said" | "voice" | "hamletId" | "meetingId"> & { readonly publicRef: string; readonly state?: "aside" };

async function take(tx: Tx, { publicRef, state, heading, said, voice, hamletId, meetingId }: Taking): Promise<Matter> {
  const place = placeOf(tx.actor);
  const channel = voice === "room" ? "field" : voice === "counter" ? "counter" : "web";
  const opened = await openMatter(tx, opinion, {
    publicRef,
    ...(state ? { state } : {}),
    code: await nextCode(tx, "opinion"),
    title: stateTexts.opinionTitle.vi(headingTexts[heading].vi),
    channel,
    hamletId,
    assigneeId: null,
    term: termOf(tx, "opinion"),
    facts: { heading },
  });
  await insertOpinion(tx, { ...place, matterId: opened.id, meetingId, hamletId, heading, voice, said, takenAt: tx.now });
  return opened;
}

/**
 * One line called out in the room; sent twice under one reference it is taken once. With an answer it is answered on the spot; without one it can be given to somebody at once.
 *
 * @returns its reference
 * @throws Problem("notNow") once the minutes are closed or the meeting is called off
 */
export async function takeInRoom(tx: Tx, of: { readonly matterId: number; readonly hamletId: number | null }, line: RoomLine): Promise<string> {
  const held = await lockMeeting(tx, of.matterId);
  if (await findMatter(tx, held.communeId, { kind: opinion.kind, ref: line.key })) return line.key;
  mustRun(held);
  const opened = await take(tx, { publicRef: line.key, heading: line.heading, said: line.said, voice: "room", hamletId: of.hamletId, meetingId: of.matterId });
  if (line.answer !== null) await answer(tx, opened, { words: line.answer, onSpot: true });
  else if (line.giveTo !== null) await giveTo(tx, opened, line.giveTo);
  return line.key;
}

/** What somebody says at the counter, with her name if she gives one. @returns the reference of the receipt */
export async function takeAtCounter(tx: Tx, given: NewOpinion): Promise<string> {
  const opened = await take(tx, { publicRef: newReference(), heading: given.heading, said: given.said, voice: "counter", hamletId: given.hamletId, meetingId: null });
  await keepAuthor(tx, opened, given);
  return opened.publicRef;
}

/** What a resident hands in by herself, with a name or without. While too much comes at once it waits aside. @returns the reference of the receipt */
export async function handIn(tx: Tx, place: Place, given: NewOpinion): Promise<string> {
  return await throughDoor(tx, place, opinion.regime, async (inside) => {
    const crowded = await isCrowded(inside, place, opinion.regime);
    const voice = given.fullName === null && given.phone === null ? "anonymous" : "named";
    const { heading, said, hamletId } = given;
    const opened = await take(inside, { publicRef: newReference(), ...(crowded ? { state: aside } : {}), heading, said, voice, hamletId, meetingId: null });
    await keepAuthor(inside, opened, given);
    return opened.publicRef;
  });
}

async function keepAuthor(tx: Tx, matter: Matter, { fullName, phone }: NewOpinion): Promise<void> {
  if (fullName === null && phone === null) return;
  await keepIdentity(tx, matter, { role: "author", who: { fullName, phone, address: null, idNumber: null, more: {} }, minor: false });
}

/** Writes an answer and ends the matter. @throws Problem notPermitted, changedMeanwhile, notNow */
export async function answer(tx: Tx, matter: Pick<Matter, "id" | "version">, { words, onSpot }: { readonly words: string; readonly onSpot: boolean }): Promise<void> {
  const moved = await move(tx, opinion, matter.id, onSpot ? "answerOnSpot" : "answer", { version: matter.version });
  const { communeId, provinceId, id: matterId, version: seq } = moved;
  await insertTurn(tx, { communeId, provinceId, matterId, seq, kind: onSpot ? "onSpot" : "answer", words, at: tx.now, byId: tx.actor.id ?? 0 });
  await markContested(tx, { communeId, matterId }, null);
  await markRead(tx, moved);
}
