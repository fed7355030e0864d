import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNfc, normalise, tidy } from "./vietnamese.ts";

describe("finding a name however it was typed", () => {
  test.each([
    ["Quý Sơn", "Quí Sơn"],
    ["Đại Hóa", "Đại Hoá"],
    ["Trần Văn Đức", "tran van duc"],
    ["Nguyễn Thị Thuý", "NGUYEN THI THÚY"],
    ["Lý Mỹ", "Lí Mĩ"],
    ["Hòa".normalize("NFD"), "hoà"],
    ["  Bích\u00a0 Động ", "bich dong"],
    ["Đình Trám", "đình trám"],
    ["İNH", "inh"],
  ])("%s and %s meet", (one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });

  test.each([
    ["Quyên", "Quiên"],
    ["Thúy", "Thúi"],
    ["Đào Mỹ", "Đào Mơ"],
    ["Hòa", "Hỏi"],
  ])("%s and %s stay apart", (one, other) => {
    expect(normalise(one)).not.toBe(normalise(other));
  });

  test("twice is the same as once, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });

  test("marks never matter", () => {
    const letters = fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxy AĂÂBCDĐEÊ");
    const marks = fc.constantFrom("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323");
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, marks)), (pairs) => {
        const marked = pairs.map(([letter, mark]) => letter + mark).join("");
        const bare = pairs.map(([letter]) => letter).join("");
        expect(normalise(marked)).toBe(normalise(bare));
        expect(normalise(marked)).toMatch(/^[a-z ]*$/);
      }),
    );
  });
});

describe("storing text", () => {
  test("spaces are collapsed, letters composed, nothing else is touched", () => {
    expect(tidy("  Nguyễn\t Văn\n An ".normalize("NFD"))).toBe("Nguyễn Văn An");
  });

  test("what was tidied is composed and stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(isNfc(tidy(text))).toBe(true);
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });

  test("decomposed text is recognised", () => {
    expect(isNfc("Hòa")).toBe(true);
    expect(isNfc("Hòa".normalize("NFD"))).toBe(false);
  });
});
