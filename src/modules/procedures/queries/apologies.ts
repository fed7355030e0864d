import { type Generated, type Selectable, sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Term } from "../../../kernel/clock/term.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";

type ApologiesTable = Place & {
  matterId: number;
  dueAt: Date;
  draftedAt: Date;
  added: number;
  reason: Generated<string | null>;
  reasonBy: Generated<number | null>;
  reasonAt: Generated<Date | null>;
  signedSeq: Generated<number | null>;
};
type Slice = { apologies: ApologiesTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** A drafted apology: how many units of the term are to be added, and the reason once somebody has written it. */
export type ApologyDraft = Pick<Selectable<ApologiesTable>, "dueAt" | "draftedAt" | "added" | "reason" | "reasonAt">;

/** The due instant that an apology is about. */
export type PromisedDue = Place & { readonly id: number; readonly dueAt: Date };

/** The draft for a due instant as it stands; null when there is none, or when it was signed. One for an earlier instant is dead. */
export async function findDraft(tx: Tx, { communeId, id, dueAt }: Omit<PromisedDue, "provinceId">): Promise<ApologyDraft | null> {
  const draft = on(tx)
    .selectFrom("apologies")
    .select(["dueAt", "draftedAt", "added", "reason", "reasonAt"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", id)
    .where("dueAt", "=", dueAt)
    .where("signedSeq", "is", null);
  return (await draft.executeTakeFirst()) ?? null;
}

/** Puts drafts in; one that is there already stays as it is. @returns how many were new */
export async function insertDrafts(tx: Tx, rows: readonly (PromisedDue & { readonly added: number })[]): Promise<number> {
  if (rows.length === 0) return 0;
  const result = await on(tx)
    .insertInto("apologies")
    .values(rows.map(({ communeId, provinceId, id, dueAt, added }) => ({ communeId, provinceId, matterId: id, dueAt, added, draftedAt: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** Writes the reason into a draft, if it still reads as whoever writes has seen it. @returns false when somebody else was faster */
export async function setReason(
  tx: Tx,
  { communeId, id, dueAt }: PromisedDue,
  given: { readonly reason: string; readonly added: number; readonly seen: Date | null },
): Promise<boolean> {
  const { reason, added, seen } = given;
  const result = await on(tx)
    .updateTable("apologies")
    .set({ reason, added, reasonBy: tx.actor.id, reasonAt: tx.now })
    .where("communeId", "=", communeId)
    .where("matterId", "=", id)
    .where("dueAt", "=", dueAt)
    .where("signedSeq", "is", null)
    .where(sql<boolean>`reason_at is not distinct from ${seen}`)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes that a draft became a letter, as it was signed. */
export async function setSigned(tx: Tx, { communeId, id, dueAt }: PromisedDue, given: { readonly reason: string; readonly added: number; readonly seq: number }): Promise<void> {
  const { reason, added, seq } = given;
  await on(tx)
    .updateTable("apologies")
    .set({ reason, added, reasonBy: tx.actor.id, reasonAt: tx.now, signedSeq: seq })
    .where("communeId", "=", communeId)
    .where("matterId", "=", id)
    .where("dueAt", "=", dueAt)
    .execute();
}

/** A running dossier without a draft. */
export type DueSoon = PromisedDue & { readonly term: Term; readonly startedAt: Date };

/** Running dossiers of a commune that are due up to an instant and have no draft for it, first due first; 500 at most. */
export async function listUndrafted(tx: Tx, { communeId }: Place, { until, most }: { readonly until: Date; readonly most: number }): Promise<readonly DueSoon[]> {
  const { rows } = await sql<DueSoon>`
    select m.commune_id, m.province_id, m.id, m.due_at, c.term, c.started_at from matters m
    join clocks c on c.commune_id = m.commune_id and c.matter_id = m.id and c.cause = 'start'
    where m.commune_id = ${communeId} and m.kind = 'dossier' and m.closed_at is null and m.settled_at is null and m.due_at <= ${until}
      and not exists (select from apologies a where a.commune_id = m.commune_id and a.matter_id = m.id and a.due_at = m.due_at)
      and (select count(*) from clocks e where e.commune_id = m.commune_id and e.matter_id = m.id and e.cause = 'extend') < ${most}
    order by m.due_at, m.id limit 500`.execute(tx.db);
  return rows;
}

/** Communes with running dossiers, due up to an instant, that have no draft yet, and the first due instant among these. Asked at the gate. */
export async function listCommunesWithoutApology(
  tx: Tx,
  { until, most }: { readonly until: Date; readonly most: number },
): Promise<readonly { readonly communeId: number; readonly firstDue: Date }[]> {
  const { rows } = await sql<{ communeId: number; firstDue: Date }>`select * from communes_without_apology(${most}, ${until})`.execute(tx.db);
  return rows;
}

export type WaitingApology = {
  readonly matterId: number;
  readonly dueAt: Date;
  readonly publicRef: string;
  readonly code: string;
  readonly title: string;
  readonly hasReason: boolean;
};

/** Drafts of the actor's commune that still stand, first due first: what the chief may sign. */
export async function listWaitingApologies(
  tx: Tx,
  { communeId }: Place,
  { after, size }: { readonly after: InstantPosition | null; readonly size: number },
): Promise<readonly WaitingApology[]> {
  const { rows } = await sql<WaitingApology>`
    select m.id as matter_id, m.public_ref, m.code, m.title, m.due_at, a.reason is not null as has_reason
    from matters m join apologies a on a.commune_id = m.commune_id and a.matter_id = m.id and a.due_at = m.due_at
    where m.commune_id = ${communeId} and m.closed_at is null and m.settled_at is null and a.signed_seq is null
      and ${after ? sql`(m.due_at, m.id) > (${after.at}, ${after.id})` : sql`true`}
    order by m.due_at, m.id limit ${size}`.execute(tx.db);
  return rows;
}
