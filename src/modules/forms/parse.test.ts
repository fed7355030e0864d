import { describe, expect, test } from "vitest";
import { parseDay } from "../../base/day.ts";
import { type Page, pagesField } from "./law.ts";
import { parseAnswers, rowsTyped } from "./parse.ts";
import { showAnswer, typedAnswers } from "./show.ts";

const today = parseDay("2026-11-20");
const label = { vi: "Hỏi", en: "Ask" };

/** A page with one question of a kind. */
function page(question: Record<string, unknown>): Page {
  return pagesField.parse([{ id: "page", questions: [{ id: "q", label, ...question }] }])[0] as Page;
}
const said = (one: Page, value: string) => {
  const parsed = parseAnswers(one, { q: value }, today);
  return parsed.ok ? parsed.value["q"] : parsed.errors["q"]?.vi;
};

describe("an answer", () => {
  test.each([
    ["text", "  Giáp  Văn Thuở ", "Giáp Văn Thuở"],
    ["day", "5/3/1981", "1981-03-05"],
    ["day", "05031981", "1981-03-05"],
    ["yesNo", "yes", "yes"],
    ["personalId", "024 181 009 876", "024181009876"],
    ["phone", "+84 912 345 678", "0912345678"],
    ["email", "hoa@thu.vn", "hoa@thu.vn"],
    ["email", "mailto:hoa@thu.vn", "hoa@thu.vn"],
    ["number", "12", "12"],
    ["address", "Thôn Kép\n\nTiên Lục", "Thôn Kép\n\nTiên Lục"],
  ])("of the kind %s: %s is kept as %s", (kind, typed, kept) => {
    expect(said(page({ kind }), typed)).toBe(kept);
  });

  test.each([
    ["text", "", "Xin trả lời câu này."],
    ["day", "", /^Xin điền ngày/],
    ["day", "31/2/2020", /^Không có ngày này/],
    ["yesNo", "perhaps", "Xin chọn một mục."],
    ["personalId", "02418100987", /12 chữ số/],
    ["personalId", "abcdefghijkl", /12 chữ số/],
    ["phone", "12", /10 chữ số/],
    ["email", "hoa", /thư điện tử/],
    ["email", "hoa@thu.vn,khac@thu.vn", /thư điện tử/],
    ["email", "hoa@@thu.vn", /thư điện tử/],
    ["email", "<hoa@thu.vn>", /thư điện tử/],
    ["email", `${"a".repeat(60)}@${"b".repeat(50)}.vn`, /nhiều nhất 100/],
    ["number", "-4", /số nguyên/],
    ["text", "x".repeat(201), /nhiều nhất 200/],
  ])("of the kind %s: %s is refused with what to do", (kind, typed, told) => {
    expect(said(page({ kind }), typed)).toMatch(told);
  });

  test("a day of the past or the future is measured by today, which belongs to both", () => {
    const day = (when: string, typed: string) => said(page({ kind: "day", when }), typed);
    expect([day("past", "20/11/2026"), day("future", "20/11/2026")]).toEqual(["2026-11-20", "2026-11-20"]);
    expect(day("past", "21/11/2026")).toMatch(/đến hôm nay/);
    expect(day("future", "19/11/2026")).toMatch(/từ hôm nay trở đi/);
    expect(day("past", "31/12/1899")).toBe("Ngày này phải từ năm 1900 đến hôm nay.");
    expect(day("future", "31/12/1899")).toBe("Ngày này phải từ hôm nay trở đi.");
    expect(day("any", "31/12/1899")).toBe("Ngày này phải từ năm 1900 trở đi.");
    expect([day("any", "1/1/1900"), day("any", "21/11/2026")]).toEqual(["1900-01-01", "2026-11-21"]);
  });

  test("a number keeps within its bounds, and a choice within its options", () => {
    expect(said(page({ kind: "number", min: 1, max: 9 }), "10")).toMatch(/từ 1 đến 9/);
    expect(said(page({ kind: "choice", options: ["a", "b"].map((id) => ({ id, label })) }), "c")).toBe("Xin chọn một mục.");
  });

  test("that may be left empty is kept as left empty, which is an answer", () => {
    for (const kind of ["text", "day", "phone", "email", "number", "personalId"]) expect(said(page({ kind, required: false }), "")).toBe("");
  });

  test("what was typed wrong is given back, and nothing but the questions of the page is read", () => {
    const parsed = parseAnswers(page({ kind: "personalId" }), { q: " 12 ", stranger: "x" }, today);
    expect(parsed).toMatchObject({ ok: false, typed: { q: "12" } });
    expect(parseAnswers(page({ kind: "text" }), { q: "a", stranger: "x" }, today)).toEqual({ ok: true, value: { q: "a" } });
    for (const rubbish of [null, 7, "text", [], { q: { a: 1 } }, { q: ["a", "b"] }]) expect(parseAnswers(page({ kind: "personalId" }), rubbish, today).ok).toBe(false);
  });
});

describe("a small table", () => {
  const members = page({
    kind: "rows",
    max: 2,
    columns: [
      { id: "name", kind: "text", label },
      { id: "born", kind: "day", when: "past", label, required: false },
    ],
  });

  test("keeps the rows that were filled and forgets the empty ones between", () => {
    const parsed = parseAnswers(members, { "q.0.name": "Giáp An", "q.0.born": "1/12/2011", "q.1.name": " ", "q.2.name": "Giáp Bình" }, today);
    expect(parsed).toEqual({
      ok: true,
      value: {
        q: [
          { name: "Giáp An", born: "2011-12-01" },
          { name: "Giáp Bình", born: "" },
        ],
      },
    });
  });

  test("tells a mistake beside its cell, a half row, too many rows and none at all", () => {
    const errors = (body: unknown) => {
      const parsed = parseAnswers(members, body, today);
      return parsed.ok ? null : Object.entries(parsed.errors).map(([name, message]) => `${name}: ${message.vi}`);
    };
    expect(errors({ "q.0.name": "An", "q.0.born": "x" })).toEqual(["q.0.born: Không có ngày này. Xin gõ ngày/tháng/năm, ví dụ: 05/03/1981."]);
    expect(errors({ "q.1.born": "1/12/2011" })).toEqual(["q.1.name: Xin trả lời câu này."]);
    expect(errors({ "q.0.name": "A", "q.1.name": "B", "q.2.name": "C" })).toEqual(["q.0.name: Nhiều nhất 2 dòng."]);
    expect(errors({})).toEqual(["q.0.name: Xin ghi ít nhất một dòng."]);
    expect(errors({ "q.999.name": "A" })).toEqual(["q.0.name: Xin ghi ít nhất một dòng."]);
  });

  test("comes back into its fields as it was", () => {
    const answers = { q: [{ name: "Giáp An", born: "2011-12-01" }] };
    const typed = typedAnswers(members, answers);
    expect(typed).toEqual({ "q.0.name": "Giáp An", "q.0.born": "1/12/2011" });
    const again = parseAnswers(members, typed, today);
    expect(again.ok && again.value).toEqual(answers);
    expect(rowsTyped({ id: "q" }, typed)).toBe(1);
  });
});

describe("an answer in words", () => {
  const one = (question: Record<string, unknown>) => page(question).questions[0] as Page["questions"][number];
  const shown = (question: Record<string, unknown>, answer: never | string | Record<string, string>[], ids: "whole" | "end" = "whole") =>
    showAnswer(one(question), answer, { lang: "vi", ids });

  test("days, choices, yes and no, numbers of persons and rows are told as people say them", () => {
    expect(shown({ kind: "day" }, "2011-12-01")).toEqual(["1/12/2011"]);
    expect(
      shown(
        {
          kind: "choice",
          options: [
            { id: "a", label: { vi: "Đi làm", en: "Work" } },
            { id: "b", label },
          ],
        },
        "a",
      ),
    ).toEqual(["Đi làm"]);
    expect(shown({ kind: "yesNo" }, "no")).toEqual(["Không"]);
    expect(shown({ kind: "personalId" }, "024181009876")).toEqual(["024181009876"]);
    expect(shown({ kind: "personalId" }, "024181009876", "end")).toEqual(["số cuối …9876"]);
    expect(shown({ kind: "text", required: false }, "")).toEqual(["để trống"]);
    const columns = [
      { id: "name", kind: "text", label },
      { id: "id", kind: "personalId", label },
    ];
    expect(shown({ kind: "rows", columns }, [{ name: "An", id: "024181009876" }], "end")).toEqual(["An · số cuối …9876"]);
    expect(shown({ kind: "rows", columns }, [])).toEqual(["không có ai, không có gì"]);
  });
});
