import { dayOf } from "../../../base/day.ts";
import { shortPhone } from "../../../base/identity.ts";
import { describeSteps } from "../../../kernel/clock/describe.ts";
import type { Step } from "../../../kernel/clock/step.ts";
import { formatTerm } from "../../../kernel/clock/term.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { openIdNumber } from "../../people/index.ts";
import { documentTexts } from "../document-texts.ts";
import { type Receipt, ratingSlipPaper, receiptPaper } from "../documents.ts";
import { caseOf, termFor } from "../law.ts";
import { findFirstClock, findReceiver, type HandedOver, scores } from "../queries.ts";
import { ratingTexts } from "../texts/resident.ts";
import { followedAt, frameOf } from "./frame.ts";
import { resultLayout } from "./results.ts";
import { sheetOf } from "./sheets.ts";
import { getProcedureOf } from "./version.ts";
import { getDossier, type Opened } from "./work.ts";

/** The receipt of the procedure's form set as a PDF. Made from what is kept, so it is the same paper whenever it is printed. @throws Problem("notFound") */
export async function receiptPdf(tx: Tx, ref: string): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  const { matter, dossier, person } = opened;
  const procedure = getProcedureOf(tx, dossier);
  const clock = await findFirstClock(tx, matter);
  if (!clock?.dueAt || !procedure.formSet) throw new Problem("notFound");
  const sheet = sheetOf(tx, { communeId: matter.communeId, form: procedure.formSet.receipt, at: matter.receivedAt, symbol: null });
  const officer = (await findReceiver(tx, matter)) ?? "";
  const term = termFor(procedure, dossier.conditions as readonly string[]);
  const receipt: Receipt = {
    frame: sheet.frame,
    proof: followedAt(tx, matter),
    code: matter.code,
    handedInBy: person.fullName,
    address: person.address,
    phone: person.phone && shortPhone(person.phone),
    request: dossier.request,
    term: term && formatTerm(term.term, "vi"),
    procedure: { name: procedure.name.vi, code: procedure.code },
    papers: papersOf(opened, procedure),
    receivedAt: matter.receivedAt,
    dueAt: clock.dueAt,
    returnPlace: sheet.frame.issuer.agency,
    steps: describeSteps(clock.steps as readonly Step[], "vi"),
    feeDong: BigInt(dossier.feeDong),
    officer,
  };
  const { template, data } = receiptPaper(receipt, sheet);
  return { opened, pdf: await tx.house.typesetter.typeset(template, data) };
}

/** What was handed over, with the names of the law that the dossier stands under. */
export function papersOf({ dossier }: Pick<Opened, "dossier">, procedure: ReturnType<typeof getProcedureOf>): readonly { name: string; kind: string; count: number }[] {
  const { papers } = caseOf(procedure, dossier.caseId);
  return (dossier.handedOver as readonly HandedOver[]).flatMap(({ code, originals, copies }) => {
    const name = papers.find((paper) => paper.code === code)?.name.vi ?? code;
    const kinds = [
      { kind: documentTexts.original.vi, count: originals },
      { kind: documentTexts.copy.vi, count: copies },
    ];
    return kinds.filter(({ count }) => count > 0).map((one) => ({ name, ...one }));
  });
}

/** What is proposed, as the paper that it would become: without number, code or signature. @throws Problem("notFound") */
export async function draftPdf(tx: Tx, ref: string): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  if (!opened.proposal) throw new Problem("notFound");
  const layout = resultLayout(tx, opened, { idNumber: await openIdNumber(tx, opened.person.id), signerName: documentTexts.notSigned.vi, draft: true });
  const { template, data } = layout({ number: 0, symbol: documentTexts.draft.vi, code: documentTexts.draft.vi, verifyUrl: `${tx.house.publicUrl}/xac-minh`, issuedAt: tx.now });
  return { opened, pdf: await tx.house.typesetter.typeset(template, data) };
}

/** The slip for a word on how the resident was served. @throws Problem("notFound") */
export async function ratingSlipPdf(tx: Tx, ref: string): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  const { matter } = opened;
  const { template, data } = ratingSlipPaper({
    agency: frameOf(tx, { communeId: matter.communeId, form: "", at: matter.receivedAt, symbol: null }).issuer.agency,
    proof: { scanAddress: `${tx.house.publicUrl}/danh-gia/${matter.publicRef}`, address: `${tx.house.publicUrl}/danh-gia`, code: matter.code },
    on: dayOf(matter.receivedAt),
    demo: tx.house.demo,
    choices: scores.map((score) => ratingTexts[score].vi),
  });
  return { opened, pdf: await tx.house.typesetter.typeset(template, data) };
}
