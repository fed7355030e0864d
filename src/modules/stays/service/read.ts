import { findMatter, type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { Departure } from "../forms.ts";
import { overnightStay } from "../matter.ts";
import { findGuests, findStay, insertDepartures, listEntries, listSealed, type ShownGuest, type Stay, type WrittenEntry } from "../queries.ts";

/** A declaration with all its entries, and the guests of the one that holds. */
export type OpenedStay = {
  readonly matter: Matter;
  readonly stay: Stay;
  readonly entries: readonly WrittenEntry[];
  /** The entry that holds. */
  readonly last: WrittenEntry;
  readonly guests: readonly ShownGuest[];
};

/** @throws Problem("notFound"), also when row security hides it */
export async function getStay(tx: Tx, publicRef: string): Promise<OpenedStay> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: overnightStay.kind, ref: publicRef });
  const at = { communeId, matterId: matter?.id ?? 0 };
  const stay = matter && (await findStay(tx, at));
  if (!matter || !stay) throw new Problem("notFound");
  const [entries, guests] = await Promise.all([listEntries(tx, at), findGuests(tx, communeId, [matter.id])]);
  const last = entries.at(-1);
  if (!last) throw new Problem("notFound");
  return { matter, stay, entries, last, guests: guests.get(matter.id) ?? [] };
}

/** The whole numbers of the papers of guests, by declaration and guest: for correcting, and for a log that leaves with its purpose. */
export async function openNumbers(tx: Tx, matterIds: readonly number[]): Promise<(matterId: number, guest: number) => string | null> {
  const sealed = await listSealed(tx, { communeId: placeOf(tx.actor).communeId, matterIds });
  const opened = new Map(sealed.map((row) => [`${row.matterId} ${row.number}`, tx.house.vault.open(row.paperSealed)]));
  return (matterId, guest) => opened.get(`${matterId} ${guest}`) ?? null;
}

/** Notes when guests left, or that they are still there after all. @throws Problem notFound, notPermitted, changedMeanwhile */
export async function noteDeparture(tx: Tx, publicRef: string, { version, guests, leftAt }: Departure): Promise<void> {
  const { matter } = await getStay(tx, publicRef);
  const moved = await move(tx, overnightStay, matter.id, "leave", { version, facts: { guests: guests.length, leftAt: leftAt?.toISOString() ?? null } });
  const { communeId, provinceId, id: matterId } = matter;
  const written = { recordedAt: tx.now, recordedBy: tx.actor.id ?? 0 };
  await insertDepartures(
    tx,
    guests.map((guest) => ({ communeId, matterId, seq: moved.version, guest, provinceId, leftAt, ...written })),
  );
}
