import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, thom } from "../../../test/world/counter.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { said } from "../../../test/world/resident-server.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { inTx } from "../../kernel/tx.ts";
import { formLaw } from "../forms/index.ts";
import { counterServer, minh, now, pagesOf } from "./declare.stage.ts";
import { procedureLaw } from "./law.ts";
import { declaredPdf } from "./service/declaration-paper.ts";
import { declaredOf, saveAnswers } from "./service/declare.ts";
import { draftOf, getIntake, startIntake } from "./service/intake.ts";
import { getProcedure, type Receive, receiveDossier } from "./service/receive.ts";
import { getProcedureOf } from "./service/version.ts";
import { getDossier } from "./service/work.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
});

test("what was declared on the form of one period is read with it when another is in force, with its own words and its own paper", async () => {
  const then = at("2026-06-29T09:00:00");
  const answers = {
    contact: { phone: "", email: "" },
    headOrNot: { isHead: "yes" },
    request: { request: "Xác nhận" },
    others: { together: "no" },
    whatToConfirm: { confirmWhat: "permanent" },
    purpose: { confirmFor: "" },
  };
  const given: Receive = { procedureCode: "1.010041", caseId: "standard", conditions: [], exemption: null, handedOver: [], phone: null, hamletId: null, request: "Xác nhận" };
  const ref = await world.commit(minh, (tx) => startIntake(tx, { ...thom, bornOn: thom.bornOn as never, phone: null }), then);
  for (const [pageId, typed] of Object.entries(answers)) {
    await world.commit(minh, (tx) => saveAnswers(tx, ref, { procedure: getProcedure(tx, "1.010041"), caseId: "standard", pageId, answers: typed }), then);
  }
  const { publicRef } = await world.commit(minh, (tx) => receiveDossier(tx, ref, given), then);
  const read = await world.try(
    minh,
    async (tx) => {
      const { dossier } = await getDossier(tx, publicRef);
      return { dossier, declared: declaredOf(tx, dossier, getProcedureOf(tx, dossier)) };
    },
    now,
  );
  expect(read.dossier.formFrom).toBe("2024-01-01");
  expect(read.declared?.form?.issuedBy).toBe("Thông tư số 66/2023/TT-BCA");
  expect((await world.try(minh, (tx) => declaredPdf(tx, publicRef), now)).pdf.length).toBeGreaterThan(5_000);
  const server = await counterServer(world, world.house);
  const page = said((await pagesOf(server).get(`/can-bo/ho-so/${publicRef}`)).body);
  await server.close();
  expect(page).toMatch(/Khai trên máy, mẫu CT01.*Họ, chữ đệm và tên Hoàng Thị Nga/);
  expect(page).not.toContain("tên khai sinh");
});

test("an intake of the version before this one, which held the bearer alone, is still understood", async () => {
  const ref = await world.commit(minh, (tx) => startIntake(tx, { ...thom, bornOn: thom.bornOn as never, phone: null }), now);
  await world.asOwner((client) => client.query("update intakes set sealed = $1 where ref = $2", [world.house.vault.seal(JSON.stringify({ ...thom, phone: null })), ref]));
  const open = await world.try(minh, (tx) => getIntake(tx, ref), now);
  expect(open.bearer.fullName).toBe(thom.fullName);
  expect(await world.try(minh, async (tx) => draftOf(tx, open.intake), now)).toEqual({ answers: {}, prepared: null });
});
const procedureFile = `- code: "9.000012"
  matt: null
  group: other
  validFrom: 2026-07-01
  source: Thủ tục của bài thử
  certainty: memory
  name: { vi: Cho mượn hội trường xã, en: Lending the hall }
  purpose: { vi: Mượn hội trường để họp thôn, en: To borrow the hall }
  online: none
  filedAt: dwelling
  whoMayFile: { vi: Trưởng thôn, en: The head of a hamlet }
  declarationForm: { code: X12, name: { vi: Giấy mượn hội trường, en: Request for the hall } }
  questionsFrom: { source: Bài thử, certainty: memory }
  questions:
    - id: occasion
      questions:
        - id: occasion
          kind: choice
          label: { vi: Họp việc gì?, en: What for? }
          options: [{ id: meeting, label: { vi: Họp thôn, en: Meeting } }, { id: feast, label: { vi: Liên hoan, en: Feast } }]
    - id: guests
      onlyIf: { question: occasion, is: [feast], case: [big] }
      questions:
        - { id: guests, kind: number, max: 500, label: { vi: Bao nhiêu người?, en: How many? } }
  requestText: { vi: "Mượn hội trường: {occasion}, {case}", en: "The hall: {occasion}, {case}" }
  formSet: { name: Bài thử, receipt: CT04, supplement: CT05, refusal: CT06 }
  results: [{ form: CT08, name: { vi: Thông báo, en: Notice } }]
  terms: [{ id: standard, label: { vi: Mọi trường hợp, en: All }, term: 2 working days }]
  fees: []
  cases:
    - { id: small, name: { vi: Dưới năm mươi người, en: Small } }
    - { id: big, name: { vi: Đông người, en: Big }, papers: [{ code: X12, name: { vi: Giấy mượn, en: Request }, originals: 1, copies: 0 }] }
  bring: [{ vi: Thẻ căn cước, en: Identity card }]
  after: [{ vi: Chờ kết quả, en: Wait }]
  legalBasis: [Bài thử]
`;
const formFile = `- code: X12
  validFrom: 2026-07-01
  source: Mẫu của bài thử
  certainty: memory
  issuedBy: Bài thử
  name: { vi: Giấy mượn hội trường, en: Request for the hall }
  paper: a5
  template: src/modules/forms/documents/declaration.typ
  pages:
    - id: who
      questions:
        - { id: fullName, kind: text, from: fullName, label: { vi: Ai mượn?, en: Who? } }
    - id: day
      questions:
        - { id: day, kind: day, when: future, label: { vi: Hôm nào?, en: Which day? } }
  lines:
    - { label: { vi: Người mượn, en: Borrower }, values: [{ question: fullName }] }
    - { label: { vi: Ngày, en: Day }, values: [{ question: day }] }
`;

/** A house with one procedure and one form more, from a folder of law. */
async function withTwelfth() {
  const dir = await mkdtemp(join(tmpdir(), "twelfth-"));
  for (const folder of ["forms", "procedures"]) await cp(`db/law/${folder}`, join(dir, folder), { recursive: true });
  await writeFile(join(dir, "procedures/9.000012.yaml"), procedureFile);
  await writeFile(join(dir, "forms/X12.yaml"), formFile);
  const { procedures, forms } = await loadLaw(dir, { procedures: procedureLaw, forms: formLaw });
  await rm(dir, { recursive: true });
  return await counterServer(world, { ...world.house, procedures, forms });
}
test("a new procedure needs a data file and the form it names: from the card over its questions to the receipt, with no code", async () => {
  const server = await withTwelfth();
  const desk = pagesOf(server);
  const intake = await desk.intakeOf("001012");
  const found = await desk.send(intake, { thuTuc: "hoi truong" });
  expect(found.headers.location).toContain("/9.000012");
  const papers = `${intake}/9.000012`;
  const asked = await desk.askedAt(`${papers}/to-khai?truong-hop=big`, { occasion: { occasion: "feast" }, guests: { guests: "80" }, day: { day: "1/12/2026" } });
  expect(asked).toEqual(["occasion", "guests", "day"]);
  const paper = await desk.get(`${papers}/to-khai.pdf?truong-hop=big`);
  expect(paper.headers["content-type"]).toBe("application/pdf");
  const received = await desk.send(`${papers}?truong-hop=big`, { request: "Mượn hội trường: Liên hoan, Đông người" });
  expect(received.statusCode, said(received.body)).toBe(303);
  const address = String(received.headers.location).split("?")[0] ?? "";
  const page = said((await desk.get(address)).body);
  expect(page).toMatch(/Cho mượn hội trường xã.*Khai trên máy, mẫu X12.*Bao nhiêu người\? 80/);
  expect((await desk.get(`${address}/giay-hen.pdf`)).headers["content-type"]).toBe("application/pdf");
  await inTx(world.database, { house: world.house, actor: minh, now }, async (tx) => expect(() => getProcedure(tx, "9.000012")).toThrow());
  await server.close();
});
