import { sql } from "kysely";
import { type Actor, type Place, regimesOf } from "./actor.ts";
import { type MatterKind, move } from "./matter.ts";
import { Problem } from "./problem.ts";
import { type Regime, type Right, rights, roles } from "./rights.ts";
import { placeOf, type Tx } from "./tx.ts";

/**
 * Takes in what a resident hands in by herself: runs `work` in the same transaction, in the name of the door of a post, which holds
 * the few rights of its role in this one regime and no other. Afterwards the transaction is the resident's again, also
 * when the work was refused.
 *
 * @throws Problem notPermitted when the transaction is not a resident's; unavailable when the house has no door
 */
export async function throughDoor<T>(tx: Tx, place: Place, regime: Regime, work: (inside: Tx) => Promise<T>): Promise<T> {
  if (tx.actor.scope.kind !== "public") throw new Problem("notPermitted");
  const after = { role: "scope_public", actor: "", receiver: "", regimes: "", commune: "", province: "" };
  return await asDoor(tx, { place, regime, receiver: null, after }, work);
}

/**
 * Takes in what somebody tells an officer of the post to whom its regime is closed: no report is refused at a counter. The door writes it
 * down with who received it; she reads nothing of that regime, before or after.
 *
 * @throws Problem notPermitted when the transaction is not an officer's at a post; unavailable when the house has no door
 */
export async function toldToOfficer<T>(tx: Tx, regime: Regime, work: (inside: Tx) => Promise<T>): Promise<T> {
  const { actor } = tx;
  const place = placeOf(actor);
  if (actor.id === null) throw new Problem("notPermitted");
  const after = { ...guiseAt(place, [...actor.regimes]), actor: String(actor.id), receiver: "" };
  return await asDoor(tx, { place, regime, receiver: actor.id, after }, work);
}

/** `after`: in whose name the transaction goes on, also when the work was refused. */
type Door = { readonly place: Place; readonly regime: Regime; readonly receiver: number | null; readonly after: Guise };

async function asDoor<T>(tx: Tx, { place, regime, receiver, after }: Door, work: (inside: Tx) => Promise<T>): Promise<T> {
  const { communeId, provinceId } = place;
  const { rows } = await sql<{ id: number | null }>`select door_account() as id`.execute(tx.db);
  const id = rows[0]?.id ?? null;
  if (id === null) throw new Problem("unavailable");
  const held = new Set(roles.door.filter((right: Right) => rights[right] === regime));
  const door: Actor = { id, name: "", scope: { kind: "commune", communeId, provinceId }, rights: held, regimes: regimesOf(held) };
  await become(tx, { ...guiseAt(place, [...door.regimes]), actor: String(id), receiver: receiver === null ? "" : String(receiver) });
  try {
    const result = await work({ ...tx, actor: door });
    await become(tx, after);
    return result;
  } catch (error) {
    // Whoever hears of it must not go on as the door. After an error of PostgreSQL the transaction does nothing more, not even this.
    await become(tx, after).catch(() => undefined);
    throw error;
  }
}

const guiseAt = ({ communeId, provinceId }: Place, regimes: readonly Regime[]) => ({
  role: "scope_commune",
  regimes: regimes.join(","),
  commune: String(communeId),
  province: String(provinceId),
});

/** The state of a matter that came while the door was crowded: it waits, outside the inbox, until somebody has sifted it. */
export const aside = "aside";

/** More than this in one hour by the web alone is not what the people of one commune write. */
const usualInAnHour = 30;

/** Whether more has come through the door of a regime in this hour than people write. The next matters then begin `aside`. */
export async function isCrowded(inside: Tx, place: Place, regime: Regime): Promise<boolean> {
  const hour = new Date(inside.now);
  hour.setUTCMinutes(0, 0, 0);
  const { rows } = await sql<{ crowded: boolean }>`
    select count(*) >= ${usualInAnHour} as crowded from (
      select from matters where commune_id = ${place.communeId} and regime = ${regime} and channel = 'web' and received_at >= ${hour} limit ${usualInAnHour}
    ) arrived`.execute(inside.db);
  return rows[0]?.crowded ?? false;
}

/** More than this is not counted. */
const mostAside = 5_000;

/** How much of a kind waits aside in a commune. */
export async function countAside(tx: Tx, { communeId }: Pick<Place, "communeId">, kind: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from matters where commune_id = ${communeId} and kind = ${kind} and state = 'aside' limit ${mostAside}) waiting`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

/** What becomes of some that wait aside, by their references. */
export type Sifting = { readonly refs: readonly string[]; readonly act: "takeIn" | "discard"; readonly reason: string };

/** Takes in, or discards for a reason. What a colleague has sifted meanwhile is passed over. @returns how many */
export async function siftAside<S extends string, A extends string>(tx: Tx, kind: MatterKind<S, A | Sifting["act"]>, { refs, act, reason }: Sifting): Promise<number> {
  const { communeId } = placeOf(tx.actor);
  const waiting = await tx.db
    .selectFrom("matters")
    .select(["id", "version"])
    .where("communeId", "=", communeId)
    .where("kind", "=", kind.kind)
    .where("state", "=", aside)
    .where(sql<boolean>`public_ref = any(${refs}::text[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const { id, version } of waiting) await move<S, A | Sifting["act"]>(tx, kind, id, act, { version, note: reason });
  return waiting.length;
}

type Guise = { readonly role: string; readonly actor: string; readonly receiver: string; readonly regimes: string; readonly commune: string; readonly province: string };

/** Only our own words and numbers enter the statements. */
async function become(tx: Tx, { role, actor, receiver, regimes, commune, province }: Guise): Promise<void> {
  const settings = { role, "app.actor": actor, "app.receiver": receiver, "app.regimes": regimes, "app.commune": commune, "app.province": province, "app.matter": "" };
  await Promise.all(Object.entries(settings).map(([name, value]) => sql.raw(`set local ${name} = '${value}'`).execute(tx.db)));
}
