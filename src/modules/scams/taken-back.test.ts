import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { residentServer, said } from "../../../test/world/resident-server.ts";
import { scamRoutes } from "./routes.ts";
import { publishAlert, withdrawAlert } from "./service/alerts.ts";

const published = new Date("2026-11-20T15:00:00+07:00");
const withdrawn = new Date("2026-11-21T08:30:00+07:00");
const warning = { kind: "police", headline: "Giả công an gọi điện", body: "Kẻ gọi xưng tên là Nguyễn Văn Nhầm." };
const reason = "Ghi nhầm tên người không liên quan";

let world: World;
let office: OfficeSite;
let server: Awaited<ReturnType<typeof residentServer>>;
let now = published;
beforeAll(async () => {
  world = await openWorld();
  server = await residentServer(world, { clock: () => now });
  office = await officeServer(world, { routes: scamRoutes, clock: () => now });
});
afterAll(async () => {
  await server.close();
  await office.close();
  await world.close();
});

const get = async (url: string) => await server.inject({ method: "GET", url });
const post = "/api/posts/07612";
const updated = (feed: string): string => feed.match(/<updated>(.*?)<\/updated>/)?.[1] ?? "";

test("a warning taken back is said to be taken back, by every way on which it went out, and its text is given out no more", async () => {
  const ref = await world.commit(as(cast.binh), (tx) => publishAlert(tx, { ...warning, hamletIds: [units.kep.id] }, { matterId: null }), published);
  const page = `/toi-dang-bi-lua/canh-bao/07612/${ref}`;
  const cap = `${post}/alerts/scams.${ref}/cap.xml`;
  const first = (await get(cap)).body;
  expect(first).toContain("<msgType>Alert</msgType>");
  const [, reference] = first.match(/<identifier>(.*)<\/identifier>/) ?? [];
  const before = (await get(`${post}/alerts.atom`)).body;
  now = withdrawn;
  await world.commit(as(cast.binh), (tx) => withdrawAlert(tx, { ref, reason }), withdrawn);

  const cancel = await get(cap);
  expect(cancel.statusCode).toBe(200);
  expect(cancel.body).toContain("<msgType>Cancel</msgType>");
  expect(cancel.body).toContain(`<references>post-07612@localhost,${reference},2026-11-20T15:00:00+07:00</references>`);
  expect(cancel.body).toContain("<sent>2026-11-21T08:30:00+07:00</sent>");
  expect(cancel.body).toContain("<areaDesc>Tổ dân phố Kép, Phường Phượng Sơn</areaDesc>");
  expect(cancel.body).not.toContain(`<identifier>${reference}</identifier>`);

  // Whoever reads the index finds the cancellation, and not what it cancels.
  const index = (await get(`${post}/cap.atom`)).body;
  expect([...index.matchAll(/href="[^"]*alerts\/(scams[^/]*)\/cap.xml"/g)].map(([, key]) => key)).toEqual([`scams.${ref}.rut`]);
  expect((await get(`${post}/alerts/scams.${ref}.rut/cap.xml`)).body).toBe(cancel.body);

  const after = (await get(`${post}/alerts.atom`)).body;
  expect(after).toContain(`/scams.${ref}</id>`);
  expect(after).toContain("<title>Đã rút: Giả công an gọi điện</title>");
  expect([updated(before), updated(after)]).toEqual(["2026-11-20T15:00:00+07:00", "2026-11-21T08:30:00+07:00"]);

  const shown = await get(page);
  expect(shown.statusCode).toBe(200);
  expect(said(shown.body)).toMatch(/Giả công an gọi điện Cảnh báo này đã rút ngày 21\/11\/2026/);
  for (const out of ["to-roi.pdf", "loa"]) {
    expect(shown.body).not.toContain(`${ref}/${out}`);
    expect((await get(`${page}/${out}`)).statusCode).toBe(404);
  }
  for (const { body } of [cancel, shown, { body: after }, { body: index }, await get("/toi-dang-bi-lua/canh-bao")]) expect(body).not.toMatch(/Nguyễn Văn Nhầm|Ghi nhầm tên/);
  expect(said((await get("/toi-dang-bi-lua/canh-bao")).body)).not.toContain("Giả công an gọi điện");
});

test("the post reads what was taken back, by whom and why; what still holds stands apart", async () => {
  const page = await office.read(as(cast.binh), "/can-bo/lua-dao/canh-bao");
  expect(page.said).toMatch(/Chưa có cảnh báo nào\. Đã rút Giả công an gọi điện .*Cho Tổ dân phố Kép · Đăng 20\/11\/2026 · Rút thứ Bảy 21\/11\/2026, 08:30/);
  expect(page.said).toContain(`${cast.binh.name}: ${reason}`);
});

test("a warning is taken back on a page of its own, so that one half written beside it is not thrown away; without a reason it stands", async () => {
  const ref = await world.commit(as(cast.binh), (tx) => publishAlert(tx, warning, { matterId: null }), now);
  const [list, url] = ["/can-bo/lua-dao/canh-bao", `/can-bo/lua-dao/canh-bao/${ref}/rut`];
  const page = await office.read(as(cast.binh), list);
  expect(page.html).toContain(`href="${url}"`);
  expect(page.html.match(/<form class="form"/g)).toHaveLength(1);
  expect((await office.read(as(cast.binh), url)).said).toContain(warning.headline);
  const silent = await office.send(as(cast.binh), url, { reason: " " });
  expect([silent.status, silent.said.includes("Xin ghi vì sao rút cảnh báo."), silent.html.includes('name="body"')]).toEqual([422, true, false]);
  expect((await office.read(as(cast.binh), list)).html).toContain(`href="${url}"`);
  expect(await office.send(as(cast.binh), url, { reason })).toMatchObject({ status: 303, to: list });
  expect((await office.read(as(cast.binh), list)).html).not.toContain(`href="${url}"`);
  expect([(await office.read(as(cast.binh), url)).status, (await office.send(as(cast.binh), url, { reason })).status]).toEqual([404, 404]);
});
