import type { Day } from "../../base/day.ts";
import type { LawTable } from "../../kernel/law/table.ts";
import { findInForce, getInForce } from "../../kernel/law/table.ts";
import { type Answers, type Form, type Question, type Questionnaire, showAnswer } from "../forms/index.ts";
import { placesOf } from "./law/questions.ts";
import { caseOf, type Procedure } from "./law.ts";

/** What is asked of a resident under a procedure and a case: its own questions, then those of its form. */
export type Declaration = { readonly form: Form | null; readonly questionnaire: Questionnaire };

/**
 * The declaration of a procedure, with its form as it stood on a day. An old dossier gives the first day of the period of the form
 * that it was declared on.
 *
 * @throws LawGap when the law has no form of that code on that day, which `law check` refuses
 */
export function declarationOn(forms: LawTable<Form>, procedure: Procedure, { caseId, day }: { readonly caseId: string; readonly day: Day }): Declaration {
  const { declarationForm } = procedure;
  const form = declarationForm === null || declarationForm.onPaperOnly ? null : getInForce(forms, day, declarationForm.code);
  return { form, questionnaire: { pages: [...procedure.questions, ...(form?.pages ?? [])], situation: { procedure: procedure.code, case: caseId } } };
}

/** A declaration as it was made: under the procedure's period and the form's. Null when the form is no longer among the data. */
export function declarationAsMade(
  forms: LawTable<Form>,
  procedure: Procedure,
  made: { readonly caseId: string; readonly formCode: string | null; readonly formFrom: Day | null },
): Declaration | null {
  const { caseId, formCode, formFrom } = made;
  const form = formCode === null || formFrom === null ? null : findInForce(forms, formFrom, formCode);
  if (form === null && formCode !== null) return null;
  return { form, questionnaire: { pages: [...procedure.questions, ...(form?.pages ?? [])], situation: { procedure: procedure.code, case: caseId } } };
}

/** What the resident asks for, in a sentence made of what was answered so far; the name of the case when the procedure has no sentence of its own. */
export function requestSentence(procedure: Procedure, caseId: string, answers: Answers): string {
  const chosen = caseOf(procedure, caseId).name.vi;
  const sentence = procedure.requestText?.vi ?? (procedure.cases.length > 1 ? `${procedure.name.vi}: ${chosen}` : procedure.name.vi);
  const questions = new Map(procedure.questions.flatMap((page) => page.questions.map((question) => [question.id, question] as const)));
  return placesOf(sentence).reduce((text, id) => text.replace(`{${id}}`, id === "case" ? chosen : wordsOf(questions.get(id), answers)), sentence);
}

function wordsOf(question: Question | undefined, answers: Answers): string {
  const answer = question && answers[question.id];
  return question && answer ? showAnswer(question, answer, { lang: "vi", ids: "whole" }).join("; ") : "…";
}
