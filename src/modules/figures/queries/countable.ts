import { sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Countable } from "../counting.ts";

/** A matter as its own tables tell it, without what only its module knows. */
export type KernelCountable = Omit<Countable, "procedureCode" | "digital">;

type Asked = { readonly kinds: readonly string[]; readonly actions: readonly string[]; readonly ids: readonly number[] };

/** Matters of some kinds, with their steps of these names, their pauses and breaches; in five questions whatever their number. */
export async function listCountable(tx: Tx, { communeId }: Place, { kinds, actions, ids }: Asked): Promise<readonly KernelCountable[]> {
  const these = (alias: string) => sql`${sql.ref(`${alias}.communeId`)} = ${communeId} and ${sql.ref(`${alias}.matterId`)} = any(${ids}::bigint[])`;
  const [matters, steps, pauses, breaches, extensions] = await Promise.all([
    sql<Omit<KernelCountable, "steps" | "pauses" | "breaches" | "firstPromise">>`
      select m.id as matter_id, m.kind, m.regime, m.code, m.channel, m.received_at, m.due_at, m.settled_at, m.closed_at from matters m
      where m.commune_id = ${communeId} and m.kind = any(${kinds}::text[]) and m.id = any(${ids}::bigint[])`.execute(tx.db),
    sql<Countable["steps"][number] & { matterId: number }>`
      select t.matter_id, t.seq, t.at, t.action, t.facts from timeline t where ${these("t")} and t.action = any(${actions}::text[]) order by t.matter_id, t.seq`.execute(tx.db),
    sql<Countable["pauses"][number] & { matterId: number }>`
      select p.matter_id, p.seq, p.from_at, p.to_at from pauses p where ${these("p")} order by p.matter_id, p.seq`.execute(tx.db),
    sql<{ matterId: number; dueAt: Date }>`select b.matter_id, b.due_at from breaches b where ${these("b")}`.execute(tx.db),
    // A clock to which time is added starts anew where it would have ended.
    sql<{ matterId: number; startedAt: Date }>`
      select distinct on (c.matter_id) c.matter_id, c.started_at from clocks c where ${these("c")} and c.cause = 'extend' order by c.matter_id, c.seq`.execute(tx.db),
  ]);
  const by = <R extends { readonly matterId: number }>(rows: readonly R[]): ReadonlyMap<number, R[]> => Map.groupBy(rows, (row) => row.matterId);
  const [stepsBy, pausesBy, breachesBy] = [by(steps.rows), by(pauses.rows), by(breaches.rows)];
  const promises = new Map(extensions.rows.map(({ matterId, startedAt }) => [matterId, startedAt]));
  return matters.rows.map((matter) => ({
    ...matter,
    firstPromise: promises.get(matter.matterId) ?? null,
    steps: stepsBy.get(matter.matterId) ?? [],
    pauses: pausesBy.get(matter.matterId) ?? [],
    breaches: (breachesBy.get(matter.matterId) ?? []).map(({ dueAt }) => dueAt),
  }));
}

/** Communes that have matters, also those that are no more. At the gate. */
export async function listCommunesWithMatters(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select * from communes_with_matters()`.execute(tx.db);
  return rows.map((row) => row.communeId);
}

/** Numbers of a commune's matters after one, in order. */
export async function listMatterIds(tx: Tx, { communeId }: Place, { after, size }: { readonly after: number; readonly size: number }): Promise<readonly number[]> {
  const ids = tx.db.selectFrom("matters").select("id").where("communeId", "=", communeId).where("id", ">", after).orderBy("id").limit(size);
  return (await ids.execute()).map((row) => row.id);
}
