import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { residentServer, said } from "../../../test/world/resident-server.ts";
import { newReference } from "../../kernel/reference.ts";
import { report } from "./incidents.stage.ts";
import { incidentRoutes } from "./routes.ts";
import { receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";

let world: World;
let office: OfficeSite;
let site: Awaited<ReturnType<typeof residentServer>>;
const received = new Date("2026-11-20T15:00:00+07:00");
let now = received;
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: incidentRoutes, clock: () => now });
  site = await residentServer(world, { clock: () => now });
});
afterAll(async () => {
  for (const one of [office, site, world]) await one.close();
});

const trang = as(cast.trang);
const binh = as(cast.binh);
const take = async (given: Parameters<typeof report>[0] = {}) => {
  const ref = newReference();
  await world.commit(trang, (tx) => receiveReport(tx, ref, report(given)), received);
  return ref;
};
const send = async (ref: string, verb: string, fields: Record<string, string>) => (await office.send(binh, `/can-bo/vu-viec/${ref}/lam/${verb}`, fields)).status;
const receipt = async (ref: string) => said((await site.inject({ url: `/bao-tin/bien-nhan/${ref}` })).body);
const page = async (ref: string) => (await office.read(binh, `/can-bo/vu-viec/${ref}`)).said;

test("whoever reported reads where it went and what she is told; what is done counts on no longer", async () => {
  const ref = await take();
  now = new Date("2026-11-21T23:59:59+07:00");
  expect(await receipt(ref)).not.toContain("Đã chuyển đến");
  expect(await send(ref, "refer", { version: "1", papers: "", told: "Bà chờ điều tra viên gọi." })).toBe(422);
  expect(await receipt(ref), "what was not done tells nothing").not.toContain("Bà chờ");
  expect(await send(ref, "refer", { version: "1", papers: "Biên bản", told: "Bà chờ điều tra viên gọi." })).toBe(303);
  const held = await receipt(ref);
  expect(held).toContain("Đã chuyển đến Cơ quan Cảnh sát điều tra");
  expect(held).toContain("Bà chờ điều tra viên gọi.");
  now = new Date("2026-12-20T09:00:00+07:00");
  expect(await page(ref)).toContain("Xong trước hạn 6 ngày");
  const late = await take();
  expect(await page(late)).toContain("quá hạn 22 ngày");
  expect(await send(late, "refer", { version: "1", papers: "Biên bản", told: "" })).toBe(303);
  expect(await page(late)).toContain("Xong, trễ 22 ngày");
  expect((await office.read(binh, "/can-bo/vu-viec?xem=all")).said).toContain("Xong trước hạn 6 ngày");
});

test("a quarrel that was settled is taken up again with a reason, when a crime shows behind it", async () => {
  now = received;
  const ref = await take({ kind: "incident", nature: "quarrel" });
  expect(await send(ref, "takeUp", { version: "1", reason: "Chưa xong" })).toBe(409);
  expect(await send(ref, "settle", { version: "1", reason: "Hai bên đã hiểu nhau", told: "Hai nhà đã giảng hòa." })).toBe(303);
  expect(await receipt(ref)).toContain("Hai nhà đã giảng hòa.");
  expect(await send(ref, "takeUp", { version: "2", reason: "" })).toBe(422);
  expect(await send(ref, "takeUp", { version: "2", reason: "Một người bị gãy tay" })).toBe(303);
  expect(await send(ref, "grade", { version: "3", kind: "tip", nature: "injury", reason: "Gây thương tích" })).toBe(303);
  const { matter, incident } = await world.try(binh, (tx) => getReport(tx, ref), now);
  expect(matter).toMatchObject({ state: "checking", settledAt: null, closedAt: null, outcome: null });
  expect([incident.track, matter.dueAt]).toEqual(["check", new Date("2026-11-27T23:59:59+07:00")]);
});

test("above the box in which she writes stands that in danger one calls", async () => {
  expect(await receipt(await take())).toContain("Đang nguy hiểm thì gọi 113");
});
