import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../world/cast.ts";
import { expectSound, openSite, type Site, shoot, signIn, type Visitor } from "./site.ts";

const at = (text: string): Date => new Date(`${text}+07:00`);

let site: Site;
let dispute: string;
beforeAll(async () => {
  site = await openSite();
  site.setClock(at("2026-11-18T09:00:00"));
});
afterAll(() => site.close());

async function officer(member: Parameters<typeof signIn>[1], options: Parameters<Site["visit"]>[0] = {}): Promise<Visitor> {
  const visitor = await site.visit(options);
  await signIn(visitor.page, member);
  return visitor;
}

async function everyWidth({ page }: Visitor, name: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `hoa-giai-${name}-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("the chief enters a hamlet's team", async () => {
  const visitor = await officer(cast.binh);
  const { page, context, complaints } = visitor;
  await page.goto("/can-bo/hoa-giai/to-hoa-giai");
  await page.getByRole("button", { name: "Thêm vào tổ" }).click();
  await page.getByText("Xin ghi họ tên hòa giải viên.").first().waitFor();
  await expectSound(page);
  await page.locator('[name="hamletId"]').selectOption({ label: "Tổ dân phố Kép" });
  await page.locator('[name="fullName"]').fill("Giáp Văn Thuận");
  await page.locator('[name="fromDay"]').fill("01/01/2026");
  await page.locator('[name="leads"]').check();
  await page.getByRole("button", { name: "Thêm vào tổ" }).click();
  await page.locator("tbody").getByText("Giáp Văn Thuận").waitFor();
  await everyWidth(visitor, "1-to");
  expect(complaints).toEqual([]);
  await context.close();
});

test("the beat officer records a dispute without scripts, on a phone, and keeps what was typed", async () => {
  const visitor = await officer(cast.son, { scripts: false, width: 390 });
  const { page, context, complaints } = visitor;
  await page.goto("/can-bo/hoa-giai");
  await page.getByRole("link", { name: /^Ghi nhận vụ việc/ }).click();
  await page.locator('[name="told"]').fill("Tranh nhau giờ lấy nước.");
  await page.getByRole("button", { name: "Ghi nhận vụ việc" }).click();
  expect(await page.textContent("main")).toContain("Xin ghi ít nhất một người của mỗi bên.");
  expect(await page.locator('[name="told"]').inputValue()).toBe("Tranh nhau giờ lấy nước.");
  await page.getByRole("button", { name: "Thêm một người" }).click();
  await page.locator('[name="partyName3"]').waitFor();
  await page.locator('[name="kind"]').selectOption("water");
  await page.locator('[name="hamletId"]').selectOption({ label: "Tổ dân phố Kép" });
  await page.locator('[name="spot"]').fill("Mương sau nhà văn hóa");
  await page.locator('[name="askedBy"][value="party"]').check();
  await page.locator('[name="channel"][value="field"]').check();
  await page.locator('[name="partyName1"]').fill("Nông Văn Khoái");
  await page.locator('[name="partyPhone1"]').fill("0204 000 701");
  await page.locator('[name="partyName2"]').fill("Lục Thị Vóc");
  await shoot(page, "hoa-giai-3-ghi-nhan-390");
  await page.getByRole("button", { name: "Ghi nhận vụ việc" }).click();
  await page.getByRole("heading", { name: "Vụ việc HG-2026-001" }).waitFor();
  expect(await page.content()).not.toMatch(/Khoái|Vóc|0204 ?000 ?701/);
  dispute = new URL(page.url()).pathname;

  // One party is opened for a purpose, and only that one.
  await page.getByRole("button", { name: "Mở xem tên" }).first().click();
  await page.locator('[name^="purpose-"]').first().fill("Mời hai bên tối mai");
  await page.getByRole("button", { name: "Mở xem tên" }).first().click();
  expect(await page.textContent("main")).toContain("Nông Văn Khoái");
  expect(await page.textContent("main")).not.toContain("Vóc");
  expect(complaints.filter((line) => !line.includes("422"))).toEqual([]);
  await context.close();
});

test("it is given to the team, mediated, agreed, printed and visited; the register leaves for a purpose", async () => {
  const chief = await officer(cast.binh);
  await chief.page.goto("/can-bo/hoa-giai/moi");
  await chief.page.getByRole("button", { name: "Ghi nhận vụ việc" }).click();
  await chief.page.getByRole("alert").waitFor();
  await everyWidth(chief, "2-ghi-nhan-loi");
  await chief.page.goto(dispute);
  await chief.page.getByRole("button", { name: "Giao", exact: true }).click();
  expect(await chief.page.textContent("main")).toContain("Xin chọn ít nhất một hòa giải viên.");
  await chief.page.locator('[name="mediators"]').check();
  await chief.page.getByRole("button", { name: "Giao", exact: true }).click();
  await chief.page.getByText("Đã giao hòa giải viên").first().waitFor();
  expect(await chief.page.textContent("main")).toContain("Trước 23:59 23/11/2026");
  await everyWidth(chief, "4-da-giao");

  site.setClock(at("2026-11-19T21:00:00"));
  const beat = await officer(cast.son);
  const { page } = beat;
  await page.goto(dispute);
  await page.getByText("Ghi một buổi hòa giải").click();
  await page.locator('[name="heldOn"]').fill("19/11/2026");
  await page.locator('[name="heldTime"]').fill("19h30");
  await page.getByRole("button", { name: "Ghi buổi hòa giải" }).click();
  await page.getByText("Xin ghi diễn biến của buổi hòa giải.").first().waitFor();
  await page.locator('[name="told"]').fill("Hai bên cùng đi xem mương.");
  await page.getByRole("button", { name: "Ghi buổi hòa giải" }).click();
  await page.getByText("Bắt đầu 19:30 19/11/2026, trong hạn").waitFor();
  await page.getByText("Ghi kết quả").first().click();
  await page.locator('[name="ending"][value="agreed"]').check();
  await page.getByRole("button", { name: "Ghi kết quả" }).click();
  await page.getByText("Xin ghi các bên đã thỏa thuận điều gì.").first().waitFor();
  await page.locator('[name="agreement"]').fill("Chia giờ lấy nước sáng, chiều.");
  await page.locator('[name="visitOn"]').fill("25/11/2026");
  await page.getByRole("button", { name: "Ghi kết quả" }).click();
  await page.getByText("Hòa giải thành").first().waitFor();
  await everyWidth(beat, "5-hoa-giai-thanh");

  // A week later both have to sign in anew.
  site.setClock(at("2026-11-27T09:00:00"));
  await signIn(page, cast.son);
  await signIn(chief.page, cast.binh);
  await page.goto("/can-bo/hoa-giai");
  expect(await page.textContent("main")).toContain("chậm 2 ngày");
  await everyWidth(beat, "6-danh-sach");
  await page.goto(dispute);
  await page.getByText("Ghi lần thăm lại").click();
  await page.locator('[name="visitedOn"]').fill("27/11/2026");
  await page.locator('[name="finding"][value="kept"]').check();
  await page.getByRole("button", { name: "Ghi lần thăm" }).click();
  await page.getByText("Các bên thực hiện đúng thỏa thuận").first().waitFor();

  const paper = await page.request.post(`${dispute}/van-ban`, { headers: { origin: site.address } });
  expect([paper.status(), paper.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await page.goto("/can-bo/hoa-giai/so?tu=01/11/2026&den=27/11/2026");
  expect(await page.textContent("main")).toContain("1 vụ việc: 1 hòa giải thành");
  await everyWidth(beat, "7-so");
  await page.getByRole("button", { name: "Xuất sổ" }).click();
  await page.getByText("Xin ghi để làm gì").first().waitFor();
  for (const format of ["xlsx", "pdf"]) {
    await page.locator('[name="purpose"]').fill("Báo cáo tháng 11");
    await page.locator(`input[value="${format}"]`).check();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Xuất sổ" }).click();
    expect((await download).suggestedFilename()).toBe(`so-hoa-giai-2026-11-01-2026-11-27.${format}`);
  }
  await chief.page.goto("/can-bo/hoa-giai/so-lieu");
  await everyWidth(chief, "8-so-lieu");
  await chief.page.goto("/ngon-ngu/en");
  await chief.page.goto(dispute);
  expect(await chief.page.textContent("h1")).toBe("Dispute HG-2026-001");
  expect([...beat.complaints, ...chief.complaints].filter((line) => !line.includes("422"))).toEqual([]);
  expect(site.log()).not.toMatch(/Khoái|Vóc|020400070|Báo cáo tháng|lấy nước/);
  await beat.context.close();
  await chief.context.close();
});

test("who has no right in the regime is let in nowhere, and another post finds nothing", async () => {
  for (const [member, statuses] of [
    [cast.minh, [403, 403, 403, 403]],
    [cast.trang, [403, 403, 403, 403]],
    [cast.thao, [403, 403, 403, 403]],
    [cast.long, [200, 404, 200, 200]],
  ] as const) {
    const { page, context } = await officer(member);
    const found: (number | undefined)[] = [];
    for (const address of ["/can-bo/hoa-giai", dispute, "/can-bo/hoa-giai/so", "/can-bo/hoa-giai/so-lieu"]) found.push((await page.goto(address))?.status());
    expect([member.login, found]).toEqual([member.login, statuses]);
    expect(await page.content()).not.toContain("HG-2026-001");
    await context.close();
  }
});
