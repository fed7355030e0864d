import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Day } from "../../src/base/day.ts";
import { gate } from "../../src/kernel/actor.ts";
import { addAccount } from "../../src/modules/accounts/index.ts";
import { cast, type Member, postOf, units } from "../world/cast.ts";
import { countFigures, receive, sign } from "../world/counter.ts";
import { friday } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(friday);
  for (let i = 0; i < 6; i++) await sign(site.world, await receive(site.world));
  await countFigures(site.world);
});
afterAll(() => site.close());

const firstPages: readonly (readonly [Member, string, string])[] = [
  [cast.minh, "/can-bo/hop-viec", "Hộp việc"],
  [cast.son, "/can-bo/hop-viec", "Hộp việc"],
  [cast.binh, "/can-bo/hop-viec", "Hộp việc"],
  [cast.thao, "/tinh", "Số liệu một cửa"],
  [cast.kien, "/can-bo/nhat-ky", "Nhật ký"],
  [cast.quan, "/can-bo/tai-khoan", "Tài khoản cán bộ"],
];

test.each(firstPages)("each role begins at its own work: $login", async (member, path, title) => {
  for (const width of [320, 1280]) {
    const { page, context, complaints } = await site.visit({ width });
    await signIn(page, member);
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.textContent("h1")).toBe(title);
    await shoot(page, `role-${member.role}-${width}`);
    await expectSound(page);
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test("the province sees figures of its communes, shares only from five on, and no name", async () => {
  const { page, context } = await site.visit();
  await signIn(page, cast.thao);
  const text = (await page.textContent("main")) ?? "";
  expect(text).toContain("Phường Phượng Sơn");
  expect(text).toContain("100 %");
  expect(text).toContain("chưa đủ 5");
  expect(text).not.toContain("Hoàng Thị Nga");
  expect((await page.goto("/can-bo/hop-viec"))?.status()).toBe(403);
  await context.close();
});

test("the auditor finds who looked at a dossier, and what for", async () => {
  const matter = await receive(site.world);
  const officer = await site.visit();
  await signIn(officer.page, cast.minh);
  await officer.page.goto(`/can-bo/ho-so/${matter.publicRef}`);
  const { page, context } = await site.visit();
  await signIn(page, cast.kien);
  await page.goto(`/can-bo/nhat-ky?ma=${matter.code}`);
  const text = (await page.textContent("main")) ?? "";
  expect(text).toContain(cast.minh.name);
  expect(text).toContain("Giải quyết hồ sơ");
  expect(text).not.toContain("Hoàng Thị Nga");
  await page.goto("/can-bo/nhat-ky?ma=H00-000000-0000");
  expect(await page.textContent("main")).toContain("Không có hồ sơ nào mang mã này");
  await expectSound(page);
  for (const one of [officer.context, context]) await one.close();
});

test("an administrator closes an account, and whoever sits there is out at the next click", async () => {
  const officer = await site.visit();
  await signIn(officer.page, cast.hanh);
  const { page, context } = await site.visit();
  await signIn(page, cast.quan);
  const row = page.locator("tr", { hasText: cast.hanh.name });
  await row.getByRole("button", { name: "Đóng tài khoản" }).click();
  await page.locator("tr", { hasText: cast.hanh.name }).getByText("Đã đóng").waitFor();
  await officer.page.goto("/can-bo/hop-viec");
  expect(officer.page.url()).toContain("/can-bo/dang-nhap");
  await page.goto("/can-bo/nhat-ky");
  expect(await page.textContent("main")).toContain("Đóng tài khoản");
  for (const one of [officer.context, context]) await one.close();
});

test("an officer signs in by password and authenticator, and changes the first password", async () => {
  const login = "khai.phuongson";
  const given = {
    login,
    name: "Nông Văn Khải",
    rank: "Thiếu úy",
    role: "counterOfficer",
    scope: postOf(units.phuongSon),
    unitId: units.phuongSon.id,
    validFrom: "2026-11-01" as Day,
    validTo: null,
  } as const;
  const { password, totpUri } = await site.world.commit(gate, (tx) => addAccount(tx, given));
  const codeAt = (instant: Date): string => (URI.parse(totpUri) as TOTP).generate({ timestamp: instant.getTime() });
  const { page, context } = await site.visit({ scripts: false });
  const enter = async (secret: string, code: string): Promise<void> => {
    await page.goto("/can-bo/dang-nhap");
    await page.locator('[name="login"][type="text"]').fill(login);
    await page.locator('[name="password"]').fill(secret);
    await page.locator('[name="code"]').fill(code);
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  };
  await enter("wrong password here", codeAt(friday));
  expect(await page.textContent("main")).toContain("chưa đúng");
  expect(await page.locator('[name="login"][type="text"]').inputValue()).toBe(login);
  expect(await page.locator('[name="password"]').inputValue()).toBe("");
  await enter(password, codeAt(friday));
  expect(new URL(page.url()).pathname).toBe("/can-bo/hop-viec");

  await page.goto("/can-bo/mat-khau");
  const next = "mot cau dai de nho va kho doan";
  await page.locator('[name="current"]').fill(password);
  await page.locator('[name="next"]').fill(next);
  await page.locator('[name="again"]').fill(`${next}!`);
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  expect(await page.textContent("main")).toContain("Hai lần gõ chưa giống nhau");
  await page.locator('[name="current"]').fill(password);
  await page.locator('[name="next"]').fill(next);
  await page.locator('[name="again"]').fill(next);
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  expect(new URL(page.url()).pathname).toBe("/can-bo/dang-nhap");
  const later = new Date(friday.getTime() + 120_000);
  site.setClock(later);
  await enter(next, codeAt(later));
  expect(new URL(page.url()).pathname).toBe("/can-bo/hop-viec");
  site.setClock(friday);
  await context.close();
});

test("the interface speaks English by a switch, at the same addresses, and remembers it", async () => {
  const { page, context } = await site.visit();
  await signIn(page, cast.minh);
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/can-bo/hop-viec");
  await page.goto("/thu-tuc");
  expect(await page.getAttribute("html", "lang")).toBe("en");
  await expectSound(page);
  await context.close();
});
