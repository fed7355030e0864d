import type { Generated, Selectable } from "kysely";
import type { Regime } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { MediaType } from "./check/check.ts";

type AttachmentsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  regime: Regime;
  matterId: number;
  code: string;
  paperCode: string;
  mediaType: MediaType;
  sizeBytes: number;
  pages: number | null;
  sha256: Buffer;
  scan: "clean" | "notScanned";
  keptBy: number;
  keptAt: Date;
  removedBy: Generated<number | null>;
  removedAt: Generated<Date | null>;
  removedFor: Generated<string | null>;
};
type AttachmentFilesTable = { communeId: number; attachmentId: number; regime: Regime; sealed: Buffer };
type Slice = { attachments: AttachmentsTable; attachmentFiles: AttachmentFilesTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** A file that is, or was, with a matter; without its content. */
export type Attachment = Selectable<AttachmentsTable>;

type Of = { readonly communeId: number; readonly matterId: number };

export async function insertAttachment(tx: Tx, row: Omit<Attachment, "id" | "removedBy" | "removedAt" | "removedFor">, sealed: Buffer): Promise<Attachment> {
  const kept = await on(tx).insertInto("attachments").values(row).returningAll().executeTakeFirstOrThrow();
  await on(tx).insertInto("attachmentFiles").values({ communeId: row.communeId, attachmentId: kept.id, regime: row.regime, sealed }).execute();
  return kept;
}

/** Files of a matter with the names of those who kept and removed them, oldest first; those removed too. */
export async function listAttachments(tx: Tx, { communeId, matterId }: Of) {
  return await on(tx)
    .selectFrom("attachments as f")
    .leftJoin("accounts as k", "k.id", "f.keptBy")
    .leftJoin("accounts as r", "r.id", "f.removedBy")
    .selectAll("f")
    .select(["k.name as keptByName", "r.name as removedByName"])
    .where("f.communeId", "=", communeId)
    .where("f.matterId", "=", matterId)
    .orderBy("f.id")
    .limit(100)
    .execute();
}

export async function findAttachment(tx: Tx, { communeId, matterId }: Of, code: string): Promise<Attachment | null> {
  const found = on(tx).selectFrom("attachments").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).where("code", "=", code);
  return (await found.executeTakeFirst()) ?? null;
}

/** What a file holds, sealed; null when it was removed. */
export async function findSealed(tx: Tx, { communeId, id }: Pick<Attachment, "communeId" | "id">): Promise<Buffer | null> {
  const row = await on(tx).selectFrom("attachmentFiles").select("sealed").where("communeId", "=", communeId).where("attachmentId", "=", id).executeTakeFirst();
  return row?.sealed ?? null;
}

/** Deletes what a file holds and notes who did so and why. @returns false when it was removed already */
export async function eraseAttachment(
  tx: Tx,
  { communeId, id }: Pick<Attachment, "communeId" | "id">,
  by: { readonly removedBy: number; readonly removedFor: string },
): Promise<boolean> {
  const noted = await on(tx)
    .updateTable("attachments")
    .set({ ...by, removedAt: tx.now })
    .where("communeId", "=", communeId)
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  await on(tx).deleteFrom("attachmentFiles").where("communeId", "=", communeId).where("attachmentId", "=", id).execute();
  return noted.numUpdatedRows > 0n;
}
