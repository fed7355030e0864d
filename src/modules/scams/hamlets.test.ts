import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { readPrinted } from "../../../test/world/printed.ts";
import { form, residentServer, said } from "../../../test/world/resident-server.ts";
import { scamRoutes } from "./routes.ts";

const minute = new Date("2026-11-20T15:37:21+07:00");
const url = "/toi-dang-bi-lua/canh-bao";
const written = { kind: "police", headline: "Giả công an gọi điện", body: "Họ bảo chuyển tiền." };

let world: World;
let office: OfficeSite;
let server: Awaited<ReturnType<typeof residentServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await residentServer(world, { clock: () => minute });
  office = await officeServer(world, { routes: scamRoutes, clock: () => minute });
});
afterAll(async () => {
  await server.close();
  await office.close();
  await world.close();
});

const rows = <Row extends object>(sql: string) => world.asOwner(async (owner) => (await owner.query<Row>(sql)).rows);
const read = async (address: string, cookies = {}) => await server.inject({ method: "GET", url: address, cookies });
const write = (fields: Record<string, string>) => office.send(as(cast.binh), "/can-bo/lua-dao/canh-bao", { ...written, ...fields });

/** A browser as its page sends it. All invented. */
const device = (name: string, given: Record<string, string> = {}) => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${name}`,
  p256dh: "B".repeat(87),
  auth: "A".repeat(22),
  hamletId: String(units.kep.id),
  ...given,
});

test("the chief chooses among the hamlets of her own post; every face of the warning says for whom it is", async () => {
  const { html } = await office.read(as(cast.binh), "/can-bo/lua-dao/canh-bao");
  expect([html.includes("Tổ dân phố Kép"), html.includes("Thôn Ngoẹn")]).toEqual([true, false]);
  const refused = await write({ hamletIds: String(units.ngoen.id) });
  expect([refused.status, refused.html.includes(written.headline)]).toEqual([422, true]);
  expect((await write({ headline: "", hamletIds: String(units.kep.id) })).html).toMatch(/<input[^>]*name="hamletIds" value="7" checked/);
  expect(await rows("select 1 from scam_alerts")).toEqual([]);
  expect((await write({ hamletIds: String(units.kep.id) })).status).toBe(303);

  expect((await office.read(as(cast.binh), "/can-bo/lua-dao/canh-bao")).said).toContain("Cho Tổ dân phố Kép");
  expect(said((await read(url)).body)).toContain("Cho Tổ dân phố Kép");
  const [{ ref } = { ref: "" }] = await rows<{ ref: string }>("select ref from scam_alerts");
  expect(said((await read(`${url}/07612/${ref}`)).body)).toContain("Cho Tổ dân phố Kép");
  expect(said((await read(`${url}/07612/${ref}/loa`)).body)).toContain("Gửi bà con Tổ dân phố Kép.");
  const [page] = await readPrinted((await read(`${url}/07612/${ref}/to-roi.pdf`)).rawPayload);
  expect(page?.text).toContain("Gửi bà con Tổ dân phố Kép.");

  const inFeed = async (address: string) => (await read(`/api/posts/07612/${address}`)).body.includes(written.headline);
  expect(await Promise.all(["alerts.atom", "cap.atom", "hamlets/07612-02/alerts.atom", "hamlets/07612-02/cap.atom"].map(inFeed))).toEqual([true, true, true, true]);
  expect(await Promise.all(["hamlets/07612-01/alerts.atom", "hamlets/07612-01/cap.atom"].map(inFeed))).toEqual([false, false]);
  const cap = (await read(`/api/posts/07612/alerts/scams.${ref}/cap.xml`)).body;
  expect(cap.match(/<areaDesc>[^<]+/g)).toEqual(["<areaDesc>Tổ dân phố Kép, Phường Phượng Sơn"]);
});

test("none chosen is the whole commune", async () => {
  expect((await write({ headline: "Giả ngân hàng" })).status).toBe(303);
  expect(said((await read(url)).body)).toContain("Cho cả xã, phường");
  const [row] = await rows<{ hamlet_ids: number[] }>("select hamlet_ids from announcements order by id desc limit 1");
  expect(row?.hamlet_ids).toEqual([]);
  expect((await read("/api/posts/07612/hamlets/07612-01/alerts.atom")).body).toContain("Giả ngân hàng");
});

test("a device asks to be told, is led to the page that says so, and is stopped there without a script", async () => {
  const page = await read(url);
  expect(page.body).toMatch(/<form[^>]*action="\/toi-dang-bi-lua\/canh-bao"[^>]*hidden[^>]*data-push=/);
  expect(said(page.body)).toContain("nguồn tin Atom của từng thôn, tổ");
  const asked = await server.inject(form(url, device("one")));
  const held = String(asked.headers.location);
  expect([asked.statusCode, held]).toEqual([303, expect.stringMatching(/^\/bao-tin\/dung\/[0-9A-Z]{16}$/)]);
  expect((await server.inject(form(url, device("one")))).headers.location).toBe(held);
  expect(said((await read(held)).body)).toContain("Máy này sẽ nhận cảnh báo của Tổ dân phố Kép");
  const stopped = await server.inject(form(held, {}));
  expect([stopped.statusCode, said(stopped.body)]).toEqual([200, expect.stringContaining("vào trang cảnh báo của trụ sở")]);
  expect(said((await read(held)).body)).toContain("Đã dừng");
  const kept = JSON.stringify(await rows("select s::text as row from subscriptions s"));
  expect(kept).not.toMatch(/:37|fcm/);
});

test("what is no hamlet of the post, no browser of a known service or not sent by the page is not taken", async () => {
  const before = await rows("select 1 from subscriptions");
  const strange = await server.inject(form(url, device("two", { hamletId: String(units.ngoen.id) })));
  expect([strange.statusCode, said(strange.body)]).toEqual([422, expect.stringContaining("Xin chọn thôn, tổ của mình.")]);
  const unknown = await server.inject(form(url, device("two", { endpoint: "https://strange.example/x" })));
  expect([unknown.statusCode, said(unknown.body)]).toEqual([422, expect.stringContaining("Chưa nhận ra dịch vụ báo tin")]);
  expect((await server.inject(form(url, { hamletId: String(units.kep.id) }))).statusCode).toBe(422);
  expect(await rows("select 1 from subscriptions")).toHaveLength(before.length);
  const other = await server.inject(form(url, device("two", { hamletId: String(units.ngoen.id) }), { "don-vi": "07381" }));
  expect(other.statusCode).toBe(303);
});

test("a machine that asks for one device after the other is held up within the minute", async () => {
  const from = { ...form(url, device("x")), headers: { ...form(url, {}).headers, "x-forwarded-for": "10.9.9.9" } };
  const answers = [];
  for (let n = 0; n < 11; n++) answers.push((await server.inject({ ...from, payload: new URLSearchParams(device(`x${n}`)).toString() })).statusCode);
  expect(answers).toEqual([...Array(10).fill(303), 429]);
});
