import { formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import { shortName } from "../../../base/identity.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import {
  type IssuedPaper,
  issuePaper,
  keepSigned,
  type PaperOrder,
  type Proposed,
  paperFormOn,
  releasePaper,
  reservePaper,
  type Signable,
  type Superseding,
} from "../../papers/index.ts";
import { openIdNumber } from "../../people/index.ts";
import { documentTexts } from "../document-texts.ts";
import { printedForm } from "../law/sheets.ts";
import { dossier } from "../matter.ts";
import { paths } from "../paths.ts";
import { findCorrection, findMove } from "../queries/moves.ts";
import { findFaces } from "../queries.ts";
import { officeTexts as t } from "../texts/office.ts";
import { resultLayout } from "./results.ts";
import { standingPaper } from "./standing.ts";
import { getProcedureOf } from "./version.ts";
import { getDossier, type Opened } from "./work.ts";

type Seen = { readonly version: number };

/**
 * Signs what is proposed, with the key that this server reaches: the paper is set, numbered, signed and kept, and the clock stops, in one transaction.
 *
 * @throws Problem notNow where papers are signed elsewhere, and when nothing is proposed or its paper is outside
 */
export async function signResult(tx: Tx, ref: string, { version }: Seen): Promise<{ matter: Matter; paper: IssuedPaper }> {
  const opened = await getDossier(tx, ref);
  if (tx.house.signing !== "here" || opened.matter.state === "outForSigning") throw new Problem("notNow", { action: "sign", state: opened.matter.state });
  // The move comes first: it locks the dossier and refuses the second of two clicks before a number is used.
  const matter = await moveToSigned(tx, opened, version);
  const paper = await issuePaper(tx, { ...(await orderOf(tx, opened)), superseding: await supersedingOf(tx, matter) });
  return { matter, paper };
}

/** Numbers the paper and keeps it until it comes back signed. */
async function sendOut(tx: Tx, ref: string, { version }: Seen): Promise<void> {
  const opened = await getDossier(tx, ref);
  if (tx.house.signing !== "elsewhere") throw new Problem("notNow", { action: "sendOut", state: opened.matter.state });
  await move(tx, dossier, opened.matter.id, "sendOut", { version });
  await reservePaper(tx, await orderOf(tx, opened));
}

type Returned = { readonly unsignedId: number; readonly form: string; readonly pdf: Buffer };

async function accept(tx: Tx, { publicRef, version }: Matter, { unsignedId, form, pdf }: Returned): Promise<IssuedPaper> {
  const opened = await getDossier(tx, publicRef);
  // What a letter says was decided as it went out: only its signature comes back.
  if (!paperFormOn(tx.house.paperForms, dayOf(tx.now), form).answers) return await keepSigned(tx, { unsignedId, pdf, superseding: null });
  if (opened.matter.state !== "outForSigning") throw new Problem("notNow", { action: "sign", state: opened.matter.state });
  const matter = await moveToSigned(tx, opened, version);
  return await keepSigned(tx, { unsignedId, pdf, superseding: await supersedingOf(tx, matter) });
}

async function takeBack(tx: Tx, ref: string, { version, note }: Seen & { readonly note: string }): Promise<void> {
  const opened = await getDossier(tx, ref);
  await move(tx, dossier, opened.matter.id, "takeBack", { version, note });
  await releasePaper(tx, { matter: opened.matter, form: formOf(tx, opened) }, note);
}

async function moveToSigned(tx: Tx, { matter, proposal }: Opened, version: number): Promise<Matter> {
  if (!proposal) throw new Problem("notNow", { action: "sign", state: matter.state });
  return await move(tx, dossier, matter.id, proposal.form === "CT06" ? "signRefusal" : "sign", { version, facts: { form: proposal.form } });
}

async function orderOf(tx: Tx, opened: Opened): Promise<PaperOrder> {
  const { matter, proposal, person } = opened;
  if (!proposal) throw new Problem("notNow", { action: "sign", state: matter.state });
  return {
    matter,
    form: formOf(tx, opened),
    signerName: tx.actor.name,
    validUntil: proposal.form === "CT07" ? proposal.validUntil : null,
    layout: resultLayout(tx, opened, { idNumber: await openIdNumber(tx, person.id), signerName: tx.actor.name, draft: false }),
  };
}

const formOf = (tx: Tx, { dossier: row, proposal }: Opened): string => printedForm(tx.house.formSheets, getProcedureOf(tx, row), proposal?.form ?? "");

async function supersedingOf(tx: Tx, matter: Matter): Promise<Superseding | null> {
  const paper = await standingPaper(tx, matter);
  return paper && { paper, reason: await findCorrection(tx, matter) };
}

async function open(tx: Tx, ref: string): Promise<Proposed> {
  const opened = await getDossier(tx, ref);
  const { matter, dossier: row, person, proposal } = opened;
  if (!proposal) throw new Problem("notNow", { action: "sign", state: matter.state });
  const procedure = getProcedureOf(tx, row);
  const proposed = await findMove(tx, matter, "propose");
  const fact = (term: Bilingual, detail: string) => ({ term, detail });
  return {
    matter,
    form: formOf(tx, opened),
    title: procedure.name,
    facts: [
      fact(t.person, `${person.fullName} ${t.endsWith.vi(person.idLast4)}`),
      fact(t.requestShown, row.request),
      ...(proposed ? [fact(t.proposedBy, `${proposed.name ?? t.system.vi}, ${formatMoment(proposed.at, "vi")}`)] : []),
      ...(matter.dueAt ? [fact(t.due, formatMoment(matter.dueAt, "vi"))] : []),
    ],
    href: paths.dossier(matter.publicRef),
    read: { communeId: matter.communeId, provinceId: matter.provinceId, regime: "counter", subject: `matter:${matter.id}`, purpose: t.signPurpose.vi },
    layout: resultLayout(tx, opened, { idNumber: await openIdNumber(tx, person.id), signerName: documentTexts.notSigned.vi, draft: true }),
  };
}

/** Results of the counter, as the signature folder knows them. */
export const dossierSignable: Signable = {
  kind: dossier.kind,
  states: { waiting: "toSign", out: "outForSigning", signed: ["signed", "refused", "handedOver", "refusalHandedOver"] },
  whoseOf: async (tx, matterIds) => new Map([...(await findFaces(tx, matterIds))].map(([id, face]) => [id, `${shortName(face.fullName)} …${face.idLast4}`])),
  open,
  sign: async (tx, ref, seen) => (await signResult(tx, ref, seen)).paper,
  sendOut,
  accept,
  takeBack,
  noteRevocation: async (tx, { id, version }, { paper, reason }) => {
    const facts = { form: paper.form, number: `${paper.number}/${paper.symbol}` };
    await move(tx, dossier, id, "revoke", { version, note: reason, facts });
  },
};
