import { expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { form, residentSite, said } from "../../../test/world/resident-server.ts";
import { showReference } from "../../kernel/reference.ts";
import { evening, plan } from "./listening.stage.ts";
import { planMeeting } from "./service/meetings.ts";
import { getOpinion, publish } from "./service/opinions.ts";
import { answer } from "./service/take.ts";

const site = residentSite();
const get = (url: string) => site.server.inject({ url, headers: { "x-forwarded-for": `10.8.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}` } });
const typed = { heading: "shortcoming", said: "Đường tối, xe chạy nhanh", hamlet: String(units.kep.id) };
const send = async (fields: Record<string, string> = typed): Promise<string> =>
  String((await site.server.inject(form("/y-kien", fields))).headers.location)
    .split("/")
    .at(-1) ?? "";
const binh = as(cast.binh);

test("says something without a name, gets a code, reads the answer under it, and does not accept it", async () => {
  const page = said((await get("/y-kien")).body);
  expect(page).toMatch(/Gọi ngay 113.*Không để tên thì không ai biết ai gửi.*Được trả lời trong 10 ngày làm việc/);
  const ref = await send();
  const held = said((await get(`/y-kien/${ref}`)).body);
  expect(held).toContain(showReference(ref));
  expect(held).toMatch(/Mới nhận.*Đường tối, xe chạy nhanh.*Chưa có câu trả lời/);
  await site.world.commit(binh, async (tx) => answer(tx, (await getOpinion(tx, ref)).matter, { words: "Sẽ xem xét", onSpot: false }), site.now);
  expect(said((await get(`/y-kien/${ref}`)).body)).toMatch(/Đã trả lời.*Sẽ xem xét.*Chưa đồng ý với câu trả lời\?/);
  expect((await site.server.inject(form(`/y-kien/${ref}/chua-dong-y`, { objection: "" }))).statusCode).toBe(422);
  expect((await site.server.inject(form(`/y-kien/${ref}/chua-dong-y`, { objection: "Xem xét là bao giờ?" }))).statusCode).toBe(303);
  expect((await site.server.inject(form(`/y-kien/${ref}/tin-nhan`, { message: "Gần nhà văn hóa" }))).statusCode).toBe(303);
  expect(said((await get(`/y-kien/${ref}`)).body)).toMatch(/Đang giải quyết.*Xem xét là bao giờ\?.*Gần nhà văn hóa/);
  expect((await site.server.inject(form("/y-kien/tra-cuu", { code: showReference(ref).toLowerCase() }))).headers.location).toBe(`/y-kien/${ref}`);
  expect((await site.server.inject(form("/y-kien/tra-cuu", { code: "3467-9CDF-GHJK-MNPQ" }))).statusCode).toBe(422);
});

test("writes under her code from her own device alone: an officer who is signed in can neither write nor contest in her place, and keeps what he typed", async () => {
  const ref = await send();
  await site.world.commit(binh, async (tx) => answer(tx, (await getOpinion(tx, ref)).matter, { words: "Sẽ xem xét", onSpot: false }), site.now);
  const signedIn = { phien: "x" };
  for (const [step, field] of [
    ["tin-nhan", "message"],
    ["chua-dong-y", "objection"],
  ] as const) {
    const refused = await site.server.inject(form(`/y-kien/${ref}/${step}`, { [field]: "Tôi rất hài lòng" }, signedIn));
    expect(refused.statusCode).toBe(403);
    expect(said(refused.body)).toMatch(/Máy này đang đăng nhập tài khoản cán bộ.*Chữ vừa gõ, chưa được ghi.*Tôi rất hài lòng/);
  }
  const held = await site.server.inject({ url: `/y-kien/${ref}`, cookies: signedIn });
  expect(held.statusCode).toBe(200);
  expect(held.body).not.toMatch(/name="(message|objection)"/);
  expect(held.body).not.toContain(showReference(ref));
  const own = await get(`/y-kien/${ref}`);
  expect(own.body).toMatch(/name="objection".*name="message"/s);
  expect(said(own.body)).not.toMatch(/hài lòng/);
});

test("leaves of an anonymous opinion nothing finer than the hour: not in the matter, not in its timeline", async () => {
  const ref = await send();
  const { rows } = await site.world.asOwner((owner) =>
    owner.query("select m.received_at, t.at, o.taken_at from matters m join timeline t on t.matter_id = m.id join opinions o on o.matter_id = m.id where m.public_ref = $1", [ref]),
  );
  const hour = new Date("2026-11-23T09:00:00+07:00");
  expect(rows).toEqual([{ received_at: hour, at: hour, taken_at: hour }]);
});

test("a wrong form comes back with what was typed; the hidden field leaves nothing behind; a hamlet elsewhere is refused", async () => {
  const wrong = await site.server.inject(form("/y-kien", { ...typed, said: "", phone: "12" }));
  expect(wrong.statusCode).toBe(422);
  expect(said(wrong.body)).toContain("Xin ghi ý kiến.");
  const kept = await site.server.inject(form("/y-kien", { ...typed, phone: "12" }));
  expect(kept.body).toContain("Đường tối, xe chạy nhanh");
  expect((await site.server.inject(form("/y-kien", { ...typed, hamlet: String(units.ngoen.id) }))).statusCode).toBe(422);
  const count = async () => (await site.world.asOwner((owner) => owner.query("select count(*)::int as n from opinions"))).rows[0].n;
  const before = await count();
  expect((await site.server.inject(form("/y-kien", { ...typed, website: "http://spam" }))).headers.location).toBe("/y-kien");
  expect(await count()).toBe(before);
});

test("the page of a hamlet, its sheet and its loudspeaker say the same, and a meeting goes into the calendar of a phone", async () => {
  const ref = await send();
  const meeting = await site.world.commit(binh, (tx) => planMeeting(tx, plan({ startsAt: evening })), site.now);
  const cell = await site.world.commit(binh, (tx) => planMeeting(tx, plan({ kind: "cell", topic: "Chi bộ" })), site.now);
  await site.world.commit(binh, async (tx) => publish(tx, (await getOpinion(tx, ref)).matter, { said: "Đường tối.", done: "Đã lắp ba đèn." }), site.now);
  const words = /Đường tối\..*Đã lắp ba đèn\./;
  const page = await get(`/lang-nghe/${units.kep.code}`);
  expect(said(page.body)).toMatch(words);
  expect(page.body).not.toContain("xe chạy nhanh");
  expect(said((await get(`/lang-nghe/${units.kep.code}/loa`)).body)).toMatch(
    /Kính thưa bà con Tổ dân phố Kép.*Đường tối\. Công an đã làm: Đã lắp ba đèn\..*Kính mời bà con dự họp/,
  );
  const sheet = await get(`/lang-nghe/${units.kep.code}/to-in.pdf`);
  expect(sheet.headers["content-type"]).toBe("application/pdf");
  const list = said((await get("/lang-nghe")).body);
  expect(list).toMatch(/Lắng nghe ý kiến bà con tổ Kép.*Tổ dân phố Kép · 1 việc đã trả lời/);
  expect(list).not.toContain("Chi bộ");
  const ics = await get(`/lang-nghe/hop/${meeting}/lich.ics`);
  expect(ics.headers["content-type"]).toContain("text/calendar");
  expect(ics.body).toContain("DTSTART:20261123T123000Z");
  // The file and the feed of the post name it alike, so that one takes the place of the other in a calendar.
  const nameIn = (body: string): string | undefined => body.replaceAll("\r\n ", "").match(/^UID:.*$/m)?.[0];
  expect(nameIn(ics.body)).toBeDefined();
  expect(nameIn(ics.body)).toBe(nameIn((await get(`/api/posts/${units.phuongSon.code}/meetings.ics`)).body));
  expect((await get(`/lang-nghe/hop/${cell}/lich.ics`)).statusCode).toBe(404);
  expect((await get("/lang-nghe/99999-99")).statusCode).toBe(404);
});
