import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, thom } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { form, said, unbuilt } from "../../../test/world/resident-server.ts";
import type { House } from "../../kernel/house.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { inTx } from "../../kernel/tx.ts";
import { makeHouseFrame } from "../../shell.ts";
import { makeServer } from "../../web/server.ts";
import { formLaw } from "../forms/index.ts";
import { procedureLaw } from "./law.ts";
import { counterRoutes } from "./routes/counter.tsx";
import { declareRoutes } from "./routes/declare.tsx";
import { dossierRoutes } from "./routes/dossier.tsx";
import { declaredPdf } from "./service/declaration-paper.ts";
import { declarationOf, declaredOf, saveAnswers } from "./service/declare.ts";
import { draftOf, getIntake, startIntake } from "./service/intake.ts";
import { getProcedure, type Receive, receiveDossier } from "./service/receive.ts";
import { getProcedureOf } from "./service/version.ts";
import { getDossier } from "./service/work.ts";

let world: World;
let server: FastifyInstance;
let planted: { readonly server: FastifyInstance; readonly dir: string };
const now = at("2026-11-23T09:40:00");
beforeAll(async () => {
  world = await openWorld();
  server = await counterServer(world.house);
  planted = await withTwelfth();
});
afterAll(async () => {
  await server.close();
  await planted.server.close();
  await rm(planted.dir, { recursive: true });
  await world.close();
});

const minh = as(cast.minh);

/** The officers' counter over the world's database, with Minh signed in. */
async function counterServer(house: House): Promise<FastifyInstance> {
  return await makeServer({
    database: world.database,
    house,
    routes: [...counterRoutes, ...declareRoutes, ...dossierRoutes],
    findOfficer: async () => ({ actor: minh, name: cast.minh.name, rank: "", role: "counterOfficer", unitId: cast.minh.unitId, unseen: 0 }),
    frame: makeHouseFrame(house, unbuilt, () => []),
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock: () => now,
  });
}

const signedIn = { phien: "x" };
const get = (address: string, on = server) => on.inject({ url: address, cookies: signedIn });
const send = (address: string, fields: Record<string, string>, on = server) => on.inject(form(address, fields, signedIn));
const card = (digits: string): string => `024181${digits}|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021`;

async function intakeOf(digits: string, on = server): Promise<string> {
  return String((await send("/can-bo/tiep-nhan", { card: card(digits) }, on)).headers.location);
}

/** Answers page after page until the answers are shown, in the order in which they are asked. @returns the pages */
async function askedAt(start: string, typed: Readonly<Record<string, Record<string, string>>>, on = server): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let next = await get(start, on); next.statusCode === 303; next = await get(start, on)) {
    const address = String(next.headers.location);
    const id = address.split("/to-khai/").at(-1)?.split("?")[0] ?? "";
    if (seen.includes(id)) throw new Error(`${id} is asked again`);
    seen.push(id);
    const answered = await send(address, typed[id] ?? {}, on);
    expect(answered.statusCode, `${id}: ${said(answered.body)}`).toBe(303);
  }
  return seen;
}

describe("at the counter", () => {
  test("what the card says is not asked; the rest is, one page after the other, and stands sealed with the dossier", async () => {
    const intake = await intakeOf("001001");
    const papers = `${intake}/1.010041`;
    expect(said((await get(papers)).body)).toContain("Hỏi tờ khai, từng câu một");
    const declaration = `${papers}/to-khai?truong-hop=standard`;
    const asked = await askedAt(declaration, {
      whatToConfirm: { confirmWhat: "household" },
      purpose: { confirmFor: "vay vốn" },
      contact: { phone: "0912 345 678", email: "" },
      headOrNot: { isHead: "no" },
      head: { headName: "Hoàng Văn Chờ", relationToHead: "Con", headIdNumber: "024055000111" },
      request: { request: "Xác nhận các thành viên trong hộ" },
      others: { together: "no" },
    });
    expect(asked).toEqual(["whatToConfirm", "purpose", "contact", "headOrNot", "head", "request", "others"]);
    const check = said((await get(declaration)).body);
    expect(check).toMatch(/Xem lại tờ khai.*Các thành viên trong hộ.*Hoàng Văn Chờ.*024055000111/);
    expect((await get(`${papers}/to-khai.pdf?truong-hop=standard`)).headers["content-type"]).toBe("application/pdf");

    const shown = await get(papers);
    expect(said(shown.body)).toContain("Đã khai xong trên máy");
    expect(shown.body).not.toContain('value="CT01"');
    const received = await send(`${papers}?truong-hop=standard`, { request: "Xác nhận các thành viên trong hộ", termId: "inDatabase", phone: "0912345678" });
    expect(received.statusCode).toBe(303);
    const address = String(received.headers.location).split("?")[0] ?? "";
    const dossier = await get(address);
    expect(said(dossier.body)).toMatch(/Khai trên máy, mẫu CT01.*Các thành viên trong hộ.*số cuối …0111/);
    expect(dossier.body).not.toContain("024055000111");
    expect(said(dossier.body)).toContain("Tờ khai CT01 (1 bản chính)");
    expect((await get(`${address}/to-khai.pdf`)).headers["content-type"]).toBe("application/pdf");
    const { rows } = await world.asOwner((client) =>
      client.query("select declared, form_code, form_from::text, encode(answers_sealed, 'escape') as raw from dossiers order by matter_id desc limit 1"),
    );
    expect(rows[0]).toMatchObject({ declared: "answered", form_code: "CT01", form_from: "2026-07-01" });
    expect(rows[0].raw).not.toMatch(/Ch.*024055|vay/);
    const reads = await world.asOwner((client) => client.query("select count(*)::int as n from reads where subject = (select 'matter:' || max(matter_id) from dossiers)"));
    expect(reads.rows[0].n).toBeGreaterThanOrEqual(2);
  });

  test("going back shows what was answered and changes nothing; a change at a fork drops what it closes", async () => {
    const intake = await intakeOf("001002");
    const base = `${intake}/1.010041/to-khai`;
    const declaration = `${base}?truong-hop=standard`;
    await askedAt(declaration, {
      whatToConfirm: { confirmWhat: "permanent" },
      purpose: { confirmFor: "" },
      contact: { phone: "", email: "" },
      headOrNot: { isHead: "no" },
      head: { headName: "Hoàng Văn Chờ", relationToHead: "Con", headIdNumber: "024055000111" },
      request: { request: "Xác nhận thông tin về cư trú: Nơi thường trú" },
      others: { together: "no" },
    });
    const before = said((await get(declaration)).body);
    expect((await get(`${base}/head?truong-hop=standard`)).body).toContain('value="Hoàng Văn Chờ"');
    expect((await get(`${base}/head?truong-hop=standard`)).body).toContain(`${base}/headOrNot?truong-hop=standard`);
    expect(said((await get(declaration)).body)).toBe(before);
    // The sentence in our own words follows the answer that it was made of.
    await send(`${base}/whatToConfirm?truong-hop=standard`, { confirmWhat: "temporary" });
    expect(said((await get(declaration)).body)).toContain("Xác nhận thông tin về cư trú: Nơi tạm trú");
    await send(`${base}/headOrNot?truong-hop=standard`, { isHead: "yes" });
    expect(said((await get(declaration)).body)).not.toContain("Hoàng Văn Chờ");
    expect((await get(`${base}/head?truong-hop=standard`)).statusCode).toBe(404);
  });

  test("an officer in a hurry takes the filled form: the tick is the choice, and it is on record", async () => {
    const papers = `${await intakeOf("001003")}/1.010041`;
    expect(said((await get(papers)).body)).toContain("không hỏi từng câu trên máy");
    const nothing = await send(`${papers}?truong-hop=standard`, { request: "Xác nhận", termId: "inDatabase" });
    expect(nothing.statusCode).toBe(422);
    const received = await send(`${papers}?truong-hop=standard`, { papers: "CT01", request: "Xác nhận", termId: "inDatabase" });
    const dossier = said((await get(String(received.headers.location).split("?")[0] ?? "")).body);
    expect(dossier).toContain("Bà con nộp tờ khai giấy; bản giấy ở trong hồ sơ.");
    const { rows } = await world.asOwner((client) => client.query("select facts from timeline where action = 'open' order by matter_id desc limit 1"));
    expect(rows[0].facts).toMatchObject({ declared: "onPaper" });
  });

  test("where no form is handed in, taking it on paper is a choice of its own", async () => {
    const papers = `${await intakeOf("001004")}/1.003677`;
    const address = `${papers}?truong-hop=ordinary`;
    const fields = { request: "Đi làm ở Bình Dương", termId: "standard" };
    const silent = await send(address, fields);
    expect(silent.statusCode).toBe(422);
    expect(said(silent.body)).toContain("Xin hỏi tờ khai từng câu, hoặc đánh dấu là đã nhận lời khai trên giấy.");
    expect((await send(address, { ...fields, declaration: "onPaper" })).statusCode).toBe(303);
  });

  test("an absence is declared by its own questions, without a form", async () => {
    const papers = `${await intakeOf("001005")}/1.003677`;
    const asked = await askedAt(`${papers}/to-khai?truong-hop=ordinary`, {
      contact: { phone: "" },
      absence: { absentFrom: "1/12/2026", absentUntil: "1/3/2027" },
      whereTo: { destination: "Phường Dĩ An, TP Hồ Chí Minh" },
      whyAway: { reason: "Đi làm" },
    });
    expect(asked).toEqual(["contact", "absence", "whereTo", "whyAway"]);
    const received = await send(`${papers}?truong-hop=ordinary`, { request: "Khai báo tạm vắng", termId: "standard" });
    const dossier = said((await get(String(received.headers.location).split("?")[0] ?? "")).body);
    expect(dossier).toMatch(/Khai trên máy.*Phường Dĩ An/);
  });

  test("rubbish comes back beside its field, and a page that is not there is not found", async () => {
    const base = `${await intakeOf("001006")}/1.010041/to-khai`;
    const wrong = await send(`${base}/whatToConfirm?truong-hop=standard`, { confirmWhat: "<script>" });
    expect(wrong.statusCode).toBe(422);
    expect((await get(`${base}/nowhere?truong-hop=standard`)).statusCode).toBe(404);
    expect((await get(`${base}?truong-hop=nowhere`)).statusCode).toBe(404);
    expect((await get(`${base}.pdf?truong-hop=standard`)).statusCode).toBe(404);
  });
});

test("answers carry over to another procedure as far as its questions reach, and the intake keeps them from everybody else", async () => {
  const chosen = (tx: Parameters<typeof getProcedure>[0], code: string, caseId: string) => ({ procedure: getProcedure(tx, code), caseId });
  const ref = await world.commit(minh, (tx) => startIntake(tx, { ...thom, bornOn: thom.bornOn as never, phone: null }), now);
  await world.commit(minh, (tx) => saveAnswers(tx, ref, { ...chosen(tx, "1.010041", "standard"), pageId: "contact", answers: { phone: "0912345678", email: "" } }), now);
  await world.commit(minh, (tx) => saveAnswers(tx, ref, { ...chosen(tx, "1.010041", "standard"), pageId: "purpose", answers: { confirmFor: "vay vốn" } }), now);
  const other = await world.try(minh, async (tx) => declarationOf(tx, await getIntake(tx, ref), chosen(tx, "1.010038", "agreed")), now);
  expect(other.answers).toMatchObject({ phone: "0912345678", fullName: thom.fullName });
  expect(other.answers).not.toHaveProperty("confirmFor");
  const { rows } = await world.asOwner((client) => client.query("select sealed from intakes where ref = $1", [ref]));
  expect(rows[0].sealed.toString("latin1")).not.toMatch(/0912345678|vay/);
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
  const page = said((await get(`/can-bo/ho-so/${publicRef}`)).body);
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
async function withTwelfth(): Promise<{ server: FastifyInstance; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), "twelfth-"));
  for (const folder of ["forms", "procedures"]) await cp(`db/law/${folder}`, join(dir, folder), { recursive: true });
  await writeFile(join(dir, "procedures/9.000012.yaml"), procedureFile);
  await writeFile(join(dir, "forms/X12.yaml"), formFile);
  const { procedures, forms } = await loadLaw(dir, { procedures: procedureLaw, forms: formLaw });
  return { server: await counterServer({ ...world.house, procedures, forms }), dir };
}

test("a new procedure needs a data file and the form it names: from the card over its questions to the receipt, with no code", async () => {
  const on = planted.server;
  const intake = await intakeOf("001012", on);
  const found = await send(intake, { thuTuc: "hoi truong" }, on);
  expect(found.headers.location).toContain("/9.000012");
  const papers = `${intake}/9.000012`;
  const asked = await askedAt(`${papers}/to-khai?truong-hop=big`, { occasion: { occasion: "feast" }, guests: { guests: "80" }, day: { day: "1/12/2026" } }, on);
  expect(asked).toEqual(["occasion", "guests", "day"]);
  const paper = await get(`${papers}/to-khai.pdf?truong-hop=big`, on);
  expect(paper.headers["content-type"]).toBe("application/pdf");
  const received = await send(`${papers}?truong-hop=big`, { request: "Mượn hội trường: Liên hoan, Đông người" }, on);
  expect(received.statusCode, said(received.body)).toBe(303);
  const address = String(received.headers.location).split("?")[0] ?? "";
  const page = said((await get(address, on)).body);
  expect(page).toMatch(/Cho mượn hội trường xã.*Khai trên máy, mẫu X12.*Bao nhiêu người\? 80/);
  expect((await get(`${address}/giay-hen.pdf`, on)).headers["content-type"]).toBe("application/pdf");
  await inTx(world.database, { house: world.house, actor: minh, now }, async (tx) => expect(() => getProcedure(tx, "9.000012")).toThrow());
});
