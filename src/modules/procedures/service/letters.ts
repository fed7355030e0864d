import { dayOf } from "../../../base/day.ts";
import { describeSteps } from "../../../kernel/clock/describe.ts";
import type { Step } from "../../../kernel/clock/step.ts";
import { findInForce } from "../../../kernel/law/table.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import type { PaperIdentity } from "../../papers/index.ts";
import { documentTexts } from "../document-texts.ts";
import { apologyPaper, stopPaper, withdrawalPaper } from "../documents/letters.ts";
import { supplementPaper } from "../documents.ts";
import { findStopReason, ownWish, type StopReason } from "../law/endings.ts";
import { listRequests } from "../queries/supplements.ts";
import { findActorOf, listTimeline } from "../queries.ts";
import { followedAt, frameOf, signerOf } from "./frame.ts";
import { sheetOf } from "./sheets.ts";
import { tellDefects } from "./supplement.ts";
import { getProcedureOf } from "./version.ts";
import { getDossier, type Opened } from "./work.ts";

/** What every letter about a dossier names. */
function about(tx: Tx, { matter, person, dossier: row }: Opened) {
  const procedure = getProcedureOf(tx, row);
  return {
    addressee: person.fullName,
    code: matter.code,
    procedure: { name: procedure.name.vi, code: procedure.code },
    receivedAt: matter.receivedAt,
    recipients: [documentTexts.toPerson.vi(person.fullName), documentTexts.toFile.vi],
  };
}

/** Head, proof and signer of a letter that the actor signs under a number. */
function signed(tx: Tx, { matter }: Opened, { form, identity }: { readonly form: string; readonly identity: PaperIdentity }) {
  const { number, symbol, issuedAt, verifyUrl, code } = identity;
  return {
    ...sheetOf(tx, { communeId: matter.communeId, form, at: issuedAt, symbol: `${number}/${symbol}` }),
    proof: { scanAddress: verifyUrl, address: `${tx.house.publicUrl}/xac-minh`, code },
    signer: signerOf(tx, matter.communeId, { name: tx.actor.name, signedAt: issuedAt }),
  };
}

type Apologising = { readonly form: string; readonly promisedAt: Date; readonly dueAt: Date; readonly reason: string; readonly isLate: boolean; readonly steps: readonly Step[] };

/** The layout of an apology, waiting for its number. */
export function apologyLayout(tx: Tx, opened: Opened, given: Apologising): (identity: PaperIdentity) => Paper {
  const { form, promisedAt, dueAt, reason, isLate, steps } = given;
  return (identity) =>
    apologyPaper({
      ...about(tx, opened),
      ...signed(tx, opened, { form, identity }),
      promisedAt,
      dueAt,
      reason,
      late: isLate,
      // The first promise and the reason stand above already.
      steps: describeSteps(steps.slice(steps.findLastIndex((step) => step.kind === "extended") + 1), "vi"),
    });
}

type Stopping = { readonly reason: StopReason; readonly remark: string | null; readonly stoppedAt: Date };

/** The layout of the notice that work has stopped, waiting for its number. */
export function stopLayout(tx: Tx, opened: Opened, given: Stopping): (identity: PaperIdentity) => Paper {
  return (identity) => stopPaper({ ...about(tx, opened), ...signed(tx, opened, { form: given.reason.form, identity }), ...stopWords(given) });
}

function stopWords({ reason, remark, stoppedAt }: Stopping) {
  return { stoppedAt, reason: reason.name.vi, remark, basis: reason.basis, nextSteps: reason.next.map(({ vi }) => vi) };
}

/**
 * What is still missing (CT05, or form 02), for the resident to take home, with room for the officer's own signature. Made from what is kept, so
 * an earlier request can be printed as it was. `number`: which one; the last when left out.
 *
 * @throws Problem("notFound") when nothing was asked for
 */
export async function supplementPdf(tx: Tx, ref: string, number?: number): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  const { matter, dossier: row } = opened;
  const requests = await listRequests(tx, matter);
  const request = number === undefined ? requests.at(-1) : requests.find((one) => one.number === number);
  const procedure = getProcedureOf(tx, row);
  if (!request || !procedure.formSet) throw new Problem("notFound");
  const form = procedure.formSet.supplement;
  const sheet = sheetOf(tx, { communeId: matter.communeId, form, at: request.askedAt, symbol: null });
  const { frame } = sheet;
  const supplement = {
    ...about(tx, opened),
    frame,
    proof: followedAt(tx, opened.matter),
    signer: signerOf(tx, matter.communeId, { name: (await findActorOf(tx, matter, request.seq)) ?? "", signedAt: null, position: documentTexts.receivingOfficer.vi }),
    missing: tellDefects(tx.house.defects, { procedure, caseId: row.caseId }, request).map(({ name, todo }) => ({ what: name.vi, todo: todo.vi })),
    again: request.repeated && request.why !== null ? { number: request.number, why: request.why } : null,
    before: null,
    handInPlace: frame.issuer.agency,
    askWhom: null,
  };
  const { template, data } = supplementPaper(supplement, sheet);
  return { opened, pdf: await tx.house.typesetter.typeset(template, data) };
}

/** The slip on which a resident asks for her dossier back, before or after it was given back. */
export async function withdrawalPdf(tx: Tx, ref: string): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  const { matter, person } = opened;
  const { code, procedure, receivedAt } = about(tx, opened);
  const taken = (await listTimeline(tx, matter)).find(({ action }) => action === "withdraw");
  if (!taken && matter.settledAt !== null) throw new Problem("notFound");
  const frame = { ...frameOf(tx, { communeId: matter.communeId, form: "", at: taken?.at ?? tx.now, symbol: null }), form: null, paper: "a5" as const };
  const officer = taken ? (taken.actorName ?? "") : tx.actor.name;
  const { template, data } = withdrawalPaper({
    frame,
    proof: followedAt(tx, opened.matter),
    code,
    procedure,
    receivedAt,
    fullName: person.fullName,
    reason: taken?.note ?? null,
    officer,
  });
  return { opened, pdf: await tx.house.typesetter.typeset(template, data) };
}

/** The notice for a resident who took her dossier back (form 05), for the chief's pen. @throws Problem("notFound") when she did not */
export async function withdrawnPdf(tx: Tx, ref: string): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  const { matter } = opened;
  const reason = matter.closedAt && findStopReason(tx.house.endingReasons, dayOf(matter.closedAt), ownWish);
  if (matter.state !== "withdrawn" || matter.closedAt === null || !reason || !findInForce(tx.house.formSheets, dayOf(matter.closedAt), reason.form)) throw new Problem("notFound");
  const { template, data } = stopPaper({
    ...about(tx, opened),
    ...sheetOf(tx, { communeId: matter.communeId, form: reason.form, at: matter.closedAt, symbol: null }),
    proof: followedAt(tx, opened.matter),
    signer: signerOf(tx, matter.communeId, { name: "", signedAt: null }),
    ...stopWords({ reason, remark: null, stoppedAt: matter.closedAt }),
  });
  return { opened, pdf: await tx.house.typesetter.typeset(template, data) };
}
