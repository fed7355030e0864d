import type { Matter } from "./matter.ts";
import { listHolders, listOnDuty } from "./officers.ts";
import { wakeOutbox } from "./outbox.ts";
import { type Right, rights } from "./rights.ts";
import type { Facts } from "./tables.ts";
import { placeOf, type Tx } from "./tx.ts";

export type NewAlert = {
  /** The actor's own commune, or the one that the clock works for. */
  readonly communeId: number;
  /** Whoever holds this right there today is told. */
  readonly right: Right;
  /** Which words: "work.late". Where no words are known, a plain sentence stands. */
  readonly template: string;
  /** Unique for an officer: telling twice is harmless. */
  readonly key: string;
  /** No personal data: the code of a matter at most. */
  readonly facts: Facts;
  /** Only these of them are told, unless none of these holds the right: whoever is on duty. */
  readonly first?: readonly number[];
};

/**
 * Puts an alert before the officers of a post who hold a right: on their own page, and on the devices on which they want to be woken. It
 * leaves after the commit, at least once.
 *
 * @returns how many officers are told by this call; none twice under one key
 */
export async function alertOfficers(tx: Tx, alert: NewAlert): Promise<number> {
  const { communeId, right, template, key, facts } = alert;
  const { provinceId } = placeOf(tx.actor);
  const holding = (await listHolders(tx, right)).map(({ id }) => id);
  const first = holding.filter((id) => alert.first?.includes(id));
  const told = first.length > 0 ? first : holding;
  if (told.length === 0) return 0;
  const row = { communeId, provinceId, regime: rights[right], template, key, facts: JSON.stringify(facts), queuedAt: tx.now };
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("alerts")
    .values(told.map((accountId) => ({ ...row, accountId })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await wakeOutbox(tx, communeId);
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** Rings the duty officer for a matter that has just come: its code, and no more. */
export async function ringDuty(
  tx: Tx,
  { communeId, id, code }: Pick<Matter, "communeId" | "id" | "code">,
  { right, template }: Pick<NewAlert, "right" | "template">,
): Promise<void> {
  await alertOfficers(tx, { communeId, right, template, key: `came:${id}`, facts: { code }, first: await listOnDuty(tx) });
}

/** An alert on its way to the devices of its officer. */
export type WaitingAlert = { readonly id: number; readonly provinceId: number; readonly accountId: number };

/** Takes alerts of a commune for sending, oldest first, each of them once. For the house's own jobs. */
export async function takeAlerts(tx: Tx, communeId: number, most: number): Promise<readonly WaitingAlert[]> {
  const waiting = tx.db.selectFrom("alerts").select("id").where("communeId", "=", communeId).where("spreadAt", "is", null).orderBy("id").limit(most).forUpdate().skipLocked();
  return await tx.db
    .updateTable("alerts")
    // Not the instant of the telling: where what happened was told anonymously, that would be its minute.
    .set((eb) => ({ spreadAt: eb.ref("queuedAt") }))
    .where("communeId", "=", communeId)
    .where("id", "in", waiting)
    .returning(["id", "provinceId", "accountId"])
    .execute();
}
