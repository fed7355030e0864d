import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { beginMeeting, closeMinutes, planMeeting } from "../../src/modules/listening/index.ts";
import { cast, type Member, units } from "../world/cast.ts";
import { as } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
const evening = new Date("2026-11-23T19:32:00+07:00");
beforeAll(async () => {
  site = await openSite();
  site.setClock(evening);
});
afterEach(() => site.cutOff(false));
afterAll(() => site.close());

const son = as(cast.son);

/** A meeting that has begun, and its address. */
async function begun(topic: string): Promise<{ readonly ref: string; readonly address: string }> {
  const when = { startsAt: evening, endsAt: new Date("2026-11-23T21:00:00+07:00") };
  const plan = { kind: "hamlet", topic, hamletId: units.kep.id, place: "Nhà văn hóa", hosts: "Trưởng Công an", agenda: "", ...when } as const;
  const ref = await site.world.commit(son, (tx) => planMeeting(tx, plan), evening);
  await site.world.commit(son, (tx) => beginMeeting(tx, ref, 1), evening);
  return { ref, address: `/can-bo/lang-nghe/hop/${ref}` };
}

/** What the post has of a meeting, in the order in which it was taken. */
async function taken(ref: string): Promise<readonly string[]> {
  const { rows } = await site.world.asOwner((owner) =>
    owner.query("select o.said from opinions o join meetings g on g.commune_id = o.commune_id and g.matter_id = o.meeting_id where g.public_ref = $1 order by o.matter_id", [ref]),
  );
  return rows.map(({ said }) => said);
}

async function say(page: Page, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await page.locator('[name="said"]').fill(line);
    await page.keyboard.press("Enter");
    await page.locator("[data-outbox] li", { hasText: line }).waitFor();
    expect(await page.locator('[name="said"]').inputValue()).toBe("");
  }
}

/** A telephone on which an officer stands in the room of a meeting. */
async function inRoom(member: Member, address: string, width = 390): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly complaints: readonly string[] }> {
  const visitor = await site.visit({ width });
  await signIn(visitor.page, member);
  await visitor.page.goto(address);
  return visitor;
}

/** Waits until this device has kept what stands in for a meeting, as the page of this officer. */
async function standsInFor(page: Page, member: Member): Promise<void> {
  const account = String(as(member).id);
  const has = async (id: string) => (await (await caches.match("/can-bo/lang-nghe/hop/mat-mang"))?.text())?.includes(`data-outbox="${id}"`) ?? false;
  await expect.poll(() => page.evaluate(has, account), { timeout: 20_000 }).toBe(true);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Takes the network from a telephone and its workers, or gives it back. */
async function setNetwork(context: BrowserContext, is: "there" | "gone"): Promise<void> {
  site.cutOff(is === "gone");
  await context.setOffline(is === "gone");
}

const waiting = (page: Page) => page.locator("[data-outbox] li");
const asides = (complaints: readonly string[]) => complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_CONNECTION/.test(one));
const lines = ["Xin lắp đèn ở ngã ba", "Loa xã nói sớm quá", "Đêm có xe chạy nhanh"];

test("three lines taken without a network survive the closing of the tab, and arrive once each, in order", async () => {
  const { ref, address } = await begun("Mất mạng giữa chừng");
  const { page, context, complaints } = await inRoom(cast.son, address);
  // On a weak signal the script of the page comes fast, or it is of no use.
  const script = await page.locator('script[src*="outbox"]').getAttribute("src");
  expect((await (await page.request.get(script ?? "")).body()).byteLength).toBeLessThanOrEqual(10_000);
  await page.getByLabel("Ưu điểm").check();
  await standsInFor(page, cast.son);
  await setNetwork(context, "gone");
  await page.locator('[name="giveTo"]').selectOption({ label: "Tôi phụ trách" });
  await say(page, lines);
  expect(await waiting(page).count()).toBe(3);
  expect(await waiting(page).first().textContent()).toContain("chưa gửi");
  await page.getByText("3 dòng chưa gửi").waitFor();
  await shoot(page, "cho-gui-1-mat-mang");
  // The minutes are not closed over them by the hand that took them.
  let warned = "";
  page.once("dialog", (dialog) => {
    warned = dialog.message();
    void dialog.accept();
  });
  await page.locator('[name="conclusion"]').fill("Kết thúc");
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  expect(warned).toContain("Còn 3 dòng của cuộc họp này chưa gửi");
  expect(await page.locator('[name="conclusion"]').inputValue()).toBe("Kết thúc");
  await page.close();
  expect(await taken(ref)).toEqual([]);

  const again = await context.newPage();
  await again.goto(address);
  await again.getByRole("heading", { name: "Ghi ý kiến khi mất mạng" }).waitFor();
  await again.getByText("3 dòng chưa gửi").waitFor();
  await setNetwork(context, "there");
  await again.goto(address);
  await again.getByRole("heading", { name: "Đã ghi 3 ý kiến" }).waitFor();
  await again.locator("[data-outbox]").waitFor({ state: "hidden" });
  expect(await taken(ref)).toEqual(lines);
  // The first was given to its officer, and it alone.
  expect(await again.locator("#da-ghi").getByText(cast.son.name).count()).toBe(1);
  // Nothing is sent a second time.
  await again.reload();
  await again.getByRole("heading", { name: "Đã ghi 3 ý kiến" }).waitFor();
  expect(await taken(ref)).toEqual(lines);
  await expectSound(again);
  expect(asides(complaints)).toEqual([]);
  await context.close();
});

test("an answer that was lost on its way back makes no second line; the room goes on by itself when the network is there again", async () => {
  const { ref, address } = await begun("Sóng chập chờn");
  const { page, context, complaints } = await inRoom(cast.son, address, 320);
  let lost = 0;
  await context.route("**/y-kien/gui-sau", async (route) => {
    if (lost++ > 0) return await route.continue();
    await route.fetch();
    await route.abort();
  });
  await say(page, lines.slice(0, 1));
  await expectSound(page);
  expect(await taken(ref)).toEqual(lines.slice(0, 1));
  await page.getByRole("heading", { name: "Đã ghi 1 ý kiến" }).waitFor();
  await context.setOffline(true);
  await say(page, lines.slice(1));
  await context.setOffline(false);
  await page.getByRole("heading", { name: "Đã ghi 3 ý kiến" }).waitFor();
  expect(await taken(ref)).toEqual(lines);
  expect(asides(complaints)).toEqual([]);
  await context.close();
});

test("another officer on the same device neither sees nor sends them; whoever is signed out keeps them and is asked to sign in", async () => {
  const { ref, address } = await begun("Máy dùng chung");
  const { page, context, complaints } = await inRoom(cast.son, address);
  await context.setOffline(true);
  await say(page, lines.slice(0, 2));
  await page.close();
  await context.setOffline(false);

  const other = await context.newPage();
  await signIn(other, cast.minh);
  await other.goto(address);
  await other.locator('[name="said"]').fill("Lời của người khác");
  await other.keyboard.press("Enter");
  await other.getByRole("heading", { name: "Đã ghi 1 ý kiến" }).waitFor();
  expect(await waiting(other).count()).toBe(0);
  expect(await taken(ref)).toEqual(["Lời của người khác"]);
  await other.close();

  const back = await context.newPage();
  await signIn(back, cast.son);
  await context.setOffline(true);
  await context.setOffline(false);
  // His session ends before the page has sent anything.
  await context.route("**/y-kien/gui-sau", async (route) => {
    await context.clearCookies();
    await route.continue({ headers: { ...route.request().headers(), cookie: "" } });
  });
  await back.goto(address);
  await back.getByText("Phiên làm việc đã hết.").waitFor();
  expect(await waiting(back).count()).toBe(2);
  await expectSound(back);
  await shoot(back, "cho-gui-2-het-phien");
  await context.unroute("**/y-kien/gui-sau");
  await back.getByRole("link", { name: "Đăng nhập lại" }).click();
  await back.locator(`button[value="${cast.son.login}"]`).click();
  await back.getByRole("heading", { name: "Đã ghi 3 ý kiến" }).waitFor();
  expect(await taken(ref)).toEqual(["Lời của người khác", ...lines.slice(0, 2)]);
  expect(asides(complaints)).toEqual([]);
  await context.close();
});

test("a line that comes after the minutes were closed is refused in words, stays, and is discarded only by hand; one that is wrong is corrected", async () => {
  const { ref, address } = await begun("Chốt biên bản");
  const { page, context, complaints } = await inRoom(cast.son, address);
  const long = "a".repeat(1_001);
  await page.locator('[name="said"]').evaluate((field) => field.removeAttribute("maxlength"));
  await page.locator('[name="said"]').fill(long);
  await page.keyboard.press("Enter");
  await page.getByText("Dài quá: nhiều nhất 1000 chữ.").waitFor();
  await page.getByRole("button", { name: /^Sửa/ }).click();
  expect(await page.locator('[name="said"]').inputValue()).toBe(long);
  await page.locator('[name="said"]').fill("Ngắn lại rồi");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Đã ghi 1 ý kiến" }).waitFor();
  expect(await taken(ref)).toEqual(["Ngắn lại rồi"]);

  await context.setOffline(true);
  await say(page, lines.slice(0, 1));
  await site.world.commit(son, (tx) => closeMinutes(tx, ref, { version: 2, conclusion: "Xong" }), evening);
  await context.setOffline(false);
  await page.getByText("Biên bản cuộc họp đã chốt trước khi dòng này gửi tới").waitFor();
  await page.goto("/can-bo/lang-nghe/hop");
  await page.getByText("Biên bản cuộc họp đã chốt trước khi dòng này gửi tới").waitFor();
  expect(await waiting(page).getByRole("link", { name: "Chốt biên bản" }).getAttribute("href")).toBe(address);
  await expectSound(page);
  await shoot(page, "cho-gui-3-bi-tu-choi");
  page.once("dialog", (dialog) => void dialog.dismiss());
  await page.getByRole("button", { name: /^Bỏ/ }).click();
  expect(await waiting(page).count()).toBe(1);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: /^Bỏ/ }).click();
  await waiting(page).waitFor({ state: "detached" });
  expect(await taken(ref)).toEqual(["Ngắn lại rồi"]);
  expect(asides(complaints)).toEqual([]);
  await context.close();
});

test("a telephone that closed the page in a hall without a network goes on taking lines, as often as it is opened, and shows nothing of any meeting", async () => {
  const { ref, address } = await begun("Nhà văn hóa không có sóng");
  const { page, context, complaints } = await inRoom(cast.son, address);
  await standsInFor(page, cast.son);
  await setNetwork(context, "gone");
  await page.reload();
  await page.getByText("Cứ ghi tiếp ý kiến của bà con").waitFor();
  expect(await page.content()).not.toContain("Nhà văn hóa không có sóng");
  await say(page, lines.slice(0, 1));
  // Opened again it is the same kept page: its lines are others nevertheless.
  await page.reload();
  await say(page, lines.slice(1, 2));
  await page.goto(`${address}?muc=proposal`);
  await say(page, lines.slice(2));
  await expectSound(page);
  await shoot(page, "cho-gui-4-khong-co-song");
  await setNetwork(context, "there");
  // What the page stood in for comes back by itself, once nothing waits and nothing is being typed.
  await page.getByRole("heading", { name: "Đã ghi 3 ý kiến" }).waitFor();
  expect(await taken(ref)).toEqual(lines);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("said");
  expect(asides(complaints)).toEqual([]);
  await context.close();
});

test("what stands in is the page of whoever is signed in; it goes when he signs out, and a file of a meeting is never taken for it", async () => {
  const { address } = await begun("Hai cán bộ một máy");
  const { page, context } = await inRoom(cast.son, address);
  await standsInFor(page, cast.son);
  const other = await context.newPage();
  await signIn(other, cast.minh);
  await other.goto(address);
  await standsInFor(other, cast.minh);
  await setNetwork(context, "gone");
  await expect(other.goto(`${address}/bien-ban.pdf`)).rejects.toThrow(/ERR_/);
  await expect(other.goto("/can-bo/lang-nghe/hop")).rejects.toThrow(/ERR_/);
  await setNetwork(context, "there");
  await other.goto(address);
  await other.getByRole("button", { name: "Thoát" }).click();
  await other.waitForURL(/dang-nhap|\/$/);
  await expect.poll(() => other.evaluate(async () => await caches.has("stand-in-1"))).toBe(false);
  await setNetwork(context, "gone");
  await expect(other.goto(address)).rejects.toThrow(/ERR_/);
  await context.close();
});

test("without scripts the cursor stands in the next line after each", async () => {
  const { ref, address } = await begun("Không có mã chạy");
  const { page, context } = await site.visit({ scripts: false, width: 390 });
  await signIn(page, cast.son);
  await page.goto(address);
  await page.getByLabel("Ưu điểm").check();
  await page.locator('[name="said"]').fill(lines[0] ?? "");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Đã ghi 1 ý kiến" }).waitFor();
  await page.keyboard.type(lines[1] ?? "");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Đã ghi 2 ý kiến" }).waitFor();
  expect(await taken(ref)).toEqual(lines.slice(0, 2));
  const box = await page.locator('[name="said"]').boundingBox();
  expect(box !== null && box.y >= 0 && box.y + box.height <= 900).toBe(true);
  await context.close();
});

test("a household that cannot be sent stays in its field, with the other words of the page, and is sent by pressing again", async () => {
  const { page, context } = await inRoom(cast.son, (await begun("Ghi hộ lúc mất mạng")).address);
  const [said, head] = [page.locator('[name="said"]'), page.locator('[name="head"]')];
  await said.fill("Đang gõ dở");
  await head.fill("Giáp Thị Lành");
  await setNetwork(context, "gone");
  const [dialog] = await Promise.all([page.waitForEvent("dialog"), head.press("Enter", { noWaitAfter: true })]);
  expect(dialog.message()).toContain("Chữ còn nguyên");
  await dialog.accept();
  expect([await head.inputValue(), await said.inputValue()]).toEqual(["Giáp Thị Lành", "Đang gõ dở"]);
  await setNetwork(context, "there");
  await head.press("Enter");
  await page.getByRole("heading", { name: /1 hộ/ }).waitFor();
  expect(await said.inputValue()).toBe("Đang gõ dở");
});
