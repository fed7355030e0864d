import { addDays, type Day } from "../../../base/day.ts";
import type { Complaint, OtherLaws } from "../../../kernel/law/define.ts";
import { complaintsOfPages, type Form, formLaw } from "../../forms/index.ts";
import type { Procedure } from "../law.ts";
import { texts } from "./texts.ts";

type Found = Omit<Complaint, "row">;

/** What is wrong in the questions that a procedure asks besides its form, and in the sentence that is made of them. */
export function complaintsOfQuestions({ questions, questionsFrom, cases, requestText }: Procedure): readonly Found[] {
  const pages = complaintsOfPages(questions, { cases: cases.map(({ id }) => id) });
  const known = new Set(["case", ...questions.flatMap((page) => page.questions.map(({ id }) => id))]);
  const sentences = (["vi", "en"] as const).flatMap((lang) =>
    placesOf(requestText?.[lang] ?? "")
      .filter((id) => !known.has(id))
      .map((id): Found => ({ path: ["requestText", lang], message: texts.noSuchPlace(id) })),
  );
  const unfounded = questions.length > 0 && questionsFrom === undefined ? [{ path: ["questions"], message: texts.noSource }] : [];
  return [...unfounded, ...pages.map(({ path, message }) => ({ path: ["questions", ...path], message })), ...sentences];
}

/** The ids that stand in braces in a sentence. */
export function placesOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
}

/** Every procedure finds its declaration on each day that it is offered, and asks nothing that the declaration asks as well. */
export function complaintsWithForms(rows: readonly Procedure[], others: OtherLaws): readonly Complaint[] {
  const forms = others.rowsOf(formLaw);
  if (forms === undefined) return [];
  return rows.flatMap((procedure, row) => {
    if (procedure.declarationForm === null || procedure.declarationForm.onPaperOnly) return [];
    const { code } = procedure.declarationForm;
    const periods = forms.filter((form) => form.code === code && overlaps(form, procedure));
    const gap = firstGap(periods, procedure);
    const missing = gap === null ? [] : [{ row, path: ["declarationForm", "code"], message: texts.noForm(code, gap) }];
    return [...missing, ...askedTwice(procedure, periods).map((found) => ({ row, ...found }))];
  });
}

function askedTwice({ questions }: Procedure, periods: readonly Form[]): readonly Found[] {
  const pageIds = new Set(periods.flatMap(({ pages }) => pages.map(({ id }) => id)));
  const ids = new Map(periods.flatMap(({ code, pages }) => pages.flatMap((page) => page.questions.map(({ id }) => [id, code] as const))));
  return questions.flatMap((page, i) => [
    ...(pageIds.has(page.id) ? [{ path: ["questions", i, "id"], message: texts.alsoInForm(page.id, periods[0]?.code ?? "") }] : []),
    ...page.questions.flatMap(({ id }, j) => {
      const code = ids.get(id);
      return code === undefined ? [] : [{ path: ["questions", i, "questions", j, "id"], message: texts.alsoInForm(id, code) }];
    }),
  ]);
}

type Period = { readonly validFrom: Day; readonly validTo: Day | null };

const overlaps = (one: Period, other: Period): boolean => (one.validTo === null || one.validTo >= other.validFrom) && (other.validTo === null || other.validTo >= one.validFrom);

/** The first day of a period on which none of the others holds; null when there is none. */
function firstGap(periods: readonly Period[], { validFrom, validTo }: Period): Day | null {
  let day = validFrom;
  for (const one of periods.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (one.validFrom > day) return day;
    if (one.validTo === null || (validTo !== null && one.validTo >= validTo)) return null;
    day = addDays(one.validTo, 1);
  }
  return day;
}
