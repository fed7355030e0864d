import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginMeeting, planMeeting } from "../../src/modules/listening/index.ts";
import { cast, units } from "../world/cast.ts";
import { as } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.setClock(new Date("2026-11-23T19:20:00+07:00"));
});
afterAll(() => site.close());

/** Without scripts axe cannot look; that nothing scrolls sideways can be measured. */
async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

test("a meeting without JavaScript on a telephone: planned, held line by line, promised, minuted", async () => {
  const { page, context, complaints } = await site.visit({ scripts: false, width: 390 });
  await signIn(page, cast.son);
  await page.goto("/can-bo/lang-nghe");
  await page.getByRole("link", { name: "Các cuộc họp" }).click();
  await page.getByRole("button", { name: "Lên kế hoạch" }).click();
  await page.getByText("Xin ghi nội dung cuộc họp.").first().waitFor();
  await expectNarrow(page);
  await page.getByLabel("Họp thôn, tổ dân phố").check();
  await page.locator('[name="topic"]').fill("Lắng nghe ý kiến bà con tổ Kép");
  await page.locator('[name="hamlet"]').selectOption({ label: "Tổ dân phố Kép" });
  await page.locator('[name="place"]').fill("Nhà văn hóa tổ Kép");
  await page.locator('[name="day"]').fill("23/11/2026");
  await page.locator('[name="begins"]').fill("19h30");
  await page.locator('[name="ends"]').fill("21");
  await page.locator('[name="hosts"]').fill("Trưởng Công an, Mặt trận phường");
  await page.locator('[name="agenda"]').fill("Báo cáo tình hình\nBà con phát biểu");
  await page.getByRole("button", { name: "Lên kế hoạch" }).click();
  await page.getByRole("heading", { name: "Lắng nghe ý kiến bà con tổ Kép" }).waitFor();
  await page.getByText("Không còn việc nào từ lần trước.").waitFor();
  const meeting = page.url();

  site.setClock(new Date("2026-11-23T19:32:00+07:00"));
  await page.getByRole("button", { name: "Bắt đầu họp" }).click();
  for (const line of ["Xin lắp đèn ở ngã ba", "Loa xã nói sớm quá", "Đêm có xe chạy nhanh"]) {
    await page.locator('[name="said"]').fill(line);
    await page.keyboard.press("Enter");
    await page.getByText(line).first().waitFor();
    expect(await page.locator('[name="said"]').inputValue()).toBe("");
  }
  await page.getByLabel("Ưu điểm").check();
  await page.locator('[name="said"]').fill("Công an xã nhiệt tình");
  await page.locator('[name="answer"]').fill("Xin cảm ơn bà con");
  await page.getByRole("button", { name: "Ghi", exact: true }).click();
  await page.getByRole("heading", { name: "Đã ghi 4 ý kiến" }).waitFor();
  expect(await page.getByLabel("Ưu điểm").isChecked()).toBe(true);
  await page.locator('[name="head"]').fill("Giáp Thị Lành");
  await page.locator('[name="people"]').fill("2");
  await page.getByRole("button", { name: "Ghi hộ" }).click();
  await page.getByRole("heading", { name: "Hộ dự họp: 1 hộ, 2 người" }).waitFor();
  await page.locator('[name="promise"]').fill("Tuần tra đêm ở ngã ba");
  await page.locator('[name="owner"]').selectOption({ label: cast.son.name });
  await page.locator('[name="dueOn"]').fill("15/12/2026");
  await page.getByRole("button", { name: "Ghi cam kết" }).click();
  await page.getByRole("link", { name: "Tuần tra đêm ở ngã ba" }).waitFor();
  await expectNarrow(page);
  await shoot(page, "lang-nghe-1-cuoc-hop");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNarrow(page);
  await page.locator('[name="conclusion"]').fill("Công an tuần tra thêm");
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await page.getByText("Đã có biên bản").first().waitFor();
  expect(await page.getByText("Người khác vừa làm việc này").count()).toBe(0);
  await expectNarrow(page);
  for (const name of ["pdf", "docx"] as const) {
    const answer = await page.request.get(`${meeting}/bien-ban.${name}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, 2).toString()).toBe(name === "pdf" ? "%P" : "PK");
  }
  await page.getByRole("link", { name: "Tuần tra đêm ở ngã ba" }).click();
  await expectNarrow(page);
  await page.locator('[name="report"]').fill("Đã tuần tra sáu tối");
  await page.getByRole("button", { name: "Đã làm xong" }).click();
  await page.getByText("Đã tuần tra sáu tối").first().waitFor();
  const promise = page.url();
  const office = await site.visit({ width: 320 });
  await signIn(office.page, cast.son);
  for (const address of [meeting, `${meeting}/ho-du`, promise, "/can-bo/lang-nghe/hop"]) {
    await office.page.goto(address);
    await expectSound(office.page);
  }
  await office.context.close();
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([true, false])("a plan is changed until its meeting begins, and what was typed too late is still there; with scripts: %s", async (scripts) => {
  const now = new Date("2026-11-23T08:00:00+07:00");
  site.setClock(now);
  const plan = { kind: "forum", topic: `Diễn đàn ${scripts}`, hamletId: null, place: "Hội trường", hosts: "Trưởng Công an", agenda: "" } as const;
  const times = { startsAt: new Date("2026-12-01T19:30:00+07:00"), endsAt: new Date("2026-12-01T21:00:00+07:00") };
  const ref = await site.world.commit(as(cast.son), (tx) => planMeeting(tx, { ...plan, ...times }), now);
  const address = `/can-bo/lang-nghe/hop/${ref}`;
  const { page, context, complaints } = await site.visit({ scripts, width: 390 });
  await signIn(page, cast.son);
  await page.goto(address);
  const slow = await context.newPage();
  await slow.goto(address);
  for (const [tab, place] of [
    [page, "Nhà văn hóa"],
    [slow, "Sân đình"],
  ] as const) {
    await tab.getByText("Sửa kế hoạch").click();
    expect(await tab.locator('[name="begins"]').inputValue()).toBe("19:30");
    await tab.locator('[name="place"]').fill(place);
    await tab.locator('[name="day"]').fill("02/12/2026");
    await tab.getByRole("button", { name: "Lưu kế hoạch mới" }).click();
  }
  await page.getByText("Nhà văn hóa").first().waitFor();
  await slow.getByText("Người khác vừa làm việc này").waitFor();
  expect(await slow.locator('[name="place"]').inputValue()).toBe("Sân đình");
  await expectNarrow(slow);
  if (scripts) await expectSound(slow);
  await slow.getByRole("button", { name: "Lưu kế hoạch mới" }).click();
  await slow.getByText("Sân đình").first().waitFor();
  const feed = await (await page.request.get(`/api/posts/${units.phuongSon.code}/meetings.ics`)).text();
  expect(feed).toContain("LOCATION:Sân đình");
  expect(feed).toContain("DTSTART:20261202T123000Z");
  expect(complaints).toEqual([]);
  await context.close();
  site.setClock(new Date("2026-11-23T19:40:00+07:00"));
});

test("a household, a refused promise and a refused conclusion leave what is half typed elsewhere in the room as it is", async () => {
  const now = new Date("2026-11-23T19:40:00+07:00");
  site.setClock(now);
  const plan = { kind: "hamlet", topic: "Họp tổ Kép", hamletId: units.kep.id, place: "Nhà văn hóa", hosts: "Trưởng Công an", agenda: "" } as const;
  const ref = await site.world.commit(as(cast.son), (tx) => planMeeting(tx, { ...plan, startsAt: now, endsAt: new Date("2026-11-23T21:00:00+07:00") }), now);
  await site.world.commit(as(cast.son), (tx) => beginMeeting(tx, ref, 1), now);
  const { page, context, complaints } = await site.visit({ width: 390 });
  await signIn(page, cast.son);
  await page.goto(`/can-bo/lang-nghe/hop/${ref}`);
  await page.locator('[name="said"]').fill("Xin lắp đèn ở");
  await page.locator('[name="conclusion"]').fill("Công an sẽ");
  await page.locator('[name="head"]').fill("Giáp Thị Lành");
  for (const [head, told] of [
    ["Đặng Văn Thuỷ", "Hộ dự họp: 1 hộ, 1 người"],
    ["Hoàng Thị Nga", "Hộ dự họp: 2 hộ, 2 người"],
  ] as const) {
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: told }).waitFor();
    // The cursor stands in the next household, and it is to be seen.
    await page.keyboard.type(head);
    expect(await page.locator('[name="head"]').inputValue()).toBe(head);
  }
  await page.locator('[name="promise"]').fill("Tuần tra đêm");
  await page.locator('[name="dueOn"]').fill("31/02/2027");
  await page.getByRole("button", { name: "Ghi cam kết" }).click();
  await page.getByText("Xin ghi ngày phải xong").first().waitFor();
  expect(await page.locator('[name="promise"]').inputValue()).toBe("Tuần tra đêm");
  expect(await page.locator('[name="said"]').inputValue()).toBe("Xin lắp đèn ở");
  expect(await page.locator('[name="head"]').inputValue()).toBe("Hoàng Thị Nga");
  expect(await page.locator('[name="conclusion"]').inputValue()).toBe("Công an sẽ");
  await expectSound(page);
  await shoot(page, "lang-nghe-8-phong");
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await page.getByText("Đã có biên bản").first().waitFor();
  expect(await page.getByText("Người khác vừa làm việc này").count()).toBe(0);
  expect(complaints.filter((one) => !one.includes("422"))).toEqual([]);
  await context.close();
});

test("a resident says something without a name; it is owned, answered, not accepted, answered again and shown to the hamlet", async () => {
  const resident = await site.visit({ width: 320 });
  const { page } = resident;
  await page.goto("/y-kien");
  await expectSound(page);
  await shoot(page, "lang-nghe-2-gop-y");
  await page.locator('[name="said"]').fill("Quán hát mở loa to sau 22 giờ");
  await page.locator('[name="hamlet"]').selectOption({ label: "Tổ dân phố Kép" });
  await page.getByRole("button", { name: "Gửi ý kiến" }).click();
  await page.getByText("Chép lại hoặc chụp mã này").waitFor();
  const receipt = page.url();
  await expectSound(page);

  const office = await site.visit();
  await signIn(office.page, cast.binh);
  await office.page.goto("/can-bo/lang-nghe?tim=quán hát");
  await expectSound(office.page);
  await shoot(office.page, "lang-nghe-3-danh-sach");
  await office.page.getByRole("link", { name: /^YK-/ }).click();
  await office.page.getByRole("button", { name: "Tôi phụ trách" }).click();
  await office.page.getByText("Đang giải quyết").first().waitFor();
  await office.page.getByRole("button", { name: "Trả lời", exact: true }).click();
  await office.page.getByText("Xin ghi câu trả lời.").first().waitFor();
  await expectSound(office.page);
  await office.page.locator('[name="words"]').fill("Sẽ nhắc nhở");
  await office.page.getByRole("button", { name: "Trả lời", exact: true }).click();
  await office.page.getByText("Đã trả lời").first().waitFor();

  await page.goto(receipt);
  await page.getByText("Chưa đồng ý với câu trả lời?").click();
  await page.locator('[name="objection"]').fill("Tối qua vẫn mở");
  await page.getByRole("button", { name: "Chưa đồng ý, mở lại" }).click();
  await page.getByText("Đang giải quyết").first().waitFor();

  await office.page.reload();
  await office.page.getByText("chưa đồng ý 1 lần").first().waitFor();
  await office.page.locator('form[action$="tra-loi"] [name="words"]').fill("Đã lập biên bản, quán cam kết tắt loa sau 22 giờ");
  await office.page.getByRole("button", { name: "Trả lời", exact: true }).click();
  await office.page.locator('[name="said"]').fill("Quán hát mở loa to ban đêm.");
  await office.page.locator('[name="done"]').fill("Đã lập biên bản; quán tắt loa sau 22 giờ.");
  await office.page.getByRole("button", { name: "Đưa lên" }).click();
  await office.page.getByRole("button", { name: "Rút xuống" }).waitFor();
  await expectSound(office.page);
  await shoot(office.page, "lang-nghe-4-y-kien");
  for (const address of ["/can-bo/lang-nghe/so-lieu", "/can-bo/lang-nghe/cho-sang-loc", "/can-bo/lang-nghe/cam-ket", "/can-bo/hop-viec"]) {
    await office.page.goto(address);
    await expectSound(office.page);
  }

  await page.goto("/lang-nghe");
  await expectSound(page);
  await page.getByRole("link", { name: "Tổ dân phố Kép" }).click();
  await page.getByText("quán tắt loa sau 22 giờ").first().waitFor();
  await expectSound(page);
  await shoot(page, "lang-nghe-5-thon");
  await page.goto(`/lang-nghe/${units.kep.code}/loa`);
  await expectSound(page);
  expect([...resident.complaints, ...office.complaints]).toEqual([]);
  expect(site.log()).not.toMatch(/Quán hát|"\/y-kien/);
  await resident.context.close();
  await office.context.close();
});

test("a letter is entered, split, sorted, and stands in a book of thirteen columns that leaves for a purpose", async () => {
  const { page, context, complaints } = await site.visit();
  await signIn(page, cast.binh);
  await page.goto("/can-bo/lang-nghe/don");
  await page.locator('[name="receivedOn"]').fill("23/11/2026");
  await page.locator('[name="content"]').fill("Khiếu nại việc xử phạt và phản ánh đèn hỏng");
  await page.locator('[name="fullName"]').fill("Giáp Thị Lành");
  await page.getByRole("button", { name: "Vào sổ" }).click();
  await expectSound(page);
  await page.getByText("Đơn có nhiều nội dung: tách").click();
  await page.locator('[name="kind1"]').selectOption("complaint");
  await page.locator('[name="content1"]').fill("Khiếu nại việc xử phạt");
  await page.locator('[name="kind2"]').selectOption("feedback");
  await page.getByRole("button", { name: "Tách đơn" }).click();
  await page.getByText("Tách thì ghi ít nhất hai phần").first().waitFor();
  await page.locator('[name="content2"]').fill("Đèn hỏng");
  await page.getByRole("button", { name: "Tách đơn" }).click();
  await page.getByRole("link", { name: "DT-26-003" }).click();
  await page.locator('input[name="path"][value="accept"]').check();
  await page.getByRole("button", { name: "Phân loại" }).click();
  await page.getByRole("heading", { name: "Kết quả giải quyết" }).waitFor();
  await shoot(page, "lang-nghe-6-don");
  await page.goto("/can-bo/lang-nghe/don/so");
  expect(await page.locator("thead th").count()).toBe(13);
  expect(await page.content()).not.toContain("Lành");
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `lang-nghe-7-so-${width}`);
  }
  await page.locator('[name="purpose"]').fill("Kiểm tra sổ quý IV");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Xuất sổ" }).click();
  expect((await download).suggestedFilename()).toBe("so-03-tcd-2026-11-01-2026-11-23.xlsx");
  expect(complaints).toEqual([]);
  await context.close();
});
