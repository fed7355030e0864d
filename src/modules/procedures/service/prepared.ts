import type { Day } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { Answer, Answers } from "../../forms/index.ts";
import { declarationOn } from "../declaration.ts";
import { caseOf, type Procedure } from "../law.ts";
import { lockIntake } from "../queries.ts";
import { factsOf, onCard } from "./declare.ts";
import { type Bearer, bearerOf, type Difference, type Draft, keepDraft, startIntake } from "./intake.ts";

/** What was prepared at home and is used at the counter. */
export type Preparing = { readonly id: number; readonly procedure: Procedure; readonly caseId: string; readonly answers: Answers; readonly day: Day };

/** Opens an intake for a bearer, filled from what was prepared. The card holds where the two differ. */
export async function startPrepared(tx: Tx, bearer: Bearer, preparing: Preparing): Promise<string> {
  return await startIntake(tx, bearer, draftOf(tx, bearer, preparing));
}

/** Fills an intake that is open already: the card came first. @throws Problem notFound, alreadyDone */
export async function fillPrepared(tx: Tx, intakeRef: string, preparing: Preparing): Promise<void> {
  const intake = await lockIntake(tx, placeOf(tx.actor).communeId, intakeRef);
  if (!intake) throw new Problem("notFound");
  if (intake.matterId !== null) throw new Problem("alreadyDone");
  await keepDraft(tx, intake, draftOf(tx, bearerOf(tx, intake), preparing));
}

function draftOf(tx: Tx, bearer: Bearer, { id, procedure, caseId, answers, day }: Preparing): Draft {
  const { questionnaire } = declarationOn(tx.house.forms, procedure, { caseId: caseOf(procedure, caseId).id, day });
  const card = factsOf(bearer);
  const corrected: Record<string, Answer> = { ...answers };
  const differences: Difference[] = [];
  for (const question of questionnaire.pages.flatMap(({ questions }) => questions)) {
    const fact = onCard.find((one) => one === question.from);
    const said = answers[question.id];
    const held = fact && card[fact];
    if (fact === undefined || typeof said !== "string" || !held) continue;
    if (!same(said, held)) differences.push({ fact, prepared: said, onCard: held });
    corrected[question.id] = held;
  }
  return { answers: corrected, prepared: { id, procedureCode: procedure.code, caseId, differences } };
}

/** Capitals are no difference: cards and people write names in either. */
const same = (one: string, other: string): boolean => one.toLocaleLowerCase("vi") === other.toLocaleLowerCase("vi");
