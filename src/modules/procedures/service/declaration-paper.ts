import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type Answers, declarationPaper } from "../../forms/index.ts";
import type { Declaration } from "../declaration.ts";
import { documentTexts } from "../document-texts.ts";
import { declarationTexts } from "../texts/declaration.ts";
import { declaredOf } from "./declare.ts";
import { followedAt } from "./frame.ts";
import { getProcedureOf } from "./version.ts";
import { getDossier, type Opened } from "./work.ts";

/** Where the paper leads whoever scans it. */
export type Leads = { readonly caption: string; readonly scanAddress: string; readonly address: string; readonly code: string };

/** Answers on the paper of their form, addressed to a post. @throws Problem("notFound") when the form has no paper */
export async function declarationPdf(
  tx: Tx,
  { declaration, answers }: { readonly declaration: Declaration; readonly answers: Answers },
  { communeId, at, leads }: { readonly communeId: number; readonly at: Date; readonly leads: Leads | null },
): Promise<Uint8Array> {
  const { form, questionnaire } = declaration;
  const commune = tx.house.units.getUnit(communeId);
  const paper =
    form &&
    declarationPaper(form, answers, {
      addressee: documentTexts.policeOf.vi(commune.name),
      place: commune.shortName,
      at,
      demo: tx.house.demo,
      situation: questionnaire.situation,
      proof: leads,
      caption: leads?.caption ?? "",
    });
  if (!paper) throw new Problem("notFound");
  return await tx.house.typesetter.typeset(paper.template, paper.data);
}

/** The declaration of a dossier as it was made, whenever it is printed. @throws Problem("notFound") when none was answered on the screen */
export async function declaredPdf(tx: Tx, ref: string): Promise<{ opened: Opened; pdf: Uint8Array }> {
  const opened = await getDossier(tx, ref);
  const { matter, dossier } = opened;
  const declared = declaredOf(tx, dossier, getProcedureOf(tx, dossier));
  if (!declared) throw new Problem("notFound");
  const leads = { caption: declarationTexts.followCaption.vi, ...followedAt(tx, matter) };
  return { opened, pdf: await declarationPdf(tx, { declaration: declared, answers: declared.answers }, { communeId: matter.communeId, at: matter.receivedAt, leads }) };
}
