import { describe, expect, test } from "vitest";
import { cast, units } from "../../../../test/world/cast.ts";
import { at, receive, sign, thom } from "../../../../test/world/counter.ts";
import { as } from "../../../../test/world/index.ts";
import { form, residentSite, said } from "../../../../test/world/resident-server.ts";
import { showReference } from "../../../kernel/reference.ts";
import { signApology } from "../service/apology.ts";
import { withdraw } from "../service/endings.ts";
import { holdWork } from "../service/hold.ts";
import { askSupplement, resumeWork } from "../service/supplement.ts";
import { handOver } from "../service/work.ts";

const site = residentSite();

const minh = as(cast.minh);
const get = async (url: string, cookies: Record<string, string> = {}) => await site.server.inject({ url, cookies });
const read = async (url: string, cookies?: Record<string, string>) => said((await get(url, cookies)).body);
const english = { "ngon-ngu": "en" };

describe("preparing a procedure", () => {
  test("a search without marks finds it, and one that finds nothing says what to do", async () => {
    expect(await read("/thu-tuc?q=tach+ho")).toMatch(/Có 1 thủ tục hợp với "tach ho".*Tách hộ/);
    expect(await read("/thu-tuc?q=CT07")).toContain("Xác nhận thông tin về cư trú");
    expect(await read("/thu-tuc?q=ho+chieu+bay")).toMatch(/Chưa tìm thấy "ho chieu bay".*Xem tất cả/);
  });

  test("what was typed is shown as text, never as a part of the page", async () => {
    expect((await get(`/thu-tuc?q=${encodeURIComponent('"><script>x')}`)).body).not.toContain("<script>x");
  });

  test("the list holds every procedure in force today, each with its time and its cost", async () => {
    const page = (await get("/thu-tuc")).body;
    const inForce = site.world.house.procedures.rows.filter((row) => row.validTo === null);
    for (const { code } of inForce) expect(page).toContain(`href="/thu-tuc/${code}"`);
    expect(said(page)).toMatch(/Đăng ký thường trú .*?7 ngày làm việc · 20\.000 đồng/);
    expect(said(page)).toMatch(/Thông báo lưu trú .*?Làm ngay tại chỗ · Không mất tiền/);
  });

  test("a page says who, what, when, how much, and when a dossier of today would be ready", async () => {
    const text = await read("/thu-tuc/1.010039");
    expect(text).toContain("Nộp hôm nay thì hẹn trả thứ Sáu 27/11/2026, trước 17:00.");
    expect(text).toMatch(/Thứ Ba 24\/11 nghỉ lễ Ngày Văn hóa Việt Nam/);
    expect(text).toContain("Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00; thứ Bảy, 7:30–11:30");
    expect(text).toMatch(/Không phải nộp, ai đòi bà con cứ hỏi lại/);
    expect(text).toContain("chưa đối chiếu văn bản gốc");
    expect(text).toContain("trang này không nhận hồ sơ");
  });

  test("after closing time the example counts from the next opening", async () => {
    site.now = at("2026-11-21T20:00:00");
    expect(await read("/thu-tuc/1.010039")).toContain("Nộp thứ Hai 23/11 thì hẹn trả thứ Sáu 27/11/2026, trước 17:00.");
  });

  test("half a working day is told as the hour it ends, and the paper as good for how long", async () => {
    const text = await read("/thu-tuc/1.010041");
    expect(text).toMatch(/Nộp bây giờ thì hẹn trả thứ Hai 23\/11\/2026, trước 1[3-7]:\d\d/);
    expect(text).toContain("12 tháng");
    expect(text).toContain("Chỗ còn chưa chắc:");
  });

  test("a fee stands with both ways of paying and with those who pay nothing", async () => {
    const text = await read("/thu-tuc/1.004194");
    expect(text).toMatch(/15\.000 đồng 7\.000 đồng/);
    expect(text).toMatch(/Những ai không phải nộp tiền.*Người cao tuổi/);
    expect(await read("/thu-tuc/1.004194", english)).toMatch(/15,000 dong/);
  });

  test("a procedure that is not offered is not found", async () => {
    expect((await get("/thu-tuc/9.999999")).statusCode).toBe(404);
  });
});

describe("following a dossier", () => {
  test("code and four digits lead to its page, typed in any way", async () => {
    const { code, publicRef } = await receive(site.world);
    for (const last4 of ["5678", "9876"]) {
      const answer = await site.server.inject(form("/tra-cuu", { code: code.toLowerCase().replaceAll("-", " "), last4 }));
      expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/tra-cuu/${publicRef}` } });
    }
  });

  test("a wrong pair keeps what was typed and gives the same answer whichever is wrong", async () => {
    const { code } = await receive(site.world);
    const wrongDigits = await site.server.inject(form("/tra-cuu", { code, last4: "1111" }));
    const wrongCode = await site.server.inject(form("/tra-cuu", { code: code.replace(/\d{4}$/, "9999"), last4: "5678" }));
    expect([wrongDigits.statusCode, wrongCode.statusCode]).toEqual([422, 422]);
    expect(wrongDigits.body).toContain(`value="${code}"`);
    expect(wrongDigits.body).toContain('value="1111"');
    expect(said(wrongDigits.body)).toBe(said(wrongCode.body));
  });

  test("from one address only twenty tries a minute are answered", async () => {
    const tries = { ...form("/tra-cuu", { code: "H05.24.612-261120-0001", last4: "0000" }) };
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) statuses.push((await site.server.inject(tries)).statusCode);
    expect(statuses.slice(0, 20).every((status) => status === 422)).toBe(true);
    expect(statuses[20]).toBe(429);
  });

  test("the page says state, due day with its arithmetic, and what to do, and nobody's name", async () => {
    const { publicRef, code } = await receive(site.world);
    const answer = await get(`/tra-cuu/${showReference(publicRef).toLowerCase()}`);
    const text = said(answer.body);
    expect(text).toContain(`Hồ sơ ${code}`);
    expect(text).toMatch(/Đã nhận Hẹn trả: thứ Năm 26\/11\/2026 trước 17:00 còn 3 ngày/);
    expect(text).toMatch(/Thứ Hai 23\/11 ngày làm việc thứ 1 Thứ Ba 24\/11 nghỉ lễ/);
    expect(text).toContain("Chưa phải làm gì thêm.");
    expect(text).toMatch(/Tiếp theo: cán bộ kiểm tra, giải quyết.*bà con tới nhận kết quả dự kiến 26\/11/);
    expect(text).toMatch(/Giấy đã nộp Tờ khai CT01/);
    expect(answer.body).not.toMatch(new RegExp(`${thom.fullName}|${thom.idNumber}|${thom.address}|5678|${cast.minh.name}`));
  });

  test("what is missing is said in full, and the clock stands still", async () => {
    const { publicRef } = await receive(site.world);
    await site.world.commit(
      minh,
      (tx) =>
        askSupplement(tx, publicRef, {
          version: 1,
          defects: [
            { code: "headConsent", paper: "CT01" },
            { code: "databaseMismatch", paper: null },
          ],
        }),
      at("2026-11-23T08:00:00"),
    );
    const text = await read(`/tra-cuu/${publicRef}`);
    expect(text).toMatch(/Chờ bà con bổ sung giấy Đang tạm dừng tính ngày/);
    expect(text).toMatch(
      /Còn thiếu: Tờ khai CT01 chưa có ý kiến của chủ hộ\. Bà con làm: Chủ hộ ghi ý kiến.*Thông tin của ông\/bà trong dữ liệu dân cư chưa khớp\. Bà con làm: Mang thẻ căn cước/,
    );
    expect(text).toMatch(/Tới Công an phường Phượng Sơn.*Đang mở cửa, đến 11:30/);
    await site.world.commit(minh, (tx) => resumeWork(tx, publicRef, { version: 2 }), at("2026-11-25T09:00:00"));
    site.now = at("2026-11-25T10:00:00");
    expect(await read(`/tra-cuu/${publicRef}`)).toMatch(/Đang giải quyết Hẹn trả: thứ Sáu 27\/11\/2026/);
  });

  test("a new date is told while it holds: not while papers are missing, and again once they are here", async () => {
    const matter = await receive(site.world);
    const page = `/tra-cuu/${matter.publicRef}`;
    const sorry = { version: matter.version, reason: "Chờ xác minh", added: 2 };
    const { matter: late } = await site.world.commit(as(cast.binh), (tx) => signApology(tx, matter.publicRef, sorry), at("2026-11-25T10:00:00"));
    expect(await read(page)).toContain("Công an xin lỗi, hẹn bà con lại: 17:00 thứ Hai 30/11/2026");
    const wish = { version: late.version, defects: [{ code: "unsigned", paper: "CT01" }] };
    const paused = await site.world.commit(minh, (tx) => askSupplement(tx, matter.publicRef, wish), at("2026-11-27T09:00:00"));
    site.now = at("2026-11-27T10:00:00");
    expect(await read(page)).not.toMatch(/hẹn bà con lại|không phải nộp thêm gì/);
    await site.world.commit(minh, (tx) => resumeWork(tx, matter.publicRef, { version: paused.version, brought: ["CT01"] }), at("2026-11-30T08:00:00"));
    site.now = at("2026-11-30T08:10:00");
    expect(await read(page)).toContain("Công an xin lỗi, hẹn bà con lại: 17:00 thứ Ba 1/12/2026");
  });

  test("a pause for the fee asks for the fee, and nobody is told to wait for others", async () => {
    const matter = await receive(site.world, { procedureCode: "1.004194", caseId: "standard" });
    await site.world.commit(minh, (tx) => holdWork(tx, matter.publicRef, { version: matter.version, key: "financialDuty" }), at("2026-11-23T09:00:00"));
    const text = await read(`/tra-cuu/${matter.publicRef}`);
    expect(text).toMatch(/Đang tạm dừng.*Tạm dừng, chưa tính ngày.*Bà con nộp lệ phí rồi báo lại cho quầy thì tính tiếp.*hết tạm dừng thì cán bộ làm tiếp/);
    expect(text).not.toMatch(/nơi khác|trả lời/i);
    expect(await read(`/tra-cuu/${matter.publicRef}`, english)).not.toMatch(/others|answer/i);
  });

  test("a late dossier says so, by how much, and apologises; so does a result that came late", async () => {
    const matter = await receive(site.world);
    site.now = at("2026-11-30T09:00:00");
    const late = await read(`/tra-cuu/${matter.publicRef}`);
    expect(late).toMatch(/Hồ sơ đã quá hạn 3 ngày\. Công an xin lỗi bà con\..*0204 000 113/);
    expect(late).not.toContain("Đến ngày hẹn");
    await sign(site.world, matter, { now: at("2026-11-30T10:00:00") });
    site.now = at("2026-11-30T10:30:00");
    expect(await read(`/tra-cuu/${matter.publicRef}`)).toMatch(/chậm hơn hẹn.*Hẹn 17:00 thứ Năm 26\/11\/2026, đến 10:00 thứ Hai 30\/11\/2026 mới xong/);
  });

  test("a signed result says come, with what, and whether the counter is open; on a holiday, until when it is closed", async () => {
    const matter = await receive(site.world);
    await sign(site.world, matter, { now: at("2026-11-23T09:00:00") });
    site.now = at("2026-11-24T09:00:00");
    const text = await read(`/tra-cuu/${matter.publicRef}`);
    expect(text).toMatch(/Xong, mời tới nhận Xong từ thứ Hai 23\/11\/2026 Kịp hẹn thứ Năm 26\/11\/2026/);
    expect(text).toMatch(/Giấy hẹn Thẻ căn cước/);
    expect(text).toContain("Đang đóng cửa, mở lại lúc 07:30 thứ Tư 25/11. Hôm nay nghỉ Ngày Văn hóa Việt Nam.");
  });

  test("after the hand-over the page leads to the rating; a withdrawn dossier does not", async () => {
    const matter = await receive(site.world);
    await sign(site.world, matter);
    await site.world.commit(minh, (tx) => handOver(tx, matter.publicRef, { version: 3, to: "self" }));
    expect((await get(`/tra-cuu/${matter.publicRef}`)).body).toContain(`href="/danh-gia/${matter.publicRef}"`);
    const other = await receive(site.world);
    await site.world.commit(minh, (tx) => withdraw(tx, other.publicRef, { version: 1, note: "Bà con xin rút" }));
    const withdrawn = await get(`/tra-cuu/${other.publicRef}`);
    expect(said(withdrawn.body)).toContain("Đã rút hồ sơ");
    expect(withdrawn.body).not.toContain("/danh-gia/");
  });

  test.each(["3467-9CDF-GHJK-MNPQ", "xyz", "%27%20or%201=1", "0".repeat(150)])("an address that leads nowhere, %s, offers the form", async (ref) => {
    const answer = await get(`/tra-cuu/${ref}`);
    expect(answer.statusCode).toBe(404);
    expect(said(answer.body)).toMatch(/Không thấy hồ sơ này.*Mã hồ sơ trên giấy hẹn/);
  });
});

describe("rating how one was served", () => {
  const rate = (ref: string, score: string) => site.server.inject(form(`/danh-gia/${ref}`, { score }));

  test("once there is a result, one touch is counted once, and the second is told so kindly", async () => {
    const matter = await receive(site.world);
    await sign(site.world, matter);
    expect(await read(`/danh-gia/${matter.publicRef}`)).toMatch(/Rất hài lòng Hài lòng Chưa hài lòng.*Không cán bộ nào xem được.*Đủ năm lượt/);
    const first = await rate(matter.publicRef, "notSatisfied");
    expect(first.statusCode).toBe(303);
    expect(await read(String(first.headers.location))).toContain("Cảm ơn bà con. Đã ghi.");
    const second = await rate(matter.publicRef, "verySatisfied");
    expect(await read(String(second.headers.location))).toContain("Hồ sơ này đã được chấm rồi");
    const { rows } = await site.world.asOwner((client) => client.query("select score, month::text, once from ratings"));
    expect(rows).toMatchObject([{ score: "notSatisfied", month: "2026-11-01" }]);
    // Whoever reads the table finds no way back to the dossier.
    expect(rows[0].once.toString("latin1")).not.toContain(matter.publicRef);
  });

  test("before there is a result it is too early, whatever is sent", async () => {
    const { publicRef } = await receive(site.world);
    expect(await read(`/danh-gia/${publicRef}`)).toContain("Chưa đến lúc chấm");
    const answer = await rate(publicRef, "satisfied");
    expect(await read(String(answer.headers.location))).toContain("Chưa đến lúc chấm");
    const { rows } = await site.world.asOwner((client) => client.query("select 1 from ratings where score = 'satisfied'"));
    expect(rows).toHaveLength(0);
  });

  test("nothing but the three answers is taken, and no other address rates", async () => {
    const matter = await receive(site.world);
    await sign(site.world, matter);
    expect((await rate(matter.publicRef, "excellent")).statusCode).toBe(422);
    expect((await rate("3467-9CDF-GHJK-MNPQ", "satisfied")).statusCode).toBe(404);
  });

  test("a slip is counted by its code and four digits", async () => {
    const matter = await receive(site.world);
    await sign(site.world, matter);
    const wrong = await site.server.inject(form("/danh-gia", { code: matter.code, last4: "1111", score: "satisfied" }));
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toMatch(/value="satisfied"[^>]*checked|checked[^>]*value="satisfied"/);
    const answer = await site.server.inject(form("/danh-gia", { code: matter.code, last4: "5678", score: "satisfied" }));
    expect(await read(String(answer.headers.location))).toContain("Đã ghi");
    const { rows } = await site.world.asOwner((client) => client.query("select commune_id from ratings where score = 'satisfied'"));
    expect(rows).toEqual([{ commune_id: units.phuongSon.id }]);
  });
});
