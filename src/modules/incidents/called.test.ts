import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import type { Day } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import { keepIdentity, listIdentities } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import { alertRoutes } from "../alerts/routes.tsx";
import { report, saturdayNight } from "./incidents.stage.ts";
import { measuresOn } from "./law.ts";
import { listCustody, listMeasures } from "./queries/lines.ts";
import { incidentRoutes } from "./routes.ts";
import { handInReport, receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";
import { addPerson } from "./service/work.ts";

let world: World;
let office: OfficeSite;
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: [...incidentRoutes, ...alertRoutes], clock: () => saturdayNight });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

const trang = as(cast.trang);
const { channel: _, ...told } = report();
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const at = (ref: string) => `href="/can-bo/vu-viec/${ref}"`;

test("from the alert that rang her the duty officer goes to the report; who may no longer read it is shown the number alone", async () => {
  const ref = await world.commit(anybody, (tx) => handInReport(tx, place, told, null), saturdayNight);
  const page = await office.read(trang, "/can-bo/tin-cua-toi");
  expect(page.said).toMatch(/VV-2026-\d{4} ?: có tin báo mới/);
  expect(page.html).toContain(at(ref));
  const without = { ...trang, rights: new Set([...trang.rights].filter((right) => right !== "incidents.read")) };
  const moved = await office.read(without, "/can-bo/tin-cua-toi");
  expect(moved.said).toContain("có tin báo mới");
  expect(moved.html).not.toContain(ref);
});

test("a report is found by its number or the end of it; what many numbers end in is listed, and none is said", async () => {
  const refs = [newReference(), newReference()];
  const codes: string[] = [];
  for (const ref of refs) codes.push((await world.commit(trang, (tx) => receiveReport(tx, ref, report()), saturdayNight)).code);
  const find = (typed: string) => office.read(trang, `/can-bo/vu-viec?so=${typed}`);
  const found = await find((codes[0] ?? "").toLowerCase());
  expect([found.status, found.html]).toEqual([303, ""]);
  expect((await find((codes[1] ?? "").slice(-4))).status).toBe(303);
  for (let i = 0; i < 10; i += 1) await world.commit(trang, (tx) => receiveReport(tx, newReference(), report()), saturdayNight);
  const many = await find("2");
  expect(many.status).toBe(200);
  for (const words of ["VV-2026-0002", "VV-2026-0012"]) expect(many.said).toContain(words);
  expect(many.said).not.toContain("VV-2026-0011");
  const none = await find("VV-2026-9999");
  expect([none.status, none.said.includes("Không có vụ việc nào mang số VV-2026-9999"), none.html.includes('value="VV-2026-9999"')]).toEqual([200, true, true]);
});

const run = <T>(work: Parameters<typeof world.commit<T>>[1]) => world.commit(trang, work, saturdayNight);
const marksOf = (ref: string) => world.try(trang, async (tx) => listIdentities(tx, (await getReport(tx, ref)).matter));

test("a statement says whose it is and who wrote it down, by the number beside the person, and keeps its lines", async () => {
  // The numbers of this report begin at one, however many persons stand in others.
  await run((tx) => receiveReport(tx, newReference(), report()));
  const ref = newReference();
  await run((tx) => receiveReport(tx, ref, report()));
  const url = `/can-bo/vu-viec/${ref}`;
  await run((tx) =>
    addPerson(tx, ref, {
      version: 1,
      role: "witness",
      fullName: "Lục Văn Tư",
      phone: null,
      address: null,
      idNumber: null,
      minor: false,
      guardian: null,
      interpreter: null,
      about: null,
      corrects: null,
    }),
  );
  const [, witness] = await marksOf(ref);
  const form = await office.read(trang, `${url}/lam/statement`);
  for (const words of ["Người báo tin (1)", "Người làm chứng (2)"]) expect(form.said).toContain(words);
  await office.send(trang, `${url}/lam/statement`, { version: "2", kind: "statement", person: String(witness?.id), words: "Tôi thấy hai người.\nMột người cao." });
  await office.send(trang, `${url}/lam/statement`, { version: "3", kind: "note", words: "Đã xem hiện trường." });
  const page = await office.read(trang, url);
  for (const words of ["Lời trình bày của Người làm chứng (2)", `${cast.trang.name} ghi, `, "Ghi chép của cán bộ", "Người báo tin (1) · "]) expect(page.said).toContain(words);
  expect(page.html).toMatch(/<p class="told">Tôi thấy hai người\.\nMột người cao\.<\/p>/);
  expect(page.said).not.toContain("Ghi chép của cán bộ của");

  // Put right, the person keeps the number, and what she said stays hers.
  const who = { fullName: "Lục Văn Tứ", phone: null, address: null, idNumber: null, more: {} };
  await run(async (tx) => keepIdentity(tx, (await getReport(tx, ref)).matter, { role: "witness", minor: false, who, corrects: witness?.id ?? 0 }));
  expect((await marksOf(ref)).map(({ number }) => number)).toEqual([1, 2]);
  expect((await office.read(trang, url)).said).toContain("Lời trình bày của Người làm chứng (2)");
});

test("at typing speed: the cursor stands in the first field, today and the basis of the law need no typing, a thing keeps its name, and the page says what was done", async () => {
  const ref = newReference();
  await run((tx) => receiveReport(tx, ref, report()));
  const url = `/can-bo/vu-viec/${ref}`;
  const verbs = ["person", "statement", "measure", "thing", "link", "grade", "speed"];
  for (const verb of verbs) expect([verb, (await office.read(trang, `${url}/lam/${verb}`)).html.match(/ autofocus/g)?.length]).toEqual([verb, 1]);

  const unchosen = await office.send(trang, `${url}/lam/measure`, { version: "1", people: "1" });
  expect([unchosen.status, unchosen.said.includes("Xin ghi căn cứ pháp luật")]).toEqual([422, false]);
  const done = await office.send(trang, `${url}/lam/measure`, { version: "1", measure: "calledIn", people: "1" });
  expect(done.to).toBe(`${url}?xong=measure`);
  const measures = await world.try(trang, async (tx) => listMeasures(tx, (await getReport(tx, ref)).incident));
  expect(measures).toMatchObject([{ doneOn: "2026-11-21", legalBasis: measuresOn(world.house.incidentRules, "2026-11-21" as Day).find(({ id }) => id === "calledIn")?.basis }]);
  expect((await office.read(trang, done.to ?? "")).said).toContain("Đã ghi: Ghi việc đã làm");
  expect((await office.read(trang, `${url}?xong=toString`)).said).not.toContain("Đã ghi:");

  const taken = { holder: "Vi Thu Trang", where: "Tủ số 2" };
  await office.send(trang, `${url}/lam/thing`, { version: "2", thing: "Khóa xe bị cắt", event: "taken", ...taken });
  const both = await office.send(trang, `${url}/lam/thing`, { version: "3", known: "Khóa xe bị cắt", thing: "Khóa xe", event: "returned", ...taken });
  expect([both.status, both.html.includes('value="Khóa xe"')]).toEqual([422, true]);
  await office.send(trang, `${url}/lam/thing`, { version: "3", known: "Khóa xe bị cắt", event: "returned", ...taken });
  const custody = await world.try(trang, async (tx) => listCustody(tx, (await getReport(tx, ref)).incident));
  expect(custody.map(({ thing, event }) => [thing, event])).toEqual([
    ["Khóa xe bị cắt", "taken"],
    ["Khóa xe bị cắt", "returned"],
  ]);
  expect((await office.send(trang, `${url}/tra-loi`, { message: "Chúng tôi đang xem." })).to).toBe(`${url}?xong=answer`);
});

test("whoever reports is told first to which post it goes and how to choose another; every number in danger can be dialled, and no two fields bear nearly one name", async () => {
  for (const page of ["/bao-tin", "/bao-tin/gui"]) {
    const { said, html } = await office.read(anybody, page);
    expect(said).toContain("Gửi đến: Công an phường Phượng Sơn");
    expect(html).toContain('href="/don-vi"');
  }
  const { html: emergency } = await office.read(anybody, "/bao-tin");
  for (const number of ["113", "114", "115", "111"]) expect(emergency).toContain(`href="tel:${number}"`);
  expect(emergency.match(/href="tel:0204000113"/g)?.length).toBeGreaterThanOrEqual(2);
  const form = await office.read(anybody, "/bao-tin/gui");
  expect([form.html.match(/Việc gì/g)?.length, form.said.includes("Thuộc loại việc nào")]).toEqual([1, true]);
});
