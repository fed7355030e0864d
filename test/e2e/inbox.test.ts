import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/kernel/actor.ts";
import type { Matter } from "../../src/kernel/matter.ts";
import { roles } from "../../src/kernel/rights.ts";
import { noteEscalations } from "../../src/modules/inbox/index.ts";
import { startWork } from "../../src/modules/procedures/index.ts";
import { cast } from "../world/cast.ts";
import { at, receive, sign } from "../world/counter.ts";
import { as } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
let late: Matter;
let near: Matter;
const week: Matter[] = [];
const morning = at("2026-11-20T14:30:00");

beforeAll(async () => {
  site = await openSite();
  late = await receive(site.world, {}, at("2026-11-16T08:00:00"));
  near = await receive(site.world, {}, at("2026-11-17T08:00:00"));
  for (let i = 0; i < 4; i += 1) week.push(await receive(site.world, {}, at(`2026-11-20T08:0${i}:00`)));
  await sign(site.world, await receive(site.world, {}, at("2026-11-20T09:00:00")), { now: at("2026-11-20T09:30:00") });
  const clock: Actor = { ...as(cast.clock), id: null, scope: cast.binh.scope, rights: new Set(roles.clock) };
  await site.world.commit(clock, noteEscalations, morning);
  site.setClock(morning);
});
afterAll(() => site.close());

test("the officer sees what is late first, each group with its count, and that the chief was told", async () => {
  const { page, complaints } = await site.visit();
  await signIn(page, cast.minh);
  const groups = await page.locator(".table .group th").allTextContents();
  expect(groups).toEqual(["Quá hạn (1)", "Hôm nay (1)", "Sau đó (4)", "Chờ bà con đến nhận kết quả (1)"]);
  await page.locator("tr", { hasText: near.code }).getByText("Đã báo trưởng: sắp trễ").waitFor();
  expect(await page.locator('input[type="checkbox"]').count()).toBe(0);
  await expectSound(page);
  await shoot(page, "inbox-officer");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectSound(page);
  }
  await shoot(page, "inbox-officer-320");
  expect(complaints).toEqual([]);
});

test("by keyboard alone: down the rows, tick, assign, search; and nothing of it while typing", async () => {
  const { page, complaints } = await site.visit();
  await signIn(page, cast.binh);
  await page.locator("#main").focus();
  await page.keyboard.press("?");
  await page.getByText("Đánh dấu hoặc bỏ dấu dòng đang chọn").waitFor();
  await shoot(page, "inbox-keys");
  await page.keyboard.press("Escape");
  const focused = () => page.evaluate(() => document.activeElement?.closest("tr")?.textContent ?? document.activeElement?.getAttribute("name"));
  await page.locator(`#matter-${late.id} a`).focus();
  await page.keyboard.press("x");
  await expect.poll(() => page.locator(`#matter-${late.id} input[type=checkbox]`).isChecked()).toBe(true);
  await page.keyboard.press("j");
  await expect.poll(focused).toContain(near.code);
  await page.keyboard.press("k");
  await expect.poll(focused).toContain(late.code);
  await page.keyboard.press("a");
  await expect.poll(focused).toBe("nguoi");
  await page.keyboard.press("j");
  await page.waitForTimeout(150);
  expect(await focused()).toBe("nguoi");
  await page.locator("#main").focus();
  await page.keyboard.press("/");
  await expect.poll(focused).toBe("tim");
  await page.keyboard.type("xjka");
  expect(await page.locator('[name="tim"]').inputValue()).toBe("xjka");
  // A box of a group ticks its rows, and a row that is unticked unticks the box.
  const box = page.locator("[data-tick-group]");
  await box.check();
  expect(await page.locator(`#matter-${week[0]?.id} input[type=checkbox]`).isChecked()).toBe(true);
  await page.locator(`#matter-${week[0]?.id} input[type=checkbox]`).uncheck();
  expect(await box.isChecked()).toBe(false);
  await page.locator(`#matter-${late.id} a`).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/ho-so\/[A-Z0-9]{16}$/);
  expect(complaints).toEqual([]);
});

test("the chief takes note of one, instructs on another, and the assignee reads it", async () => {
  const { page, complaints } = await site.visit();
  await signIn(page, cast.binh);
  await page.getByRole("heading", { name: "Sắp trễ, cần đồng chí biết (1)" }).waitFor();
  await expectSound(page);
  await shoot(page, "inbox-chief");
  await page.setViewportSize({ width: 390, height: 800 });
  await expectSound(page);
  await shoot(page, "inbox-chief-390");
  await page.setViewportSize({ width: 320, height: 800 });
  await expectSound(page);
  await page.setViewportSize({ width: 1320, height: 900 });
  await page.getByRole("link", { name: `Giao lại, chỉ đạo: ${near.code}` }).click();
  await page.getByRole("button", { name: "Ghi chỉ đạo" }).click();
  await page.getByRole("alert").getByText("Hãy ghi điều cần làm.").waitFor();
  await expectSound(page);
  await page.getByRole("button", { name: "Giao lại", exact: true }).click();
  await page.getByRole("alert").getByText("Hãy chọn cán bộ nhận việc.").waitFor();
  await shoot(page, "inbox-escalation");
  await page.getByLabel("Cần làm gì").fill("Gọi cho bà con trước 16 giờ.");
  await page.getByRole("button", { name: "Ghi chỉ đạo" }).click();
  await page.waitForURL("**/can-bo/hop-viec");
  expect(await page.textContent("main")).not.toContain("Sắp trễ, cần đồng chí biết");

  const officer = await site.visit();
  await signIn(officer.page, cast.minh);
  await officer.page.goto(`/can-bo/ho-so/${near.publicRef}`);
  await officer.page.getByText("Gọi cho bà con trước 16 giờ.").waitFor();
  const resident = await site.visit();
  await resident.page.goto(`/tra-cuu/${near.publicRef}`);
  expect(await resident.page.textContent("main")).not.toContain("Gọi cho bà con");
  expect(complaints).toEqual([]);
});

test("search finds by the end of a code and without marks, and says so when there is nothing", async () => {
  const { page, complaints } = await site.visit();
  await signIn(page, cast.minh);
  const find = async (words: string): Promise<void> => {
    await page.getByLabel("Tìm việc").fill(words);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Về hộp việc" }).waitFor();
  };
  await find("hoang thi nga");
  expect(await page.locator("tbody tr:not(.group)").count()).toBe(7);
  await expectSound(page);
  await shoot(page, "inbox-found");
  await find(late.code.slice(-11));
  expect(await page.textContent("main")).toContain(late.code);
  await find("Nguyễn Không Có");
  await page.getByText("Không tìm thấy việc nào như vậy").waitFor();
  expect(await page.getByLabel("Tìm việc").inputValue()).toBe("Nguyễn Không Có");
  await expectSound(page);
  expect(complaints).toEqual([]);
});

test("without scripts: a whole group and one more row to one officer; what was changed meanwhile is named, the rest is given", async () => {
  const { page } = await site.visit({ scripts: false });
  await signIn(page, cast.binh);
  await page.getByRole("button", { name: "Giao", exact: true }).click();
  const summary = (await page.getByRole("alert").textContent()) ?? "";
  expect(summary).toContain("Chưa đánh dấu việc nào");
  expect(summary).toContain("Hãy chọn cán bộ nhận việc");
  const later = page.locator("tr.group", { hasText: "Sau đó" }).getByRole("checkbox");
  await later.check();
  await page.getByLabel(`Chọn ${late.code}`).check();
  // An error keeps every tick.
  await page.getByRole("button", { name: "Giao", exact: true }).click();
  await page.getByRole("alert").waitFor();
  expect(await later.isChecked()).toBe(true);
  expect(await page.getByLabel(`Chọn ${late.code}`).isChecked()).toBe(true);
  await page.getByLabel("Giao cho").selectOption({ label: cast.son.name });
  await site.world.commit(as(cast.minh), (tx) => startWork(tx, week[1]?.publicRef ?? "", { version: 1 }), morning);
  await page.getByRole("button", { name: "Giao", exact: true }).click();
  await page.getByText(`Đã giao 4 việc cho ${cast.son.name}.`).waitFor();
  const told = (await page.textContent("main")) ?? "";
  expect(told).toContain(`${week[1]?.code}: Bắt đầu giải quyết · ${cast.minh.name}`);
  await shoot(page, "inbox-given");
  await page.getByRole("link", { name: "Về hộp việc" }).click();
  await page.getByLabel(`Chọn ${week[1]?.code}`).check();
  await page.getByLabel("Giao cho").selectOption({ label: cast.son.name });
  await page.getByRole("button", { name: "Giao", exact: true }).click();
  await page.getByText("Đã giao 1 việc.").waitFor();
});

test("a filter is kept with a name, opens the inbox, and is taken away again", async () => {
  const { page, complaints } = await site.visit();
  await signIn(page, cast.son);
  await page.getByRole("link", { name: "Lọc kỹ hơn, lưu bộ lọc" }).click();
  await page.getByLabel("Hạn sớm nhất").fill("9");
  await page.getByLabel("Hạn muộn nhất").fill("ba");
  await page.getByRole("button", { name: "Lưu và xem" }).click();
  const summary = (await page.getByRole("alert").textContent()) ?? "";
  expect(summary).toContain("Hãy gõ một số ngày");
  expect(summary).toContain("Hãy đặt tên cho bộ lọc");
  expect(await page.getByLabel("Hạn muộn nhất").inputValue()).toBe("ba");
  await expectSound(page);
  await page.getByLabel("Hạn muộn nhất").fill("7");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await page.getByRole("alert").getByText("Số ngày sau phải bằng hoặc lớn hơn").waitFor();
  await page.getByLabel("Hạn sớm nhất").fill("1");
  await page.getByLabel("Người giữ").selectOption("me");
  await page.getByLabel("Tên bộ lọc").fill("Tuần này của tôi");
  await page.getByLabel("Mở hộp việc là dùng bộ lọc này").check();
  await page.getByRole("button", { name: "Lưu và xem" }).click();
  await page.getByRole("link", { name: "Tuần này của tôi (4)" }).waitFor();
  await expectSound(page);
  await shoot(page, "inbox-filtered");
  // The inbox opens with it, and everything is one click away.
  await page.goto("/can-bo/hop-viec");
  expect(await page.locator("tbody tr:not(.group)").count()).toBe(4);
  await page.getByRole("link", { name: "Bỏ lọc, xem tất cả" }).click();
  expect(await page.locator("tbody tr:not(.group)").count()).toBe(7);
  await page.goto("/can-bo/hop-viec/loc");
  await shoot(page, "inbox-filter");
  await expectSound(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectSound(page);
  await page.getByRole("button", { name: "Xóa: Tuần này của tôi" }).click();
  await page.getByText("Chưa lưu bộ lọc nào.").waitFor();
  expect(complaints).toEqual([]);
});

test("all work of an absent officer goes to others, and is offered back on the day of return", async () => {
  const { page, complaints } = await site.visit();
  await signIn(page, cast.binh);
  await page.getByRole("link", { name: "Bàn giao việc" }).click();
  await expectSound(page);
  await shoot(page, "inbox-handovers");
  await page.getByRole("link", { name: `Bàn giao việc của ${cast.son.name}` }).click();
  await page.getByText("5 việc đang mở").waitFor();
  await page.getByRole("link", { name: "Theo loại việc" }).click();
  await page.getByLabel("Ngày về").fill("19/11/2026");
  await page.getByRole("button", { name: "Bàn giao hết" }).click();
  const summary = (await page.getByRole("alert").textContent()) ?? "";
  for (const words of ["Hãy chọn cán bộ nhận việc", "Hãy ghi lý do bàn giao", "Hãy gõ một ngày sau hôm nay"]) expect(summary).toContain(words);
  await expectSound(page);
  await shoot(page, "inbox-handover");
  await page.setViewportSize({ width: 320, height: 800 });
  await expectSound(page);
  await page.setViewportSize({ width: 1320, height: 900 });
  await page.getByLabel(/giao cho$/).selectOption({ label: cast.minh.name });
  await page.getByLabel("Lý do").fill("Nghỉ phép");
  await page.getByLabel("Ngày về").fill("23/11/2026");
  await page.getByRole("button", { name: "Bàn giao hết" }).click();
  await page.getByText("Đã bàn giao 5 việc.").waitFor();

  site.setClock(at("2026-11-23T08:00:00"));
  await signIn(page, cast.binh);
  await page.getByRole("link", { name: `${cast.son.name} về hôm nay` }).click();
  await page.getByText("Còn 5 việc đang mở").waitFor();
  await expectSound(page);
  await shoot(page, "inbox-return");
  await page.getByRole("button", { name: "Trả lại hết" }).click();
  await page.getByText("Đã trả lại 5 việc.").waitFor();
  await page.goBack();
  await page.reload();
  await page.getByText("Việc này đã").waitFor();
  expect(complaints).toEqual([]);
});
