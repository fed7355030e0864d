import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

const at = (text: string): Date => new Date(`${text}+07:00`);
let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(at("2026-11-21T22:40:00"));
});
afterAll(() => site.close());

const widths = [1280, 390, 320];

test("somebody without a name writes at night, the duty officer takes it up, asks back, and the chief hands it over", async () => {
  const resident = await site.visit({ width: 390 });
  const { page } = resident;
  await page.goto("/bao-tin");
  expect((await page.locator("main a").first().textContent())?.trim()).toContain("113");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectSound(page);
    await shoot(page, `bao-tin-1-khan-cap-${width}`);
  }
  await page.getByRole("link", { name: "Viết tin báo" }).click();
  await page.getByRole("button", { name: "Gửi tin báo" }).click();
  await page.getByText("Xin ghi việc gì đã xảy ra, dù chỉ một câu.").first().waitFor();
  await expectSound(page);
  await page.getByLabel("Việc gì đã xảy ra").fill("Đêm nào cũng có nhóm lạ tụ ở lán vườn cuối thôn, mùi rất lạ.");
  await page.locator('[name="nature"]').selectOption("drugs");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectSound(page);
    await shoot(page, `bao-tin-2-viet-${width}`);
  }
  await page.getByRole("button", { name: "Gửi tin báo" }).click();
  await page.getByRole("heading", { name: "Đã nhận tin của bạn" }).waitFor();
  await expectSound(page);
  await shoot(page, "bao-tin-3-bien-nhan-320");
  const receipt = new URL(page.url()).pathname;
  const code = (await page.locator("dd").first().textContent())?.trim() ?? "";
  expect(site.log()).not.toContain("bao-tin");

  const duty = await site.visit();
  await signIn(duty.page, cast.trang);
  expect(new URL(duty.page.url()).pathname).toBe("/can-bo/vu-viec");
  await expectSound(duty.page);
  await shoot(duty.page, "vu-viec-1-danh-sach-1280");
  await duty.page.locator("tbody a").first().click();
  await duty.page.getByText("Đêm nào cũng có nhóm lạ").waitFor();
  for (const width of widths) {
    await duty.page.setViewportSize({ width, height: 900 });
    await expectSound(duty.page);
    await shoot(duty.page, `vu-viec-2-trang-${width}`);
  }
  await duty.page.setViewportSize({ width: 1280, height: 900 });
  const address = new URL(duty.page.url()).pathname;
  await duty.page.getByRole("button", { name: "Bắt đầu kiểm tra" }).click();
  await duty.page.getByText("Đang kiểm tra, xác minh").first().waitFor();
  await duty.page.locator('[name="message"]').fill("Họ thường đến mấy giờ?");
  await duty.page.getByRole("button", { name: /Gửi/ }).click();
  await duty.page.getByText("Họ thường đến mấy giờ?").waitFor();

  await page.goto("/bao-tin/tra-cuu");
  await page.getByLabel("Mã biên nhận").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Xem" }).click();
  await page.getByText("Họ thường đến mấy giờ?").waitFor();
  expect(new URL(page.url()).pathname).toBe(receipt);
  await page.locator('[name="message"]').fill("Khoảng mười một giờ đêm.");
  await page.getByRole("button", { name: /Gửi/ }).click();
  await page.getByText("Khoảng mười một giờ đêm.").waitFor();

  for (const verb of ["person", "statement", "measure", "thing", "file", "grade", "link"]) {
    await duty.page.goto(`${address}/lam/${verb}`);
    await expectSound(duty.page);
    if (verb === "speed" || verb === "file") continue;
    await duty.page.locator("main form button").last().click();
    await duty.page.getByRole("alert").first().waitFor();
    await expectSound(duty.page);
  }
  expect((await duty.page.request.get(`${address}/lam/refer`)).status()).toBe(403);
  expect((await duty.page.request.get(`${address}/mau-01.pdf`)).headers()["content-type"]).toBe("application/pdf");

  const chief = await site.visit();
  await signIn(chief.page, cast.binh);
  await chief.page.goto(`${address}/lam/refer`);
  await chief.page.getByText("Cơ quan Cảnh sát điều tra Công an tỉnh Bắc Ninh").waitFor();
  await chief.page.locator('[name="papers"]').fill("Biên bản tiếp nhận");
  await chief.page.getByRole("button", { name: "Chuyển cơ quan có thẩm quyền" }).click();
  await chief.page.getByText("Đã chuyển, chờ xác nhận").first().waitFor();
  for (const place of ["/can-bo/vu-viec/so-lieu", "/can-bo/vu-viec/lich-truc", "/can-bo/vu-viec/cho-sang-loc", "/bao-tin/so-lieu"]) {
    await chief.page.goto(place);
    await expectSound(chief.page);
    expect(await chief.page.textContent("main")).not.toContain("Máy gặp trục trặc");
    await shoot(chief.page, `vu-viec-3${place.replaceAll("/", "-")}`);
  }
  await chief.page.goto("/can-bo/vu-viec/lich-truc");
  await chief.page.locator('[name="day"]').first().selectOption({ index: 1 });
  await chief.page.locator('[name="officer"]').first().selectOption({ label: "Vi Thu Trang" });
  for (const time of ["starts", "ends"]) await chief.page.locator(`[name="${time}"]`).first().fill("00:00");
  await chief.page.getByRole("button", { name: "Thêm ca trực" }).click();
  await chief.page.getByRole("button", { name: "Bỏ ca của Vi Thu Trang" }).waitFor();
  await chief.page.getByRole("button", { name: "Chép" }).click();
  await chief.page.getByText("Đã chép 4 ca trực").waitFor();
  await expectSound(chief.page);
  await chief.page.goto("/can-bo/vu-viec");
  await chief.page.getByText("Đang trực: Vi Thu Trang").waitFor();
  expect([...resident.complaints, ...duty.complaints, ...chief.complaints]).toEqual([]);
  for (const one of [resident, duty, chief]) await one.context.close();
}, 180_000);

test("a call at night is one page and one field; the counter officer next door finds nothing of it", async () => {
  const duty = await site.visit({ width: 390 });
  await signIn(duty.page, cast.trang);
  await duty.page.goto("/can-bo/vu-viec/tiep-nhan");
  for (const width of widths) {
    await duty.page.setViewportSize({ width, height: 900 });
    await expectSound(duty.page);
    await shoot(duty.page, `vu-viec-4-tiep-nhan-${width}`);
  }
  await duty.page.locator('[name="account"]').fill("Cháy ở lán vườn nhà ông Sáng");
  await duty.page.locator('[name="urgent"]').check();
  await duty.page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await duty.page.getByText(/Đọc cho người báo mã biên nhận/).waitFor();
  await expectSound(duty.page);
  const address = new URL(duty.page.url()).pathname;
  const counter = await site.visit();
  await signIn(counter.page, cast.minh);
  for (const place of [address, "/can-bo/vu-viec", `${address}/mau-01.pdf`]) {
    const answer = await counter.page.request.get(place);
    expect([403, 404]).toContain(answer.status());
    expect(await answer.text()).not.toContain("lán vườn");
  }
  await counter.page.goto("/can-bo");
  await counter.page.getByRole("link", { name: "Ghi tin báo của bà con" }).first().click();
  await expectSound(counter.page);
  await counter.page.locator('[name="account"]').fill("Bà Mùi bị giật dây chuyền ở cổng chợ");
  await counter.page.getByRole("button", { name: "Ghi và in biên nhận" }).click();
  await counter.page.getByRole("heading", { name: "Giấy biên nhận tin báo" }).waitFor();
  await counter.page.getByRole("button", { name: "In biên nhận" }).waitFor();
  expect(await counter.page.content()).not.toContain("dây chuyền");
  await expectSound(counter.page);
  await shoot(counter.page, "vu-viec-5-bien-nhan-tai-quay");
  await duty.context.close();
  await counter.context.close();
}, 120_000);
