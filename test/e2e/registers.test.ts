import { afterAll, beforeAll, expect, test } from "vitest";
import { verbs } from "../../src/modules/registers/books.stage.ts";
import { cast } from "../world/cast.ts";
import { at, receive } from "../world/counter.ts";
import { expectSound, openSite, type Site, shoot, signIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const stay = { procedureCode: "1.004194", caseId: "standard" };

/** Some lives of dossiers before the evening of 27 November. */
async function furnish(): Promise<void> {
  const { world } = site;
  const ready = await verbs.propose(world, await receive(world, stay, at("2026-11-23T08:00:00")), at("2026-11-24T08:00:00"));
  await verbs.giveOther(world, await verbs.sign(world, ready, at("2026-11-24T09:00:00")), at("2026-11-25T09:00:00"));
  await verbs.ask(world, await receive(world, {}, at("2026-11-24T08:00:00")), at("2026-11-24T09:00:00"));
  await verbs.takeBack(world, await receive(world, stay, at("2026-11-25T08:00:00")), at("2026-11-25T09:00:00"));
  await receive(world, {}, at("2026-11-03T08:00:00"));
  await receive(world, { ...stay, exemption: "elderly" }, at("2026-11-27T08:00:00"));
  await receive(world, stay, at("2026-11-27T09:00:00"));
}

test("an officer reads the books, takes one out for a purpose, and closes the day", async () => {
  await furnish();
  site.setClock(at("2026-11-27T17:20:00"));
  const visitor = await site.visit();
  const { page } = visitor;
  await signIn(page, cast.minh);
  await page.getByRole("link", { name: "Sổ sách" }).first().click();
  await page.getByRole("heading", { name: "Những ngày chưa chốt" }).waitFor();
  await expectSound(page);
  await shoot(page, "so-1-menu");

  await page.goto("/can-bo/so/ho-so?tu=2026-11-01&den=2026-11-27");
  expect(await page.locator("tbody tr").count()).toBe(6);
  expect(await page.textContent("main")).toContain("Đã nhận: 6 hồ sơ · Đúng hẹn: 1 · Quá hạn: 1 · Còn trong hạn: 2 · Tạm dừng: 1 · Đã rút, đã dừng: 1 · Lệ phí: 45.000 đồng");
  expect(await page.content()).not.toContain("Hoàng Thị Nga");
  for (const width of [1280, 1024, 768, 660, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `so-2-book-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole("button", { name: "Xuất sổ" }).click();
  expect(await page.textContent("main")).toContain("Xin ghi để làm gì");
  await expectSound(page);
  await shoot(page, "so-3-purpose");
  for (const format of ["xlsx", "pdf"]) {
    await page.locator('[name="purpose"]').fill("Báo cáo tháng 11");
    await page.locator(`input[value="${format}"]`).check();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Xuất sổ" }).click();
    expect((await download).suggestedFilename()).toBe(`so-theo-doi-ho-so-2026-11-01-2026-11-27.${format}`);
  }
  const reads = await site.world.asOwner((client) =>
    client.query("select count(distinct subject)::int as matters, count(*)::int as looks from reads where purpose = 'Xuất sổ theo dõi hồ sơ: Báo cáo tháng 11' and actor_id = $1", [
      cast.minh.id,
    ]),
  );
  expect(reads.rows[0]).toEqual({ matters: 6, looks: 12 });

  await page.goto("/can-bo/so/ho-so?tu=2026-11-01&den=2026-11-27");
  await page.locator("tbody a").nth(1).click();
  await page.getByRole("heading", { name: "Phiếu kiểm soát quá trình giải quyết hồ sơ" }).waitFor();
  for (const width of [660, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
  await shoot(page, "so-4-course");
  const slip = await page.request.get(`${new URL(page.url()).pathname}/phieu.pdf`);
  expect(slip.headers()["content-type"]).toBe("application/pdf");

  await page.goto("/can-bo/so/le-phi");
  await expectSound(page);
  await shoot(page, "so-5-fees");
  await page.getByRole("button", { name: "Chốt sổ ngày này" }).click();
  await page.getByRole("heading", { name: "Đã chốt" }).waitFor();
  await receive(site.world, stay, at("2026-11-27T17:30:00"));
  site.setClock(at("2026-11-27T17:40:00"));
  await page.reload();
  expect(await page.textContent("main")).toContain("Chênh so với lúc chốt: 1 hồ sơ, 15.000 đồng");
  for (const width of [1280, 660, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
    await shoot(page, `so-6-closed-${width}`);
  }
  expect((await page.request.get("/can-bo/so/le-phi/2026-11-27/so.pdf")).status()).toBe(200);
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
  expect(site.log()).not.toMatch(/Nga|024181|Báo cáo/);
});

test("without scripts, with wrong input and in English, the books still answer", async () => {
  const visitor = await site.visit({ scripts: false, width: 390 });
  const { page } = visitor;
  site.setClock(at("2026-11-28T08:00:00"));
  await signIn(page, cast.minh);
  for (const query of ["tu=31/02/2026&den=1/3/2026", "tu=2025-01-01&den=2026-11-01", "tu=x"]) {
    expect((await page.goto(`/can-bo/so/ho-so?${query}`))?.status()).toBe(422);
    await page.getByRole("button", { name: "Xem kỳ này" }).waitFor();
  }
  expect((await page.goto("/can-bo/so/ho-so?tu=2026-11-01&den=2026-11-02&sau=2026-99-99T00:00:00.000Z_1"))?.status()).toBe(200);
  expect((await page.goto("/can-bo/so/le-phi?ngay=29/11/2026"))?.status()).toBe(422);
  expect((await page.goto("/can-bo/so/kiem-soat/KHONG-CO"))?.status()).toBe(404);
  expect((await page.request.get("/can-bo/so/le-phi/2026-13-01/so.pdf")).status()).toBe(404);
  await page.goto("/can-bo/so");
  await page.locator('[name="ma"]').fill("khong-co-ma-nay");
  await page.keyboard.press("Enter");
  await page.getByText("Không có hồ sơ nào mang mã này ở đơn vị này.").first().waitFor();
  const code = (await site.world.asOwner((client) => client.query("select code from matters order by id limit 1"))).rows[0].code as string;
  await page.locator('[name="ma"]').fill(code.toLowerCase());
  await page.keyboard.press("Enter");
  await page.waitForURL(/kiem-soat\/[A-Z0-9]{16}$/);
  await page.goto("/ngon-ngu/en");
  for (const [url, title] of [
    ["/can-bo/so", "Books of the post"],
    ["/can-bo/so/ho-so", "Register of dossiers"],
    ["/can-bo/so/le-phi", "Book of fees of a day"],
  ] as const) {
    await page.goto(url);
    expect(await page.textContent("h1")).toBe(title);
  }
  await visitor.context.close();
});

test("a print that would keep the counter waiting is refused, and what was typed stays", async () => {
  await site.world.asOwner((client) =>
    client.query(`alter table matters disable trigger matter_has_timeline;
      insert into matters (commune_id, province_id, kind, regime, code, public_ref, state, channel, title, received_at, timeline_hash)
      select 3, 1, 'dossier', 'counter', 'X-' || n, 'X-' || n, 'received', 'counter', 'X', '2026-01-05T02:00:00Z', '' from generate_series(1, 1001) n;
      alter table matters enable trigger matter_has_timeline`),
  );
  const { page, context } = await site.visit();
  await signIn(page, cast.minh);
  const order = { tu: "2026-01-01", den: "2026-01-31", purpose: "Báo cáo năm", format: "pdf" };
  const answer = await page.request.post("/can-bo/so/ho-so/ban-in", { form: order, headers: { "sec-fetch-site": "same-origin" } });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("Kỳ này có 1001 hồ sơ; mỗi lần xuất kiểu này nhiều nhất 1000.");
  await context.close();
});

test("who has no counter at this post is not let in, and who may not close is offered no button", async () => {
  for (const [member, statuses] of [
    [cast.thao, [403, 403]],
    [cast.quan, [403, 403]],
    [cast.kien, [403, 403]],
    [cast.son, [200, 403]],
  ] as const) {
    const { page, context } = await site.visit();
    await signIn(page, member);
    expect((await page.goto("/can-bo/so/ho-so"))?.status()).toBe(statuses[0]);
    const closing = await page.request.post("/can-bo/so/le-phi/chot-so", { form: { ngay: "2026-11-26", dossiers: "0", sum: "0" }, headers: { "sec-fetch-site": "same-origin" } });
    expect(closing.status()).toBe(statuses[1]);
    if (member === cast.son) {
      await page.goto("/can-bo/so/le-phi?ngay=2026-11-25");
      expect(await page.getByRole("button", { name: "Chốt sổ ngày này" }).count()).toBe(0);
    }
    await context.close();
  }
});
