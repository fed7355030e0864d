import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { thom } from "../../../test/world/counter.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { said } from "../../../test/world/resident-server.ts";
import { counterServer, minh, now, pagesOf } from "./declare.stage.ts";
import { declarationOf, saveAnswers } from "./service/declare.ts";
import { getIntake, startIntake } from "./service/intake.ts";
import { getProcedure } from "./service/receive.ts";

let world: World;
let server: FastifyInstance;
let desk: ReturnType<typeof pagesOf>;
beforeAll(async () => {
  world = await openWorld();
  server = await counterServer(world, world.house);
  desk = pagesOf(server);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

describe("at the counter", () => {
  test("what the card says is not asked; the rest is, one page after the other, and stands sealed with the dossier", async () => {
    const intake = await desk.intakeOf("001001");
    const papers = `${intake}/1.010041`;
    expect(said((await desk.get(papers)).body)).toContain("Hỏi tờ khai, từng câu một");
    const declaration = `${papers}/to-khai?truong-hop=standard`;
    const asked = await desk.askedAt(declaration, {
      whatToConfirm: { confirmWhat: "household" },
      purpose: { confirmFor: "vay vốn" },
      contact: { phone: "0912 345 678", email: "" },
      headOrNot: { isHead: "no" },
      head: { headName: "Hoàng Văn Chờ", relationToHead: "Con", headIdNumber: "024055000111" },
      request: { request: "Xác nhận các thành viên trong hộ" },
      others: { together: "no" },
    });
    expect(asked).toEqual(["whatToConfirm", "purpose", "contact", "headOrNot", "head", "request", "others"]);
    const check = said((await desk.get(declaration)).body);
    expect(check).toMatch(/Xem lại tờ khai.*Các thành viên trong hộ.*Hoàng Văn Chờ.*024055000111/);
    expect((await desk.get(`${papers}/to-khai.pdf?truong-hop=standard`)).headers["content-type"]).toBe("application/pdf");

    const shown = await desk.get(papers);
    expect(said(shown.body)).toContain("Đã khai xong trên máy");
    expect(shown.body).not.toContain('value="CT01"');
    const received = await desk.send(`${papers}?truong-hop=standard`, { request: "Xác nhận các thành viên trong hộ", termId: "inDatabase", phone: "0912345678" });
    expect(received.statusCode).toBe(303);
    const address = String(received.headers.location).split("?")[0] ?? "";
    const dossier = await desk.get(address);
    expect(said(dossier.body)).toMatch(/Khai trên máy, mẫu CT01.*Các thành viên trong hộ.*số cuối …0111/);
    expect(dossier.body).not.toContain("024055000111");
    expect(said(dossier.body)).toContain("Tờ khai CT01 (1 bản chính)");
    expect((await desk.get(`${address}/to-khai.pdf`)).headers["content-type"]).toBe("application/pdf");
    const { rows } = await world.asOwner((client) =>
      client.query("select declared, form_code, form_from::text, encode(answers_sealed, 'escape') as raw from dossiers order by matter_id desc limit 1"),
    );
    expect(rows[0]).toMatchObject({ declared: "answered", form_code: "CT01", form_from: "2026-07-01" });
    expect(rows[0].raw).not.toMatch(/Ch.*024055|vay/);
    const reads = await world.asOwner((client) => client.query("select count(*)::int as n from reads where subject = (select 'matter:' || max(matter_id) from dossiers)"));
    expect(reads.rows[0].n).toBeGreaterThanOrEqual(2);
  });

  test("going back shows what was answered and changes nothing; a change at a fork drops what it closes", async () => {
    const intake = await desk.intakeOf("001002");
    const base = `${intake}/1.010041/to-khai`;
    const declaration = `${base}?truong-hop=standard`;
    await desk.askedAt(declaration, {
      whatToConfirm: { confirmWhat: "permanent" },
      purpose: { confirmFor: "" },
      contact: { phone: "", email: "" },
      headOrNot: { isHead: "no" },
      head: { headName: "Hoàng Văn Chờ", relationToHead: "Con", headIdNumber: "024055000111" },
      request: { request: "Xác nhận thông tin về cư trú: Nơi thường trú" },
      others: { together: "no" },
    });
    const before = said((await desk.get(declaration)).body);
    expect((await desk.get(`${base}/head?truong-hop=standard`)).body).toContain('value="Hoàng Văn Chờ"');
    expect((await desk.get(`${base}/head?truong-hop=standard`)).body).toContain(`${base}/headOrNot?truong-hop=standard`);
    expect(said((await desk.get(declaration)).body)).toBe(before);
    // The sentence in our own words follows the answer that it was made of.
    await desk.send(`${base}/whatToConfirm?truong-hop=standard`, { confirmWhat: "temporary" });
    expect(said((await desk.get(declaration)).body)).toContain("Xác nhận thông tin về cư trú: Nơi tạm trú");
    await desk.send(`${base}/headOrNot?truong-hop=standard`, { isHead: "yes" });
    expect(said((await desk.get(declaration)).body)).not.toContain("Hoàng Văn Chờ");
    expect((await desk.get(`${base}/head?truong-hop=standard`)).statusCode).toBe(404);
  });

  test("an officer in a hurry takes the filled form: the tick is the choice, and it is on record", async () => {
    const papers = `${await desk.intakeOf("001003")}/1.010041`;
    expect(said((await desk.get(papers)).body)).toContain("không hỏi từng câu trên máy");
    const nothing = await desk.send(`${papers}?truong-hop=standard`, { request: "Xác nhận", termId: "inDatabase" });
    expect(nothing.statusCode).toBe(422);
    const received = await desk.send(`${papers}?truong-hop=standard`, { papers: "CT01", request: "Xác nhận", termId: "inDatabase" });
    const dossier = said((await desk.get(String(received.headers.location).split("?")[0] ?? "")).body);
    expect(dossier).toContain("Bà con nộp tờ khai giấy; bản giấy ở trong hồ sơ.");
    const { rows } = await world.asOwner((client) => client.query("select facts from timeline where action = 'open' order by matter_id desc limit 1"));
    expect(rows[0].facts).toMatchObject({ declared: "onPaper" });
  });

  test("where no form is handed in, taking it on paper is a choice of its own", async () => {
    const papers = `${await desk.intakeOf("001004")}/1.003677`;
    const address = `${papers}?truong-hop=ordinary`;
    const fields = { request: "Đi làm ở Bình Dương", termId: "standard" };
    const silent = await desk.send(address, fields);
    expect(silent.statusCode).toBe(422);
    expect(said(silent.body)).toContain("Xin hỏi tờ khai từng câu, hoặc đánh dấu là đã nhận lời khai trên giấy.");
    expect((await desk.send(address, { ...fields, declaration: "onPaper" })).statusCode).toBe(303);
  });

  test("an absence is declared by its own questions, without a form", async () => {
    const papers = `${await desk.intakeOf("001005")}/1.003677`;
    const asked = await desk.askedAt(`${papers}/to-khai?truong-hop=ordinary`, {
      contact: { phone: "" },
      absence: { absentFrom: "1/12/2026", absentUntil: "1/3/2027" },
      whereTo: { destination: "Phường Dĩ An, TP Hồ Chí Minh" },
      whyAway: { reason: "Đi làm" },
    });
    expect(asked).toEqual(["contact", "absence", "whereTo", "whyAway"]);
    const received = await desk.send(`${papers}?truong-hop=ordinary`, { request: "Khai báo tạm vắng", termId: "standard" });
    const dossier = said((await desk.get(String(received.headers.location).split("?")[0] ?? "")).body);
    expect(dossier).toMatch(/Khai trên máy.*Phường Dĩ An/);
  });

  test("rubbish comes back beside its field, and a page that is not there is not found", async () => {
    const base = `${await desk.intakeOf("001006")}/1.010041/to-khai`;
    const wrong = await desk.send(`${base}/whatToConfirm?truong-hop=standard`, { confirmWhat: "<script>" });
    expect(wrong.statusCode).toBe(422);
    expect((await desk.get(`${base}/nowhere?truong-hop=standard`)).statusCode).toBe(404);
    expect((await desk.get(`${base}?truong-hop=nowhere`)).statusCode).toBe(404);
    expect((await desk.get(`${base}.pdf?truong-hop=standard`)).statusCode).toBe(404);
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
