import { describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { gate } from "../../kernel/actor.ts";
import { addKey, endKey, listKeys } from "./keys.ts";
import { openSite, request } from "./opendata.stage.ts";

const site = openSite();
const root = "/api/open311/v2";
const day = (text: string) => new Date(`${text}T10:00:00+07:00`);

let senders = 0;
/** What a program sends: a form, from nowhere that a browser would tell of. */
const send = (fields: Readonly<Record<string, string>>, format = "json") =>
  site.server.inject({
    method: "POST",
    url: `${root}/requests.${format}`,
    headers: { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": `10.2.0.${++senders}` },
    payload: new URLSearchParams(fields).toString(),
  });
const keyOf = async (mostAnHour = 60) => (await site.world.commit(gate, (tx) => addKey(tx, { name: "FixMyStreet", mostAnHour }))).key;
const right = { service_code: "noise", description: "Hát karaoke tới 1 giờ sáng", lat: "21.38", long: "106.55", "attribute[hamlet]": units.kep.code };
const idsOf = async (query: string): Promise<string[]> =>
  (await site.get(`${root}/requests.json?${query}`)).json().map((one: { service_request_id: string }) => one.service_request_id);

describe("where a program begins", () => {
  test("discovery leads to the endpoint, in both formats", async () => {
    const { endpoints } = (await site.get("/api/open311/discovery.json")).json();
    expect(endpoints).toMatchObject([{ specification: "http://wiki.open311.org/GeoReport_v2", url: "http://localhost:3000/api/open311/v2", type: "production" }]);
    const xml = await site.get("/api/open311/discovery.xml");
    expect(xml.headers["content-type"]).toBe("text/xml; charset=utf-8");
    expect(xml.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<discovery>/);
    expect(xml.body).toMatch(/<formats>\s*<format>text\/xml<\/format>\s*<format>application\/json<\/format>\s*<\/formats>/);
  });

  test("services are the public kinds that somebody takes in: a theft is none, whatever its module says", async () => {
    const services = (await site.get(`${root}/services.json`)).json();
    expect(services.map((one: { service_code: string }) => one.service_code)).toEqual(["noise", "streetLight"]);
    expect(services[0]).toMatchObject({ service_name: "Tiếng ồn", metadata: true, type: "realtime", keywords: "noise,karaoke" });
    expect((await site.get(`${root}/services.json?lang=en`)).json()[0].service_name).toBe("Noise");
    expect((await site.get(`${root}/services.xml`)).body).toMatch(/<services>\s*<service>\s*<service_code>noise<\/service_code>/);
  });

  test("a definition asks for the hamlet, of the post that is meant", async () => {
    const [attribute] = (await site.get(`${root}/services/noise.json`)).json().attributes;
    expect(attribute).toMatchObject({ code: "hamlet", datatype: "singlevaluelist", required: false });
    expect(attribute.values).toContainEqual({ key: units.kep.code, name: "Tổ dân phố Kép" });
    const elsewhere = (await site.get(`${root}/services/noise.xml?jurisdiction_id=${units.tienLuc.code}`)).body;
    expect(elsewhere).toMatch(/<service_definition>\s*<service_code>noise<\/service_code>\s*<attributes>\s*<attribute>\s*<variable>true<\/variable>\s*<code>hamlet<\/code>/);
    expect(elsewhere).toMatch(/<values>\s*<value>\s*<key>07381-01<\/key>\s*<name>Thôn Ngoẹn<\/name>/);
  });
});

describe("what was reported", () => {
  test("is told with its standing in words, as JSON and as XML", async () => {
    await site.lay("request", request());
    const [one] = (await site.get(`${root}/requests.json`)).json();
    expect(one).toEqual({
      service_request_id: "P-1",
      status: "open",
      status_notes: "Đã giao cán bộ, hẹn trả lời trước 17:00 ngày 30/11",
      service_name: "Tiếng ồn",
      service_code: "noise",
      description: null,
      agency_responsible: "Công an phường Phượng Sơn",
      service_notice: null,
      requested_datetime: "2026-11-20T22:00:00+07:00",
      updated_datetime: "2026-11-21T08:00:00+07:00",
      expected_datetime: null,
      address: "Đường Trần Phú, Tổ dân phố Kép",
      address_id: null,
      zipcode: null,
      lat: null,
      long: null,
      media_url: null,
    });
    const { body } = await site.get(`${root}/requests/P-1.xml`);
    expect(body).toMatch(/<service_requests>\s*<request>\s*<service_request_id>P-1<\/service_request_id>\s*<status>open<\/status>/);
    expect(body).toContain("<description/>");
  });

  test("is never of a kind that is not public, nor of another post, nor what PostgreSQL hides", async () => {
    await site.lay("request", request({ id: "P-theft", service: "theft" }));
    await site.lay("request", request({ id: "P-order", service: "publicOrder" }));
    await site.lay("request", request({ id: "P-hidden" }), { shown: false });
    await site.lay("request", request({ id: "P-far" }), { commune: units.tienLuc.id });
    expect(await idsOf("")).toEqual([]);
    expect(await idsOf("service_code=theft,publicOrder")).toEqual([]);
    expect(await idsOf("service_request_id=P-theft,P-hidden,P-far,P-order")).toEqual([]);
    for (const id of ["P-theft", "P-hidden", "P-far", "P-none"]) {
      const answer = await site.get(`${root}/requests/${id}.json`);
      expect([answer.statusCode, answer.json()[0].code]).toEqual([404, 404]);
    }
    expect(await idsOf(`jurisdiction_id=${units.tienLuc.code}`)).toEqual(["P-far"]);
  });

  test("is found by its name, service, standing and days", async () => {
    await site.lay("request", request({ id: "P-1", requestedAt: day("2026-11-01") }));
    await site.lay("request", request({ id: "P-2", requestedAt: day("2026-11-10"), open: false }));
    await site.lay("request", request({ id: "P-3", requestedAt: day("2026-11-20"), service: "streetLight" }));
    await site.lay("request", request({ id: "P-4", requestedAt: day("2026-06-01") }));
    expect(await idsOf("")).toEqual(["P-3", "P-2", "P-1"]);
    expect(await idsOf("status=closed")).toEqual(["P-2"]);
    expect(await idsOf("status=open,closed&service_code=noise")).toEqual(["P-2", "P-1"]);
    expect(await idsOf("service_request_id=P-4,P-2")).toEqual(["P-4", "P-2"]);
    expect(await idsOf("start_date=2026-11-10T00:00:00%2B07:00&end_date=2026-11-15T00:00:00Z")).toEqual(["P-2"]);
    expect(await idsOf("end_date=2026-06-30T00:00:00Z")).toEqual(["P-4"]);
  });

  test("comes page by page, each once, up to the thousandth", async () => {
    const rows = Array.from({ length: 25 }, (_, i) => request({ id: `P-${i + 10}`, requestedAt: new Date(day("2026-11-01").getTime() + i * 60_000) }));
    for (const row of rows) await site.lay("request", row);
    const pages = [await idsOf("page_size=10"), await idsOf("page_size=10&page=2"), await idsOf("page_size=10&page=3"), await idsOf("page_size=10&page=4")];
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5, 0]);
    expect(pages.flat()).toEqual(rows.map(({ id }) => id).reverse());
    expect((await site.get(`${root}/requests.json?page_size=100&page=11`)).statusCode).toBe(400);
  });

  test.each([
    ["start_date=yesterday", "start_date"],
    ["status=broken", "status"],
    ["page=0", "page"],
    ["start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z", "90"],
    ["start_date=2026-06-01T00:00:00Z&end_date=2026-01-01T00:00:00Z", "end_date"],
  ])("a question that is not understood is told so: %s", async (query, word) => {
    const answer = await site.get(`${root}/requests.json?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual([{ code: 400, description: expect.stringContaining(word) }]);
    expect((await site.get(`${root}/requests.xml?${query}`)).body).toMatch(/<errors>\s*<error>\s*<code>400<\/code>\s*<description>/);
  });

  test("a post that is not here is told so in every question", async () => {
    for (const path of ["services", "services/noise", "requests", "requests/P-1"]) {
      const answer = await site.get(`${root}/${path}.json?jurisdiction_id=99999`);
      expect([path, answer.statusCode, answer.json()[0].description]).toEqual([path, 404, expect.stringContaining("jurisdiction_id")]);
    }
  });
});

describe("a new report by a program", () => {
  const matters = () => site.world.asOwner(async (owner) => (await owner.query("select code, regime, hamlet_id, public_ref, commune_id from matters order by id")).rows);

  test("becomes a matter of its post; who told it lies sealed", async () => {
    const key = await keyOf();
    const before = (await matters()).length;
    const answer = await send({ ...right, api_key: key, first_name: "Nga", last_name: "Hoàng Thị", phone: "0912 000 113", device_id: "d-77" });
    expect(answer.statusCode).toBe(201);
    const made = (await matters()).slice(before);
    expect(made).toMatchObject([{ regime: "incidents", commune_id: units.phuongSon.id, hamlet_id: units.kep.id }]);
    const [told] = answer.json();
    expect(told.service_request_id).toBe(made[0].code);
    expect(told.service_notice.replaceAll("-", "")).toContain(made[0].public_ref);
    expect(told.service_request_id).not.toBe(made[0].public_ref);
    // Until its module shows it, nobody sees it from outside.
    expect((await site.get(`${root}/requests/${told.service_request_id}.json`)).statusCode).toBe(404);
    const names = await site.world.asOwner(async (owner) => JSON.stringify((await owner.query("select *, encode(sealed, 'escape') as seen from identities")).rows));
    expect(names).not.toMatch(/Nga|0912|d-77/);
  });

  test("goes to the post that its address or its form names; of two posts neither is taken", async () => {
    const api_key = await keyOf();
    const { "attribute[hamlet]": _, ...anywhere } = right;
    const before = (await matters()).length;
    const there = await send({ ...anywhere, api_key }, `json?jurisdiction_id=${units.tienLuc.code}`);
    expect(there.statusCode).toBe(201);
    expect((await matters()).slice(before)).toMatchObject([{ commune_id: units.tienLuc.id }]);
    for (const [address, form, status] of [
      [units.tienLuc.code, units.phuongSon.code, 400],
      ["99999", "", 404],
    ] as const) {
      const answer = await send({ ...anywhere, api_key, ...(form ? { jurisdiction_id: form } : {}) }, `json?jurisdiction_id=${address}`);
      expect([answer.statusCode, answer.json()]).toEqual([status, [{ code: status, description: expect.stringContaining("jurisdiction_id") }]]);
    }
    expect(await matters()).toHaveLength(before + 1);
  });

  test("XML is answered in XML", async () => {
    const answer = await send({ service_code: "streetLight", description: "Đèn tắt", address_string: "Ngõ 3", api_key: await keyOf() }, "xml");
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([201, "text/xml; charset=utf-8"]);
    expect(answer.body).toMatch(/<service_requests>\s*<request>\s*<service_request_id>P-[0-9A-Z]+<\/service_request_id>\s*<service_notice>/i);
  });

  test.each([
    ["no service", { service_code: "" }, 400, "service_code"],
    ["a service that is not public", { service_code: "theft" }, 404, "service_code"],
    ["no place", { lat: "" }, 400, "address_string"],
    ["a place that is none", { lat: "91.5" }, 400, "lat"],
    ["no words", { description: " " }, 400, "description"],
    ["a hamlet of another post", { "attribute[hamlet]": units.ngoen.code }, 400, "attribute[hamlet]"],
    ["another post that is none", { jurisdiction_id: "99999" }, 404, "jurisdiction_id"],
    ["no key", { api_key: "" }, 403, "api_key"],
    ["a key that was never given out", { api_key: "gd_x" }, 403, "api_key"],
  ])("%s is told so, and nothing is written", async (_case, wrong, status, word) => {
    const before = (await matters()).length;
    const answer = await send({ ...right, api_key: await keyOf(), ...wrong });
    expect([answer.statusCode, answer.json()]).toEqual([status, [{ code: status, description: expect.stringContaining(word) }]]);
    expect(await matters()).toHaveLength(before);
  });

  test("a form that another site's page sends is refused, as data", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" };
    const answer = await site.server.inject({ method: "POST", url: `${root}/requests.json`, headers, payload: "" });
    expect([answer.statusCode, answer.json()[0].code]).toEqual([403, 403]);
  });
});

describe("keys", () => {
  test("open so often in an hour as they may, also when all come at once, and again in the next hour", async () => {
    const key = await keyOf(3);
    const codes = await Promise.all(Array.from({ length: 6 }, async () => (await send({ ...right, api_key: key })).statusCode));
    expect(codes.sort()).toEqual([201, 201, 201, 429, 429, 429]);
    site.now = new Date("2026-11-23T10:01:00+07:00");
    expect((await send({ ...right, api_key: key })).statusCode).toBe(201);
  });

  test("that were taken back open nothing", async () => {
    const { id, key } = await site.world.commit(gate, (tx) => addKey(tx, { name: "thử", mostAnHour: 9 }));
    expect(await site.world.commit(gate, (tx) => endKey(tx, id))).toBe(true);
    expect((await send({ ...right, api_key: key })).statusCode).toBe(403);
    expect(await site.world.commit(gate, (tx) => endKey(tx, id))).toBe(false);
    expect(await site.world.commit(gate, listKeys)).toContainEqual(expect.objectContaining({ id, name: "thử", endedAt: expect.any(Date) }));
  });

  test("are kept as a hash alone, and seen by nobody but the gate", async () => {
    const key = await keyOf();
    const kept = await site.world.asOwner(async (owner) => JSON.stringify((await owner.query("select k::text from open_keys k")).rows));
    expect(kept).not.toContain(key.slice(3));
    for (const actor of [as(cast.binh), as(cast.door)]) await expect(site.world.try(actor, listKeys)).rejects.toThrow(/permission denied/);
    await expect(site.world.try(gate, (tx) => tx.db.withTables<{ openKeys: { keyHash: Buffer } }>().selectFrom("openKeys").select("keyHash").execute())).rejects.toThrow(
      /permission denied/,
    );
  });
});
