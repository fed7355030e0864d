import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { form, residentServer, said } from "../../../test/world/resident-server.ts";
import { gate } from "../../kernel/actor.ts";
import { newCode, plainCode } from "./code.ts";
import { parseVouching } from "./forms.ts";
import { hoursMeant } from "./hours.ts";
import { erasePastContacts, listOwnContacts, vouch } from "./service.ts";

const at = (text: string): Date => new Date(`${text}+07:00`);
const called = at("2026-11-20T15:02:00");
const son = as(cast.son);

let now = at("2026-11-20T15:20:00");
let world: World;
let server: FastifyInstance;
beforeAll(async () => {
  world = await openWorld();
  server = await residentServer(world, { clock: () => now });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const give = (kind: "call" | "visit" | "summons" = "call", phone: string | null = null) => world.commit(son, (tx) => vouch(tx, { kind, phone }), called);
const ask = async (code: string) => (await server.inject(form("/co-phai-cong-an", { code }))).body;
const askCall = async (phone: string, calledTime: string) => said((await server.inject(form("/co-phai-cong-an/cuoc-goi", { phone, calledOn: "20/11/2026", calledTime }))).body);

test("whoever holds the code learns who calls, from which post, and until when; typed small and with a stroke too", async () => {
  const code = await give();
  const page = said(await ask(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `));
  for (const words of ["Đúng, đây là cán bộ Công an", "Lý Văn Sơn", "phường Phượng Sơn", "gọi điện", "không bao giờ hỏi mật khẩu"]) expect(page).toContain(words);
});

test("a wrong, a mistyped, an old and an unknown code get one and the same page, byte for byte, with no name in it", async () => {
  const code = await give("visit");
  now = at("2026-11-21T09:00:00");
  const pages = new Set(await Promise.all([code, newCode(), "AAAAAA", "x", "012345678901", "'; drop table contacts; --", code.slice(0, 5)].map(ask)));
  now = at("2026-11-20T15:20:00");
  expect(pages.size).toBe(1);
  expect(said([...pages][0] ?? "")).toContain("Không đúng mã nào đang có hiệu lực");
  expect([...pages].join()).not.toContain("Sơn,");
  expect(said(await ask(code))).toContain("Lý Văn Sơn");
});

test("a code is over at its very minute, not at the end of the hour in which it was asked for", async () => {
  const code = await give();
  const [kept] = await world.try(son, (tx) => listOwnContacts(tx, { after: null, size: 1 }));
  const over = kept?.validUntil ?? now;
  now = new Date(over.getTime() - 60_000);
  expect(said(await ask(code))).toContain("Lý Văn Sơn");
  now = new Date(over.getTime() + 60_000);
  expect(said(await ask(code))).not.toContain("Lý Văn Sơn");
  now = at("2026-11-20T15:20:00");
});

test("five hundred guesses name no officer, and one address may not even try eleven", async () => {
  const codes = await Promise.all(Array.from({ length: 20 }, () => give()));
  const guesses = Array.from({ length: 500 }, newCode).filter((guess) => !codes.includes(guess));
  const answers = new Set<string>();
  for (let i = 0; i < guesses.length; i += 50) for (const page of await Promise.all(guesses.slice(i, i + 50).map(ask))) answers.add(page);
  expect(answers.size).toBe(1);
  const one = { ...form("/co-phai-cong-an", { code: "GGGGGG" }), remoteAddress: "10.9.9.9" };
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) statuses.push((await server.inject(one)).statusCode);
  expect(statuses.slice(0, 10).every((status) => status === 200)).toBe(true);
  expect(statuses.slice(10)).toEqual([429, 429]);
}, 60_000);

test("without a code, by phone and hour: that somebody called, or that nobody did, but never who", async () => {
  await give("call", "0912345678");
  const yes = await askCall("+84 912 345 678", "15h");
  expect(yes).toContain("Có cán bộ gọi số này khoảng giờ đó");
  expect(yes).toContain("Công an phường Phượng Sơn");
  expect(yes).not.toContain("Lý Văn");
  for (const [phone, time] of [
    ["0912345678", "9h"],
    ["0912345679", "15h"],
  ] as const) {
    const no = await askCall(phone, time);
    expect(no).toContain("Không có cán bộ nào ghi là đã gọi");
    expect(no).toContain("Báo người này lừa đảo");
  }
});

test.each([
  ["2h", ["02:00", "14:00"]],
  ["2 giờ chiều", ["14:00"]],
  ["3 gio chieu", ["15:00"]],
  ["7h30 tối", ["19:30"]],
  ["11 giờ trưa", ["11:00"]],
  ["1 giờ trưa", ["13:00"]],
  ["9 giờ sáng", ["09:00"]],
  ["10 giờ đêm", ["22:00"]],
  ["2 giờ đêm", ["02:00"]],
  ["12 giờ đêm", ["00:00", "23:59"]],
  ["12h", ["12:00"]],
  ["14h", ["14:00"]],
  ["09:30", ["09:30"]],
  ["9:30", ["09:30", "21:30"]],
  ["khoảng 9h", ["09:00", "21:00"]],
  ["2 giờ rưỡi chiều", ["14:30"]],
  ["tầm 2h rưỡi", ["02:30", "14:30"]],
  ["12h30 đêm", ["00:30"]],
  ["chiều", []],
  ["25h", []],
])("an hour is understood as people say it: %s", (typed, hours) => {
  expect(hoursMeant(typed)).toEqual(hours);
});

test("an hour that may be of the morning or the afternoon is looked for in both; what was asked is said again; one to come is refused", async () => {
  await give("call", "0912345690");
  for (const time of ["3h", "3 giờ chiều", "15h"]) expect(await askCall("0912345690", time)).toContain("Có cán bộ gọi số này khoảng giờ đó");
  const morning = await askCall("0912345690", "3 giờ sáng");
  expect(morning).toContain("Không có cán bộ nào ghi là đã gọi");
  expect(morning).toContain("số 0912345690, khoảng 03:00, ngày 20/11/2026");
  expect(await askCall("0912345690", "23h")).toContain("Giờ này chưa đến");
  expect(await askCall("0912345690", "16h"), "rounded up, it is now").toContain("Có cán bộ gọi số này khoảng giờ đó");
});

test("a call says which number it goes to or that nobody can know it; a number beside a summons is no call", async () => {
  expect(parseVouching({ kind: "call", phone: "" })).toMatchObject({ ok: false, errors: { phone: expect.anything() } });
  expect(parseVouching({ kind: "call", phone: "", numberUnknown: "yes" })).toMatchObject({ ok: true, value: { kind: "call", phone: null } });
  expect(parseVouching({ kind: "visit", phone: "" })).toMatchObject({ ok: true });
  await give("summons", "0912345691");
  expect(await askCall("0912345691", "15h")).toContain("Không có cán bộ nào ghi là đã gọi");
});

test("a code typed on a Vietnamese keyboard, which makes other letters of W and of two D, is the same code", () => {
  expect(plainCode("jhr-hư9")).toBe("JHRHW9");
  expect(plainCode("kĐ-347".normalize("NFD"))).toBe("KDD347");
  expect(Array.from({ length: 500 }, newCode).join("")).not.toMatch(/[DW]/);
});

test("what is missing is told beside its field, and what was typed stays", async () => {
  const answer = await server.inject(form("/co-phai-cong-an/cuoc-goi", { phone: "0912345678", calledOn: "20/11/2026", calledTime: "chiều" }));
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain("Giờ gõ như 9:30, 14h hay 2 giờ chiều.");
  expect(answer.body).toContain('value="0912345678"');
  expect((await server.inject({ method: "GET", url: "/co-phai-cong-an?ma=GHK347" })).body).toContain('value="GHK347"');
});

test("only the officer sees which codes he took; his colleague, his chief and the door see none, and may not write in his name", async () => {
  const code = await give("summons");
  const codesOf = (member: Parameters<typeof as>[0]) => world.try(as(member), async (tx) => (await listOwnContacts(tx, { after: null, size: 50 })).map((one) => one.code));
  expect(await codesOf(cast.son)).toContain(code);
  for (const member of [cast.minh, cast.binh, cast.trang, cast.hanh]) expect(await codesOf(member)).toEqual([]);
  for (const member of [cast.thao, cast.kien])
    await expect(world.try(as(member), (tx) => vouch(tx, { kind: "call", phone: null }))).rejects.toMatchObject({ code: "notPermitted" });
  const { rows } = await world.asOwner((owner) => owner.query("select * from contacts"));
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(JSON.stringify(rows)).not.toContain("912345678");
});

test("a code that is taken is not given twice; what was kept long enough is emptied, and the row stays", async () => {
  const code = await give();
  const other = await world.commit(as(cast.minh), (tx) => vouch(tx, { kind: "call", phone: null }, code), called);
  expect(other).not.toBe(code);
  const later = at("2027-02-20T00:00:00");
  expect(await world.commit(gate, erasePastContacts, later)).toBeGreaterThan(0);
  expect(await world.commit(gate, erasePastContacts, later)).toBe(0);
  const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as rows, count(lookup)::int as kept, count(phone_hash)::int as phones from contacts"));
  expect(rows[0]).toMatchObject({ kept: 0, phones: 0 });
  expect(rows[0].rows).toBeGreaterThan(0);
  const [own] = await world.try(son, (tx) => listOwnContacts(tx, { after: null, size: 1 }));
  expect(own?.code).toBeNull();
});
