import stringify from "safe-stable-stringify";
import { dayOf } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { must } from "../../../kernel/actor.ts";
import { findInForce } from "../../../kernel/law/table.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type CheckedFile, checkFile, FileFault } from "../../attachments/index.ts";
import { attachFiles, findNational, papersNeeded, papersWithFiles, procedureOn, receiveNational } from "../../procedures/index.ts";
import { type FiledDocument, type Receipt, type RefusalCode, schemaName } from "../document.ts";
import { insertArrival, type KeptArrival, listArrivals, queueMessage } from "../queries.ts";
import type { Reason } from "../reading.ts";
import { documentTexts as t } from "../texts/document.ts";

/** A clock of the other side may be a little ahead of ours. */
const aheadMs = 5 * 60_000;

/**
 * Takes in one filed document for the actor's post: the first time as a new dossier, or joined to one that an officer gave this national
 * number; every other time it changes nothing. Either way the portal is answered with our code.
 *
 * @returns why it is refused; empty when it was taken in. Nothing has been written when there is a reason.
 * @throws LawGap or MissingYear when the law data lacks what a promise needs: the file can wait until it is there
 */
export async function takeIn(tx: Tx, filed: FiledDocument): Promise<readonly Reason[]> {
  must(tx.actor, "portal.exchange", placeOf(tx.actor));
  await takeTurn(tx, `national ${placeOf(tx.actor).communeId} ${filed.nationalNumber}`);
  const contentHash = hashOf(tx, filed);
  const known = await listArrivals(tx, filed);
  const differing = known.find((one) => Buffer.compare(one.contentHash, contentHash) !== 0);
  if (differing) return [reasonOfDifference(differing, filed)];
  const same = known.find((one) => one.messageId === filed.messageId);
  if (same) {
    await answer(tx, filed, same.matterId);
    return [];
  }
  const matterId = known[0]?.matterId ?? (await findNational(tx, filed.nationalNumber))?.matterId ?? null;
  if (matterId === null) {
    const reasons = lawReasons(tx, filed);
    if (reasons.length > 0) return reasons;
  }
  const files = await checkFiles(tx, filed);
  if (!files.ok) return files.reasons;
  const keptId = matterId ?? (await receiveNational(tx, fileOf(filed))).id;
  await attachFiles(tx, keptId, files.checked);
  await insertArrival(tx, { ...placeOf(tx.actor), messageId: filed.messageId, nationalNumber: filed.nationalNumber, matterId: keptId, contentHash, arrivedAt: tx.now });
  await answer(tx, filed, keptId);
  return [];
}

/** Everything but what may differ between two sendings of the same file. */
function hashOf(tx: Tx, { messageId: _id, sentAt: _at, ...content }: FiledDocument): Buffer {
  return tx.house.vault.hash(`national file:${stringify(content) ?? ""}`);
}

function reasonOfDifference(known: KeptArrival, filed: FiledDocument): Reason {
  const sameMessage = known.messageId === filed.messageId;
  return { code: "differs", path: [sameMessage ? "messageId" : "nationalNumber"], message: sameMessage ? t.sameMessage : t.sameNumber };
}

const reason = (code: RefusalCode, path: Reason["path"], message: Bilingual): Reason => ({ code, path, message });

/** What the law data and the calendar have against a file. */
function lawReasons(tx: Tx, filed: FiledDocument): Reason[] {
  const submittedAt = new Date(filed.submittedAt);
  const submittedOn = dayOf(submittedAt);
  const dates = [
    ...(submittedAt.getTime() > tx.now.getTime() + aheadMs ? [reason("impossibleDate", ["submittedAt"], t.future)] : []),
    ...(findInForce(tx.house.onlineFiling, submittedOn, "whileClosed") === null ? [reason("impossibleDate", ["submittedAt"], t.beforePortal)] : []),
    ...(filed.person.bornOn > submittedOn || filed.person.bornOn < "1900-01-01" ? [reason("impossibleDate", ["person", "bornOn"], t.bornAfter)] : []),
  ];
  const procedure = procedureOn(tx.house.procedures, dayOf(tx.now), filed.procedure);
  if (procedure === null) return [...dates, reason("unknownProcedure", ["procedure"], t.unknownProcedure)];
  const cases = procedure.cases.filter(({ doneByAuthority }) => !doneByAuthority).map(({ id }) => id);
  if (!cases.includes(filed.case)) return [...dates, reason("unknownCase", ["case"], t.unknownCase(cases))];
  const asked = papersNeeded(procedure, filed.case).asked.map((paper) => paper.code);
  const papers = filed.papers.flatMap(({ code }, i) => {
    if (!asked.includes(code)) return [reason("unknownPaper", ["papers", i, "code"], t.unknownPaper(asked))];
    return filed.papers.findIndex((paper) => paper.code === code) < i ? [reason("unknownPaper", ["papers", i, "code"], t.twice)] : [];
  });
  return [...dates, ...papers];
}

type Checked =
  | { readonly ok: true; readonly checked: readonly { readonly paperCode: string; readonly file: CheckedFile }[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Looks at every file that came along, as at the counter; one for a paper that takes none is refused.
 * @throws FileFault that passes when the virus scanner cannot be reached: the whole waits
 */
async function checkFiles(tx: Tx, filed: FiledDocument): Promise<Checked> {
  const procedure = procedureOn(tx.house.procedures, dayOf(tx.now), filed.procedure);
  const allowed = procedure?.cases.some(({ id }) => id === filed.case) ? papersWithFiles(procedure, filed.case) : [];
  const checked: { paperCode: string; file: CheckedFile }[] = [];
  const reasons: Reason[] = [];
  for (const [i, { code, file }] of filed.papers.entries()) {
    if (!file) continue;
    const path = ["papers", i, "file"];
    const upload = allowed.find((paper) => paper.code === code)?.upload;
    try {
      if (upload) checked.push({ paperCode: code, file: await checkFile(Buffer.from(file.content, "base64"), upload, tx.house.scanner) });
      else reasons.push(reason("attachment", path, t.noFileFor));
    } catch (error) {
      if (!(error instanceof FileFault) || error.passing) throw error;
      reasons.push(reason("attachment", path, error.shown));
    }
  }
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, checked };
}

function fileOf(filed: FiledDocument): Parameters<typeof receiveNational>[1] {
  const { person } = filed;
  return {
    nationalNumber: filed.nationalNumber,
    submittedAt: new Date(filed.submittedAt),
    bearer: person,
    given: {
      procedureCode: filed.procedure,
      caseId: filed.case,
      request: filed.request,
      // Online no original is handed in: what is declared counts as one copy.
      handedOver: filed.papers.map(({ code }) => ({ code, originals: 0, copies: 1 })),
    },
  };
}

/** Queues the answer under an id made from the message's own, so that a file sent again is answered again, by the same words. */
async function answer(tx: Tx, { messageId, nationalNumber }: FiledDocument, matterId: number): Promise<void> {
  const dossier = await findNational(tx, nationalNumber);
  if (!dossier) throw new Error("a file was taken in, and no dossier bears its number");
  const body: Receipt = {
    schema: schemaName,
    kind: "receipt",
    messageId: `receipt-${messageId}`,
    answers: messageId,
    nationalNumber,
    outcome: "received",
    code: dossier.code,
    receivedAt: dossier.receivedAt.toISOString(),
  };
  await queueMessage(tx, { matterId, messageId: body.messageId, kind: "receipt", body });
}
