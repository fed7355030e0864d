import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at, confirmation, receive, sign, thom } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { residentServer } from "../../../test/world/resident-server.ts";
import type { Matter } from "../../kernel/matter.ts";
import { Stage } from "../../web/views/gallery.stage.ts";
import { revokePaper } from "../papers/index.ts";
import { askSupplement, handOver, startWork } from "../procedures/index.ts";

const minh = as(cast.minh);

let world: World;
let server: FastifyInstance;
let stage: Stage;
let base: string;
/** Monday morning, before Culture Day; each test may turn the clock. */
let now = at("2026-11-23T09:40:00");
const dossiers: Record<string, Matter> = {};
const codes: Record<string, string> = {};

beforeAll(async () => {
  stage = new Stage({}, "resident", process.env["SHOTS"] !== undefined);
  await stage.open();
  world = await openWorld();
  await tellTheStory();
  const assetsDir = join(stage.folder, "out");
  server = await residentServer(world, { clock: () => now, built: { assetsDir, manifest: JSON.parse(readFileSync(join(assetsDir, "manifest.json"), "utf8")) } });
  await server.listen({ host: "127.0.0.1", port: 0 });
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  now = at("2026-11-23T09:40:00");
  await stage.closePages();
});
afterAll(async () => {
  await stage?.close();
  await server?.close();
  await world?.close();
});

/** Dossiers in every state that a resident can meet, and papers in every standing. */
async function tellTheStory(): Promise<void> {
  await world.asOwner((client) =>
    client.query("insert into unit_profiles (unit_id, as_of, area_hectares, population, hamlet_count, source) values ($1, '2026-01-01', 4056, 20314, 25, 'UBND phường, 1/2026')", [
      units.phuongSon.id,
    ]),
  );
  for (const name of ["received", "working", "awaiting", "signed", "refused", "handedOver"]) dossiers[name] = await receive(world);
  dossiers["late"] = await receive(world, {}, at("2026-11-16T08:10:00"));
  await world.commit(minh, (tx) => startWork(tx, refOf("working"), { version: 1 }), at("2026-11-23T08:05:00"));
  await world.commit(
    minh,
    (tx) =>
      askSupplement(tx, refOf("awaiting"), {
        version: 1,
        defects: [
          { code: "headConsent", paper: "CT01" },
          { code: "databaseMismatch", paper: null },
        ],
      }),
    at("2026-11-23T08:10:00"),
  );
  const monday = at("2026-11-23T09:00:00");
  codes["valid"] = (await sign(world, dossier("signed"), { proposal: confirmation("2027-11-23"), now: monday })).code;
  await sign(world, dossier("refused"), {
    proposal: { form: "CT06", reasons: [{ reason: "Không thuộc trường hợp điều chỉnh", basis: null }], nextSteps: ["Đến nơi đăng ký khai sinh"] },
    now: monday,
  });
  codes["revoked"] = (await sign(world, dossier("handedOver"), { now: monday })).code;
  await world.commit(minh, (tx) => handOver(tx, refOf("handedOver"), { version: 3, to: "self" }), at("2026-11-23T09:30:00"));
  await world.commit(as(cast.binh), (tx) => revokePaper(tx, codes["revoked"] ?? "", "Nhầm số nhà"), at("2026-11-23T09:35:00"));
}

const dossier = (name: string): Matter => {
  const found = dossiers[name];
  if (!found) throw new Error(`the story has no ${name}`);
  return found;
};
const refOf = (name: string): string => dossier(name).publicRef;

async function visit(path: string, options: { readonly script?: boolean } = {}): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const { page, complaints } = await stage.show("sent", options);
  await page.goto(`${base}${path}`);
  return { page, complaints };
}

const pages: Record<string, () => string> = {
  home: () => "/",
  posts: () => "/don-vi",
  procedures: () => "/thu-tuc?q=cu tru",
  "procedures-none": () => "/thu-tuc?q=ho chieu bay",
  correction: () => "/thu-tuc/1.010039",
  confirmation: () => "/thu-tuc/1.010041",
  registration: () => "/thu-tuc/1.004194",
  "look-up": () => "/tra-cuu",
  "track-unknown": () => "/tra-cuu/3467-9CDF-GHJK-MNPQ",
  "track-received": () => `/tra-cuu/${refOf("received")}`,
  "track-working": () => `/tra-cuu/${refOf("working")}`,
  "track-awaiting": () => `/tra-cuu/${refOf("awaiting")}`,
  "track-signed": () => `/tra-cuu/${refOf("signed")}`,
  "track-refused": () => `/tra-cuu/${refOf("refused")}`,
  "track-handed-over": () => `/tra-cuu/${refOf("handedOver")}`,
  "track-late": () => `/tra-cuu/${refOf("late")}`,
  rating: () => `/danh-gia/${refOf("signed")}`,
  "rating-slip": () => "/danh-gia",
  check: () => "/xac-minh",
  "check-valid": () => `/xac-minh/${codes["valid"]}`,
  "check-revoked": () => `/xac-minh/${codes["revoked"]}`,
  "check-unknown": () => "/xac-minh/3467-9CDF-GHJK-MNPQ",
};

// 600 px is a window of 1200 px at a zoom of 200 %; English is the longer language, so it is the one that is enlarged.
test.each(Object.keys(pages))("%s has no fault on a phone, on a desk or enlarged, in either language, and names nobody", async (name) => {
  const { page, complaints } = await visit(pages[name]?.() ?? "");
  const faults: string[] = [];
  for (const width of [320, 1200]) faults.push(...(await stage.faultsOf(page, width, `resident-${name}`)));
  expect(await page.content()).not.toMatch(new RegExp(`${thom.fullName}|${thom.idNumber}|345 ?678`));
  await page.locator(".head-link").click();
  expect(await page.getAttribute("html", "lang")).toBe("en");
  faults.push(...(await stage.faultsOf(page, 600, `resident-${name}-en`)));
  expect(faults).toEqual([]);
  // A page that says "not found" is one of ours; the browser notes its status all the same.
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});

test("from the first page to the rating, typed and clicked without any script", async () => {
  const { page } = await visit("/", { script: false });
  await page.getByRole("link", { name: "Hồ sơ của tôi đến đâu?" }).click();
  await page.getByLabel("Mã hồ sơ trên giấy hẹn").fill(dossier("handedOver").code.toLowerCase());
  await page.getByLabel("Bốn số cuối").fill("1111");
  await page.getByRole("button", { name: "Xem hồ sơ" }).click();
  await page.getByRole("alert").getByRole("link", { name: "Không có hồ sơ nào khớp" }).waitFor();
  await page.getByLabel("Bốn số cuối").fill("5678");
  await page.getByRole("button", { name: "Xem hồ sơ" }).click();
  await page.getByText("Đã trả kết quả").first().waitFor();
  await page.getByRole("link", { name: "Cho biết cán bộ phục vụ thế nào" }).click();
  await page.getByRole("button", { name: "Rất hài lòng" }).click();
  await page.getByRole("heading", { name: "Cảm ơn bà con" }).waitFor();
  expect(await page.content()).not.toContain("<script");
});

test("a PDF is checked by its file", async () => {
  const { page } = await visit("/xac-minh");
  await page.getByLabel("Tệp PDF của tờ giấy").setInputFiles({ name: "giay.pdf", mimeType: "application/pdf", buffer: await fileOfSigned() });
  await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
  await page.getByRole("heading", { name: "Giấy thật, còn giá trị" }).waitFor();
  expect(await stage.faultsOf(page, 390, "resident-check-file")).toEqual([]);
});

async function fileOfSigned(): Promise<Buffer> {
  const { rows } = await world.asOwner((client) => client.query("select f.pdf from papers p join paper_files f on f.paper_id = p.id where p.code = $1", [codes["valid"]]));
  return rows[0].pdf;
}

test("on the screen at the counter all three answers are in view at once", async () => {
  const { page } = await visit(`/danh-gia/${refOf("signed")}`);
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const name of ["Rất hài lòng", "Chưa hài lòng"]) {
    const box = await page.getByRole("button", { name }).boundingBox();
    expect(box && box.y + box.height).toBeLessThan(800);
    expect(box?.height).toBeGreaterThan(180);
  }
});

test("a page to take along prints whole, without buttons", async () => {
  const { page } = await visit("/thu-tuc/1.004194");
  await page.emulateMedia({ media: "print" });
  expect(await stage.faultsOf(page, 660, "resident-registration-print")).toEqual([]);
  expect(await page.getByRole("link", { name: "Nộp rồi thì xem hồ sơ đến đâu" }).isVisible()).toBe(false);
  for (const text of ["Khi đi nhớ mang", "Phải nộp", "Tiền phải nộp", "Căn cứ pháp luật và nguồn"]) expect(await page.getByText(text).first().isVisible()).toBe(true);
});

test("the first page weighs less than 100 KB with its fonts", async () => {
  const { page } = await visit("/");
  const addresses = (await page.evaluate(`performance.getEntriesByType("resource").map((entry) => entry.name)`)) as string[];
  const sizes = await Promise.all([`${base}/`, ...addresses].map(async (address) => weightOf(address)));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
});

async function weightOf(address: string): Promise<number> {
  const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
  return address.endsWith(".woff2") ? bytes.length : gzipSync(bytes).length;
}
