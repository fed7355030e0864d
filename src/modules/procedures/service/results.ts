import { dayOf } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import type { PaperIdentity } from "../../papers/index.ts";
import { documentTexts } from "../document-texts.ts";
import { absencePaper, confirmationPaper, noticePaper, refusalPaper } from "../documents.ts";
import { printedForm } from "../law/sheets.ts";
import type { Proposal } from "../proposal.ts";
import { frameOf, signerOf } from "./frame.ts";
import { sheetOf } from "./sheets.ts";
import { getProcedureOf } from "./version.ts";
import type { Opened } from "./work.ts";

/** What only the one who signs or looks at a draft brings along. A draft bears neither number nor signature. */
type Bearing = { readonly idNumber: string; readonly signerName: string; readonly draft: boolean };

/** The layout of the result that is proposed, waiting for its number. */
export function resultLayout(tx: Tx, opened: Opened, bearing: Bearing): (identity: PaperIdentity) => Paper {
  const { proposal } = opened;
  if (!proposal) throw new RangeError("nothing is proposed");
  return (identity) => layoutOf(tx, { opened, proposal, bearing, identity });
}

type Laying = { readonly opened: Opened; readonly proposal: Proposal; readonly bearing: Bearing; readonly identity: PaperIdentity };

function layoutOf(tx: Tx, { opened, proposal, bearing, identity }: Laying): Paper {
  const { matter, person, dossier } = opened;
  const procedure = getProcedureOf(tx, dossier);
  const named = { name: procedure.name.vi, code: procedure.code };
  const symbol = bearing.draft ? identity.symbol : `${identity.number}/${identity.symbol}`;
  const place = { communeId: matter.communeId, form: printedForm(tx.house.formSheets, procedure, proposal.form), at: identity.issuedAt, symbol };
  const issued = {
    frame: frameOf(tx, place),
    proof: { scanAddress: identity.verifyUrl, address: `${tx.house.publicUrl}/xac-minh`, code: identity.code },
    signer: signerOf(tx, matter.communeId, { name: bearing.signerName, signedAt: bearing.draft ? null : identity.issuedAt }),
    recipients: [documentTexts.toPerson.vi(person.fullName), documentTexts.toFile.vi],
  };
  const subject = { fullName: person.fullName, bornOn: person.bornOn, identityNumber: bearing.idNumber };
  if (proposal.form === "CT08") {
    const { decision, changes, remark } = proposal;
    const sheet = sheetOf(tx, place);
    const notice = {
      ...issued,
      frame: sheet.frame,
      code: matter.code,
      procedure: named,
      person: subject,
      decision,
      address: person.address,
      effectiveOn: dayOf(identity.issuedAt),
      changes,
      remark,
    };
    return noticePaper(notice, sheet);
  }
  if (proposal.form === "CT07") {
    const { form: _form, remark, validUntil, ...residence } = proposal;
    return confirmationPaper({ ...issued, person: { ...subject, sex: documentTexts.sex[person.sex].vi, ...residence }, household: [], remark, validUntil });
  }
  if (proposal.form === "CT03") {
    const { form: _form, ...absence } = proposal;
    return absencePaper({ ...issued, person: subject, address: person.address, ...absence });
  }
  const sheet = sheetOf(tx, place);
  const refusal = {
    ...issued,
    frame: sheet.frame,
    stage: "resolving" as const,
    addressee: person.fullName,
    code: matter.code,
    procedure: named,
    receivedAt: matter.receivedAt,
    reasons: proposal.reasons,
    nextSteps: proposal.nextSteps,
    askWhom: null,
  };
  return refusalPaper(refusal, sheet);
}
