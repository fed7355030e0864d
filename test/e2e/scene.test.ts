import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const at = (text: string): Date => new Date(`${text}+07:00`);
const card = (digits: string): string => `024181${digits}|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021`;

test.each([
  { scripts: true, digits: "009876" },
  { scripts: false, digits: "009877" },
])("the whole scene, with scripts: $scripts", async ({ scripts, digits }) => {
  const name = scripts ? "scripts" : "plain";
  // axe itself is a script in the page: it looks at the same pages where scripts are allowed.
  const expectGood = async (shown: Page): Promise<void> => (scripts ? expectSound(shown) : undefined);
  site.setClock(at("2026-11-20T15:02:00"));
  const officer = await site.visit({ scripts });
  const { page } = officer;
  await signIn(page, cast.minh);
  expect(page.url()).toContain("/can-bo/hop-viec");
  await expectGood(page);

  // One: the scanner types the card and ends with Enter.
  await page.goto("/can-bo/tiep-nhan");
  await shoot(page, `${name}-1-scan`);
  await page.locator('[name="card"]:focus').waitFor();
  await page.keyboard.type(card(digits));
  await page.keyboard.press("Enter");
  await page.waitForURL(/tiep-nhan\/[A-Z0-9]{16}$/);
  expect(await page.textContent("main")).toContain("Hoàng Thị Nga");
  expect(await page.textContent("main")).toContain(`…${digits.slice(-4)}`);
  expect(await page.content()).not.toContain(`024181${digits}`);
  await shoot(page, `${name}-2-procedure`);
  await expectGood(page);

  // Two: a few letters of the procedure, and Enter.
  await page.locator('[name="thuTuc"]:focus').waitFor();
  await page.keyboard.type("10039");
  await page.keyboard.press("Enter");
  await page.waitForURL(/1\.010039/);
  expect(await page.textContent("main")).toContain("thứ Năm 26/11/2026");
  await shoot(page, `${name}-3-papers`);
  await expectGood(page);

  // Three and four: tick what was handed over, by keyboard.
  const boxes = page.locator('input[name="papers"]');
  for (let i = 0; i < (await boxes.count()); i++) {
    await boxes.nth(i).focus();
    await page.keyboard.press("Space");
  }
  await page.locator('input[name="phone"]').focus();
  await page.keyboard.type("0912 345 678");
  // Five: Enter is the receipt.
  await page.keyboard.press("Enter");
  await page.waitForURL(/ho-so\/[A-Z0-9]{16}\?moi=1$/);
  const code = (await page.title()).split(" · ")[0] ?? "";
  expect(code).toMatch(/261120-\d{4}$/);
  await shoot(page, `${name}-4-received`);
  await expectGood(page);
  // Six: the receipt is where the keyboard stands.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toMatch(/giay-hen\.pdf$/);
  const dossierPath = new URL(page.url()).pathname;
  const receipt = await page.request.get(`${dossierPath}/giay-hen.pdf`);
  expect(receipt.headers()["content-type"]).toBe("application/pdf");

  // The officer works and proposes.
  await page.goto(dossierPath);
  await page.getByRole("button", { name: "Bắt đầu giải quyết" }).click();
  await page.getByRole("link", { name: "Soạn thông báo kết quả (CT08)" }).click();
  await page.locator('[name="what1"]').fill("Nghề nghiệp");
  await page.locator('[name="before1"]').fill("Làm ruộng");
  await page.locator('[name="after1"]').fill("Giáo viên mầm non");
  await shoot(page, `${name}-5-result`);
  await expectGood(page);
  await page.getByRole("button", { name: "Trình trưởng công an ký" }).click();
  await page.waitForURL((url) => url.pathname === dossierPath);
  expect(await page.textContent("main")).toContain("Chờ ký");

  // The chief reads the draft and signs.
  site.setClock(at("2026-11-23T10:00:00"));
  const chief = await site.visit({ scripts });
  await signIn(chief.page, cast.binh);
  await chief.page.goto("/can-bo/hop-viec?loc=toSign");
  await shoot(chief.page, `${name}-6-inbox`);
  await expectGood(chief.page);
  await chief.page.getByRole("link", { name: "Điều chỉnh thông tin" }).first().click();
  expect((await chief.page.request.get(`${new URL(chief.page.url()).pathname}/ban-thao.pdf`)).status()).toBe(200);
  await shoot(chief.page, `${name}-7-sign`);
  await expectGood(chief.page);
  await chief.page.getByRole("button", { name: "Ký và ban hành" }).click();
  await chief.page.getByRole("link", { name: /^CT08/ }).waitFor();
  const paperHref = (await chief.page.getByRole("link", { name: /^CT08/ }).getAttribute("href")) ?? "";
  const paper = await chief.page.request.get(paperHref);
  expect(paper.status()).toBe(200);

  // The resident follows, fetches, verifies and rates.
  const resident = await site.visit({ scripts, width: 390, height: 800 });
  await resident.page.goto("/tra-cuu");
  await resident.page.locator("input[name]").first().fill(code);
  await resident.page.locator("input[name]").nth(1).fill("5678");
  await resident.page.keyboard.press("Enter");
  await resident.page.waitForURL(/tra-cuu\/[A-Z0-9]{16}$/);
  await shoot(resident.page, `${name}-8-track`);
  await expectGood(resident.page);
  expect(await resident.page.textContent("main")).not.toContain("Hoàng Thị Nga");

  // A weekend has passed: the officer's session ended long ago.
  await signIn(page, cast.minh);
  await page.goto(dossierPath);
  await page.getByRole("button", { name: "Trả kết quả và kết thúc" }).click();
  await page.getByRole("link", { name: "Mở màn hình đánh giá cho bà con" }).waitFor();
  await shoot(page, `${name}-9-closed`);

  await resident.page.goto("/xac-minh");
  await resident.page.locator('input[type="file"]').setInputFiles({ name: "giay.pdf", mimeType: "application/pdf", buffer: await paper.body() });
  await resident.page.locator('form:has(input[type="file"]) button[type="submit"]').click();
  await resident.page.locator("main").getByText(cast.binh.name).first().waitFor();
  await shoot(resident.page, `${name}-10-verified`);
  await expectGood(resident.page);
  expect(await resident.page.textContent("main")).not.toContain("Hoàng Thị Nga");

  await resident.page.goto(`/danh-gia/${dossierPath.split("/").at(-1)}`);
  await shoot(resident.page, `${name}-11-rate`);
  await expectGood(resident.page);
  await resident.page.getByRole("button", { name: "Rất hài lòng" }).click();
  await resident.page.waitForLoadState();
  await shoot(resident.page, `${name}-12-rated`);
  await expectGood(resident.page);

  for (const visitor of [officer, chief, resident]) {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  }
  expect(site.log()).not.toMatch(/Nga|024181|0912|Giành Cũ/);
  expect(units.phuongSon.code).toBe("07612");
});
