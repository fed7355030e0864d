import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("an officer takes a code for the number that he is about to call, and a resident checks it", async () => {
  site.setClock(new Date("2026-11-25T15:02:00+07:00"));
  const officer = await site.visit({ width: 390 });
  await signIn(officer.page, cast.son);
  await officer.page.goto("/can-bo/lien-lac");
  await expectSound(officer.page);
  await officer.page.getByRole("button", { name: "Lấy mã cho cuộc gọi" }).click();
  await officer.page.getByText("Ghi số máy sắp gọi, để bà con hỏi theo số thì thấy.").first().waitFor();
  await expectSound(officer.page);
  await officer.page.locator('[name="phone"]').fill("0912 345 600");
  await officer.page.getByRole("button", { name: "Lấy mã cho cuộc gọi" }).click();
  await officer.page.locator(".prepared-code").waitFor();
  const code = (await officer.page.locator(".prepared-code").textContent())?.trim() ?? "";
  expect(code).toMatch(/^[A-Z\d]{3}-[A-Z\d]{3}$/);
  for (const width of [1280, 320]) {
    await officer.page.setViewportSize({ width, height: 900 });
    await expectSound(officer.page);
    await shoot(officer.page, `lien-lac-1-ma-${width}`);
  }
  const { page, context, complaints } = await site.visit({ width: 390 });
  await page.goto("/co-phai-cong-an");
  await expectSound(page);
  await page.locator('[name="code"]').fill(code);
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await page.getByText("Lý Văn Sơn").waitFor();
  await expectSound(page);
  await shoot(page, "lien-lac-2-dung-390");
  await page.goto("/co-phai-cong-an");
  await page.locator('[name="phone"]').fill("0912 345 678");
  await page.locator('[name="calledTime"]').fill("14h");
  await page.getByRole("button", { name: "Có cán bộ nào gọi không?" }).click();
  await page.getByText("Không có cán bộ nào ghi là đã gọi").waitFor();
  await expectSound(page);
  await shoot(page, "lien-lac-3-khong-ai-goi-390");
  await page.getByRole("link", { name: "Báo người này lừa đảo" }).click();
  expect(new URL(page.url()).pathname).toBe("/toi-dang-bi-lua");
  expect([...complaints, ...officer.complaints]).toEqual([]);
  await context.close();
  await officer.context.close();
});
