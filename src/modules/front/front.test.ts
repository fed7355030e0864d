import { describe, expect, test } from "vitest";
import { units } from "../../../test/world/cast.ts";
import { at, receive, sign } from "../../../test/world/counter.ts";
import { form, residentSite, said } from "../../../test/world/resident-server.ts";
import { gate } from "../../kernel/actor.ts";
import { releaseRatings } from "../procedures/index.ts";
import { readBack } from "./paths.ts";

const site = residentSite();

const home = async (cookies: Record<string, string> = {}) => (await site.server.inject({ url: "/", cookies })).body;

describe("the first page", () => {
  test("names 113 before everything else, then the duty desk, then nine doors that all open", async () => {
    const page = await home();
    expect(said(page)).toMatch(/^Đang nguy hiểm\? Gọi 113 Trực ban, cả ngày lẫn đêm: 0204 000 113 Bà con cần gì hôm nay\?/);
    const doors = [...page.matchAll(/<h2 class="action-title"><a href="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(doors).toHaveLength(9);
    for (const url of doors) expect((await site.server.inject({ url })).statusCode).toBe(200);
  });

  test.each([
    ["2026-11-23T09:40:00", "Đang mở cửa, đến 11:30."],
    ["2026-11-23T12:00:00", "Đang đóng cửa, mở lại lúc 13:30 hôm nay."],
    ["2026-11-21T08:00:00", "Đang mở cửa, đến 11:30."],
    ["2026-11-21T15:00:00", "Đang đóng cửa, mở lại lúc 07:30 thứ Hai 23/11."],
    ["2026-11-24T10:00:00", "Đang đóng cửa, mở lại lúc 07:30 thứ Tư 25/11. Hôm nay nghỉ Ngày Văn hóa Việt Nam."],
    ["2026-12-31T20:00:00", "Đang đóng cửa, mở lại lúc"],
  ])("at %s the counter is: %s", async (time, says) => {
    site.now = at(time);
    expect(said(await home())).toContain(says);
  });

  test("stands also when the law data does not reach to the next opening: it then says nothing of opening", async () => {
    site.now = at("2027-12-31T20:00:00");
    const text = said(await home());
    expect(text).toContain("Bà con cần gì hôm nay?");
    expect(text).not.toMatch(/Đang (mở|đóng) cửa/);
  });

  test("tells no figure that it does not know: no area without a profile, no share of ratings below five", async () => {
    expect(await home()).not.toContain("soft-band");
    const refs = [];
    for (let i = 0; i < 5; i += 1) refs.push(await receive(site.world));
    for (const matter of refs) await sign(site.world, matter);
    for (const [i, matter] of refs.entries()) {
      expect(await home()).not.toContain("soft-band");
      await site.server.inject(form(`/danh-gia/${matter.publicRef}`, { score: i === 0 ? "notSatisfied" : "satisfied" }));
    }
    // The month is not over: whoever looked before and after a visitor would know what she said.
    await site.world.commit(gate, releaseRatings, site.now);
    expect(await home()).not.toContain("soft-band");
    site.now = at("2026-12-02T09:00:00");
    await site.world.commit(gate, releaseRatings, site.now);
    expect(said(await home())).toContain("4 / 5 lượt chấm hài lòng trong tháng 11/2026");
  });

  test("tells the area with its source once it is known", async () => {
    const values = [units.phuongSon.id, "2026-01-01", 4056, 20314, 25, "UBND phường, 1/2026"];
    await site.world.asOwner((client) =>
      client.query("insert into unit_profiles (unit_id, as_of, area_hectares, population, hamlet_count, source) values ($1, $2, $3, $4, $5, $6)", values),
    );
    expect(said(await home())).toMatch(/Phường Phượng Sơn.*4\.056 ha diện tích 25 thôn, tổ dân phố 20\.314 người dân Nguồn: UBND phường, 1\/2026/);
  });
});

describe("choosing a post", () => {
  test("the choice is remembered and changes name, phone and address on every page", async () => {
    const list = said((await site.server.inject({ url: "/don-vi" })).body);
    expect(list).toMatch(/Công an phường Phượng Sơn.*Công an xã Tiên Lục/);
    const answer = await site.server.inject(form("/don-vi", { post: units.tienLuc.code }));
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: "/" } });
    const cookies = Object.fromEntries(answer.cookies.map((cookie) => [cookie.name, cookie.value]));
    expect(cookies).toEqual({ "don-vi": units.tienLuc.code });
    const page = await home(cookies);
    expect(page).toContain("<title>Công an xã Tiên Lục</title>");
    expect(said(page)).toContain("0204 000 114");
    expect((await site.server.inject({ url: "/tra-cuu", cookies })).body).toContain("Thôn Ngoẹn, xã Tiên Lục");
  });

  test.each(["06427", "99999", "", "' or 1=1"])("a code of no post here, %j, is not taken, and in a cookie it is the home post", async (post) => {
    const answer = await site.server.inject(form("/don-vi", { post }));
    expect(answer.statusCode).toBe(422);
    expect(said(answer.body)).toContain("Xin chọn một xã, phường trong danh sách.");
    expect(await home({ "don-vi": post })).toContain("<title>Công an phường Phượng Sơn</title>");
  });
});

describe("choosing a language", () => {
  test("the switch on a page leads back to it, in the other language, and stays", async () => {
    const page = (await site.server.inject({ url: "/thu-tuc?q=tach+ho" })).body;
    const [, href = ""] = page.match(/class="head-link" href="([^"]+)"/) ?? [];
    const answer = await site.server.inject({ url: href.replaceAll("&amp;", "&") });
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: "/thu-tuc?q=tach+ho" } });
    const cookies = Object.fromEntries(answer.cookies.map((cookie) => [cookie.name, cookie.value]));
    expect((await site.server.inject({ url: "/", cookies })).body).toContain('<html lang="en">');
    expect(said(await home(cookies))).toContain("What do you need today?");
  });

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/x\\y", "evil", "", "/a\nb", "javascript:alert(1)"])(
    "never leads to another site: %j",
    (back) => {
      expect(readBack(back)).toBe("/");
    },
  );

  test("leads back to any page of ours", () => {
    for (const back of ["/", "/thu-tuc?q=tạm trú", "/tra-cuu/3467#can-cu"]) expect(readBack(back)).toBe(back);
    expect(readBack(undefined)).toBe("/");
  });

  test("there are two languages", async () => {
    expect((await site.server.inject({ url: "/ngon-ngu/fr?ve=/" })).statusCode).toBe(404);
  });
});
