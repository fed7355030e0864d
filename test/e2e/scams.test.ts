import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(new Date("2026-11-25T15:02:00+07:00"));
});
afterAll(() => site.close());

const widths = [1280, 320];
let receipt = "";

test("somebody is being cheated: the page, its check that takes no one-time code, the stop button, the receipt", async () => {
  const visitor = await site.visit({ width: 390 });
  const { page } = visitor;
  await page.goto("/toi-dang-bi-lua");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `lua-dao-1-trang-${width}`);
  }
  await page.locator('[name="checked"]').fill("483920");
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await page.getByText("giống mã OTP").first().waitFor();
  await page.locator('[name="checked"]').fill("0909 111 222");
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await page.getByText("Chưa ai báo ở đây").waitFor();
  await expectSound(page);
  await page.locator('[name="stage"][value="sending"]').check();
  await page.locator('[name="told"]').fill("Nó bắt đọc mã OTP là 483920");
  await page.getByRole("button", { name: /DỪNG LẠI/ }).click();
  await page.getByText("không nhận và không lưu").first().waitFor();
  expect(await page.content()).not.toContain("483920");
  expect(await page.locator('[name="stage"][value="sending"]').isChecked()).toBe(true);
  await page.locator('[name="told"]').fill("Có người xưng công an bảo chuyển tiền");
  await page.locator('[name="mark"]').fill("0909 111 222");
  await page.locator('[name="phone"]').fill("0204 000 777");
  await page.locator('[name="bank"]').selectOption("agribank");
  await page.getByRole("button", { name: /DỪNG LẠI/ }).click();
  await page.getByRole("heading", { name: "Công an đã nhận tin của bác" }).waitFor();
  await expectSound(page);
  await shoot(page, "lua-dao-2-bien-nhan-390");
  receipt = page.url();
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
});

test("the duty officer steps in to the minute; whoever reported reads it, and the number counts from now on", async () => {
  const duty = await site.visit();
  await signIn(duty.page, cast.trang);
  await duty.page.goto("/can-bo/lua-dao");
  await duty.page.getByText("Lừa đảo đang diễn ra, tiền đang chuyển").first().waitFor();
  for (const width of widths) {
    await duty.page.setViewportSize({ width, height: 900 });
    await expectSound(duty.page);
    await shoot(duty.page, `lua-dao-3-danh-sach-${width}`);
  }
  await duty.page.getByRole("link", { name: "LD-261125-001" }).click();
  await duty.page.getByText("Có người xưng công an bảo chuyển tiền").waitFor();
  expect(await duty.page.content()).not.toContain("0204000777");
  await duty.page.locator('[name^="purpose-"]').fill("Gọi lại người báo");
  await duty.page.locator('form[action$="/nguoi-bao"] button').click();
  await duty.page.getByText("0204000777").waitFor();
  await duty.page.locator('[name="file"]').setInputFiles({ name: "man-hinh.png", mimeType: "image/png", buffer: await duty.page.screenshot() });
  await duty.page.getByRole("button", { name: "Lưu tệp" }).click();
  const kept = duty.page.getByRole("link", { name: /^PNG, lưu/ });
  await kept.waitFor();
  expect((await duty.page.request.get((await kept.getAttribute("href")) ?? "")).headers()["content-type"]).toBe("image/png");
  await duty.page.locator('[name="step"]').selectOption("bankContacted");
  await duty.page.locator('[name="doneTime"]').fill("15:09");
  await duty.page.getByRole("button", { name: "Ghi bước này" }).click();
  await duty.page.getByText("Giờ này chưa tới.").first().waitFor();
  await expectSound(duty.page);
  await duty.page.locator('[name="doneTime"]').fill("15:01");
  await duty.page.getByRole("button", { name: "Ghi bước này" }).click();
  await duty.page.getByText("Đã ghi bước này").waitFor();
  expect(await duty.page.locator(":focus").getAttribute("name")).toBe("step");
  await expectSound(duty.page);
  await shoot(duty.page, "lua-dao-4a-vua-ghi");
  await duty.page.locator('[name="outcome"][value="stopped"]').check();
  await duty.page.locator('[name="attempted"]').fill("80.000.000");
  await duty.page.locator('[name="saved"]').fill("80.000.000");
  await duty.page.locator('[name="message"]').fill("Tiền còn nguyên, bác yên tâm");
  await duty.page.getByRole("button", { name: /Gửi/ }).click();
  await duty.page.getByText("Tiền còn nguyên").waitFor();
  await duty.page.locator('[name="outcome"][value="stopped"]').check();
  await duty.page.locator('[name="attempted"]').fill("80.000.000");
  await duty.page.locator('[name="saved"]').fill("80.000.000");
  await duty.page.getByRole("button", { name: "Chốt kết quả" }).click();
  await duty.page.getByText("Đã xong").first().waitFor();
  for (const width of widths) {
    await duty.page.setViewportSize({ width, height: 900 });
    await expectSound(duty.page);
    await shoot(duty.page, `lua-dao-4-vu-viec-${width}`);
  }
  await duty.page.goto("/can-bo/lua-dao/sang-loc");
  await expectSound(duty.page);
  await duty.page.goto("/can-bo/lua-dao/ghi-nhan");
  await expectSound(duty.page);
  expect((await duty.page.goto("/can-bo/lua-dao/canh-bao"))?.status()).toBe(403);

  const { page, context, complaints } = await site.visit({ width: 390 });
  await page.goto(receipt);
  await page.getByText("Tiền còn nguyên").waitFor();
  await page.goto("/toi-dang-bi-lua");
  await page.locator('[name="checked"]').fill("+84909111222");
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await page.getByText("Đã bị báo ở đây 1 lần").waitFor();
  expect([...complaints, ...duty.complaints]).toEqual([]);
  await context.close();
  await duty.context.close();
});

test("the chief warns everybody with one text", async () => {
  const visitor = await site.visit({ width: 390 });
  const { page } = visitor;
  const chief = await site.visit();
  await signIn(chief.page, cast.binh);
  await chief.page.goto("/can-bo/lua-dao/canh-bao");
  await chief.page.locator('[name="kind"]').selectOption("police");
  await chief.page.locator('[name="headline"]').fill("Giả công an gọi điện bảo chuyển tiền");
  await chief.page.locator('[name="body"]').fill("Cúp máy, gọi trực ban.");
  await chief.page.getByLabel("Tổ dân phố Kép").check();
  for (const width of widths) {
    await chief.page.setViewportSize({ width, height: 900 });
    await expectSound(chief.page);
    await shoot(chief.page, `lua-dao-4b-viet-canh-bao-${width}`);
  }
  await chief.page.getByRole("button", { name: "Đăng cảnh báo" }).click();
  await chief.page.getByRole("heading", { name: "Giả công an gọi điện bảo chuyển tiền" }).waitFor();
  await expectSound(chief.page);
  await chief.page.goto("/can-bo/lua-dao");
  expect(await chief.page.textContent("main")).toContain("80.000.000");
  await shoot(chief.page, "lua-dao-5-so-lieu");
  await page.goto("/toi-dang-bi-lua/canh-bao");
  await page.getByText("Cho Tổ dân phố Kép").waitFor();
  await page.getByRole("link", { name: "Giả công an gọi điện bảo chuyển tiền" }).click();
  await expectSound(page);
  await shoot(page, "lua-dao-6-canh-bao-390");
  await page.getByRole("link", { name: "Bài đọc loa" }).click();
  await expectSound(page);
  await chief.page.goto("/can-bo/lua-dao/canh-bao");
  await chief.page.getByRole("link", { name: "Rút cảnh báo" }).click();
  await expectSound(chief.page);
  await chief.page.locator('[name="reason"]').fill("Đã bắt được người gọi");
  await chief.page.getByRole("button", { name: "Rút cảnh báo" }).click();
  await chief.page.getByText("Trần Quốc Bình: Đã bắt được người gọi").waitFor();
  for (const width of widths) {
    await chief.page.setViewportSize({ width, height: 900 });
    await expectSound(chief.page);
    await shoot(chief.page, `lua-dao-6b-da-rut-${width}`);
  }
  await page.goBack();
  await page.reload();
  await page.getByText("Cảnh báo này đã rút ngày").waitFor();
  await expectSound(page);
  await shoot(page, "lua-dao-6c-da-rut-390");
  for (const { complaints, context } of [visitor, chief]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
  // The instants of the lines are long numbers, in which any four digits may stand.
  expect(site.log().replace(/"time":\d+/g, "")).not.toMatch(/0909|483920|toi-dang-bi-lua\/tin/);
});

test("a device is told of warnings for its hamlet: chosen, switched on, said so, and stopped again without a script", async () => {
  const without = await site.visit({ scripts: false, width: 390 });
  await without.page.goto("/toi-dang-bi-lua");
  expect(await without.page.getByText("Trang này đã lưu trong máy").isVisible()).toBe(false);
  await without.page.goto("/toi-dang-bi-lua/canh-bao");
  await without.page.getByText("nguồn tin Atom của từng thôn, tổ").waitFor();
  expect(await without.page.getByRole("button", { name: "Báo trên máy này" }).isVisible()).toBe(false);
  for (const width of widths) {
    await without.page.setViewportSize({ width, height: 900 });
    expect(await without.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await shoot(without.page, `lua-dao-9-bao-toi-khong-js-${width}`);
  }

  const { page, context, complaints } = await site.visit({ width: 390 });
  await context.addInitScript(playBrowser);
  // The worker that keeps the first page has this one in its scope too; no message may go to it.
  await page.goto("/toi-dang-bi-lua");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto("/toi-dang-bi-lua/canh-bao");
  await page.locator('[name="hamletId"]').selectOption({ label: "Tổ dân phố Kép" });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `lua-dao-9-bao-toi-${width}`);
  }
  await page.getByRole("button", { name: "Báo trên máy này" }).click();
  await page.getByRole("heading", { name: "Máy này sẽ nhận cảnh báo của Tổ dân phố Kép" }).waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem("taken by"))).toBe("/tai-san/push-worker.js");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `lua-dao-10-da-bat-${width}`);
  }

  await without.page.goto(page.url());
  await without.page.getByRole("button", { name: "Dừng và xóa địa chỉ" }).click();
  await without.page.getByRole("heading", { name: "Đã dừng" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Đã dừng" }).waitFor();
  await expectSound(page);
  expect([...complaints, ...without.complaints]).toEqual([]);
  expect(site.log()).not.toMatch(/bao-tin\/dung/);
  await context.close();
  await without.context.close();
});

/** Runs in the page: a browser of a known service whose owner allows it. The one of the tests has no service that it could ask. */
function playBrowser(): void {
  Notification.requestPermission = async () => "granted";
  Object.defineProperty(ServiceWorkerRegistration.prototype, "pushManager", {
    get(this: ServiceWorkerRegistration) {
      const taken = new URL(this.active?.scriptURL ?? "").pathname;
      const keys = { p256dh: "B".repeat(87), auth: "A".repeat(22) };
      const subscribe = async () => {
        sessionStorage.setItem("taken by", taken);
        return { toJSON: () => ({ endpoint: "https://fcm.googleapis.com/fcm/send/e2e", keys }) };
      };
      return { subscribe };
    },
  });
}

test("the page with all that it needs is below a hundred kilobytes as it is sent", async () => {
  const sent = async (url: string) => await site.server.inject({ method: "GET", url, headers: { "accept-encoding": "gzip" } });
  const { body } = await site.server.inject({ method: "GET", url: "/toi-dang-bi-lua" });
  const linked = [...body.matchAll(/(?:href|src)="(\/tai-san\/[^"]+)"/g)].map((match) => match[1] ?? "");
  expect(linked.length).toBeGreaterThan(3);
  const answers = await Promise.all(["/toi-dang-bi-lua", ...linked].map(sent));
  expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  expect(answers.reduce((sum, { rawPayload }) => sum + rawPayload.length, 0)).toBeLessThan(100_000);
});

test("once seen, the page opens without a network, with its phones, and says of a report that it was not sent", async () => {
  const { page, context } = await site.visit({ width: 390 });
  await page.goto("/toi-dang-bi-lua");
  await page.getByText("Trang này đã lưu trong máy").waitFor();
  // The browser's own switch does not reach its workers: the house itself goes away.
  await site.server.close();
  await page.goto("/toi-dang-bi-lua");
  await page.getByRole("heading", { name: "Ba mươi phút đầu" }).waitFor();
  expect(await page.textContent("main")).toContain("0204 000 113");
  expect(await page.evaluate(() => getComputedStyle(document.querySelector("h1") as Element).fontFamily)).toContain("Be Vietnam");
  await shoot(page, "lua-dao-7-mat-mang-390");
  const key = () => page.locator('[name="key"]').inputValue();
  const before = await key();
  expect(before).toMatch(/^[0-9A-Z]{16}$/);
  await page.goto("/toi-dang-bi-lua");
  expect(await key()).not.toBe(before);
  const story = 'Họ nói "A & <B>"';
  await page.locator('[name="stage"][value="talking"]').check();
  await page.locator('[name="told"]').fill(story);
  await page.getByRole("button", { name: /DỪNG LẠI/ }).click();
  await page.getByRole("heading", { name: "Chưa gửi được vì mất mạng" }).waitFor();
  await expectSound(page);
  await shoot(page, "lua-dao-8-chua-gui-390");
  expect(await page.locator('[name="told"]').inputValue()).toBe(story);
  await page.getByRole("button", { name: "Gửi lại" }).click();
  await page.getByRole("heading", { name: "Chưa gửi được vì mất mạng" }).waitFor();
  expect(await page.locator('[name="told"]').inputValue()).toBe(story);
  await context.close();
});
