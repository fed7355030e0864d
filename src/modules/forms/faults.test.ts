import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkLaw } from "../../kernel/law/check.ts";
import { formLaw } from "./law.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "forms-"));
  await mkdir(join(dir, "forms"));
});
afterEach(() => rm(dir, { recursive: true }));

const good = `- code: X01
  validFrom: 2026-07-01
  source: Mẫu của bài thử
  certainty: memory
  issuedBy: Thông tư thử
  name: { vi: Tờ khai, en: Form }
  paper: a4
  pages:
    - id: first
      questions:
        - id: moved
          kind: yesNo
          label: { vi: Có chuyển không?, en: Moved? }
    - id: second
      title: { vi: Chuyển đi, en: Moving }
      onlyIf: { question: moved, is: ["yes"] }
      questions:
        - { id: when, kind: day, when: past, label: { vi: Ngày nào?, en: When? } }
        - id: why
          kind: choice
          label: { vi: Vì sao?, en: Why? }
          options:
            - { id: work, label: { vi: Đi làm, en: Work } }
            - { id: study, label: { vi: Đi học, en: Study } }
    - id: third
      questions:
        - id: things
          kind: rows
          label: { vi: Những gì?, en: What? }
          columns:
            - { id: name, kind: text, label: { vi: Tên, en: Name } }
  lines:
    - label: { vi: Ngày, en: Day }
      values: [{ question: when, onlyIf: { question: moved, is: ["yes"] } }]
`;

/** Plants one mistake and tells "line:column message" of all that is found, in English. */
async function planted(was: string, is: string): Promise<string[]> {
  expect(good).toContain(was);
  await writeFile(join(dir, "forms/X01.yaml"), good.replace(was, is));
  const { findings } = await checkLaw(dir, { forms: formLaw });
  expect(findings.every(({ file, message }) => file === "forms/X01.yaml" && message.vi !== message.en)).toBe(true);
  return findings.map(({ line, column, message }) => `${line}:${column} ${message.en}`);
}

test("a good form has no finding, and the form of the house has none", async () => {
  expect(await planted("moved", "moved")).toEqual([]);
  expect((await checkLaw("db/law", { forms: formLaw })).findings.filter(({ file }) => file.startsWith("forms/"))).toEqual([]);
});

test.each([
  ["onlyIf: { question: moved, is", "onlyIf: { question: move, is", ['16:27 there is no question called "move"']],
  ["onlyIf: { question: moved, is", "onlyIf: { question: things, is", ['16:27 "things" is asked on this page or later; a condition looks at an earlier page']],
  ['question: moved, is: ["yes"] }\n      questions', 'question: moved, is: ["maybe"] }\n      questions', ['16:38 "moved" has no option "maybe"']],
  ['onlyIf: { question: moved, is: ["yes"] }\n      questions', "onlyIf: {}\n      questions", ["16:15 onlyIf names no condition"]],
  ["id: why", "id: when", ['19:15 two questions are called "when"']],
  ["id: third", "id: second", ['25:11 two pages are called "second"']],
  ["id: study", "id: work", ['24:21 two options are called "work"']],
  ["            - { id: study, label: { vi: Đi học, en: Study } }\n", "", ["23:13 a choice needs at least two options"]],
  ["kind: choice", "kind: choices", ["20:17 must be one of: text, longText, day, choice, yesNo, personalId, phone, email, address, number, rows"]],
  ["kind: choice", "kind: text", ["23:13 only a choice has options"]],
  ["kind: rows", "kind: text", ["31:13 only rows have columns"]],
  ["          columns:\n            - { id: name, kind: text, label: { vi: Tên, en: Name } }\n", "", ["27:11 rows need at least one column"]],
  ["id: name, kind: text", "id: name, kind: text, when: past", ["31:45 only a day has when"]],
  ["      title: { vi: Chuyển đi, en: Moving }\n", "", ["17:9 a page of several questions needs a title"]],
  ["values: [{ question: when,", "values: [{ question: whn,", ['34:28 there is no question called "whn"']],
  ["values: [{ question: when,", "values: [{ ", ["34:16 a printed value needs a question or a text"]],
  ["label: { vi: Ngày nào?, en: When? }", "label: { vi: Ngày nào? }", ['18:53 "en" is missing']],
])("a mistake is told where it stands: %s becomes %s", async (was, is, told) => {
  expect(await planted(was, is)).toEqual(told);
});
