import { expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, confirmation, receive, sign, thom } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { form, residentSite, said } from "../../../test/world/resident-server.ts";
import { showReference } from "../../kernel/reference.ts";
import { findPaperFile, type IssuedPaper, setSuperseded } from "./queries.ts";
import { revokePaper } from "./service.ts";

const site = residentSite();

const binh = as(cast.binh);
const monday = at("2026-11-23T09:00:00");

async function issued(validUntil = "2027-11-23"): Promise<IssuedPaper> {
  return await sign(site.world, await receive(site.world), { proposal: confirmation(validUntil), now: monday });
}

async function fileOf(paper: IssuedPaper): Promise<Buffer> {
  return (await site.world.try(binh, (tx) => findPaperFile(tx, paper))) ?? Buffer.alloc(0);
}

const check = (code: string) => site.server.inject({ url: `/xac-minh/${code}` });

/** Sends a file as a browser does. */
function send(bytes: Buffer) {
  const boundary = "ganDan";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="by"\r\n\r\nfile\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="giay.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return site.server.inject({ ...form("/xac-minh", {}), headers: { ...form("/xac-minh", {}).headers, "content-type": `multipart/form-data; boundary=${boundary}` }, payload });
}

test("a genuine paper says so, with what stands on it and not whom it is about", async () => {
  const paper = await issued();
  const answer = await check(showReference(paper.code).toLowerCase());
  const text = said(answer.body);
  expect(answer.statusCode).toBe(200);
  expect(text).toMatch(/^Giấy thật, còn giá trị/);
  expect(text).toMatch(/Xác nhận thông tin về cư trú.*1\/XN-CAP.*Công an phường Phượng Sơn.*Trần Quốc Bình.*23\/11\/2026.*thứ Ba 23\/11\/2027/);
  expect(answer.body).not.toMatch(new RegExp(`${thom.fullName}|${thom.idNumber}|${thom.address}|Hoàng Thị |Nga`));
  expect(answer.body).toContain("verdict-good");
});

test("a typed code leads to the same page; what is no code stays in its field with the reason beside it", async () => {
  const paper = await issued();
  expect(await site.server.inject(form("/xac-minh", { code: showReference(paper.code) }))).toMatchObject({ statusCode: 303, headers: { location: `/xac-minh/${paper.code}` } });
  const wrong = await site.server.inject(form("/xac-minh", { code: "CT07 số 12" }));
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="CT07 số 12"');
  expect(said(wrong.body)).toContain("mã có 16 chữ và số");
});

test("the day after its last day a paper is expired, on the day itself it still holds", async () => {
  const paper = await issued("2026-12-01");
  site.now = at("2026-12-01T23:30:00");
  expect(said((await check(paper.code)).body)).toMatch(/^Giấy thật, còn giá trị/);
  site.now = at("2026-12-02T00:30:00");
  const expired = await check(paper.code);
  expect(said(expired.body)).toMatch(/^Giấy thật, nhưng đã hết hạn.*xin giấy mới/);
  expect(expired.body).toContain("verdict-past");
});

test("a paper that another took the place of, and one that was taken back, say so with day and reason", async () => {
  const [old, newer, revoked] = [await issued(), await issued(), await issued()];
  await site.world.commit(binh, (tx) => setSuperseded(tx, old, { id: old.id, by: newer.id, reason: "Ghi sai chữ đệm." }), monday);
  expect(said((await check(old.code)).body)).toMatch(
    /^Đã có giấy mới thay giấy này.*từ 23\/11\/2026 đã có giấy khác thay\. Lý do: Ghi sai chữ đệm\. Giấy thay thế .*\(CT\d\d\), số \d+\/\S+, cấp ngày/,
  );
  await site.world.commit(binh, (tx) => revokePaper(tx, revoked.code, "Ghi nhầm số nhà."), monday);
  const taken = await check(revoked.code);
  expect(said(taken.body)).toMatch(/^Giấy đã bị thu hồi Công an đã thu hồi giấy này 23\/11\/2026\. Lý do: Ghi nhầm số nhà\. /);
  expect(taken.body).toContain("verdict-bad");
});

test.each(["3467-9CDF-GHJK-MNPQ", "khong-phai-ma", "%3Cscript%3E"])("nothing of ours bears the code %s: it warns of fraud and says whom to call", async (code) => {
  const answer = await check(code);
  expect(answer.statusCode).toBe(404);
  expect(said(answer.body)).toMatch(/^Không có giấy nào như vậy.*Đừng chuyển tiền.*0204 000 113.*gọi 113/);
  expect(answer.body).not.toContain("<script>");
});

test("the file itself is recognised; changed by a byte it is altered; any other file cannot be read; none is kept", async () => {
  const paper = await issued();
  const file = await fileOf(paper);
  const genuine = said((await send(file)).body);
  expect(genuine).toMatch(/^Giấy thật, còn giá trị/);
  expect(genuine).toContain("Tệp vừa gửi đã được bỏ đi");
  const changed = Buffer.from(file);
  const place = changed.indexOf("/MediaBox");
  changed[place + 11] = (changed[place + 11] ?? 0) ^ 1;
  expect(said((await send(changed)).body)).toMatch(/^Giấy đã bị sửa.*Đừng chuyển tiền/);
  expect(said((await send(Buffer.from("không phải PDF"))).body)).toMatch(/^Máy không đọc được tệp này.*xin người gửi tệp gốc/);
  const { rows } = await site.world.asOwner((client) => client.query("select count(*)::int as files from paper_files"));
  const { rows: papers } = await site.world.asOwner((client) => client.query("select count(*)::int as papers from papers"));
  expect(rows[0].files).toBe(papers[0].papers);
});

test("without a file the form asks for one", async () => {
  const answer = await send(Buffer.alloc(0));
  expect(answer.statusCode).toBe(422);
  expect(said(answer.body)).toContain("Xin chọn tệp PDF trước khi gửi.");
});

test("codes cannot be guessed in bulk from one place", async () => {
  const headers = { "x-forwarded-for": "10.9.9.9" };
  const statuses: number[] = [];
  for (let i = 0; i < 31; i += 1) statuses.push((await site.server.inject({ url: "/xac-minh/3467-9CDF-GHJK-MNPQ", headers })).statusCode);
  expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true);
  expect(statuses[30]).toBe(429);
});

test("in English the same is said", async () => {
  const answer = await site.server.inject({ url: `/xac-minh/${(await issued()).code}`, cookies: { "ngon-ngu": "en" } });
  expect(said(answer.body)).toMatch(/^Genuine and valid.*Valid through Tuesday 23 November 2027/);
});
