import type { Bilingual } from "../../base/lang.ts";
import type { Column, Condition, Form, Page, Question } from "./law.ts";
import { faultTexts as t } from "./texts.ts";

type Path = ReadonlyArray<string | number>;
/** Something wrong in pages of questions; the path begins at the list of pages. */
export type Fault = { readonly path: Path; readonly message: Bilingual };

/** What the pages may refer to besides themselves. Left out: not known here, so not judged. */
export type Around = { readonly cases?: readonly string[]; readonly taken?: readonly string[] };

type Met = { readonly page: number; readonly question: Question };

/** Every mistake in a form: in its pages, and in what its paper prints of them. */
export function complaintsOfForm({ pages, lines }: Pick<Form, "pages" | "lines">): readonly Fault[] {
  const found = complaintsOfPages(pages).map(({ path, message }) => ({ path: ["pages", ...path], message }));
  const met = new Map(pages.flatMap(({ questions }) => questions.map((question): [string, Met] => [question.id, { page: 0, question }])));
  const printed = lines.flatMap(({ values }, i) =>
    values.flatMap(({ question, text, onlyIf }, j): readonly Fault[] => {
      const path = ["lines", i, "values", j];
      const ofValue =
        question === undefined
          ? text === undefined
            ? [{ path, message: t.nothingPrinted }]
            : []
          : met.has(question)
            ? []
            : [{ path: [...path, "question"], message: t.noSuchQuestion(question) }];
      // The paper is printed when all is answered: every question is an earlier one.
      return [...ofValue, ...faultsOfCondition(onlyIf, { path: [...path, "onlyIf"], page: 1, met, ids: [], around: {} })];
    }),
  );
  return [...found, ...printed];
}

/** Every mistake in pages of questions that a single field cannot tell. */
export function complaintsOfPages(pages: readonly Page[], around: Around = {}): readonly Fault[] {
  const found: Fault[] = [];
  const met = new Map<string, Met>();
  const ids = pages.flatMap(({ questions }) => questions.map(({ id }) => id));
  pages.forEach((page, i) => {
    if (pages.findIndex(({ id }) => id === page.id) < i) found.push({ path: [i, "id"], message: t.pageTwice(page.id) });
    if (page.title === undefined && page.questions.length > 1) found.push({ path: [i, "questions"], message: t.noTitle });
    const judge = (condition: Condition | undefined, path: Path): void => void found.push(...faultsOfCondition(condition, { path, page: i, met, ids, around }));
    judge(page.onlyIf, [i, "onlyIf"]);
    page.questions.forEach((question, j) => {
      const path = [i, "questions", j];
      if (met.has(question.id) || around.taken?.includes(question.id)) found.push({ path: [...path, "id"], message: t.questionTwice(question.id) });
      else met.set(question.id, { page: i, question });
      judge(question.onlyIf, [...path, "onlyIf"]);
      found.push(...faultsOfShape(question, path));
    });
  });
  return found;
}

/** What a kind needs and what it has no use for. */
function faultsOfShape(question: Question, path: Path): readonly Fault[] {
  const { kind, columns } = question;
  const found = faultsOfOptions(question, path);
  if (kind === "rows" && columns.length === 0) found.push({ path, message: t.noColumns });
  if (kind !== "rows" && columns.length > 0) found.push({ path: [...path, "columns"], message: t.columnsElsewhere });
  columns.forEach((column, k) => {
    const at = [...path, "columns", k];
    if (columns.findIndex(({ id }) => id === column.id) < k) found.push({ path: [...at, "id"], message: t.columnTwice(column.id) });
    found.push(...faultsOfOptions(column, at));
  });
  return found;
}

function faultsOfOptions({ kind, options, when, min, max }: Question | Column, path: Path): Fault[] {
  const found: Fault[] = [];
  if (kind === "choice" && options.length < 2) found.push({ path: options.length === 0 ? path : [...path, "options"], message: t.noOptions });
  if (kind !== "choice" && options.length > 0) found.push({ path: [...path, "options"], message: t.optionsElsewhere });
  if (kind !== "day" && when !== "any") found.push({ path: [...path, "when"], message: t.whenElsewhere });
  if (min !== undefined && max !== undefined && min > max) found.push({ path: [...path, "min"], message: t.minAboveMax });
  options.forEach(({ id }, k) => {
    if (options.findIndex((other) => other.id === id) < k) found.push({ path: [...path, "options", k, "id"], message: t.optionTwice(id) });
  });
  return found;
}

type Judging = { readonly path: Path; readonly page: number; readonly met: ReadonlyMap<string, Met>; readonly ids: readonly string[]; readonly around: Around };

function faultsOfCondition(condition: Condition | undefined, { path, page, met, ids, around }: Judging): readonly Fault[] {
  if (condition === undefined) return [];
  const { question: id, is = [] } = condition;
  const found: Fault[] = [];
  if (Object.values(condition).every((one) => one === undefined)) found.push({ path, message: t.emptyCondition });
  for (const one of condition.case ?? []) {
    if (around.cases !== undefined && !around.cases.includes(one)) found.push({ path: [...path, "case"], message: t.noSuchCase(one) });
  }
  if (id === undefined) return is.length > 0 ? [...found, { path: [...path, "is"], message: t.isOfNothing }] : found;
  const earlier = met.get(id);
  if (earlier === undefined || earlier.page >= page) {
    return [...found, { path: [...path, "question"], message: ids.includes(id) ? t.laterQuestion(id) : t.noSuchQuestion(id) }];
  }
  const values = valuesOf(earlier.question);
  if (is.length > 0 && values === null) return [...found, { path: [...path, "is"], message: t.isOfFreeText(id) }];
  return [...found, ...is.filter((value) => !values?.includes(value)).map((value) => ({ path: [...path, "is"], message: t.noSuchValue(id, value) }))];
}

/** The answers that can be told apart in a condition; null when anything may be typed. */
function valuesOf({ kind, options }: Question): readonly string[] | null {
  if (kind === "yesNo") return ["yes", "no"];
  return kind === "choice" ? options.map(({ id }) => id) : null;
}
