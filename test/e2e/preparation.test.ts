import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(new Date("2026-11-23T08:10:00+07:00"));
});
afterAll(() => site.close());

const card = (digits: string): string => `024181${digits}|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021`;

test.each([
  { scripts: true, digits: "004411" },
  { scripts: false, digits: "004412" },
])("prepared at home on a small screen, scanned at the counter, received; with scripts: $scripts", async ({ scripts, digits }) => {
  const name = scripts ? "scripts" : "plain";
  // axe itself is a script in the page: it looks at the same pages where scripts are allowed.
  const look = async (page: Page, step: string): Promise<void> => {
    if (scripts) await expectSound(page);
    await shoot(page, `prepare-${name}-${step}`);
  };
  const home = await site.visit({ scripts, width: 320, height: 700 });
  const { page } = home;
  const notFiled = async (): Promise<void> => expect(await page.locator("main").textContent()).toContain("CHƯA NỘP");
  const goOn = () => page.getByRole("button", { name: "Tiếp tục" }).click();

  await page.goto("/thu-tuc/1.004194");
  await page.getByRole("link", { name: "Chuẩn bị ở nhà" }).click();
  await notFiled();
  await look(page, "1-case");
  await page.getByRole("button", { name: "Bắt đầu" }).click();
  await page.getByRole("alert").waitFor();
  await look(page, "2-case-missing");
  await page.getByLabel("Cá nhân hoặc hộ gia đình").check();
  await page.getByRole("button", { name: "Bắt đầu" }).click();
  await page.waitForURL(/chuan-bi\/[A-Z0-9]{16}$/);
  const held = new URL(page.url()).pathname;
  await notFiled();
  await look(page, "3-papers");
  await page.getByRole("link", { name: "Khai từng câu" }).click();

  await page.getByLabel("Địa chỉ chỗ ở tạm trú").fill("Tổ dân phố Kép, phường Phượng Sơn");
  await page.getByLabel("Ở từ ngày nào?").fill("31/2/2026");
  await page.getByLabel("Dự định ở đến ngày nào?").fill("01/12/2027");
  await goOn();
  await page.getByRole("alert").waitFor();
  await notFiled();
  await look(page, "4-wrong");
  await page.getByLabel("Ở từ ngày nào?").fill("01122026");
  await goOn();
  await page.getByLabel("Nhà thuê, mượn, ở nhờ").check();
  await look(page, "5-choice");
  await goOn();
  await page.getByLabel("Họ tên chủ nhà hoặc tên cơ quan").fill("Giáp Văn Lợi");
  await goOn();
  await page.getByLabel("Họ, chữ đệm và tên khai sinh").fill("Hoàng Thị Nga");
  await page.getByLabel("Ngày, tháng, năm sinh").fill("18/08/1979");
  await page.getByLabel("Nữ", { exact: true }).check();
  await page.getByLabel("Số định danh cá nhân").fill(`024181${digits}`);
  await look(page, "6-person");
  await goOn();
  await page.getByLabel("Số điện thoại").fill("0912 345 678");
  await goOn();
  // Back, and on again: nothing changed.
  await page.getByRole("link", { name: "Quay lại" }).click();
  expect(await page.getByLabel("Số điện thoại").inputValue()).toBe("0912345678");
  await goOn();
  await page.getByLabel("Có", { exact: true }).check();
  await goOn();
  expect(await page.getByLabel("Bà con đề nghị điều gì?").inputValue()).toBe("Đăng ký tạm trú tại Tổ dân phố Kép, phường Phượng Sơn, từ ngày 1/12/2026 đến ngày 1/12/2027");
  await look(page, "7-request");
  await goOn();
  await page.getByLabel("Có", { exact: true }).check();
  await goOn();
  await page.getByLabel("Họ, chữ đệm và tên").fill("Giáp An");
  await page.getByRole("button", { name: "Thêm một dòng" }).click();
  expect(await page.locator('[name="members.0.fullName"]').inputValue()).toBe("Giáp An");
  await page.locator('[name="members.0.bornOn"]').fill("01/12/2011");
  await page.locator('[name="members.0.sex"][value="male"]').check();
  await page.locator('[name="members.0.idNumber"]').fill("024211009997");
  await page.locator('[name="members.0.relation"]').fill("Con đẻ");
  await look(page, "8-rows");
  await goOn();
  await page.getByRole("heading", { name: "Xem lại câu trả lời" }).waitFor();
  await notFiled();
  await look(page, "9-check");
  await page.getByRole("button", { name: "Đúng rồi, lấy mã" }).click();
  await page.getByRole("heading", { name: "Mã chuẩn bị của bà con" }).waitFor();
  await notFiled();
  expect(await page.title()).toMatch(/^CHƯA NỘP/);
  await look(page, "10-code");
  await page.setViewportSize({ width: 390, height: 800 });
  await look(page, "11-code-390");
  expect((await page.request.get(`${held}/to-khai.pdf`)).headers()["content-type"]).toBe("application/pdf");
  if (process.env.SHOTS) (await import("node:fs")).writeFileSync(`${process.env.SHOTS}/prepare-ct01.pdf`, await (await page.request.get(`${held}/to-khai.pdf`)).body());

  // At the counter: the scanner reads the code, then the card, each ending with Enter.
  const officer = await site.visit({ scripts });
  const desk = officer.page;
  await signIn(desk, cast.minh);
  await desk.goto("/can-bo/tiep-nhan");
  await desk.locator('[name="card"]:focus').waitFor();
  await desk.keyboard.type(`http://localhost:3000${held}`);
  await desk.keyboard.press("Enter");
  await desk.getByRole("heading", { name: "Bản chuẩn bị ở nhà" }).waitFor();
  await look(desk, "12-counter");
  await desk.locator('[name="card"]:focus').waitFor();
  await desk.keyboard.type(card(digits));
  await desk.keyboard.press("Enter");
  await desk.waitForURL(/1\.004194\?truong-hop=standard$/);
  expect(await desk.textContent("main")).toContain('Ngày sinh: ở nhà ghi "18/8/1979", thẻ ghi "17/8/1979"');
  expect(await desk.textContent("main")).toContain("Đã khai xong trên máy");
  await look(desk, "13-papers");
  await desk.getByRole("link", { name: "Xem lại, sửa" }).click();
  expect(await desk.textContent("main")).toContain("Giáp An");
  await look(desk, "14-check");
  // The link to the papers is where the keyboard stands.
  await desk.keyboard.press("Enter");
  await desk.waitForURL(/1\.004194\?truong-hop=standard$/);
  const boxes = desk.locator('input[name="papers"]');
  for (let i = 0; i < (await boxes.count()); i++) await boxes.nth(i).check();
  await desk.locator('input[name="phone"]').focus();
  await desk.keyboard.press("Enter");
  await desk.waitForURL(/ho-so\/[A-Z0-9]{16}\?moi=1$/);
  expect(await desk.textContent("main")).toContain("Khai trên máy, mẫu CT01");
  await look(desk, "15-dossier");

  // The address of the preparation now leads to the dossier; a second scan is told that it was used.
  await page.goto(held);
  await page.waitForURL(/tra-cuu\/[A-Z0-9]{16}$/);
  await desk.goto("/can-bo/tiep-nhan");
  await desk.locator('[name="card"]').fill(held.split("/").at(-1) ?? "");
  await desk.keyboard.press("Enter");
  await desk.getByText("Bản chuẩn bị này đã dùng rồi").waitFor();
  await look(desk, "16-used");
  for (const visitor of [home, officer]) {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  }
  expect(site.log()).not.toMatch(/Nga|024181|0912|Kép/);
});

test("an officer asks the declaration by keyboard alone: Enter goes on", async () => {
  const { page, complaints } = await site.visit();
  const focused = (what: string) => page.locator(what).waitFor();
  await signIn(page, cast.minh);
  await page.goto("/can-bo/tiep-nhan");
  await page.locator('[name="card"]:focus').waitFor();
  await page.keyboard.type(card("004413"));
  await page.keyboard.press("Enter");
  await page.locator('[name="thuTuc"]:focus').waitFor();
  await page.keyboard.type("10041");
  await page.keyboard.press("Enter");
  await page.waitForURL(/1\.010041/);
  await focused("a:focus");
  // The way to the questions is where the keyboard stands.
  await page.keyboard.press("Enter");
  await page.waitForURL(/to-khai\/whatToConfirm/);
  await expectSound(page);
  await page.keyboard.press("Space");
  await shoot(page, "declare-1-choice");
  await page.keyboard.press("Enter");
  await page.waitForURL(/to-khai\/purpose/);
  await focused('[name="confirmFor"]:focus');
  await page.keyboard.type("vay vốn");
  await page.keyboard.press("Enter");
  await page.waitForURL(/to-khai\/contact/);
  await focused('[name="phone"]:focus');
  await page.keyboard.press("Enter");
  await page.waitForURL(/to-khai\/headOrNot/);
  await focused('[name="isHead"]:focus');
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForURL(/to-khai\/request/);
  await focused("button:focus");
  // All is filled in: the keyboard stands on the button.
  await expectSound(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/to-khai\/others/);
  await focused('[name="together"]:focus');
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Xem lại tờ khai" }).waitFor();
  await expectSound(page);
  await shoot(page, "declare-2-check");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectSound(page);
  expect(complaints).toEqual([]);
});
