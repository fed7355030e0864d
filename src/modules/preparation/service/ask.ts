import { dayOf } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type Answers, type Facts, type Form, type Questionnaire, walk } from "../../forms/index.ts";
import { declarationOn, type Procedure, procedureOn, requestSentence } from "../../procedures/index.ts";
import type { Content } from "./keep.ts";

/** A preparation with its questions as they stand today. */
export type Preparing = {
  readonly procedure: Procedure;
  readonly caseId: string;
  readonly declaration: { readonly form: Form | null; readonly questionnaire: Questionnaire };
  readonly answers: Answers;
  readonly facts: Facts;
};

/** A procedure that is received at the counter, and so can be prepared. @throws Problem("notFound") */
export function procedureToPrepare(tx: Tx, code: string): Procedure {
  const procedure = procedureOn(tx.house.procedures, dayOf(tx.now), code);
  if (!procedure?.formSet) throw new Problem("notFound");
  return procedure;
}

/** Questions and answers of a preparation. When the law changed since, its answers stay as far as the new questions reach them. @throws Problem("notFound") when procedure or case are no longer offered */
export function preparingOf(tx: Tx, { procedureCode, caseId, answers: kept }: Content): Preparing {
  const procedure = procedureToPrepare(tx, procedureCode);
  if (!procedure.cases.some(({ id, doneByAuthority }) => id === caseId && !doneByAuthority)) throw new Problem("notFound");
  const today = dayOf(tx.now);
  const declaration = declarationOn(tx.house.forms, procedure, { caseId, day: today });
  const { answers } = walk(declaration.questionnaire, kept);
  return { procedure, caseId, declaration, answers, facts: { today, request: requestSentence(procedure, caseId, answers) } };
}
