import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

const at = (text: string): Date => new Date(`${text}+07:00`);

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(at("2026-11-23T08:00:00"));
});
afterAll(() => site.close());

test("the chief opens desks; wrong numbers are told beside their fields", async () => {
  const { page, complaints } = await site.visit();
  await signIn(page, cast.binh);
  await page.goto("/can-bo/ban");
  await page.getByRole("button", { name: "Ghi lại" }).click();
  await page.getByRole("alert").waitFor();
  await expectSound(page);
  for (const [number, name] of [
    ["1", "Cư trú"],
    ["2", "Căn cước"],
  ] as const) {
    await page.getByLabel("Bàn số").fill(number);
    await page.getByLabel("Tên bàn").fill(name);
    await page.getByLabel("Mỗi lượt bao nhiêu phút").fill("30");
    await page.getByLabel("Mỗi lượt nhận mấy người hẹn").fill("1");
    await page.getByLabel("Áp dụng từ ngày").fill("23/11/2026");
    await page.getByLabel("Mở", { exact: true }).check();
    await page.getByRole("button", { name: "Ghi lại" }).click();
    await page.getByText(`Bàn ${number}: ${name}`).waitFor();
  }
  await expectSound(page);
  await shoot(page, "queue-desks");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectSound(page);
  expect(complaints).toEqual([]);
});

test.each([{ scripts: true }, { scripts: false }])("a resident books a time and cancels it, with scripts: $scripts", async ({ scripts }) => {
  const { page, complaints } = await site.visit({ scripts, width: 320, height: 700 });
  const look = async (name: string): Promise<void> => {
    if (scripts) await expectSound(page);
    if (scripts) await shoot(page, `queue-book-${name}`);
  };
  await page.goto("/dat-hen");
  await look("1-procedure");
  await page.getByRole("link", { name: "Đăng ký tạm trú", exact: true }).click();
  await look("2-day");
  await page.getByRole("link", { name: "thứ Tư 25/11/2026" }).click();
  await look("3-time");
  await page.getByRole("link", { name: "08:30" }).click();
  await page.getByLabel("Số điện thoại").fill("0912");
  await page.getByRole("button", { name: "Đặt hẹn" }).click();
  await look("4-wrong");
  await page.getByLabel("Số điện thoại").fill("0912 345 678");
  await page.getByLabel("Gọi bà con là gì?").fill("chị Hoa");
  await page.getByRole("button", { name: "Đặt hẹn" }).click();
  await page.getByRole("heading", { name: "Đã đặt hẹn", level: 1 }).waitFor();
  await look("5-booked");
  await page.getByRole("button", { name: "Hủy cuộc hẹn" }).click();
  await page.getByRole("heading", { name: "Cuộc hẹn đã hủy", level: 1 }).waitFor();
  await look("6-cancelled");
  expect(complaints).toEqual([]);
});

test("a number from the door is called to a desk, the screen shows it at once, and it is done", async () => {
  const officer = await site.visit();
  await signIn(officer.page, cast.minh);
  await officer.page.goto("/can-bo/hang-cho");
  await expectSound(officer.page);

  // The machine at the door: opened by the officer, in a browser of its own.
  const door = await site.visit({ width: 900, height: 1200 });
  await signIn(door.page, cast.minh);
  await door.page.goto("/can-bo/hang-cho");
  await door.page.getByRole("button", { name: "Mở máy này làm máy lấy số" }).click();
  await door.page.getByRole("heading", { name: "Lấy số", level: 1 }).waitFor();
  await expectSound(door.page);
  await shoot(door.page, "queue-door");

  const screen = await site.visit({ width: 1600, height: 900 });
  await screen.page.goto(`/man-hinh/${units.phuongSon.code}`);
  await screen.page.locator("#board[data-live]").waitFor();
  await screen.page.getByText("Không ai đang chờ").waitFor();
  await screen.page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    speechSynthesis.speak = (words) => void said.push(`${words.lang} ${words.text}`);
  });
  await screen.page.getByRole("button", { name: "Bật tiếng gọi" }).click();

  await door.page.getByLabel("Người khuyết tật").check();
  await door.page.getByRole("button", { name: "Lấy số", exact: true }).click();
  await door.page.getByText("001").waitFor();
  await expectSound(door.page);
  await shoot(door.page, "queue-ticket");
  await screen.page.getByText("1 người đang chờ").waitFor();

  await officer.page.reload();
  await officer.page.getByRole("link", { name: "Bàn 2: Căn cước" }).click();
  await expectSound(officer.page);
  await officer.page.getByRole("button", { name: "Gọi người tiếp theo" }).click();
  await officer.page.getByText("Đang gọi").waitFor();
  await expectSound(officer.page);
  await shoot(officer.page, "queue-desk");
  await screen.page.locator(".board-now").getByText("001").waitFor();
  expect(await screen.page.locator(".board-now td").textContent()).toBe("2");
  expect(await screen.page.evaluate(() => Reflect.get(window, "said"))).toEqual(["vi-VN Mời số 1, đến bàn 2"]);
  await expectSound(screen.page);
  await shoot(screen.page, "queue-screen");

  // The line breaks: the screen says so, comes back by itself and begins with all that has changed meanwhile.
  await screen.page.evaluate(() => {
    const lost = document.querySelector("[data-lost]");
    if (lost) new MutationObserver(() => Object.assign(window, { saidLost: true })).observe(lost, { attributes: true });
  });
  site.server.server.closeAllConnections();
  await officer.page.getByRole("button", { name: "Bà con đã đến bàn" }).click();
  await officer.page.getByText("Đang làm việc").waitFor();
  await screen.page.locator(".board tbody tr:not(.board-now)").getByText("001").waitFor();
  expect(await screen.page.evaluate(() => Reflect.get(window, "saidLost"))).toBe(true);
  await screen.page.locator("[data-lost]").waitFor({ state: "hidden" });
  await officer.page.getByRole("button", { name: "Xong", exact: true }).click();
  await officer.page.getByText("Chưa gọi ai.").waitFor();
  await screen.page.getByText("Chưa gọi số nào").waitFor();
  await officer.page.setViewportSize({ width: 320, height: 700 });
  await expectSound(officer.page);
  await screen.page.setViewportSize({ width: 320, height: 700 });
  await expectSound(screen.page);
  for (const visitor of [officer, door, screen]) expect(visitor.complaints.filter((text) => !text.includes("net::ERR_"))).toEqual([]);
});

test("without scripts: an officer gives a number, prints it, calls, and the screen shows it when asked again", async () => {
  const { page } = await site.visit({ scripts: false });
  await signIn(page, cast.minh);
  await page.goto("/can-bo/hang-cho");
  await page.getByRole("button", { name: "Số thường" }).click();
  await page.getByText("Đã lấy số 002").waitFor();
  const paper = await page.request.get("/can-bo/hang-cho/phieu/2.pdf");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  if (process.env.SHOTS) (await import("node:fs")).writeFileSync(`${process.env.SHOTS}/queue-ticket.pdf`, await paper.body());
  await page.getByRole("link", { name: "Bàn 1: Cư trú" }).click();
  await page.getByRole("button", { name: "Gọi người tiếp theo" }).click();
  const screen = await site.visit({ scripts: false });
  await screen.page.goto(`/man-hinh/${units.phuongSon.code}`);
  expect(await screen.page.textContent("main")).toContain("002");
  await page.getByRole("button", { name: "Không có mặt" }).click();
  await page.getByRole("button", { name: "Gọi lại số này" }).click();
  await page.getByText("Đang gọi").waitFor();
  // Two tabs on one desk: what is pressed too late changes nothing, and says so.
  const other = await page.context().newPage();
  await other.goto("/can-bo/hang-cho/1");
  await page.getByRole("button", { name: "Bà con đã đến bàn" }).click();
  await other.getByRole("button", { name: "Không có mặt" }).click();
  await other.getByText("Hàng chờ vừa thay đổi").waitFor();
  await other.getByText("Đang làm việc").waitFor();
});

test("the holder of an appointment checks in at the officer's list", async () => {
  site.setClock(at("2026-11-23T08:05:00"));
  const resident = await site.visit();
  await resident.page.goto("/dat-hen?thu-tuc=1.004194&ngay=2026-11-23&gio=0830");
  await resident.page.getByLabel("Số điện thoại").fill("0977 888 999");
  await resident.page.getByRole("button", { name: "Đặt hẹn" }).click();
  await resident.page.getByRole("heading", { name: "Đã đặt hẹn", level: 1 }).waitFor();
  const { page } = await site.visit();
  await signIn(page, cast.minh);
  await page.goto("/can-bo/hang-cho");
  await page.getByText("bà con …8999").waitFor();
  await expectSound(page);
  await shoot(page, "queue-line");
  await page.getByRole("button", { name: /^Đã đến: 08:30/ }).click();
  await page.getByText("Đã lấy số 003").waitFor();
  const { rows } = await site.world.asOwner((client) => client.query("select purpose from reads where subject = 'appointments:2026-11-23'"));
  expect(rows.length).toBeGreaterThan(0);
});
