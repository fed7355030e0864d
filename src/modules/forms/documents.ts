import { dayOf } from "../../base/day.ts";
import { type OfficialFrame, officialFrame, officialProof, type Proof } from "../../platform/typst/official.ts";
import type { JsonValue, Paper } from "../../platform/typst/typesetter.ts";
import { type Answer, type Answers, holds, type Situation } from "./engine.ts";
import type { Form, Question } from "./law.ts";
import { showAnswer } from "./show.ts";
import { documentTexts as t } from "./texts.ts";

/** What is printed around the answers. */
export type Printing = {
  /** To whom it is addressed, as the head of the paper names the post. */
  readonly addressee: string;
  readonly place: string;
  /** The day that stands below; null leaves room for the pen. */
  readonly at: Date;
  readonly demo: boolean;
  readonly situation: Situation;
  /** A code by which the answers are found again at the counter, or the dossier is followed; null when there is none yet. */
  readonly proof: Omit<Proof, "caption"> | null;
  readonly caption: string;
};

/**
 * The answers on the paper of their form, line by line in the words of the form, with its table and the boxes for signatures.
 * Null when the form has no paper.
 */
export function declarationPaper(form: Form, answers: Answers, printing: Printing): Paper | null {
  if (form.template === undefined) return null;
  const { addressee, place, at, demo, situation, proof, caption } = printing;
  const frame: OfficialFrame = {
    issuer: { parentAgency: "", agency: addressee, place },
    symbol: null,
    form: { code: form.code, issuedBy: form.issuedBy },
    paper: form.paper,
    at,
    demo,
  };
  return {
    template: form.template,
    data: {
      frame: officialFrame(frame, form.name.vi),
      day: dayOf(at),
      title: form.name.vi,
      addressee,
      lines: linesOf(form, answers, situation),
      signatures: form.signatures.map(({ title, note }) => ({ title: title.vi, note: note.vi })),
      number: t.number.vi,
      proof: proof && officialProof({ ...proof, caption }),
    },
  };
}

function linesOf(form: Form, answers: Answers, situation: Situation): JsonValue {
  const questions = new Map(form.pages.flatMap((page) => page.questions.map((question) => [question.id, question] as const)));
  return form.lines.map(({ label, values }) => {
    const value = values.find(({ question, onlyIf }) => holds(onlyIf, situation, answers) && (question === undefined || isFilled(answers[question])));
    const question = value?.question === undefined ? undefined : questions.get(value.question);
    const tableOf = values.map(({ question: id }) => id && questions.get(id)).find((one) => one && one.kind === "rows");
    return {
      label: label.vi,
      text: question ? showAnswer(question, answers[question.id], onPaper).join("\n") : (value?.text?.vi ?? ""),
      // Twelve boxes, one for each digit, as the form has them.
      digits: question?.kind === "personalId" ? String(answers[question.id]) : null,
      table: tableOf ? tableFor(tableOf, answers[tableOf.id]) : null,
    };
  });
}

const onPaper = { lang: "vi", ids: "whole", onPaper: true } as const;

const isFilled = (answer: Answer | undefined): boolean => answer !== undefined && answer.length > 0;

/** Rows of a table as the paper shows them; an empty one is printed with room to write. */
function tableFor(question: Question, answer: Answer | undefined): JsonValue {
  const rows = typeof answer === "object" ? answer : [];
  const cells = rows.map((row) =>
    question.columns.map(({ id, kind, options, ...column }) => showAnswer({ ...question, ...column, id, kind, options }, row[id] ?? "", onPaper)[0] ?? ""),
  );
  return { heads: question.columns.map(({ label }) => label.vi), rows: cells };
}
