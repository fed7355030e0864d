import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { photo } from "../../src/modules/attachments/files.stage.ts";
import { filed, openStage, type Stage } from "../../src/modules/portal/exchange.stage.ts";
import { cast } from "../world/cast.ts";
import { at, receive } from "../world/counter.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
let stage: Stage;
let folder: string;
beforeAll(async () => {
  site = await openSite();
  stage = await openStage(site.world);
  folder = await mkdtemp(join(tmpdir(), "gan-dan-files-"));
  site.setClock(at("2026-11-25T09:40:00"));
});
afterAll(async () => {
  await site.close();
  await stage.remove();
  await rm(folder, { recursive: true, force: true });
});

test("a file of the national portal stands in the inbox, is found by its number, and says where it came from", async () => {
  const document = filed({ submittedAt: "2026-11-25T08:10:00+07:00" });
  await stage.drop("one.json", document);
  await stage.round();
  const visitor = await site.visit();
  const { page } = visitor;
  await signIn(page, cast.minh);
  expect(await page.textContent("main")).toContain("Điều chỉnh thông tin về cư trú");
  await page.locator('[name="tim"]').fill(document.nationalNumber.toLowerCase());
  await page.keyboard.press("Enter");
  await page.getByText("Tìm thấy").first().waitFor();
  await page.locator("tbody a").first().click();
  await page.getByText("Trên Cổng dịch vụ công quốc gia").waitFor();
  const said = await page.textContent("main");
  expect(said).toContain(document.nationalNumber);
  expect(said).toContain("Cổng dịch vụ công quốc gia");
  for (const width of [1320, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `cong-1-dossier-${width}`);
  }
  await page.goto("/can-bo/cong-quoc-gia");
  await page.getByText("Đã tiếp nhận").first().waitFor();
  for (const width of [1320, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `cong-2-exchange-${width}`);
  }
  expect(visitor.complaints).toEqual([]);
});

test("an officer joins a dossier of the counter to a national number; rubbish is told beside the field and kept", async () => {
  const { publicRef } = await receive(site.world, {}, at("2026-11-25T08:00:00"));
  const { page } = await site.visit();
  await signIn(page, cast.minh);
  await page.goto(`/can-bo/ho-so/${publicRef}`);
  await page.getByText("Bà con đã nộp trên Cổng quốc gia?").click();
  await page.locator('[name="nationalNumber"]').fill("không phải mã");
  await page.getByRole("button", { name: "Ghi mã và nối hai nơi" }).click();
  await page.locator("#field-nationalNumber-error").waitFor();
  expect(await page.locator('[name="nationalNumber"]').inputValue()).toBe("không phải mã");
  await expectSound(page);
  await page.locator('[name="nationalNumber"]').fill("g99.01 - 261125 - 000777");
  await page.getByRole("button", { name: "Ghi mã và nối hai nơi" }).click();
  await page.getByText("G99.01-261125-000777").first().waitFor();
  const other = await receive(site.world, {}, at("2026-11-25T08:30:00"));
  await page.goto(`/can-bo/ho-so/${other.publicRef}`);
  await page.getByText("Bà con đã nộp trên Cổng quốc gia?").click();
  await page.locator('[name="nationalNumber"]').fill("G99.01-261125-000777");
  await page.getByRole("button", { name: "Ghi mã và nối hai nơi" }).click();
  expect(await page.textContent("#field-nationalNumber-error")).toContain("Mã này đã ghi ở hồ sơ");
});

test("a file of a paper: refused with its reason, then kept, downloaded as a file, and removed by the chief with a reason", async () => {
  const { publicRef } = await receive(site.world, { caseId: "civilStatusNotShared" }, at("2026-11-25T09:00:00"));
  const picture = join(folder, "giay-khai-sinh.jpg");
  await writeFile(picture, await photo());
  await writeFile(join(folder, "giay.pdf"), "MZ".padEnd(400));
  const visitor = await site.visit();
  const { page } = visitor;
  await signIn(page, cast.minh);
  await page.goto(`/can-bo/ho-so/${publicRef}`);
  await page.getByRole("link", { name: "Thêm bản chụp" }).click();
  await page.getByText("chưa nối máy quét vi-rút").waitFor();
  await page.getByRole("button", { name: "Lưu bản chụp" }).click();
  await page.locator("#field-file-error").waitFor();
  await page.locator("#field-notCard-error").waitFor();
  await page.locator('[name="file"]').setInputFiles(join(folder, "giay.pdf"));
  await page.locator('[name="notCard"]').check();
  await page.getByRole("button", { name: "Lưu bản chụp" }).click();
  await page.getByText("chỉ nhận tệp PDF, JPEG, PNG").first().waitFor();
  for (const width of [1320, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `tep-1-add-${width}`);
  }
  await page.locator('[name="file"]').setInputFiles(picture);
  await page.getByRole("button", { name: "Lưu bản chụp" }).click();
  const link = page.getByRole("link", { name: /^Tải về: / });
  await link.waitFor();
  for (const width of [1320, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `tep-2-dossier-${width}`);
  }
  const download = page.waitForEvent("download");
  await link.click();
  expect((await download).suggestedFilename()).toMatch(/^proof-civil-status-.+[.]jpg$/);
  const href = (await link.getAttribute("href")) ?? "";
  const answer = await page.request.get(href);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "no-store",
    "content-disposition": expect.stringMatching(/^attachment; /),
  });
  const reads = await site.world.asOwner((client) =>
    client.query("select count(*)::int as count from reads where purpose = 'Xem bản chụp giấy tờ' and actor_id = $1", [cast.minh.id]),
  );
  expect(reads.rows[0].count).toBe(2);

  const chief = await site.visit();
  await signIn(chief.page, cast.binh);
  await chief.page.goto(`/can-bo/ho-so/${publicRef}`);
  await chief.page.getByRole("link", { name: /^Xóa/ }).click();
  await chief.page.getByRole("button", { name: "Xóa bản chụp" }).click();
  await chief.page.locator("#field-reason-error").waitFor();
  await expectSound(chief.page);
  await chief.page.locator('[name="reason"]').fill("Đưa nhầm giấy của người khác");
  await chief.page.getByRole("button", { name: "Xóa bản chụp" }).click();
  await chief.page.getByText("Đã xóa: Trần Quốc Bình").waitFor();
  expect((await page.request.get(href)).status()).toBe(404);
  expect(visitor.complaints).toEqual([]);
});

test("a procedure that asks for no file has no field for one", async () => {
  const { publicRef } = await receive(site.world, {}, at("2026-11-25T09:10:00"));
  const { page } = await site.visit();
  await signIn(page, cast.minh);
  await page.goto(`/can-bo/ho-so/${publicRef}`);
  expect(await page.getByRole("link", { name: "Thêm bản chụp" }).count()).toBe(0);
  expect((await page.request.get(`/can-bo/ho-so/${publicRef}/tep`)).status()).toBe(404);
});
