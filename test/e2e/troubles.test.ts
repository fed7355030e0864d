import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../world/cast.ts";
import { receive } from "../world/counter.ts";
import { friday } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(friday);
});
afterAll(() => site.close());

test("the second of two officers is told, and what she typed is still there", async () => {
  const matter = await receive(site.world);
  const [one, two] = [await site.visit(), await site.visit()];
  await signIn(one.page, cast.minh);
  await signIn(two.page, cast.son);
  const path = `/can-bo/ho-so/${matter.publicRef}`;
  await one.page.goto(path);
  await two.page.goto(`${path}/bo-sung`);
  await one.page.getByRole("button", { name: "Bắt đầu giải quyết" }).click();
  await one.page.getByText("Đang giải quyết").first().waitFor();

  await two.page.getByLabel("Tờ khai CT01 thiếu chữ ký").check();
  await two.page.getByText("Chỗ khác, không có ở trên").click();
  await two.page.getByLabel("Của giấy nào?").selectOption("CT01");
  await two.page.getByLabel("Còn thiếu, chưa đúng chỗ nào?").fill("Ghi thiếu tên con");
  await two.page.getByLabel("Bà con phải làm gì?").fill("Ghi thêm tên con");
  const [answer] = await Promise.all([
    two.page.waitForResponse((response) => response.request().method() === "POST"),
    two.page.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  expect(await two.page.textContent("main")).toContain("Hồ sơ vừa được người khác thay đổi");
  expect(await two.page.locator("blockquote").first().textContent()).toContain("Ghi thiếu tên con");
  expect(await two.page.getByLabel("Tờ khai CT01 thiếu chữ ký").isChecked()).toBe(true);
  expect(await two.page.getByLabel("Bà con phải làm gì?").inputValue()).toBe("Ghi thêm tên con");
  await shoot(two.page, "trouble-409");
  await expectSound(two.page);
  await two.page.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click();
  await two.page.getByText("Chờ bổ sung").first().waitFor();
  await shoot(two.page, "state-paused");
  await expectSound(two.page);
  for (const visitor of [one, two]) await visitor.context.close();
});

test.each([
  ["/khong-co", 404],
  ["/thu-tuc/9.999999", 404],
  ["/can-bo/ho-so/4444444444444444", 404],
  ["/can-bo/tai-khoan", 403],
  ["/can-bo/nhat-ky", 403],
  ["/tinh", 403],
  ["/%E0%A4%A", 400],
])("%s answers %i with a page that helps", async (path, status) => {
  const { page, context, complaints } = await site.visit({ width: 320, height: 700 });
  await signIn(page, cast.minh);
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(status);
  expect(await page.textContent("main")).toContain("Bây giờ làm gì?");
  await shoot(page, `trouble-${status}`);
  await expectSound(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test("an officer who is not signed in is sent to sign in, and comes back to where he wanted", async () => {
  const { page, context } = await site.visit();
  await page.goto("/can-bo/tiep-nhan");
  expect(page.url()).toContain("/can-bo/dang-nhap?ve=");
  await shoot(page, "sign-in");
  await expectSound(page);
  await page.locator(`button[value="${cast.minh.login}"]`).click();
  await page.waitForURL(/tiep-nhan$/);
  await context.close();
});

test("a form of another site is refused, and so is one whose origin lies", async () => {
  const post = (headers: Record<string, string>) =>
    site.server.inject({ method: "POST", url: "/can-bo/thoat", headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, payload: "" });
  expect((await post({ "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect((await post({ "sec-fetch-site": "same-site" })).statusCode).toBe(403);
  expect((await post({ origin: "https://elsewhere.example" })).statusCode).toBe(403);
  expect((await post({ "sec-fetch-site": "same-origin" })).statusCode).toBe(303);
});

test("a card that cannot be read is answered beside the field, and what was scanned is not shown again", async () => {
  const { page, context } = await site.visit();
  await signIn(page, cast.minh);
  for (const [scanned, says] of [
    ["https://example.vn", "không phải mã trên thẻ căn cước"],
    ["024181009876|121212345|Hoàng Thị Nga|31021979|Nữ|Thôn Kép|12052021", "Ngày sinh trong mã không có thật"],
    ["024181009876|Hoàng Thị Nga", "bị thiếu phần cuối"],
  ] as const) {
    await page.goto("/can-bo/tiep-nhan");
    await page.locator('[name="card"]:focus').waitFor();
    await page.keyboard.type(scanned);
    await page.keyboard.press("Enter");
    await page.locator(".ds-validation-message").waitFor();
    expect(await page.textContent("main")).toContain(says);
    expect(await page.content()).not.toContain("024181009876");
    await expectSound(page);
  }
  await shoot(page, "trouble-card");
  await context.close();
});

test("the counter's forms keep what was typed and say what is missing", async () => {
  const { page, context } = await site.visit({ scripts: false });
  await signIn(page, cast.minh);
  await page.goto("/can-bo/tiep-nhan/go-tay");
  await page.locator('[name="fullName"]').fill("Nguyễn Văn Hải");
  await page.locator('[name="bornOn"]').fill("30/02/1980");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  expect(await page.locator('[name="fullName"]').inputValue()).toBe("Nguyễn Văn Hải");
  expect(await page.textContent("main")).toContain("Không có ngày này");
  expect(await page.textContent("main")).toContain("12 chữ số");
  await shoot(page, "trouble-by-hand");
  await context.close();
});

test("a lost database is a page of 503 with a sentence, and comes back by itself", async () => {
  const { database } = site.world;
  const connect = database.pool.connect.bind(database.pool);
  database.pool.connect = (() => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }))) as never;
  const { page, context, complaints } = await site.visit({ width: 390 });
  const answer = await page.goto("/tra-cuu/4444444444444444");
  expect(answer?.status()).toBe(503);
  expect(answer?.headers()["retry-after"]).toBe("5");
  await shoot(page, "trouble-503");
  await expectSound(page);
  database.pool.connect = connect;
  expect((await page.goto("/"))?.status()).toBe(200);
  expect(complaints.filter((text) => !text.includes("503"))).toEqual([]);
  await context.close();
});

test("a post whose codes nobody wrote into the law data is told so, and nothing is received", async () => {
  const { page, context } = await site.visit({ scripts: false });
  await signIn(page, cast.long);
  await page.goto("/can-bo/tiep-nhan");
  await page.locator('[name="card"]').fill("024181009876|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Kép, Quý Sơn, Lục Ngạn, Bắc Giang|12052021");
  await page.keyboard.press("Enter");
  await page.waitForURL(/tiep-nhan\/[A-Z0-9]{16}$/);
  await page.locator('[name="thuTuc"]').fill("10041");
  await page.keyboard.press("Enter");
  await page.waitForURL(/1\.010041/);
  for (const box of await page.locator('[name="papers"]').all()) await box.check();
  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), page.getByRole("button", { name: "Nhận hồ sơ" }).click()]);
  expect(answer.status()).toBe(503);
  expect(await page.textContent("main")).toContain("Dữ liệu pháp luật chưa có");
  const { rows } = await site.world.asOwner((client) => client.query("select count(*)::int as n from matters where commune_id = $1", [cast.long.unitId]));
  expect(rows[0].n).toBe(0);
  await context.close();
});

test("a bug is a page of 500 with a number, and the log has the number and no personal data", async () => {
  const routes = site.server;
  const { house } = site.world;
  const broken = Object.getOwnPropertyDescriptor(house, "procedures");
  Object.defineProperty(house, "procedures", {
    get: () => {
      throw new Error("planted");
    },
    configurable: true,
  });
  const answer = await routes.inject({ url: "/thu-tuc" });
  if (broken) Object.defineProperty(house, "procedures", broken);
  expect(answer.statusCode).toBe(500);
  const number = answer.body.match(/<code>([^<]+)<\/code>/)?.[1] ?? "";
  expect(number).not.toBe("");
  expect(answer.body).not.toContain("planted");
  expect(site.log()).toContain(number);
});
