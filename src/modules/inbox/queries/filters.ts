import { sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { channels, groups, type Narrowing, supplements } from "../narrowing.ts";
import { fits, isToSign, type Operands, openWork, rankOf, type Sight } from "./fitting.ts";
import { on } from "./tables.ts";

export type SavedFilter = { readonly id: number; readonly name: string; readonly isDefault: boolean; readonly narrowing: Narrowing };
export type CountedFilter = SavedFilter & { readonly count: number };
type Row = Pick<SavedFilter, "id" | "name" | "isDefault"> & Omit<Narrowing, "group"> & { readonly stateGroup: string | null };

/** A filter that holds more is shown as so many and more. */
export const mostOfFilter = 100;

const columns: Operands = {
  assignee: sql`f.assignee`,
  hamletId: sql`f.hamlet_id`,
  title: sql`f.title`,
  dueFrom: sql`f.due_from`,
  dueTo: sql`f.due_to`,
  supplement: sql`f.supplement`,
  channel: sql`f.channel`,
};

/** The actor's own filters by name. */
export async function listFilters(tx: Tx, { place }: Pick<Sight, "place">): Promise<readonly SavedFilter[]> {
  const { rows } = await sql<Row>`
    select f.id, f.name, f.is_default, f.state_group, f.assignee, f.hamlet_id, f.title, f.due_from, f.due_to, f.supplement, f.channel
    from saved_filters f where f.commune_id = ${place.communeId} and f.account_id = ${tx.actor.id}
    order by f.name limit 20`.execute(tx.db);
  return rows.map(({ id, name, isDefault, stateGroup, ...rest }) => ({ id, name, isDefault, narrowing: narrowingOf(stateGroup, rest) }));
}

/** How much open work each of the actor's filters holds, by number: counted no farther than `mostOfFilter` and one more. */
export async function countFiltered(tx: Tx, sight: Sight): Promise<ReadonlyMap<number, number>> {
  const { place, span, kinds } = sight;
  const inGroup = sql`(f.state_group is null or case f.state_group when 'toSign' then m.settled_at is null and ${isToSign(kinds)}
    else ${rankOf(sight)} = array_position(${[...groups]}::text[], f.state_group) end)`;
  const { rows } = await sql<{ id: number; count: number }>`
    select f.id, (select count(*) from (
        select from matters m where ${openWork(sight)} and ${fits({ actorId: tx.actor.id, endOfToday: span.endOfToday }, columns)} and ${inGroup} limit ${mostOfFilter + 1}
      ) held) as count
    from saved_filters f where f.commune_id = ${place.communeId} and f.account_id = ${tx.actor.id}`.execute(tx.db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

// A word that a later version no longer knows narrows nothing.
function narrowingOf(stateGroup: string | null, rest: Omit<Narrowing, "group">): Narrowing {
  const known = <V extends string>(values: readonly V[], word: string | null): V | null => values.find((value) => value === word) ?? null;
  return { ...rest, group: known(groups, stateGroup), supplement: known(supplements, rest.supplement), channel: known(channels, rest.channel) };
}

type Owned = Place & { readonly accountId: number };

/** Keeps a filter under its name; one of the same name gives way. */
export async function putFilter(tx: Tx, owner: Owned, { name, isDefault, narrowing }: Pick<SavedFilter, "name" | "isDefault" | "narrowing">): Promise<void> {
  const { group, ...rest } = narrowing;
  await deleteFilterNamed(tx, owner, name);
  if (isDefault) await setDefault(tx, owner, null);
  await on(tx)
    .insertInto("savedFilters")
    .values({ ...owner, ...rest, name, isDefault, stateGroup: group, createdAt: tx.now })
    .execute();
}

async function deleteFilterNamed(tx: Tx, { communeId, accountId }: Owned, name: string): Promise<void> {
  await on(tx).deleteFrom("savedFilters").where("communeId", "=", communeId).where("accountId", "=", accountId).where("name", "=", name).execute();
}

/** How many filters the owner keeps besides the one of this name. */
export async function countFilters(tx: Tx, { communeId, accountId }: Owned, name: string): Promise<number> {
  const counted = on(tx)
    .selectFrom("savedFilters")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("communeId", "=", communeId)
    .where("accountId", "=", accountId)
    .where("name", "!=", name);
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** Makes one filter of the owner, or none, the one that the inbox opens with. */
export async function setDefault(tx: Tx, { communeId, accountId }: Owned, id: number | null): Promise<void> {
  const own = on(tx).updateTable("savedFilters").where("communeId", "=", communeId).where("accountId", "=", accountId);
  await own.set({ isDefault: false }).where("isDefault", "=", true).execute();
  if (id !== null) await own.set({ isDefault: true }).where("id", "=", id).execute();
}

export async function deleteFilter(tx: Tx, { communeId, accountId }: Owned, id: number): Promise<void> {
  await on(tx).deleteFrom("savedFilters").where("communeId", "=", communeId).where("accountId", "=", accountId).where("id", "=", id).execute();
}
