import { type Generated, type Selectable, sql } from "kysely";
import type { Tx } from "../../../kernel/tx.ts";

type AlertsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  ref: string;
  kind: string;
  headline: string;
  body: string;
  hamletIds: number[];
  matterId: number | null;
  publishedAt: Date;
  publishedBy: number;
  expiresAt: Date;
  withdrawnAt: Generated<Date | null>;
  withdrawnBy: Generated<number | null>;
  withdrawnFor: Generated<string | null>;
};
const on = (tx: Tx) => tx.db.withTables<{ scamAlerts: AlertsTable }>();

/** A warning as everybody may read it. */
export type Alert = Pick<
  Selectable<AlertsTable>,
  "communeId" | "provinceId" | "id" | "ref" | "kind" | "headline" | "body" | "hamletIds" | "publishedAt" | "expiresAt" | "withdrawnAt"
>;
export type KeptAlert = Selectable<AlertsTable>;

const shown = ["communeId", "provinceId", "id", "ref", "kind", "headline", "hamletIds", "publishedAt", "expiresAt", "withdrawnAt"] as const;
/** What was taken back is said no more, by no page and no feed: it may have been wrong about somebody. */
const body = sql<string>`case when withdrawn_at is null then body else '' end`.as("body");

export async function insertAlert(tx: Tx, row: Omit<KeptAlert, "id" | "withdrawnAt" | "withdrawnBy" | "withdrawnFor">): Promise<void> {
  await on(tx).insertInto("scamAlerts").values(row).execute();
}

/** Warnings of a post that hold, newest first; `over`: also those that ended or were taken back. Row security shows a resident those of the post that was opened to her. */
export async function listAlerts(tx: Tx, communeId: number, { size, over }: { readonly size: number; readonly over: boolean }): Promise<readonly Alert[]> {
  const all = on(tx).selectFrom("scamAlerts").select(shown).select(body).where("communeId", "=", communeId);
  return await (over ? all : all.where("withdrawnAt", "is", null).where("expiresAt", ">", tx.now)).orderBy("id", "desc").limit(size).execute();
}

/** A warning that was taken back, with who did it and why. */
export type WithdrawnAlert = Alert & Pick<KeptAlert, "withdrawnFor"> & { readonly byName: string | null };

/** What a post took back, the latest first. For officers: PostgreSQL tells a resident neither who nor why. */
export async function listWithdrawn(tx: Tx, communeId: number, size: number): Promise<readonly WithdrawnAlert[]> {
  return await on(tx)
    .selectFrom("scamAlerts")
    .leftJoin("accounts as a", "a.id", "scamAlerts.withdrawnBy")
    .select(shown.map((name) => `scamAlerts.${name}` as const))
    .select([body, "withdrawnFor", "a.name as byName"])
    .where("scamAlerts.communeId", "=", communeId)
    .where("withdrawnAt", "is not", null)
    .orderBy("withdrawnAt", "desc")
    .limit(size)
    .execute();
}

/** Also one that ended or was taken back. */
export async function findAlert(tx: Tx, communeId: number, ref: string): Promise<Alert | null> {
  return (await on(tx).selectFrom("scamAlerts").select(shown).select(body).where("communeId", "=", communeId).where("ref", "=", ref).executeTakeFirst()) ?? null;
}

/** Whether a warning of this reference was ever published, also when it was taken back. */
export async function isAlertThere(tx: Tx, communeId: number, ref: string): Promise<boolean> {
  return (await on(tx).selectFrom("scamAlerts").select("id").where("communeId", "=", communeId).where("ref", "=", ref).executeTakeFirst()) !== undefined;
}

/** @returns false when it does not hold any more */
export async function endAlert(tx: Tx, communeId: number, { ref, reason }: { readonly ref: string; readonly reason: string }): Promise<boolean> {
  const ended = await on(tx)
    .updateTable("scamAlerts")
    .set({ withdrawnAt: tx.now, withdrawnBy: tx.actor.id, withdrawnFor: reason })
    .where("communeId", "=", communeId)
    .where("ref", "=", ref)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
