import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { anybody } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { alertRoutes } from "../alerts/routes.tsx";
import { report, saturdayNight } from "./incidents.stage.ts";
import { incidentRoutes } from "./routes.ts";
import { handInReport, receiveReport } from "./service/intake.ts";

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
