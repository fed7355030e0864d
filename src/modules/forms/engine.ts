import type { Condition, KnownFact, Page, Question } from "./law.ts";

/** One line of a small table: a text for each column. */
export type AnswerRow = Readonly<Record<string, string>>;
/** A day as YYYY-MM-DD, a number in digits, a choice by its id, yes or no; "" and no rows: deliberately left empty. */
export type Answer = string | readonly AnswerRow[];
/** By the id of the question. A question that is not in here was not asked yet. */
export type Answers = Readonly<Record<string, Answer>>;

/** What branches a questionnaire besides its own answers. */
export type Situation = { readonly procedure?: string | undefined; readonly case?: string | undefined };

/** Pages in their order under a situation: one form, or the questions of a procedure and those of its form. */
export type Questionnaire = { readonly pages: readonly Page[]; readonly situation: Situation };

/** What is reached with the answers given so far: pages, each with the questions that are asked on it, and the answers that count. */
export type Walk = { readonly pages: readonly Page[]; readonly answers: Answers };

/**
 * Walks from the first page to the last. What no longer is reached keeps no answer: conditions look at earlier pages alone, so
 * one walk settles it, and walking again with what is left gives the same.
 */
export function walk({ pages, situation }: Questionnaire, given: Answers): Walk {
  const answers: Record<string, Answer> = {};
  const reached: Page[] = [];
  for (const page of pages) {
    if (!holds(page.onlyIf, situation, answers)) continue;
    const questions = page.questions.filter(({ onlyIf }) => holds(onlyIf, situation, answers));
    if (questions.length === 0) continue;
    reached.push({ ...page, questions });
    // After the whole page: its own answers decide nothing on it.
    for (const { id } of questions) {
      const answer = given[id];
      if (answer !== undefined) answers[id] = answer;
    }
  }
  return { pages: reached, answers };
}

/** The first page on which something is still to be answered; null when the questionnaire is complete. */
export function openPage(questionnaire: Questionnaire, given: Answers): Page | null {
  const { pages, answers } = walk(questionnaire, given);
  return pages.find(({ questions }) => questions.some((question) => isOpen(question, answers))) ?? null;
}

export function isComplete(questionnaire: Questionnaire, given: Answers): boolean {
  return openPage(questionnaire, given) === null;
}

/** A page as it is asked now; null when it is not reached, or when there is none of that name. */
export function findPage(questionnaire: Questionnaire, given: Answers, pageId: string): Page | null {
  return walk(questionnaire, given).pages.find(({ id }) => id === pageId) ?? null;
}

/** The reached page before another; null before the first. Looking back changes nothing. */
export function pageBefore(questionnaire: Questionnaire, given: Answers, pageId: string): Page | null {
  const { pages } = walk(questionnaire, given);
  const at = pages.findIndex(({ id }) => id === pageId);
  return pages[at === -1 ? pages.length - 1 : at - 1] ?? null;
}

/** Puts the answers of one page in, and drops those that are not reached any more. Answers of other pages than the one named are not taken. */
export function answerPage(questionnaire: Questionnaire, given: Answers, { pageId, answers }: { readonly pageId: string; readonly answers: Answers }): Answers {
  const page = findPage(questionnaire, given, pageId);
  if (page === null) return walk(questionnaire, given).answers;
  const entered = page.questions.flatMap(({ id }): [string, Answer][] => (answers[id] === undefined ? [] : [[id, answers[id]]]));
  return walk(questionnaire, { ...given, ...Object.fromEntries(entered) }).answers;
}

export type Facts = Readonly<Partial<Record<KnownFact, string | null>>>;

/**
 * Answers what the house knows for sure and nobody need be asked again: every question that comes from one of the facts and has no
 * answer yet. `sure` tells which facts are so.
 */
export function answerKnown(questionnaire: Questionnaire, given: Answers, { facts, sure }: { readonly facts: Facts; readonly sure: readonly KnownFact[] }): Answers {
  const known = questionnaire.pages.flatMap(({ questions }) =>
    questions.flatMap(({ id, from }): [string, Answer][] => {
      const fact = from !== undefined && sure.includes(from) ? facts[from] : undefined;
      return fact && given[id] === undefined ? [[id, fact]] : [];
    }),
  );
  return walk(questionnaire, { ...Object.fromEntries(known), ...given }).answers;
}

function isOpen({ id, required, kind }: Question, answers: Answers): boolean {
  const answer = answers[id];
  return answer === undefined || (required && kind !== "rows" && answer === "") || (required && kind === "rows" && answer.length === 0);
}

/** Whether a condition holds once the questionnaire is walked. */
export function holds(condition: Condition | undefined, situation: Situation, answers: Answers): boolean {
  if (condition === undefined) return true;
  const { question, is, procedure } = condition;
  if (condition.case !== undefined && !condition.case.includes(situation.case ?? "")) return false;
  if (procedure !== undefined && !procedure.includes(situation.procedure ?? "")) return false;
  if (question === undefined) return true;
  const answer = answers[question];
  if (answer === undefined || answer.length === 0) return false;
  return is === undefined || (typeof answer === "string" && is.includes(answer));
}
