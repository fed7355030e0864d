import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDay } from "../../base/day.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { type Answers, answerKnown, answerPage, findPage, isComplete, openPage, pageBefore, type Questionnaire, walk } from "./engine.ts";
import { complaintsOfPages } from "./faults.ts";
import { type Form, formLaw, type Page, pagesField } from "./law.ts";

let ct01: Form;
beforeAll(async () => {
  const { forms } = await loadLaw("db/law", { forms: formLaw });
  ct01 = forms.rows.find(({ code, validTo }) => code === "CT01" && validTo === null) as Form;
});

const filled: Answers = {
  fullName: "Giáp Thị Hoè",
  bornOn: "1984-02-09",
  sex: "female",
  idNumber: "024184009999",
  phone: "",
  email: "",
  isHead: "no",
  headName: "Giáp Văn Thuở",
  relationToHead: "Vợ",
  headIdNumber: "024080009998",
  request: "Đăng ký tạm trú",
  together: "yes",
  members: [{ fullName: "Giáp An", bornOn: "2011-12-01", sex: "male", idNumber: "024211009997", relation: "Con" }],
};
const asked = (): Questionnaire => ({ pages: ct01.pages, situation: { case: "standard" } });

describe("the declaration CT01", () => {
  test("is asked one page after the other until all is answered", () => {
    const seen: string[] = [];
    let answers: Answers = {};
    for (let page = openPage(asked(), answers); page !== null; page = openPage(asked(), answers)) {
      seen.push(page.id);
      answers = answerPage(asked(), answers, { pageId: page.id, answers: filled });
    }
    expect(seen).toEqual(["person", "contact", "headOrNot", "head", "request", "others", "members"]);
    expect(answers).toEqual(filled);
  });

  test("asks the head of a household nothing about a head, and forgets what was said of one", () => {
    const changed = answerPage(asked(), filled, { pageId: "headOrNot", answers: { isHead: "yes" } });
    expect(Object.keys(changed)).not.toEqual(expect.arrayContaining(["headName"]));
    expect(isComplete(asked(), changed)).toBe(true);
    const back = answerPage(asked(), changed, { pageId: "headOrNot", answers: { isHead: "no" } });
    expect(openPage(asked(), back)?.id).toBe("head");
  });

  test("takes from a page the answers of that page alone", () => {
    const answers = answerPage(asked(), {}, { pageId: "contact", answers: { phone: "0912345678", email: "", fullName: "Ai đó" } });
    expect(answers).toEqual({ phone: "0912345678", email: "" });
    expect(answerPage(asked(), filled, { pageId: "nowhere", answers: { phone: "x" } })).toEqual(filled);
  });

  test("does not ask what the card has said, and offers the rest", () => {
    const facts = { fullName: "Hoàng Thị Nga", bornOn: "1979-08-17", sex: "female", idNumber: "024181009876", phone: "0912345678" };
    const answers = answerKnown(asked(), {}, { facts, sure: ["fullName", "bornOn", "sex", "idNumber"] });
    expect(answers).toEqual({ fullName: "Hoàng Thị Nga", bornOn: "1979-08-17", sex: "female", idNumber: "024181009876" });
    expect(openPage(asked(), answers)?.id).toBe("contact");
    expect(answerKnown(asked(), filled, { facts, sure: ["fullName"] })).toMatchObject({ fullName: "Giáp Thị Hoè" });
  });
});

/** Questionnaires of every shape: each page may look at any yesNo or choice before it, at the case, or at nothing. */
const questionnaires: fc.Arbitrary<Questionnaire> = fc
  .array(
    fc.record({
      kinds: fc.array(fc.constantFrom("yesNo", "choice", "text", "rows"), { minLength: 1, maxLength: 3 }),
      required: fc.boolean(),
      looksAt: fc.option(fc.nat(30), { nil: undefined }),
      wants: fc.boolean(),
      onCase: fc.boolean(),
      oneQuestionToo: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .chain((plan) => fc.record({ plan: fc.constant(plan), chosen: fc.constantFrom("a", "b") }))
  .map(({ plan, chosen }) => {
    const label = { vi: "Hỏi", en: "Ask" };
    const pages = plan.map(({ kinds, required, looksAt, wants, onCase, oneQuestionToo }, i) => {
      const earlier = plan.slice(0, i).flatMap((page, p) => page.kinds.flatMap((kind, q) => (kind === "yesNo" || kind === "choice" ? [{ id: `q${p}x${q}`, kind }] : [])));
      const at = looksAt === undefined ? undefined : earlier[looksAt % Math.max(1, earlier.length)];
      const value = at?.kind === "yesNo" ? (wants ? "yes" : "no") : wants ? "one" : "two";
      const onlyIf = { ...(at ? { question: at.id, is: [value] } : {}), ...(onCase ? { case: ["a"] } : {}) };
      const condition = Object.keys(onlyIf).length > 0 ? { onlyIf } : {};
      const questions = kinds.map((kind, q) => ({
        id: `q${i}x${q}`,
        kind,
        label,
        required,
        ...(kind === "choice" ? { options: ["one", "two"].map((id) => ({ id, label })) } : {}),
        ...(kind === "rows" ? { columns: [{ id: "c", kind: "text", label }] } : {}),
        ...(oneQuestionToo && q > 0 ? condition : {}),
      }));
      return { id: `p${i}`, title: label, questions, ...condition };
    });
    return { pages: pagesField.parse(pages), situation: { case: chosen } };
  });

/** An answer that a question takes, by a seed. */
function answerOf(page: Page, seed: number): Answers {
  const one = (kind: string, n: number) => (kind === "yesNo" ? (n % 2 ? "yes" : "no") : kind === "choice" ? (n % 2 ? "one" : "two") : kind === "rows" ? [{ c: "x" }] : "x");
  return Object.fromEntries(page.questions.map(({ id, kind }, i) => [id, one(kind, seed + i)]));
}

const seeds = fc.array(fc.nat(100), { minLength: 30, maxLength: 30 });

/** Answers page after page, the n-th with the n-th seed. */
function answered(questionnaire: Questionnaire, given: readonly number[]): { answers: Answers; rounds: number } {
  let answers: Answers = {};
  let rounds = 0;
  for (let page = openPage(questionnaire, answers); page !== null && rounds <= 100; page = openPage(questionnaire, answers)) {
    answers = answerPage(questionnaire, answers, { pageId: page.id, answers: answerOf(page, given[rounds % given.length] ?? 0) });
    rounds += 1;
  }
  return { answers, rounds };
}

describe("every questionnaire", () => {
  test("that the law accepts leads to an end, in as many steps as it has pages at most", () => {
    fc.assert(
      fc.property(questionnaires, seeds, (questionnaire, given) => {
        expect(complaintsOfPages(questionnaire.pages)).toEqual([]);
        const { answers, rounds } = answered(questionnaire, given);
        expect(rounds).toBeLessThanOrEqual(questionnaire.pages.length);
        expect(isComplete(questionnaire, answers)).toBe(true);
      }),
    );
  });

  test("keeps no answer that is not reached, whatever was in the heap", () => {
    fc.assert(
      fc.property(questionnaires, seeds, (questionnaire, given) => {
        const heap = Object.assign({}, ...questionnaire.pages.map((page, i) => answerOf(page, given[i] ?? 0)), { stranger: "x" });
        const { pages, answers } = walk(questionnaire, heap);
        const reached = new Set(pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
        expect(Object.keys(answers).filter((id) => !reached.has(id))).toEqual([]);
        // Walking again with what is left gives the same: nothing that was dropped had carried something else.
        expect(walk(questionnaire, answers)).toEqual({ pages, answers });
      }),
    );
  });

  test("a change drops what it closes and touches nothing else", () => {
    fc.assert(
      fc.property(questionnaires, seeds, fc.nat(20), fc.nat(100), (questionnaire, given, which, seed) => {
        const { answers } = answered(questionnaire, given);
        const { pages } = walk(questionnaire, answers);
        const page = pages[which % pages.length];
        if (!page) return;
        const changed = answerPage(questionnaire, answers, { pageId: page.id, answers: answerOf(page, seed) });
        const own = new Set(page.questions.map(({ id }) => id));
        for (const [id, answer] of Object.entries(changed)) if (!own.has(id)) expect(answer).toEqual(answers[id]);
      }),
    );
  });

  test("going back looks at the page before and changes nothing; answering it as it was changes nothing either", () => {
    fc.assert(
      fc.property(questionnaires, seeds, fc.nat(20), (questionnaire, given, which) => {
        const { answers } = answered(questionnaire, given);
        const frozen = Object.freeze({ ...answers });
        const { pages } = walk(questionnaire, frozen);
        const at = which % Math.max(1, pages.length);
        const page = pages[at];
        if (!page) return;
        expect(pageBefore(questionnaire, frozen, page.id)).toEqual(pages[at - 1] ?? null);
        expect(findPage(questionnaire, frozen, page.id)).toEqual(page);
        expect(answerPage(questionnaire, frozen, { pageId: page.id, answers: frozen })).toEqual(answers);
      }),
    );
  });
});

test("two periods of one form keep their answers under the same words", async () => {
  const { forms } = await loadLaw("db/law", { forms: formLaw });
  const periods = forms.rows.filter(({ code }) => code === "CT01");
  expect(periods.map(({ validFrom }) => validFrom)).toEqual(["2023-02-05", "2024-01-01", "2026-07-01"].map(parseDay));
  const ids = (form: Form | undefined) => form?.pages.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? [];
  expect(ids(periods[0])).toEqual(expect.arrayContaining(ids(periods[2])));
  expect(ids(periods[0])).toContain("occupation");
  expect(ids(periods[2])).not.toContain("occupation");
});
