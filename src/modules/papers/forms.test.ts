import { describe, expect, test } from "vitest";
import { newReference, showReference } from "../../kernel/reference.ts";
import { parseCode, parsePaperFile } from "./forms.ts";
import { texts } from "./texts.ts";

const code = newReference();

describe("the code of a paper", () => {
  test.each([
    code,
    showReference(code),
    code.toLowerCase(),
    `  ${showReference(code).replaceAll("-", " ")} `,
    showReference(code).replaceAll("-", "–"),
    `https://gan-dan.example/xac-minh/${code}`,
  ])("is read from %s", (typed) => {
    expect(parseCode({ code: typed })).toEqual({ ok: true, value: { code } });
  });

  test.each([
    ["", texts.codeMissing],
    ["ABCD", texts.codeWrong],
    [code.slice(1), texts.codeWrong],
    [`${code}3`, texts.codeWrong],
    // Letters that are easily misread are never printed, so that nobody can confuse them.
    ["O".repeat(16), texts.codeWrong],
    ["x".repeat(290), texts.codeWrong],
  ])("is not read from %j, and the sentence says what to look at", (typed, message) => {
    expect(parseCode({ code: typed })).toEqual({ ok: false, errors: { code: message }, typed: { code: typed } });
  });
});

test("the file form needs a file, and takes only the one of its own field", () => {
  const bytes = Buffer.from("%PDF-1.7");
  expect(parsePaperFile({}, [{ field: "file", name: "giay.pdf", bytes }])).toEqual({ ok: true, value: { bytes } });
  expect(parsePaperFile({}, [{ field: "other", name: "giay.pdf", bytes }])).toMatchObject({ ok: false, errors: { file: texts.fileMissing } });
  expect(parsePaperFile({}, [])).toMatchObject({ ok: false });
});
