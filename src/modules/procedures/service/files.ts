import { can, type Matter, move } from "../../../kernel/matter.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type CheckedFile, keepAttachment, openAttachment, removeAttachment } from "../../attachments/index.ts";
import { type Paper, type Procedure, papersNeeded } from "../law.ts";
import { dossier } from "../matter.ts";
import { getMatter } from "../queries.ts";
import { getDossier, type Opened } from "./work.ts";

export type PaperWithFile = Paper & { readonly upload: NonNullable<Paper["upload"]> };

/** The papers of a case for which a file is taken; for most there is none. */
export function papersWithFiles(procedure: Procedure, caseId: string): readonly PaperWithFile[] {
  return papersNeeded(procedure, caseId).asked.filter((paper): paper is PaperWithFile => paper.upload !== undefined);
}

/** Keeps a checked file with a dossier, as a step of its timeline. Sent twice it is kept once. @throws Problem notPermitted, notNow, tooMany */
export async function attachFile(tx: Tx, matter: Matter, given: { readonly paperCode: string; readonly file: CheckedFile }): Promise<void> {
  const { attachment, isNew } = await keepAttachment(tx, matter, given);
  if (!isNew) return;
  const { code, paperCode, sha256, scan } = attachment;
  await move(tx, dossier, matter.id, "attach", { version: matter.version, facts: { file: code, paper: paperCode, sha256: sha256.toString("hex"), scan } });
}

/** Keeps files with a dossier as it came in; for one that is past taking files, none is kept. */
export async function attachFiles(tx: Tx, matterId: number, files: readonly { readonly paperCode: string; readonly file: CheckedFile }[]): Promise<void> {
  for (const one of files) {
    const matter = await getMatter(tx, placeOf(tx.actor).communeId, matterId);
    if (can(dossier, "attach", matter, tx.actor).ok) await attachFile(tx, matter, one);
  }
}

/** Removes what a file holds; the timeline says who and why. @throws Problem notFound, notPermitted, alreadyDone */
export async function removeFile(tx: Tx, ref: string, given: { readonly code: string; readonly reason: string }): Promise<void> {
  const { matter } = await getDossier(tx, ref);
  const { code, paperCode, sha256 } = await removeAttachment(tx, matter, given);
  await move(tx, dossier, matter.id, "removeFile", { version: matter.version, note: given.reason, facts: { file: code, paper: paperCode, sha256: sha256.toString("hex") } });
}

/** A file of a dossier with its content. @throws Problem("notFound") */
export async function openFile(
  tx: Tx,
  ref: string,
  code: string,
): Promise<{ opened: Opened; attachment: Awaited<ReturnType<typeof openAttachment>>["attachment"]; bytes: Buffer }> {
  const opened = await getDossier(tx, ref);
  return { opened, ...(await openAttachment(tx, opened.matter, code)) };
}
