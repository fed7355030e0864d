/** Forms: questions as dated data, asked page by page, and their answers on paper. Other modules see only this file. */
export { declarationPaper } from "./documents.ts";
export {
  type Answer,
  type Answers,
  answerKnown,
  answerPage,
  type Facts,
  findPage,
  isComplete,
  openPage,
  pageBefore,
  type Questionnaire,
  walk,
} from "./engine.ts";
export { complaintsOfPages } from "./faults.ts";
export { type Form, formLaw, type Page, pagesField, type Question } from "./law.ts";
export { parseAnswers } from "./parse.ts";
export { showAnswer, typedAnswers } from "./show.ts";
export { AnswersList, GoOn, moreRows, Questions } from "./views/questions.tsx";
