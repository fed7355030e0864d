import { formatDate, formatDigits } from "../../base/day/format.ts";
import { findDay } from "../../base/day.ts";
import { last4Of } from "../../base/identity.ts";
import type { Lang } from "../../base/lang.ts";
import type { Typed } from "../../web/form.ts";
import type { Answer, Answers, Facts } from "./engine.ts";
import type { Column, Page, Question } from "./law.ts";
import { cellName } from "./parse.ts";
import { formTexts as t } from "./texts.ts";

/** How identity numbers are shown: whole where they are checked, by their end where they are only recognised. */
export type ShownIds = "whole" | "end";
/** `onPaper`: days with their noughts, so that none can be added by hand. */
type Showing = { readonly lang: Lang; readonly ids: ShownIds; readonly onPaper?: boolean };

/** An answer in words. Rows are lines of their own. */
export function showAnswer(question: Question, answer: Answer | undefined, showing: Showing): readonly string[] {
  const { lang } = showing;
  if (answer === undefined || answer === "") return [t.leftEmpty[lang]];
  if (typeof answer === "string") return [showOne(question, answer, showing)];
  if (answer.length === 0) return [t.noneOfRows[lang]];
  return answer.map((row) => question.columns.flatMap((column) => (row[column.id] ? [showOne(column, row[column.id] ?? "", showing)] : [])).join(" · "));
}

function showOne({ kind, options }: Pick<Question | Column, "options"> & { readonly kind: Question["kind"] }, answer: string, { lang, ids, onPaper }: Showing): string {
  if (kind === "day") {
    const day = findDay(answer);
    return day === null ? answer : onPaper ? formatDigits(day) : formatDate(day, lang);
  }
  if (kind === "choice") return options.find(({ id }) => id === answer)?.label[lang] ?? answer;
  if (kind === "yesNo") return answer === "yes" ? t.yes[lang] : t.no[lang];
  return kind === "personalId" && ids === "end" ? t.endsWith[lang](last4Of(answer)) : answer;
}

/** Answers as they stand in the fields of a page: what was answered before, else what the house knows and offers. */
export function typedAnswers(page: Page, answers: Answers, facts: Facts = {}): Typed {
  const fields = page.questions.flatMap((question): [string, string][] => {
    const answer = answers[question.id] ?? (question.from && facts[question.from]) ?? "";
    if (typeof answer === "string") return [[question.id, typedAs(question, answer)]];
    return answer.flatMap((row, i) => question.columns.map((column): [string, string] => [cellName(question.id, i, column.id), typedAs(column, row[column.id] ?? "")]));
  });
  return Object.fromEntries(fields);
}

/** Days are typed as on paper. */
function typedAs({ kind }: { readonly kind: Question["kind"] }, answer: string): string {
  const day = kind === "day" ? findDay(answer) : null;
  return day ? formatDate(day, "vi") : answer;
}
