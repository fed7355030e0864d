import { afterAll, beforeAll, expect, test } from "vitest";
import { clockIn } from "../../src/kernel/actor.ts";
import { deliverDue, newRest } from "../../src/modules/subscriptions/index.ts";
import { wording } from "../../src/work.ts";
import { cast } from "../world/cast.ts";
import { receive, sign } from "../world/counter.ts";
import { friday } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const clock = clockIn({ communeId: 3, provinceId: 1 });
const deliver = () => deliverDue((work) => site.world.commit(clock, work), { wording, rest: newRest() });
const widths = [1280, 390, 320];

test("without scripts a resident asks to be told, confirms, is told, and stops it again; officers see it in the dossier", async () => {
  const matter = await receive(site.world, {}, friday);
  const visitor = await site.visit({ scripts: false, width: 390 });
  const { page } = visitor;
  const sound = async (name: string): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      await shoot(page, `bao-tin-${name}-${width}`);
    }
  };
  await page.goto(`/tra-cuu/${matter.publicRef}`);
  await page.getByLabel("Email", { exact: true }).fill("khong phai email");
  await page
    .locator("form")
    .filter({ hasText: "Báo qua email" })
    .evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""));
  await page.getByRole("button", { name: "Báo qua email" }).click();
  expect(await page.getByLabel("Email", { exact: true }).inputValue()).toBe("khong phai email");
  // What only a script can do is not offered.
  expect(await page.getByText("Báo trên điện thoại này").isVisible()).toBe(false);
  expect(await page.getByText("Ai cầm điện thoại này").isVisible()).toBe(false);
  await sound("1-sai");
  await page.getByLabel("Email", { exact: true }).fill("nga.hoang@thu.example");
  await page.getByRole("button", { name: "Báo qua email" }).click();
  await page.getByText("Đã gửi thư xác nhận.").waitFor();
  await sound("2-da-gui");
  await deliver();
  await page.getByRole("link", { name: "Bản dùng thử: xem thư xác nhận" }).click();
  await sound("3-thu");
  await page.getByRole("link", { name: "Xác nhận địa chỉ này" }).evaluate((link: HTMLAnchorElement) => link.setAttribute("href", new URL(link.href).pathname));
  await page.getByRole("link", { name: "Xác nhận địa chỉ này" }).click();
  await sound("4-xac-nhan");
  await page.getByRole("button", { name: "Đúng, báo tin cho tôi" }).click();
  await page.getByRole("heading", { name: "Đã xác nhận" }).waitFor();
  await sign(site.world, matter, { now: friday });
  expect(await deliver()).toBe(1);
  await page.goto(`/tra-cuu/${matter.publicRef}`);
  await page.getByText("Đã báo qua Email ng…@thu.example lúc").waitFor();
  await sound("5-da-bao");
  await page.getByRole("button", { name: /^Dừng/ }).click();
  await page.getByText("Đã dừng, địa chỉ đã xóa.").waitFor();
  expect(await page.textContent("main")).not.toContain("thu.example lúc");
  expect(visitor.complaints).toEqual([]);
});

test("the pages are sound to a screen reader, the letter is shown to officers, and the worker for messages is taken by the browser", async () => {
  const matter = await receive(site.world, { email: "nga@thu.example" }, friday);
  await deliver();
  const visitor = await site.visit();
  const { page } = visitor;
  await page.goto(`/tra-cuu/${matter.publicRef}`);
  await page.getByRole("button", { name: "Báo trên điện thoại này" }).waitFor();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
  await page.getByRole("link", { name: "Bản dùng thử: xem thư xác nhận" }).click();
  await page.waitForURL("**/bao-tin/thu/**");
  await expectSound(page);
  const taken = await page.evaluate(async () => {
    await navigator.serviceWorker.register("/tai-san/push-worker.js", { scope: "/" });
    return new URL((await navigator.serviceWorker.ready).active?.scriptURL ?? "").pathname;
  });
  expect(taken).toBe("/tai-san/push-worker.js");

  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, cast.binh);
  await page.goto(`/can-bo/ho-so/${matter.publicRef}`);
  await page.getByText("Đã báo bà con qua email").waitFor();
  expect(await page.content()).not.toContain("thu.example");
  for (const address of [`/can-bo/ho-so/${matter.publicRef}`, "/can-bo/tin-cua-toi", "/can-bo/tin-bao"]) {
    await page.goto(address);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectSound(page);
      await shoot(page, `bao-tin-can-bo${address.replaceAll("/", "-").replace(matter.publicRef, "x")}-${width}`);
    }
  }
  await page.goto("/can-bo/tin-cua-toi");
  await page.getByRole("button", { name: "Gửi thử cho tôi" }).click();
  await page.getByText("Tin thử: máy này nhận được tin báo.").waitFor();
  await expectSound(page);
  await page.getByRole("button", { name: "Đánh dấu đã xem hết" }).click();
  await page.getByText("Đã xem", { exact: true }).waitFor();
  expect(visitor.complaints).toEqual([]);
});
