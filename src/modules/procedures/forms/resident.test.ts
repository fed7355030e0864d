import { describe, expect, test } from "vitest";
import { trackTexts } from "../texts/resident.ts";
import { parseLookUp, parseRatingSlip, parseScore, refuseLookUp } from "./resident.ts";

const code = "H05.24.612-261120-0007";

describe("looking a dossier up", () => {
  // As older people type it, as phones correct it, and as it comes out of a message.
  test.each([
    code,
    "h05.24.612-261120-0007",
    "  H05.24.612-261120-0007 ",
    "H05.24.612–261120–0007",
    "H05.24.612 - 261120 - 0007",
    "h05.24.612 261120 0007",
    "H05 24 612 261120 0007",
    "Ｈ05.24.612-261120-0007",
  ])("finds the code in %s", (typed) => {
    const form = parseLookUp({ code: typed, last4: "5678" });
    expect(form.ok && form.value.codes).toContain(code);
  });

  test("reads a code of before 2025, whose agency begins with a digit", () => {
    const form = parseLookUp({ code: "576 19 24 h02 231120 0012", last4: "5678" });
    expect(form.ok && form.value.codes).toContain("576.19.24.H02-231120-0012");
  });

  test.each(["5678", " 5678", "5 6 7 8", "56-78"])("takes four digits however they are spaced: %s", (typed) => {
    expect(parseLookUp({ code, last4: typed })).toMatchObject({ ok: true, value: { last4: "5678" } });
  });

  test.each(["", "567", "56789", "56a8", "0912345678"])("asks for exactly four digits instead of %j", (typed) => {
    expect(parseLookUp({ code, last4: typed })).toMatchObject({ ok: false, errors: { last4: trackTexts.last4Wrong } });
  });

  test.each([
    ["", trackTexts.codeMissing],
    ["0007", trackTexts.codeWrong],
    ["Hoàng Thị Nga", trackTexts.codeWrong],
    ["1".repeat(61), trackTexts.codeWrong],
  ])("says what a code looks like instead of taking %j", (typed, message) => {
    expect(parseLookUp({ code: typed, last4: "5678" })).toMatchObject({ ok: false, errors: { code: message } });
  });

  test("keeps what was typed, tells every error at once, and takes no list for a text", () => {
    expect(parseLookUp({ code: "abc", last4: "1" })).toEqual({
      ok: false,
      errors: { code: trackTexts.codeWrong, last4: trackTexts.last4Wrong },
      typed: { code: "abc", last4: "1" },
    });
    expect(parseLookUp({ code: [code, code], last4: "5678" }).ok).toBe(false);
    expect(parseLookUp(undefined).ok).toBe(false);
  });

  test("a wrong pair names both fields in one sentence, so that nobody learns which was right", () => {
    const refused = refuseLookUp({ code, last4: "1111" });
    expect(refused).toMatchObject({ errors: { code: trackTexts.noMatch }, typed: { code, last4: "1111" } });
    expect(Object.keys(refused.errors)).toEqual(["code"]);
  });
});

describe("rating", () => {
  test.each(["verySatisfied", "satisfied", "notSatisfied"] as const)("takes %s", (score) => {
    expect(parseScore({ score })).toEqual({ ok: true, value: { score } });
  });

  test.each(["", "5", "excellent", undefined])("takes nothing else, such as %j", (score) => {
    expect(parseScore({ score }).ok).toBe(false);
  });

  test("the paper slip needs code, digits and one tick", () => {
    expect(parseRatingSlip({ code, last4: "5678", score: "satisfied" })).toMatchObject({ ok: true, value: { last4: "5678", score: "satisfied" } });
    const empty = parseRatingSlip({});
    expect(empty.ok ? [] : Object.keys(empty.errors).sort()).toEqual(["code", "last4", "score"]);
  });
});
