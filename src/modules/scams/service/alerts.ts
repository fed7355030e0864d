import { dayOf } from "../../../base/day.ts";
import { must, type Place } from "../../../kernel/actor.ts";
import { announce, withdrawAnnouncement } from "../../../kernel/announcements.ts";
import { dueAt } from "../../../kernel/clock/due.ts";
import { getInForce } from "../../../kernel/law/table.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference, referenceFor } from "../../../kernel/reference.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { placeOf, showCommune, type Tx } from "../../../kernel/tx.ts";
import type { Warning } from "../forms.ts";
import { scam } from "../matter.ts";
import { paths } from "../paths.ts";
import { type Alert, endAlert, findAlert, insertAlert, isAlertThere, listAlerts, listWithdrawn, type WithdrawnAlert } from "../queries/alerts.ts";

/** So many warnings are read at a time. */
const mostShown = 50;

/** The name of a warning among all that a post announces. */
const announcementOf = (ref: string): string => `scams:${ref}`;

/** Warns the neighbours: from here on everybody can read it, as long as the data of its kind says, and whoever asked for it is told. Sent again under one reference it is one warning. @returns its reference @throws Problem notPermitted; LawGap */
export async function publishAlert(tx: Tx, { hamletIds = [], ...warning }: Warning, given: { readonly matterId: number | null; readonly ref?: string }): Promise<string> {
  const place = placeOf(tx.actor);
  must(tx.actor, "scams.warn", place);
  const { matterId, ref = newReference() } = given;
  await takeTurn(tx, `scam alert ${ref}`);
  if (await isAlertThere(tx, place.communeId, ref)) return ref;
  const { warnsFor } = getInForce(tx.house.scamKinds, dayOf(tx.now), warning.kind);
  const ends = dueAt({ term: warnsFor, from: tx.now, pauses: [], calendar: tx.house.calendarOf(place) });
  const row = { ...place, ...warning, hamletIds: [...hamletIds], ref, matterId };
  await insertAlert(tx, { ...row, publishedAt: tx.now, publishedBy: tx.actor.id ?? 0, expiresAt: ends.dueAt ?? tx.now });
  const href = paths.publicAlert(tx.house.units.getUnit(place.communeId).code, ref);
  await announce(tx, { regime: scam.regime, key: announcementOf(ref), hamletIds, headline: warning.headline, href });
  return ref;
}

/** The reference of a warning by the key that its form was given out with. Other words under the same key, typed after going back, are another warning. */
export const warningRef = (tx: Tx, warning: Warning, key: string): string => referenceFor(tx.house.vault, `warning ${JSON.stringify(warning)}`, key);

/** Takes a warning back: its page and every feed say so at once, and whoever was not told of it yet is not told. @throws Problem notPermitted, notFound */
export async function withdrawAlert(tx: Tx, given: { readonly ref: string; readonly reason: string }): Promise<void> {
  const place = placeOf(tx.actor);
  must(tx.actor, "scams.warn", place);
  if (!(await endAlert(tx, place.communeId, given))) throw new Problem("notFound");
  await withdrawAnnouncement(tx, announcementOf(given.ref));
}

/** Warnings of a post that hold now, newest first, for whoever asks. Opens the post to a resident's transaction. */
export async function listPublicAlerts(tx: Tx, { communeId }: Pick<Place, "communeId">, size = mostShown): Promise<readonly Alert[]> {
  if (tx.actor.scope.kind === "public") await showCommune(tx, communeId);
  return await listAlerts(tx, communeId, { size, over: false });
}

/** What the actor's post took back, the latest first. */
export async function listTakenBack(tx: Tx): Promise<readonly WithdrawnAlert[]> {
  return await listWithdrawn(tx, placeOf(tx.actor).communeId, mostShown);
}

/** Also one that ended or was taken back. @throws Problem("notFound") */
export async function getPublicAlert(tx: Tx, { communeId }: Pick<Place, "communeId">, ref: string): Promise<Alert> {
  if (tx.actor.scope.kind === "public") await showCommune(tx, communeId);
  const found = await findAlert(tx, communeId, ref);
  if (!found) throw new Problem("notFound");
  return found;
}
