import { afterAll, beforeAll, expect, test } from "vitest";
import { expectSound, openSite, type Site, shoot } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("whoever looks for open data finds the page from the first one, on a small screen, and every address on it answers", async () => {
  const { page, context, complaints } = await site.visit({ width: 320 });
  await page.goto("/");
  await page.getByRole("link", { name: "Dữ liệu mở" }).click();
  await page.getByRole("heading", { name: "Dữ liệu mở", level: 1 }).waitFor();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `du-lieu-mo-${width}`);
  }
  const links = await page.locator("main a").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect([link, (await page.request.get(link)).status()]).toEqual([link, 200]);
  expect(complaints).toEqual([]);
  await context.close();
});
