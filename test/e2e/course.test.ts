import { afterAll, beforeAll, expect, test } from "vitest";
import { draftApologies } from "../../src/modules/procedures/index.ts";
import { cast } from "../world/cast.ts";
import { at, receive } from "../world/counter.ts";
import { as, friday } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const clock = { ...as(cast.clock), scope: { kind: "commune", communeId: 3, provinceId: 1 } } as const;

test.each([{ scripts: true }, { scripts: false }])(
  "what is missing is asked for at once, and what is asked again needs its reason, with scripts: $scripts",
  async ({ scripts }) => {
    const expectGood = async (page: Parameters<typeof expectSound>[0]): Promise<void> => (scripts ? expectSound(page) : undefined);
    const name = scripts ? "course" : "course-plain";
    site.setClock(friday);
    const { publicRef } = await receive(site.world, { procedureCode: "1.004194", caseId: "standard" });
    const { page, context, complaints } = await site.visit({ scripts, width: 320, height: 800 });
    await signIn(page, cast.minh);
    const path = `/can-bo/ho-so/${publicRef}`;
    await page.goto(path);
    await page.getByRole("link", { name: "Yêu cầu bổ sung", exact: true }).click();
    await page.getByRole("heading", { name: "Yêu cầu bổ sung" }).waitFor();
    await shoot(page, `${name}-1-ask`);
    await expectGood(page);

    // Nothing ticked is answered beside the field, and free text alone is nothing.
    await page.getByText("Chỗ khác, không có ở trên").click();
    await page.getByLabel("Còn thiếu, chưa đúng chỗ nào?").fill("Tên chủ nhà viết tắt");
    const [refused] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      page.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click(),
    ]);
    expect(refused.status()).toBe(422);
    await page.locator(".ds-validation-message").first().waitFor();
    expect(await page.getByLabel("Còn thiếu, chưa đúng chỗ nào?").inputValue()).toBe("Tên chủ nhà viết tắt");
    await shoot(page, `${name}-2-refused`);
    await expectGood(page);
    await page.getByLabel("Còn thiếu, chưa đúng chỗ nào?").fill("");
    await page.getByLabel(/^Chưa có Giấy tờ về chỗ ở/).check();
    await page.getByLabel("Tờ khai CT01 chưa có ý kiến của chủ nhà").check();
    await page.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click();
    await page.waitForURL((url) => url.pathname === path);
    expect(await page.textContent("main")).toContain("Chờ bổ sung");
    const slip = await page.request.get(`${path}/bo-sung.pdf`);
    expect(slip.headers()["content-type"]).toBe("application/pdf");
    await shoot(page, `${name}-3-waiting`);
    await expectGood(page);

    // The resident reads what is missing and what to do.
    const resident = await site.visit({ scripts, width: 320, height: 800 });
    await resident.page.goto(`/tra-cuu/${publicRef}`);
    expect(await resident.page.textContent("main")).toContain("Bà con làm: Chủ nhà ghi ý kiến và ký vào Tờ khai CT01");
    await shoot(resident.page, `${name}-4-track`);
    await expectGood(resident.page);

    site.setClock(at("2026-11-20T15:20:00"));
    await page.getByRole("button", { name: "Đã bổ sung đủ" }).click();
    await page.getByText("Đang giải quyết").first().waitFor();
    await page.goto(`${path}/bo-sung`);
    expect(await page.textContent("main")).toContain("Đây là lần yêu cầu thứ hai");
    await page.getByLabel("Tờ khai CT01 thiếu chữ ký").check();
    const [asks] = await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click()]);
    expect(asks.status()).toBe(422);
    await page.locator("#field-why-error").waitFor();
    expect(await page.getByLabel("Tờ khai CT01 thiếu chữ ký").isChecked()).toBe(true);
    await shoot(page, `${name}-5-why`);
    await expectGood(page);
    await page.getByLabel("Vì sao lần trước chưa nói?").fill("Cán bộ xem sót mặt sau");
    await page.getByRole("button", { name: "Gửi yêu cầu bổ sung" }).click();
    await page.waitForURL((url) => url.pathname === path);
    await resident.page.goto(`/tra-cuu/${publicRef}`);
    expect(await resident.page.textContent("main")).toContain("Công an xin lỗi vì lần trước chưa nói hết. Lý do: Cán bộ xem sót mặt sau");
    await shoot(resident.page, `${name}-6-track-again`);
    await expectGood(resident.page);

    await page.goto("/can-bo/bo-sung-lai");
    expect(await page.textContent("main")).toContain("Cán bộ xem sót mặt sau");
    await shoot(page, `${name}-7-repeats`);
    await expectGood(page);
    expect([...complaints, ...resident.complaints]).toEqual([]);
    for (const one of [context, resident.context]) await one.close();
  },
);

test("an apology is drafted by the clock, gets its reason from the officer, and the chief signs it before the day; the resident sees both", async () => {
  const { publicRef } = await receive(site.world);
  const path = `/can-bo/ho-so/${publicRef}`;
  const noon = at("2026-11-26T10:00:00");
  site.setClock(noon);
  await site.world.commit(clock, draftApologies, noon);
  const officer = await site.visit();
  await signIn(officer.page, cast.minh);
  await officer.page.goto(path);
  expect(await officer.page.textContent("main")).toContain("Sắp đến hạn mà chưa có kết quả");
  await officer.page.getByRole("button", { name: "Ghi lý do, chờ trưởng công an ký" }).click();
  await officer.page.locator("#field-apologyReason-error").waitFor();
  await shoot(officer.page, "apology-1-reason");
  await expectSound(officer.page);
  await officer.page.getByLabel("Vì sao chưa xong?").fill("Chờ xác minh tại tổ dân phố.");
  await officer.page.getByRole("button", { name: "Ghi lý do, chờ trưởng công an ký" }).click();
  await officer.page.getByText("Đã có lý do, chờ trưởng công an ký.").waitFor();

  // One click, with what the officer wrote before the eyes.
  const chief = await site.visit({ width: 1320 });
  await signIn(chief.page, cast.binh);
  await chief.page.goto(path);
  expect(await chief.page.getByLabel("Vì sao chưa xong?").inputValue()).toBe("Chờ xác minh tại tổ dân phố.");
  await shoot(chief.page, "apology-2-sign");
  await expectSound(chief.page);
  await chief.page.getByRole("button", { name: "Ký thư xin lỗi và hẹn lại" }).click();
  await chief.page.getByRole("link", { name: /^04 / }).waitFor();
  expect(await chief.page.textContent("main")).not.toContain("Sắp đến hạn mà chưa có kết quả");
  await shoot(chief.page, "apology-3-signed");
  await expectSound(chief.page);

  const resident = await site.visit({ width: 320, height: 800 });
  await resident.page.goto(`/tra-cuu/${publicRef}`);
  const seen = await resident.page.textContent("main");
  expect(seen).toContain("Công an xin lỗi, hẹn bà con lại: 17:00 thứ Hai 30/11/2026");
  expect(seen).toContain("không kịp vì: Chờ xác minh tại tổ dân phố.");
  expect(seen).toContain("Hẹn cũ 17:00 thứ Năm 26/11/2026, hẹn lại 17:00 thứ Hai 30/11/2026");
  await shoot(resident.page, "apology-4-track");
  await expectSound(resident.page);

  // Who still has the old page open is told, and keeps what was typed.
  await officer.page.getByLabel("Vì sao chưa xong?").fill("Lý do khác");
  const [late] = await Promise.all([
    officer.page.waitForResponse((answer) => answer.request().method() === "POST"),
    officer.page.getByRole("button", { name: "Ghi lý do, chờ trưởng công an ký" }).click(),
  ]);
  expect(late.status()).toBe(409);
  for (const visitor of [officer, chief, resident]) {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  }
});

test("refusal, pause, stop and withdrawal have their reasons and papers, at 320 px and by keyboard", async () => {
  site.setClock(at("2026-11-23T09:00:00"));
  const [held, stopped, withdrawn, refused] = await Promise.all([
    receive(site.world, { procedureCode: "1.004194", caseId: "standard" }),
    receive(site.world),
    receive(site.world),
    receive(site.world),
  ]);
  const { page, context, complaints } = await site.visit({ width: 320, height: 800 });
  const resident = await site.visit({ width: 320, height: 800 });
  const track = async (ref: string, name: string): Promise<string> => {
    await resident.page.goto(`/tra-cuu/${ref}`);
    await shoot(resident.page, name);
    await expectSound(resident.page);
    return (await resident.page.textContent("main")) ?? "";
  };
  await signIn(page, cast.binh);
  await page.goto(`/can-bo/ho-so/${held.publicRef}`);
  await page.getByText("Tạm dừng theo luật").first().click();
  await page.getByRole("button", { name: "Tạm dừng theo luật" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Hết tạm dừng, làm tiếp" }).waitFor();
  await shoot(page, "hold-1");
  await expectSound(page);
  expect(await track(held.publicRef, "hold-2-track")).toContain("Hồ sơ đang chờ cơ quan khác trả lời. Bà con chưa phải làm gì.");
  await page.getByRole("button", { name: "Hết tạm dừng, làm tiếp" }).click();
  await page.getByText("Đang giải quyết").first().waitFor();

  await page.goto(`/can-bo/ho-so/${stopped.publicRef}`);
  await page.locator("summary", { hasText: "Dừng giải quyết" }).click();
  await page.getByRole("button", { name: "Ký thông báo dừng và kết thúc" }).click();
  await page.locator("#field-code-error").waitFor();
  await shoot(page, "stop-1-error");
  await expectSound(page);
  await page.getByLabel("Việc đã được giải quyết ở hồ sơ khác").check();
  await page.getByRole("button", { name: "Ký thông báo dừng và kết thúc" }).click();
  await page.getByRole("link", { name: /^05 / }).waitFor();
  expect(await track(stopped.publicRef, "stop-2-track")).toMatch(/Đã dừng giải quyết.*Vì: Việc đã được giải quyết ở hồ sơ khác\./s);

  await page.goto(`/can-bo/ho-so/${withdrawn.publicRef}`);
  await page.locator("summary", { hasText: "Bà con rút hồ sơ" }).click();
  const slip = (await page.getByRole("link", { name: "In phiếu đề nghị rút để bà con ký" }).getAttribute("href")) ?? "";
  expect((await page.request.get(slip)).headers()["content-type"]).toBe("application/pdf");
  await page.getByLabel("Bà con rút vì sao?").fill("Chuẩn bị thêm giấy tờ");
  await page.getByRole("button", { name: "Bà con rút hồ sơ" }).click();
  const notice = (await page.getByRole("link", { name: "In thông báo dừng theo đề nghị của công dân" }).getAttribute("href")) ?? "";
  expect((await page.request.get(notice)).status()).toBe(200);
  expect(await track(withdrawn.publicRef, "withdrawn-track")).toContain("Đã rút hồ sơ");

  await page.goto(`/can-bo/ho-so/${refused.publicRef}/tu-choi`);
  await page.getByRole("button", { name: "Trình trưởng công an ký" }).click();
  await page.locator("#field-codes-error").waitFor();
  await page.getByLabel("Giấy tờ ghi khác với điều đề nghị").check();
  await shoot(page, "refusal-1");
  await expectSound(page);
  await page.getByRole("button", { name: "Trình trưởng công an ký" }).click();
  await page.getByText("Chờ ký").first().waitFor();
  expect([...complaints, ...resident.complaints]).toEqual([]);
  for (const one of [context, resident.context]) await one.close();
});
