import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unzipFiles } from "../../src/platform/zip.ts";
import { makeTasks } from "../../src/work.ts";
import { cast, units } from "../world/cast.ts";
import { at, receive, sign } from "../world/counter.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
const now = at("2026-11-20T15:02:00");

beforeAll(async () => {
  site = await openSite();
  site.setClock(now);
  for (let i = 0; i < 6; i++) await sign(site.world, await receive(site.world));
  const late = await receive(site.world, {}, at("2026-11-02T09:00:00"));
  await sign(site.world, late, { now: at("2026-11-12T09:00:00") });
  for (let i = 0; i < 30; i++) {
    await site.world.asOwner((owner) =>
      owner.query("insert into ratings (commune_id, province_id, month, procedure_code, score, once) values ($1, 1, $2, '1.010039', $3, int4send($4))", [
        units.phuongSon.id,
        `2026-${String(8 + (i % 3)).padStart(2, "0")}-01`,
        i % 10 === 0 ? "notSatisfied" : "satisfied",
        i,
      ]),
    );
  }
  await work("matters:count");
  await work("ratings:release");
});
afterAll(() => site.close());

/** What the worker does when it is woken. */
async function work(name: "matters:count" | "ratings:release"): Promise<void> {
  const { database, house } = site.world;
  await makeTasks({ database, house, clock: () => now, log: pino({ level: "silent" }) })[name]();
}

describe.each([true, false])("with scripts: %s", (scripts) => {
  test("a chief opens his figures, a figure opens its dossiers, a dossier opens", async () => {
    for (const width of [320, 1280]) {
      const { page, context, complaints } = await site.visit({ width, scripts });
      await signIn(page, cast.binh);
      await page.goto("/can-bo/so-lieu");
      expect(await page.textContent("h1")).toBe("Số liệu của trụ sở");
      const main = (await page.textContent("main")) ?? "";
      expect(main).toContain("86 % (6/7)");
      expect(main).toContain("trên 54 điểm tính được ở đây.");
      expect(main).toContain("không tính ở đây");
      await shoot(page, `figures-post-${width}`);
      if (scripts) await expectSound(page);
      const late = page.getByRole("row").filter({ hasText: "Đã có lần qua giờ hẹn" });
      await late.getByRole("link", { name: "1" }).click();
      expect(await page.textContent("h1")).toBe("Trễ hẹn: Phường Phượng Sơn");
      expect(await page.textContent("main")).toContain("Hoàng T. N.");
      await shoot(page, `figures-evidence-${width}`);
      if (scripts) await expectSound(page);
      await page.locator("main table a").first().click();
      expect(new URL(page.url()).pathname).toMatch(/^\/can-bo\/ho-so\//);
      expect(complaints).toEqual([]);
      await context.close();
    }
    const { rows } = await site.world.asOwner((owner) =>
      owner.query("select count(*)::int as count from reads where purpose = 'Xem hồ sơ sau con số' and actor_id = $1", [cast.binh.id]),
    );
    expect(rows[0].count).toBeGreaterThan(0);
  });
});

test.each([
  [cast.binh, "/can-bo/so-lieu"],
  [cast.thao, "/tinh"],
  [cast.thao, "/tinh/chi-so?thang=2026-11"],
] as const)("every number on a page opens as many dossiers as it says (%#)", async (member, address) => {
  const { page, context } = await site.visit();
  await signIn(page, member);
  await page.goto(address);
  const links = await page.locator("main a[href*='ho-so?']").evaluateAll((all) => all.map((one) => [one.getAttribute("href") ?? "", one.textContent?.match(/^\d+$/)?.[0] ?? ""]));
  const numbers = links.filter(([, number]) => number !== "");
  expect(numbers.length).toBeGreaterThan(3);
  for (const [href, number] of numbers) {
    await page.goto(href ?? "");
    expect({ href, rows: await page.locator("main tbody tr").count() }).toEqual({ href, rows: Number(number) });
  }
  await context.close();
});

test("ratings stand in parcels of months that are over, and another month can be chosen", async () => {
  const { page, context } = await site.visit();
  await signIn(page, cast.binh);
  await page.goto("/can-bo/so-lieu");
  const main = (await page.textContent("main")) ?? "";
  for (const month of ["tháng 8/2026", "tháng 9/2026", "tháng 10/2026"]) expect(main).toContain(`${month}Điều chỉnh`);
  await page.selectOption("select[name=thang]", "2026-09");
  await page.getByRole("button", { name: "Xem" }).click();
  expect(page.url()).toContain("thang=2026-09");
  expect(await page.textContent("main")).not.toContain("tháng 10/2026Điều chỉnh");
  await context.close();
});

test("the province looks at a figure and sees codes, no names; a wrong month says so", async () => {
  const { page, context, complaints } = await site.visit({ width: 320 });
  await signIn(page, cast.thao);
  await page.getByRole("link", { name: "86 %" }).click();
  const text = (await page.textContent("main")) ?? "";
  expect(text).toContain("Đúng hẹn: Phường Phượng Sơn");
  expect(text).toContain("6 hồ sơ");
  expect(text).not.toMatch(/Hoàng|…9876/);
  expect(await page.locator("main a[href*='/can-bo/']").count()).toBe(0);
  await expectSound(page);
  await page.goto("/tinh/chi-so?thang=2026-11");
  await shoot(page, "figures-indicators-320");
  await expectSound(page);
  expect(await page.locator("main svg[role=img]").count()).toBe(4);
  expect((await page.goto("/tinh/chi-so?thang=2026-13"))?.status()).toBe(422);
  expect(await page.textContent("main")).toContain("Tháng này không có.");
  expect((await page.goto("/can-bo/so-lieu"))?.status()).toBe(403);
  expect(complaints.filter((line) => !line.includes("422") && !line.includes("403"))).toEqual([]);
  await context.close();
});

test("both leave the house as workbooks without a name in them", async () => {
  for (const [member, url] of [
    [cast.binh, "/can-bo/so-lieu.xlsx?thang=2026-11"],
    [cast.thao, "/tinh/chi-so.xlsx?thang=2026-11"],
  ] as const) {
    const { page, context } = await site.visit();
    await signIn(page, member);
    const answer = await page.request.get(url);
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="[a-z-]+2026-11\.xlsx"$/);
    const bytes = await answer.body();
    const unpacked = unzipFiles(bytes, { files: 50, bytes: 5_000_000 });
    const inside = unpacked.ok ? unpacked.files.map((file) => Buffer.from(file.bytes).toString()).join("\n") : "";
    expect(inside, "six of seven in time").toContain("<v>0.857142857");
    expect(inside).not.toMatch(/Hoàng|Nga|9876/);
    await context.close();
  }
});
