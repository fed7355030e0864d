import { describe, expect, test } from "vitest";
import { thom } from "../../../test/world/counter.ts";
import { form, residentSite, said } from "../../../test/world/resident-server.ts";
import { showReference } from "../../kernel/reference.ts";
import { confirm, prepared } from "./preparation.stage.ts";

const site = residentSite();

const get = (url: string) => site.server.inject({ url, headers: { "x-forwarded-for": `10.9.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}` } });

describe("preparing at home", () => {
  test("leads from the procedure through the case and its papers, one question a page, to a code; every page says that nothing is filed", async () => {
    expect((await get("/thu-tuc/1.010038")).body).toContain('href="/chuan-bi/thu-tuc/1.010038"');
    const begin = await get("/chuan-bi/thu-tuc/1.010038");
    expect(said(begin.body)).toMatch(/CHƯA NỘP.*Việc của bà con thuộc trường hợp nào\?/);
    const begun = await site.server.inject(form("/chuan-bi/thu-tuc/1.010038", { case: "divorced" }));
    expect(begun.statusCode).toBe(303);
    const held = String(begun.headers.location);
    expect(held).toMatch(/^\/chuan-bi\/[A-Z0-9]{16}$/);
    const papers = said((await get(held)).body);
    expect(papers).toContain("CHƯA NỘP");
    expect(papers).toContain("Vợ chồng đã ly hôn nhưng vẫn được ở cùng nhà");
    expect(papers).not.toContain("Chủ hộ và chủ nhà đồng ý");

    const pages = ["household", "newHousehold", "divorce", "person", "contact", "headOrNot", "request", "others"];
    const answers: Record<string, Record<string, string>> = {
      household: { oldHead: "Hoàng Văn Chờ", houseAddress: "Tổ dân phố Kép" },
      newHousehold: { newHead: "Hoàng Thị Nga" },
      divorce: { divorceRuling: "12/2026/QĐST-HNGĐ" },
      person: { fullName: "Hoàng Thị Nga", bornOn: "17/8/1979", sex: "female", idNumber: thom.idNumber },
      contact: { phone: "0912 345 678", email: "" },
      headOrNot: { isHead: "yes" },
      request: {},
      others: { together: "no" },
    };
    let next = `${held}/xem-lai`;
    for (const id of pages) {
      const shown = await get(next);
      expect(shown.statusCode).toBe(303);
      const address = String(shown.headers.location);
      expect(address).toBe(`${held}/cau-hoi/${id}`);
      expect(address).not.toMatch(/Nga|0912|024181/);
      const page = await get(address);
      expect(said(page.body)).toContain("CHƯA NỘP");
      expect(page.body).toMatch(/<title>CHƯA NỘP/);
      const offered = id === "request" ? { request: /<textarea[^>]*>([^<]*)</.exec(page.body)?.[1] ?? "" } : {};
      if (id === "request") expect(offered.request).toBe("Tách hộ khỏi hộ ông/bà Hoàng Văn Chờ tại Tổ dân phố Kép; chủ hộ mới là Hoàng Thị Nga");
      const answered = await site.server.inject(form(address, { ...answers[id], ...(offered as Record<string, string>) }));
      expect(answered.statusCode, id).toBe(303);
      next = String(answered.headers.location);
    }
    const check = await get(`${held}/xem-lai`);
    expect(check.statusCode).toBe(200);
    expect(said(check.body)).toMatch(/CHƯA NỘP.*Số định danh cá nhân 024181009876/);
    expect(check.body).toContain(`href="${held}/cau-hoi/divorce"`);
    // A change at the root closes nothing here, and the sentence of the request follows it.
    await site.server.inject(form(`${held}/cau-hoi/newHousehold`, { newHead: "Hoàng Thị Hà" }));
    expect(said((await get(`${held}/xem-lai`)).body)).toContain("chủ hộ mới là Hoàng Thị Hà");

    expect((await site.server.inject(form(`${held}/lay-ma`, {}))).headers.location).toBe(held);
    const ready = said((await get(held)).body);
    const ref = held.split("/").at(-1) ?? "";
    expect(ready).toContain(showReference(ref));
    expect(ready).toMatch(/CHƯA NỘP.*Dùng được đến hết thứ Hai 30\/11\/2026.*Công an phường Phượng Sơn, Tổ dân phố Kép.*Thứ Hai đến thứ Sáu/);
    expect(ready).toContain("Nghị định 224/2026/NĐ-CP");
    expect((await get(held)).body).toContain('href="/dat-hen?thu-tuc=1.010038"');
    const paper = await get(`${held}/to-khai.pdf`);
    expect(paper.headers["content-type"]).toBe("application/pdf");
  });

  test("a wrong answer comes back beside its field with what was typed; a page that is not reached is not found", async () => {
    const ref = await prepared(site, {});
    const wrong = await site.server.inject(form(`/chuan-bi/${ref}/cau-hoi/whatToConfirm`, { confirmWhat: "everything" }));
    expect(wrong.statusCode).toBe(422);
    expect(said(wrong.body)).toContain("Xin chọn một mục.");
    const bad = await site.server.inject(form(`/chuan-bi/${ref}/cau-hoi/person`, { fullName: "Nga", bornOn: "31/2/1979", sex: "female", idNumber: "12" }));
    expect(bad.statusCode).toBe(422);
    expect(bad.body).toContain('value="31/2/1979"');
    expect(said(bad.body)).toMatch(/Không có ngày này.*12 chữ số/);
    expect((await get(`/chuan-bi/${ref}/cau-hoi/head`)).statusCode).toBe(404);
    // Asking for the code before all is answered leads to what is missing.
    expect((await site.server.inject(form(`/chuan-bi/${ref}/lay-ma`, {}))).headers.location).toBe(`/chuan-bi/${ref}/xem-lai`);
  });

  test("another row of the table keeps what was typed", async () => {
    const ref = await prepared(site, { ...confirm, together: "yes" });
    const more = await site.server.inject(form(`/chuan-bi/${ref}/cau-hoi/members`, { "members.0.fullName": "Giáp An", _more: "members" }));
    expect(more.statusCode).toBe(200);
    expect(more.body).toContain('value="Giáp An"');
    expect(more.body).toContain('name="members.1.fullName"');
    expect(more.body).toContain("Thêm một dòng");
    const full = await site.server.inject(form(`/chuan-bi/${ref}/cau-hoi/members`, { "members.10.fullName": "Giáp An", _more: "members" }));
    expect(full.body).toContain('name="members.11.fullName"');
    expect(full.body, "the table holds no more").not.toContain("Thêm một dòng");
  });

  test("whoever fills the hidden field leaves nothing behind", async () => {
    const before = await count();
    const caught = await site.server.inject(form("/chuan-bi/thu-tuc/1.010041", { case: "standard", website: "http://spam" }));
    expect(caught).toMatchObject({ statusCode: 303, headers: { location: "/chuan-bi" } });
    expect(await count()).toBe(before);
  });

  test("beginning is limited for one address, and so is guessing", async () => {
    const tries = form("/chuan-bi", { code: "3467-9CDF-GHJK-MNPQ" });
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) statuses.push((await site.server.inject(tries)).statusCode);
    expect(statuses.slice(0, 20).every((status) => status === 422)).toBe(true);
    expect(statuses[20]).toBe(429);
  });

  test("a code opens it again, typed in any way; a procedure without a receipt cannot be prepared", async () => {
    const ref = await prepared(site);
    expect((await site.server.inject(form("/chuan-bi", { code: showReference(ref).toLowerCase() }))).headers.location).toBe(`/chuan-bi/${ref}`);
    expect((await get("/chuan-bi/thu-tuc/2.001159")).statusCode).toBe(404);
    expect((await get("/thu-tuc/2.001159")).body).not.toContain("/chuan-bi/thu-tuc");
    expect((await get("/chuan-bi/thu-tuc/1.010039")).body).not.toContain('value="addressRenamed"');
  });

  test("its holder deletes it, at once", async () => {
    const ref = await prepared(site);
    const dropped = await site.server.inject(form(`/chuan-bi/${ref}/xoa`, {}));
    expect(dropped.headers.location).toBe("/chuan-bi?xoa=1");
    expect((await get(`/chuan-bi/${ref}`)).statusCode).toBe(404);
  });
});

const count = async (): Promise<number> => (await site.world.asOwner((client) => client.query("select count(*)::int as n from preparations"))).rows[0].n;
