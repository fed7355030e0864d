import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { documentTexts } from "../document-texts.ts";
import { type Supplement, supplementPaper } from "../documents.ts";
import { findOpenPause } from "../queries.ts";
import { signerOf } from "./frame.ts";
import { sheetOf } from "./sheets.ts";
import { getProcedureOf } from "./version.ts";
import { getDossier, type Opened } from "./work.ts";

/**
 * What is still missing, on the form of the procedure's form set, for the resident to take home, with room for the officer's own signature. Made from what is kept.
 *
 * @throws Problem("notFound") when nothing is missing
 */
export async function supplementPdf(tx: Tx, ref: string): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  const { matter, person, dossier } = opened;
  const pause = await findOpenPause(tx, matter);
  const procedure = getProcedureOf(tx, dossier);
  if (!pause || !procedure.formSet) throw new Problem("notFound");
  const sheet = sheetOf(tx, { communeId: matter.communeId, form: procedure.formSet.supplement, at: pause.fromAt, symbol: null });
  const supplement: Supplement = {
    frame: sheet.frame,
    proof: { scanAddress: `${tx.house.publicUrl}/tra-cuu/${matter.publicRef}`, address: `${tx.house.publicUrl}/tra-cuu`, code: matter.code },
    signer: signerOf(tx, matter.communeId, { name: pause.officerName ?? "", signedAt: null, position: documentTexts.receivingOfficer.vi }),
    recipients: [documentTexts.toPerson.vi(person.fullName), documentTexts.toFile.vi],
    addressee: person.fullName,
    code: matter.code,
    procedure: { name: procedure.name.vi, code: procedure.code },
    receivedAt: matter.receivedAt,
    missing: linesOf(pause.reason).map((what) => ({ what, why: null })),
    before: null,
    handInPlace: sheet.frame.issuer.agency,
    askWhom: null,
  };
  const { template, data } = supplementPaper(supplement, sheet);
  return { opened, pdf: await tx.house.typesetter.typeset(template, data) };
}

/** What an officer wrote, one thing a line or between semicolons. */
export function linesOf(written: string): readonly string[] {
  return written
    .split(/[\n;]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => one.charAt(0).toUpperCase() + one.slice(1));
}
