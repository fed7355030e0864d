import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

const at = (text: string): Date => new Date(`${text}+07:00`);
const evening = at("2026-11-25T20:31:00");
const card = "024090000002||Diệp Xuân Tú|30081990|Nam|Thôn Bờ Suối, Quý Sơn, Lục Ngạn, Bắc Giang|12052021";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(evening);
});
afterAll(() => site.close());

test("an officer on duty takes a call: two guests, a number to read out, a slip, and the second officer is shown the first", async () => {
  const visitor = await site.visit();
  const { page } = visitor;
  await signIn(page, cast.minh);
  await page.getByRole("link", { name: "Lưu trú" }).first().click();
  await page.getByRole("heading", { name: "Ngày này chưa ghi lượt lưu trú nào" }).waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: /^Ghi khách lưu trú/ }).click();

  // Nothing typed: every field says what to do, and what stood there stays.
  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.textContent("main")).toContain("Xin ghi ít nhất một khách");
  await expectSound(page);

  // A scanner types the card and presses Enter.
  await page.getByLabel("Quét thẻ căn cước của khách").fill("rác|rác");
  await page.keyboard.press("Enter");
  await page.getByText("Mã quét bị thiếu phần cuối").first().waitFor();
  await page.getByLabel("Quét thẻ căn cước của khách").fill(card);
  await page.keyboard.press("Enter");
  await page.locator('[name="guestNumber1"][value="024090000002"]').waitFor();
  await page.getByRole("button", { name: "Thêm một khách gõ tay" }).click();
  await page.locator('[name="guestName2"]').fill("Diệp An Nhiên");
  await page.locator('[name="guestBorn2"]').fill("2/3/2024");
  await page.locator('[name="guestSex2"]').selectOption("female");
  await page.locator('[name="guestPaper2"]').selectOption("none");
  await page.locator('[name="hostName"]').fill("Giáp Thị Lành");
  await page.locator('[name="hostPhone"]').fill("0987 654 321");
  await page.locator('[name="address"]').fill("Số 7, tổ dân phố Kép");
  await page.locator('[name="arrivedTime"]').fill("20h15");
  await page.locator('[name="purpose"]').fill("Thăm người nhà");
  for (const width of [1280, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `luu-tru-1-khai-bao-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await page.getByText("Số lưu trú LT-261125-001. Nhà ông, bà Giáp Thị Lành, 2 khách. Đã ghi lúc 20:31 25/11/2026.").waitFor();
  await page.getByText("Báo trong hạn", { exact: true }).waitFor();
  expect(await page.textContent("main")).not.toContain("024090000002");
  const address = new URL(page.url()).pathname;
  expect((await page.request.get(`${address}/phieu.pdf`)).headers()["content-type"]).toBe("application/pdf");
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `luu-tru-2-da-ghi-${width}`);
  }

  const second = await site.visit({ scripts: false, width: 390 });
  await signIn(second.page, cast.son);
  await second.page.goto("/can-bo/luu-tru/khai-bao");
  await second.page.locator('[name="card"]').fill(card);
  await second.page.keyboard.press("Enter");
  for (const [name, value] of [
    ["hostName", "Lành"],
    ["address", "Tổ dân phố Kép"],
    ["purpose", "Thăm nhà"],
  ] as const) {
    await second.page.locator(`[name="${name}"]`).fill(value);
  }
  await second.page.locator('[name="channel"][value="field"]').check();
  await second.page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await second.page.getByRole("heading", { name: "Khách này đã có trong sổ" }).waitFor();
  await shoot(second.page, "luu-tru-3-da-co-390");
  expect(await second.page.locator('[name="hostName"]').inputValue()).toBe("Lành");
  await second.page.getByRole("link", { name: "Diệp Xuân Tú: số LT-261125-001" }).click();
  expect(new URL(second.page.url()).pathname).toBe(address);
  await second.context.close();
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
});

test("what was heard wrong is corrected by a further entry, a late telling is explained, and who left is noted", async () => {
  site.setClock(at("2026-11-25T23:20:00"));
  const { page, context, complaints } = await site.visit();
  await signIn(page, cast.son);
  await page.goto("/can-bo/luu-tru");
  await page.locator("tbody a").first().click();
  await page.getByRole("link", { name: "Đính chính" }).click();
  expect(await page.locator('[name="guestNumber1"]').inputValue()).toBe("024090000002");
  await page.locator('[name="hostName"]').fill("Giáp Thị Lanh");
  await page.locator('[name="toldTime"]').fill("23:10");
  await page.getByRole("button", { name: "Ghi bản đính chính" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.textContent("main")).toContain("Xin ghi vì sao đính chính.");
  await page.locator('[name="reason"]').fill("Nghe nhầm tên, và gọi lúc 23 giờ 10");
  await page.getByRole("button", { name: "Ghi bản đính chính" }).click();
  await page.getByText("Báo lúc 23:10, thứ Tư 25/11/2026: muộn 10 phút.").waitFor();
  expect(await page.textContent("main")).toContain("Đính chính lần 1");
  expect(await page.textContent("main")).toContain("Nghe nhầm tên, và gọi lúc 23 giờ 10");

  await page.getByText("Ghi khách đã đi").click();
  await page.locator('[name="leftTime"]').fill("19:00");
  await page.getByRole("button", { name: "Ghi đã đi" }).click();
  await page.getByText("Giờ đi phải sau giờ đến.").first().waitFor();
  await page.locator('[name="leftTime"]').fill("");
  await page.locator('[name="guests"]').nth(1).uncheck();
  await page.getByRole("button", { name: "Ghi đã đi" }).click();
  await page.getByText("Đã đi lúc 23:20 25/11/2026").first().waitFor();
  await expectSound(page);
  await shoot(page, "luu-tru-4-dinh-chinh");
  expect(complaints).toEqual([]);
  await context.close();
});

test("the log is read by day, searched without marks, and leaves for a purpose that is written down", async () => {
  const { page, context, complaints } = await site.visit();
  await signIn(page, cast.binh);
  await page.goto("/can-bo/luu-tru?ngay=25/11/2026");
  expect(await page.textContent("main")).toContain("1 lần báo, 2 khách, 1 lần báo muộn");
  // Lists show short names.
  expect(await page.content()).not.toContain("Diệp Xuân Tú");
  for (const width of [1280, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `luu-tru-5-so-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator('[name="ten"]').fill("diep xuan");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Tìm thấy 1 lần báo" }).waitFor();
  expect(page.url()).not.toContain("diep");
  await page.locator('[name="ten"]').fill("không có ai");
  await page.keyboard.press("Enter");
  await page.getByText("Không có khách nào tên như vậy trong sổ.").waitFor();

  await page.goto("/can-bo/luu-tru");
  await page.getByRole("button", { name: "Xuất sổ" }).click();
  await page.getByText("Xin ghi để làm gì").first().waitFor();
  for (const format of ["xlsx", "pdf"]) {
    await page.locator('[name="purpose"]').fill("Kiểm tra đêm 25/11");
    await page.locator(`input[value="${format}"]`).check();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Xuất sổ" }).click();
    expect((await download).suggestedFilename()).toBe(`so-luu-tru-2026-11-19-2026-11-25.${format}`);
  }
  const { rows } = await site.world.asOwner((owner) => owner.query("select purpose, count(*)::int as looks from reads where actor_id = $1 group by 1 order by 1", [cast.binh.id]));
  expect(rows).toEqual([
    { purpose: "Tìm khách trong sổ lưu trú", looks: 1 },
    { purpose: "Xuất sổ lưu trú: Kiểm tra đêm 25/11", looks: 2 },
  ]);
  // The inbox finds it by its number.
  await page.goto("/can-bo/hop-viec");
  await page.locator('[name="tim"]').fill("lt-261125-001");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Số lưu trú LT-261125-001" }).waitFor();
  await page.goto("/ngon-ngu/en");
  await page.goto("/can-bo/luu-tru");
  expect(await page.textContent("h1")).toBe("Log of overnight stays");
  expect(complaints).toEqual([]);
  await context.close();
  expect(site.log()).not.toMatch(/Diệp|0240900|Lành|Kiểm tra đêm/);
});

test("who has no post is not let in, and who only reads is offered no form", async () => {
  for (const [member, statuses] of [
    [cast.thao, [403, 403, 403]],
    [cast.kien, [403, 403, 404]],
    [cast.hanh, [200, 200, 404]],
  ] as const) {
    const { page, context } = await site.visit();
    await signIn(page, member);
    expect((await page.goto("/can-bo/luu-tru"))?.status()).toBe(statuses[0]);
    expect((await page.goto("/can-bo/luu-tru/khai-bao"))?.status()).toBe(statuses[1]);
    expect((await page.goto("/can-bo/luu-tru/KHONG-CO"))?.status()).toBe(statuses[2]);
    await context.close();
  }
});

test("a resident reads how to tell of a guest, whom to call, and by when", async () => {
  const { page, context, complaints } = await site.visit({ width: 390 });
  await page.goto("/thu-tuc/2.001159");
  const text = await page.textContent("main");
  for (const words of [
    "Gọi trực ban 0204 000 113",
    "Cổng Dịch vụ công quốc gia",
    "Khách đến trước 23:00 thì báo trước 23:00 cùng ngày",
    "trước 08:00 sáng hôm sau",
    "người nước ngoài",
    "chưa tới 30 ngày",
  ]) {
    expect(text).toContain(words);
  }
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `luu-tru-6-ba-con-${width}`);
  }
  expect(complaints).toEqual([]);
  await context.close();
});
