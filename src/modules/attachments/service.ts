import { createHash } from "node:crypto";
import type { Matter } from "../../kernel/matter.ts";
import { Problem } from "../../kernel/problem.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { CheckedFile } from "./check/check.ts";
import type {} from "./house.ts";
import { type Attachment, eraseAttachment, findAttachment, findSealed, insertAttachment, listAttachments } from "./queries.ts";
import { mustKeepFiles, mustRemoveFiles } from "./rights.ts";

/** How many files one matter may have at a time. */
const most = 20;

/** Keeps a checked file with a matter, sealed. The same content for the same paper is kept once. @throws Problem notPermitted, tooMany */
export async function keepAttachment(
  tx: Tx,
  matter: Matter,
  { paperCode, file }: { readonly paperCode: string; readonly file: CheckedFile },
): Promise<{ attachment: Attachment; isNew: boolean }> {
  mustKeepFiles(tx.actor, matter);
  const { communeId, provinceId, regime, id: matterId } = matter;
  const sha256 = createHash("sha256").update(file.bytes).digest();
  const there = (await listAttachments(tx, { communeId, matterId })).filter(({ removedAt }) => removedAt === null);
  const same = there.find((one) => one.paperCode === paperCode && one.sha256.equals(sha256));
  if (same) return { attachment: same, isNew: false };
  if (there.length >= most) throw new Problem("tooMany");
  const { bytes, mediaType, pages, scan } = file;
  const row = {
    communeId,
    provinceId,
    regime,
    matterId,
    code: newReference(),
    paperCode,
    mediaType,
    sizeBytes: bytes.length,
    pages,
    sha256,
    scan,
    keptBy: tx.actor.id ?? 0,
    keptAt: tx.now,
  };
  return { attachment: await insertAttachment(tx, row, tx.house.vault.sealBytes(bytes)), isNew: true };
}

/** A file of a matter with its content. @throws Problem("notFound"), also when it was removed; Error when its bytes are not those that were kept */
export async function openAttachment(tx: Tx, matter: Matter, code: string): Promise<{ attachment: Attachment; bytes: Buffer }> {
  const attachment = await findAttachment(tx, { communeId: matter.communeId, matterId: matter.id }, code);
  const sealed = attachment && (await findSealed(tx, attachment));
  if (!attachment || !sealed) throw new Problem("notFound");
  const bytes = tx.house.vault.openBytes(sealed);
  if (!createHash("sha256").update(bytes).digest().equals(attachment.sha256)) throw new Error("a file is not what was kept");
  return { attachment, bytes };
}

/** Deletes what a file holds; that it was there, who removed it and why stays. @throws Problem notPermitted, notFound, alreadyDone */
export async function removeAttachment(tx: Tx, matter: Matter, { code, reason }: { readonly code: string; readonly reason: string }): Promise<Attachment> {
  mustRemoveFiles(tx.actor, matter);
  const attachment = await findAttachment(tx, { communeId: matter.communeId, matterId: matter.id }, code);
  if (!attachment) throw new Problem("notFound");
  if (!(await eraseAttachment(tx, attachment, { removedBy: tx.actor.id ?? 0, removedFor: reason }))) throw new Problem("alreadyDone");
  return attachment;
}
