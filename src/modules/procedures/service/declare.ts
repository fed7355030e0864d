import { dayOf } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type Answers, answerKnown, answerPage, type Facts, isComplete, walk } from "../../forms/index.ts";
import { findByIdNumber } from "../../people/index.ts";
import { type Declaration, declarationAsMade, declarationOn, requestSentence } from "../declaration.ts";
import type { Procedure } from "../law.ts";
import { type Dossier, type Intake, lockIntake } from "../queries.ts";
import { type Bearer, bearerOf, type Draft, draftOf, keepDraft, type OpenIntake } from "./intake.ts";
import type { Receive } from "./receive.ts";

/** A declaration in the middle of being asked: its questions, what was answered, and what the house offers as answers. */
export type Asking = { readonly declaration: Declaration; readonly answers: Answers; readonly facts: Facts; readonly draft: Draft };

type Chosen = { readonly procedure: Procedure; readonly caseId: string };

/** What the card says is not asked again; it can be changed from the list of answers. */
export const onCard = ["fullName", "bornOn", "sex", "idNumber"] as const;

/** The declaration of an open intake under a procedure and a case. Answers that its questions do not reach are left out, not forgotten. */
export function declarationOf(tx: Tx, { intake, bearer }: OpenIntake, chosen: Chosen): Omit<Asking, "facts"> {
  const draft = draftOf(tx, intake);
  return { ...answered(tx, { bearer, draft }, chosen), draft };
}

/** The same with what the register and the answers so far let us offer. */
export async function askingOf(tx: Tx, open: OpenIntake, chosen: Chosen): Promise<Asking> {
  const asked = declarationOf(tx, open, chosen);
  const known = await findByIdNumber(tx, "counter", open.bearer.idNumber);
  const facts = {
    ...factsOf(open.bearer),
    phone: open.bearer.phone ?? known?.phone ?? null,
    today: dayOf(tx.now),
    request: requestSentence(chosen.procedure, chosen.caseId, asked.answers),
  };
  return { ...asked, facts };
}

/** Keeps the answers of one page. What is no longer reached is gone; a request in our own words follows the answers that it was made of. */
export async function saveAnswers(tx: Tx, ref: string, given: Chosen & { readonly pageId: string; readonly answers: Answers }): Promise<void> {
  const intake = await lockIntake(tx, placeOf(tx.actor).communeId, ref);
  if (!intake) throw new Problem("notFound");
  if (intake.matterId !== null) throw new Problem("alreadyDone");
  const draft = draftOf(tx, intake);
  const { declaration, answers } = answered(tx, { bearer: bearerOf(tx, intake), draft }, given);
  const put = answerPage(declaration.questionnaire, answers, given);
  await keepDraft(tx, intake, { ...draft, answers: followRequest(given, { declaration, before: answers, after: put }) });
}

type Following = { readonly declaration: Declaration; readonly before: Answers; readonly after: Answers };

/** The request as it follows from the answers, unless somebody wrote another one. */
export function followRequest({ procedure, caseId }: Chosen, { declaration, before, after }: Following): Answers {
  const asks = declaration.questionnaire.pages.flatMap(({ questions }) => questions).find(({ from }) => from === "request");
  const was = asks && before[asks.id];
  if (!asks || was === undefined || was !== requestSentence(procedure, caseId, before) || after[asks.id] !== was) return after;
  return { ...after, [asks.id]: requestSentence(procedure, caseId, after) };
}

/** What stands on the card, as facts that questions may come from. */
export function factsOf({ fullName, bornOn, sex, idNumber, address }: Bearer): Facts {
  return { fullName, bornOn, sex, idNumber, address };
}

function answered(tx: Tx, { bearer, draft }: { readonly bearer: Bearer; readonly draft: Draft }, { procedure, caseId }: Chosen) {
  const declaration = declarationOn(tx.house.forms, procedure, { caseId, day: dayOf(tx.now) });
  return { declaration, answers: answerKnown(declaration.questionnaire, draft.answers, { facts: factsOf(bearer), sure: onCard }) };
}

/** The columns of a dossier that tell what was declared and how. */
export type KeptDeclaration = Pick<Dossier, "declared" | "formCode" | "formFrom" | "answersSealed" | "preparationId">;

export const noDeclaration: KeptDeclaration = { declared: null, formCode: null, formFrom: null, answersSealed: null, preparationId: null };

/** What an intake declares at its receipt. */
export function declarationToKeep(tx: Tx, intake: Intake, procedure: Procedure, given: Receive): KeptDeclaration {
  const draft = draftOf(tx, intake);
  const { declaration, answers } = answered(tx, { bearer: bearerOf(tx, intake), draft }, { procedure, caseId: given.caseId });
  const preparationId = draft.prepared?.procedureCode === procedure.code ? draft.prepared.id : null;
  const { form, questionnaire } = declaration;
  if (questionnaire.pages.length === 0 || given.onPaper || !isComplete(questionnaire, answers)) {
    return { ...noDeclaration, preparationId, declared: given.onPaper ? "onPaper" : null };
  }
  const answersSealed = tx.house.vault.seal(JSON.stringify(answers));
  return { declared: "answered", formCode: form?.code ?? null, formFrom: form?.validFrom ?? null, answersSealed, preparationId };
}

/** A declaration as it was made, with its answers; null where there was none on the screen, or where its form is no longer among the data. */
export function declaredOf(tx: Tx, dossier: Dossier, procedure: Procedure): (Declaration & { readonly answers: Answers }) | null {
  if (dossier.answersSealed === null) return null;
  const made = declarationAsMade(tx.house.forms, procedure, dossier);
  if (made === null) return null;
  const answers = JSON.parse(tx.house.vault.open(dossier.answersSealed)) as Answers;
  return { ...made, answers: walk(made.questionnaire, answers).answers };
}
