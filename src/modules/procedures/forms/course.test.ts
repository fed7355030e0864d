import { expect, test } from "vitest";
import { parseRefusal } from "./course.ts";

test("the next steps of a refusal are its lines, tidied, and an empty line is no step", () => {
  const form = parseRefusal({ version: "1", codes: "papersDisagree", nextSteps: " Sửa giấy khai sinh \r\n   \r\n\t\nNộp  lại\n " }, ["papersDisagree"]);
  expect(form).toMatchObject({ ok: true, value: { nextSteps: ["Sửa giấy khai sinh", "Nộp lại"] } });
});
