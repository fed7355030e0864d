import { dayOf } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import { listHamlets, type Unit } from "../../../kernel/units.ts";
import { findPublicMeeting, listComingMeetings, type PublicMeeting } from "../queries/meetings.ts";
import { countPublicWords, findHamlet, listPublicPromises, listPublicWords, type PublicPromise, type PublicWord } from "../queries/public.ts";

/** Coming meetings of a commune that are open to everybody, the next first; party cells are not among them. For anybody. */
export async function listPublicMeetings(tx: Tx, place: Place): Promise<readonly PublicMeeting[]> {
  await showCommune(tx, place.communeId);
  return await listComingMeetings(tx, place.communeId, null);
}

/** A meeting that is open to everybody. @throws Problem("notFound") */
export async function getPublicMeeting(tx: Tx, communeId: number, ref: string): Promise<PublicMeeting> {
  await showCommune(tx, communeId);
  const found = await findPublicMeeting(tx, communeId, ref);
  if (!found) throw new Problem("notFound");
  return found;
}

/** A promise as everybody reads it. */
export type ShownPromise = PublicPromise & { readonly standing: "open" | "late" | "carriedOut" | "notCarriedOut" };

export type HamletShown = {
  readonly hamlet: Unit;
  readonly words: readonly PublicWord[];
  readonly promises: readonly ShownPromise[];
  readonly meetings: readonly PublicMeeting[];
};

/** So much fits on one page, one sheet, one reading by loudspeaker. */
export const shownWords = 20;
const shownPromises = 20;

/** What the page, the sheet and the loudspeaker of a hamlet say. @throws Problem("notFound") for a code that no hamlet bears today */
export async function showHamlet(tx: Tx, code: string): Promise<HamletShown> {
  const hamlet = await findHamlet(tx, code, dayOf(tx.now));
  if (!hamlet || hamlet.parentId === null) throw new Problem("notFound");
  await showCommune(tx, hamlet.parentId);
  const words = await listPublicWords(tx, { communeId: hamlet.parentId, hamletId: hamlet.id, size: shownWords });
  const today = dayOf(tx.now);
  const promises = (await listPublicPromises(tx, { communeId: hamlet.parentId, hamletId: hamlet.id, size: shownPromises })).map((one) => ({
    ...one,
    standing: one.outcome ?? (one.dueOn < today ? ("late" as const) : ("open" as const)),
  }));
  return { hamlet, words, promises, meetings: await listComingMeetings(tx, hamlet.parentId, hamlet.id) };
}

/** The hamlets of a commune with how much each has to show. */
export async function showHamlets(tx: Tx, communeId: number): Promise<readonly { readonly unit: Unit; readonly words: number }[]> {
  await showCommune(tx, communeId);
  const counts = await countPublicWords(tx, communeId);
  return (await listHamlets(tx, communeId, dayOf(tx.now))).map((unit) => ({ unit, words: (counts.get(unit.id) ?? 0) + (counts.get(null) ?? 0) }));
}
