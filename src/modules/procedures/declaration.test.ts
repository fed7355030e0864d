import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parseDay } from "../../base/day.ts";
import { checkLaw } from "../../kernel/law/check.ts";
import { type LawOf, loadLaw } from "../../kernel/law/load.ts";
import { type Answers, answerPage, formLaw, openPage, type Page, parseAnswers, walk } from "../forms/index.ts";
import { declarationAsMade, declarationOn, requestSentence } from "./declaration.ts";
import { procedureLaw } from "./law.ts";

const defs = { procedures: procedureLaw, forms: formLaw };
let law: LawOf<typeof defs>;
beforeAll(async () => {
  law = await loadLaw("db/law", defs);
});

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "declaration-"));
  for (const folder of ["forms", "procedures"]) await cp(`db/law/${folder}`, join(dir, folder), { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

const samples = {
  text: "Giáp Thị Hoè",
  longText: "Đề nghị",
  day: "20/11/2026",
  yesNo: "no",
  personalId: "024184009999",
  phone: "0912345678",
  email: "",
  address: "Thôn Kép",
  number: "3",
} as const;

/** What a resident types on a page: something good in every field. */
function typedOn(page: Page): Record<string, string> {
  return Object.fromEntries(
    page.questions.flatMap(({ id, kind, options, columns }) =>
      kind === "rows"
        ? columns.map((column): [string, string] => [`${id}.0.${column.id}`, column.kind === "choice" ? (column.options[0]?.id ?? "") : samples[column.kind]])
        : [[id, kind === "choice" ? (options[0]?.id ?? "") : samples[kind]] as [string, string]],
    ),
  );
}

test("every procedure can be answered in every case and every period, from the first page to the last", () => {
  const codes = new Set<string>();
  for (const procedure of law.procedures.rows) {
    for (const { id: caseId, doneByAuthority } of procedure.cases) {
      if (doneByAuthority) continue;
      const { questionnaire } = declarationOn(law.forms, procedure, { caseId, day: procedure.validFrom });
      let answers: Answers = {};
      for (let page = openPage(questionnaire, answers); page !== null; page = openPage(questionnaire, answers)) {
        const parsed = parseAnswers(page, typedOn(page), parseDay("2026-11-20"));
        expect(parsed, `${procedure.code} ${caseId} ${page.id}`).toMatchObject({ ok: true });
        if (parsed.ok) answers = answerPage(questionnaire, answers, { pageId: page.id, answers: parsed.value });
      }
      expect(Object.keys(answers).length, `${procedure.code} ${caseId}`).toBeGreaterThan(3);
      expect(requestSentence(procedure, caseId, answers)).not.toMatch(/[{}…]/);
      codes.add(procedure.code);
    }
  }
  expect([...codes].sort()).toEqual([...new Set(law.procedures.rows.map(({ code }) => code))].sort());
});

test("the sentence of the request is made of what was answered", () => {
  const procedure = law.procedures.rows.find(({ code, validTo }) => code === "1.004194" && validTo === null);
  if (!procedure) throw new Error("no such procedure");
  expect(requestSentence(procedure, "standard", { stayAddress: "Tổ dân phố Kép", stayFrom: "2026-12-01", stayUntil: "2027-12-01" })).toBe(
    "Đăng ký tạm trú tại Tổ dân phố Kép, từ ngày 1/12/2026 đến ngày 1/12/2027",
  );
  expect(requestSentence(procedure, "standard", {})).toContain("…");
});

test("what was declared on the form of one period is read with that period, whatever came later", () => {
  const procedure = law.procedures.rows.find(({ code, validFrom }) => code === "1.010041" && validFrom === "2023-02-05");
  if (!procedure) throw new Error("no such procedure");
  const made = declarationAsMade(law.forms, procedure, { caseId: "standard", formCode: "CT01", formFrom: parseDay("2023-02-05") });
  const { pages } = walk(made?.questionnaire ?? { pages: [], situation: {} }, { occupation: "Làm ruộng" });
  expect(pages.map(({ id }) => id)).toContain("work");
  const now = declarationOn(law.forms, procedure, { caseId: "standard", day: parseDay("2026-11-20") });
  expect(walk(now.questionnaire, { occupation: "Làm ruộng" }).answers).toEqual({});
  expect(declarationAsMade(law.forms, procedure, { caseId: "standard", formCode: "CT99", formFrom: parseDay("2023-02-05") })).toBeNull();
});

const twelfth = `- code: "9.000012"
  matt: "99999"
  group: residence
  validFrom: 2026-07-01
  source: Thủ tục của bài thử
  certainty: memory
  name: { vi: Thủ tục thứ mười hai, en: A twelfth procedure }
  purpose: { vi: Để thử, en: To try }
  online: none
  filedAt: dwelling
  whoMayFile: { vi: Ai cũng được, en: Anybody }
  declarationForm: { code: X12, name: { vi: Tờ khai X12, en: Declaration X12 } }
  questionsFrom: { source: Bài thử, certainty: memory }
  questions:
    - id: why
      questions:
        - { id: why, kind: text, label: { vi: Để làm gì?, en: What for? } }
  requestText: { vi: "Xin {why}", en: "For {why}" }
  formSet: { name: Bài thử, receipt: CT04, supplement: CT05, refusal: CT06 }
  results: [{ form: CT08, name: { vi: Thông báo, en: Notice } }]
  terms: []
  fees: []
  cases: [{ id: standard, name: { vi: Mọi trường hợp, en: All } }]
  bring: [{ vi: Thẻ căn cước, en: Identity card }]
  after: [{ vi: Chờ kết quả, en: Wait }]
  legalBasis: [Bài thử]
`;
const form = `- code: X12
  validFrom: 2026-07-01
  source: Mẫu của bài thử
  certainty: memory
  issuedBy: Bài thử
  name: { vi: Tờ khai X12, en: Declaration X12 }
  paper: a4
  pages:
    - id: name
      questions:
        - { id: fullName, kind: text, from: fullName, label: { vi: Tên, en: Name } }
`;

async function planted(procedure: string, formFile = form): Promise<string[]> {
  await writeFile(join(dir, "procedures/9.yaml"), procedure);
  await writeFile(join(dir, "forms/X12.yaml"), formFile);
  return (await checkLaw(dir, defs)).findings.map(({ file, line, message }) => `${file}:${line} ${message.en}`);
}

test("a twelfth procedure with a form of its own is accepted as data", async () => {
  expect(await planted(twelfth)).toEqual([]);
});

test.each([
  ["code: X12, name", "code: X13, name", ['procedures/9.yaml:12 no form "X13" is in force on 2026-07-01: write its questions into the folder forms, or say onPaperOnly: true']],
  ["id: why, kind", "id: fullName, kind", ['procedures/9.yaml:18 "{why}" is none of the procedure\'s own questions']],
  ['{ vi: "Xin {why}", en: "For {why}" }', '{ vi: "Xin {why}", en: "For {who}" }', ['procedures/9.yaml:18 "{who}" is none of the procedure\'s own questions']],
  ["    - id: why\n", "    - id: why\n      onlyIf: { case: [other] }\n", ['procedures/9.yaml:16 the procedure has no case "other"']],
  ["  questionsFrom: { source: Bài thử, certainty: memory }\n", "", ["procedures/9.yaml:14 questions need their source and certainty (questionsFrom)"]],
])("a mistake between a procedure and its form is told by file and line: %s becomes %s", async (was, is, told) => {
  expect(twelfth).toContain(was);
  expect(await planted(twelfth.replace(was, is))).toEqual(expect.arrayContaining(told));
});

test("a question of the procedure that its form asks as well, and a form that ends too early, are told", async () => {
  expect(await planted(twelfth.replaceAll("{why}", "{fullName}").replace("id: why, kind", "id: fullName, kind"))).toEqual([
    'procedures/9.yaml:17 the question "fullName" is asked by the form X12 already',
  ]);
  expect(await planted(twelfth, form.replace("  source:", "  validTo: 2026-12-31\n  source:"))).toEqual([
    'procedures/9.yaml:12 no form "X12" is in force on 2027-01-01: write its questions into the folder forms, or say onPaperOnly: true',
  ]);
});
