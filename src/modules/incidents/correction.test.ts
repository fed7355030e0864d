import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { listIdentities } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import { openPost, report } from "./incidents.stage.ts";
import { figuresOf } from "./service/figures.ts";
import { receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";

let { world, office, close }: Awaited<ReturnType<typeof openPost>> = {} as never;
const now = new Date("2026-11-21T22:40:00+07:00");
const trang = as(cast.trang);
const binh = as(cast.binh);
beforeAll(async () => {
  ({ world, office, close } = await openPost(() => now));
});
afterAll(() => close());

const take = async () => {
  const ref = newReference();
  await world.commit(trang, (tx) => receiveReport(tx, ref, report()), now);
  return ref;
};
const look = (ref: string) => world.try(binh, (tx) => getReport(tx, ref), now);
const send = async (ref: string, verb: string, fields: Record<string, string>) => {
  const { version } = (await look(ref)).matter;
  return await office.send(trang, `/can-bo/vu-viec/${ref}/lam/${verb}`, { version: String(version), ...fields });
};
const figures = () => world.try(binh, (tx) => figuresOf(tx, 2026), now);
const concerned = async () => (await figures()).natures.find(({ id }) => id === "theft")?.now?.people;
const calledIn = async () => (await figures()).measures.find(({ id }) => id === "calledIn")?.now;

test("one identity number is one person concerned; who was entered wrong is put right, and counts no longer", async () => {
  const ref = await take();
  const person = { role: "concerned", fullName: "Lục Văn Tư", idNumber: "024088004321" };
  expect((await send(ref, "person", person)).status).toBe(303);
  const twice = await send(ref, "person", { ...person, fullName: "Tư xóm trên" });
  expect([twice.status, twice.said]).toEqual([422, expect.stringContaining("đã có trong vụ việc")]);
  expect(twice.html, "what was typed is kept").toContain("Tư xóm trên");
  expect((await send(ref, "person", { ...person, role: "victim" })).status, "one may be both").toBe(303);
  expect(await concerned()).toBe(1);
  const { matter } = await look(ref);
  const [first] = (await world.try(binh, (tx) => listIdentities(tx, matter))).filter(({ role }) => role === "concerned");
  const corrects = String(first?.id);
  expect((await send(ref, "person", { ...person, role: "mistaken" })).status, "of whom, is asked").toBe(422);
  expect((await send(ref, "person", { ...person, corrects: "999999" })).status).toBe(422);
  expect((await send(ref, "person", { ...person, idNumber: "024088004322", corrects })).status).toBe(303);
  expect(await concerned()).toBe(1);
  expect((await send(ref, "person", { ...person, corrects })).status, "put right already").toBe(422);
  const [now2] = (await world.try(binh, (tx) => listIdentities(tx, matter))).filter(({ role }) => role === "concerned");
  expect((await send(ref, "person", { role: "mistaken", fullName: "Lục Văn Tư", corrects: String(now2?.id) })).status).toBe(303);
  expect(await concerned()).toBe(0);
});

test("what was done lies between the report and today, with somebody, and a wrong line gives way to a right one", async () => {
  const ref = await take();
  const done = { measure: "calledIn", people: "2", doneOn: "21/11/2026", legalBasis: "Luật Công an nhân dân 2018" };
  for (const [field, wrong] of [
    ["people", "0"],
    ["doneOn", "01/01/1990"],
    ["doneOn", "22/11/2026"],
    ["corrects", "1"],
  ] as const)
    expect((await send(ref, "measure", { ...done, [field]: wrong })).status, `${field} ${wrong}`).toBe(422);
  expect((await send(ref, "measure", { ...done, measure: "dispersed", people: "0" })).status).toBe(303);
  expect((await send(ref, "measure", done)).status).toBe(303);
  expect(await calledIn()).toMatchObject({ cases: 1, people: 2 });
  expect((await office.read(trang, `/can-bo/vu-viec/${ref}/lam/measure`)).said).toContain("Gọi hỏi, răn đe, 2 người, 21/11/2026");
  expect((await send(ref, "measure", { ...done, people: "1", corrects: "3" })).status).toBe(303);
  expect(await calledIn()).toMatchObject({ cases: 1, people: 1 });
  expect((await send(ref, "measure", { ...done, corrects: "3" })).status).toBe(422);
  expect((await office.read(trang, `/can-bo/vu-viec/${ref}`)).said).toContain("Đã ghi lại cho đúng ở dòng sau.");
});
