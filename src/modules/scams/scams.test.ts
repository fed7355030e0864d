import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { form, residentServer, said } from "../../../test/world/resident-server.ts";
import { dayOf } from "../../base/day.ts";
import { type Actor, anybody, type Place, watchIn } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import { countAside, siftAside } from "../../kernel/door.ts";
import { listIdentities, openIdentity } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import { showCommune } from "../../kernel/tx.ts";
import { everything } from "../inbox/narrowing.ts";
import { countInbox, listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { scam } from "./matter.ts";
import { listAside, listOpenReports, listSettled, listSteps, sumSince } from "./queries/reports.ts";
import { scamRoutes } from "./routes.ts";
import { afternoon, told } from "./scams.stage.ts";
import { getPublicAlert, listPublicAlerts, publishAlert, withdrawAlert } from "./service/alerts.ts";
import { fileReport, getReport, noteStep, settleReport, takeReport, timesReported } from "./service/report.ts";
import { alertSource } from "./source.ts";

const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const trang = as(cast.trang);
const later = (minutes: number): Date => new Date(afternoon.getTime() + minutes * 60_000);

let world: World;
let office: OfficeSite;
let server: Awaited<ReturnType<typeof residentServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await residentServer(world, { clock: () => afternoon });
  office = await officeServer(world, { routes: scamRoutes, clock: () => afternoon });
});
afterAll(async () => {
  await server.close();
  await office.close();
  await world.close();
});

/** Leaves nothing of the tests before. */
const cryForHelp = (given = {}) => world.commit(anybody, (tx) => fileReport(tx, place, told(given)), afternoon);

/** What feeds and CAP readers outside are given. */
const outsideOf = (at: Place) =>
  world.try(anybody, async (tx) => {
    await showCommune(tx, at.communeId);
    return await alertSource.list(tx, at);
  });

async function stopped(given = {}): Promise<string> {
  const ref = await cryForHelp(given);
  const { version } = await world.commit(trang, (tx) => noteStep(tx, ref, { version: 1, kind: "bankContacted", bank: "agribank", doneAt: later(4), note: "Đã khóa" }), later(6));
  await world.commit(trang, (tx) => settleReport(tx, ref, { version, outcome: "stopped", attempted: 80_000_000, lost: 0, saved: 80_000_000, note: "" }), later(20));
  return ref;
}

test("the stop button opens a report at night without an account; the duty officer has it first, with its hour to act in", async () => {
  const older = await world.commit(trang, (tx) => takeReport(tx, told({ stage: "sent" }), { channel: "phone" }), new Date("2026-11-19T15:30:00+07:00"));
  const ref = await cryForHelp();
  const open = await world.try(trang, (tx) => listOpenReports(tx, place, 50), afternoon);
  expect(open[0]).toMatchObject({ publicRef: ref, stage: "sending", state: "received", dueAt: later(60) });
  expect(open.map(({ publicRef }) => publicRef)).toContain(older.publicRef);
  const { rows } = await world.asOwner((owner) => owner.query("select title, channel from matters where public_ref = $1", [ref]));
  expect(rows).toEqual([{ title: "Lừa đảo đang diễn ra, tiền đang chuyển", channel: "web" }]);
});

test("what was done stands to the minute with who did it; the money at stake, lost and saved adds up for the month", async () => {
  const before = await world.try(as(cast.binh), (tx) => sumSince(tx, place, new Date("2026-11-01T00:00:00+07:00")));
  const ref = await stopped();
  const { matter, report } = await world.try(trang, (tx) => getReport(tx, ref));
  expect(matter).toMatchObject({ state: "settled", outcome: "stopped" });
  expect(report).toMatchObject({ attemptedDong: 80_000_000, lostDong: 0, savedDong: 80_000_000 });
  const steps = await world.try(trang, (tx) => listSteps(tx, matter));
  expect(steps).toMatchObject([{ kind: "bankContacted", bank: "agribank", doneAt: later(4), byName: "Vi Thu Trang", note: "Đã khóa" }]);
  const after = await world.try(as(cast.binh), (tx) => sumSince(tx, place, new Date("2026-11-01T00:00:00+07:00")));
  expect(after.stopped - before.stopped).toBe(1);
  expect(after.savedDong - before.savedDong).toBe(80_000_000);
});

test("a report taken in by a button that was pressed twice is one report", async () => {
  const publicRef = newReference();
  const press = () => world.commit(trang, (tx) => takeReport(tx, told(), { channel: "phone", publicRef }), afternoon);
  const [one, other] = await Promise.all([press(), press()]);
  expect(one.id).toBe(other.id);
  const [, ref = ""] = (await office.read(trang, "/can-bo/lua-dao/ghi-nhan")).html.match(/name="ref" value="([^"]+)"/) ?? [];
  const fields = { ref, channel: "phone", stage: "sent", told: "Mất tiền" };
  const [first, second] = [await office.send(trang, "/can-bo/lua-dao/ghi-nhan", fields), await office.send(trang, "/can-bo/lua-dao/ghi-nhan", fields)];
  expect(first.to).toMatch(/^\/can-bo\/lua-dao\/[0-9A-Z]{16}$/);
  expect(first.to).not.toContain(ref);
  expect(second.to).toBe(first.to);
  expect((await office.send(trang, "/can-bo/lua-dao/ghi-nhan", { ...fields, stage: "" })).html).toContain(`value="${ref}"`);
});

test("an hour in which nobody stepped in is written down as a breach by the clock of the house", async () => {
  const ref = await cryForHelp();
  await world.commit(watchIn(place), (tx) => noteBreaches(tx, place), later(62));
  const { rows } = await world.asOwner((owner) =>
    owner.query("select b.due_at from breaches b join matters m on m.commune_id = b.commune_id and m.id = b.matter_id where m.public_ref = $1", [ref]),
  );
  expect(rows).toEqual([{ due_at: later(60) }]);
});

test("two officers at once: the second is told, not overwritten", async () => {
  const ref = await cryForHelp();
  const step = { version: 1, kind: "called", bank: null, doneAt: afternoon, note: null } as const;
  await world.commit(trang, (tx) => noteStep(tx, ref, step), later(1));
  await expect(world.try(as(cast.binh), (tx) => noteStep(tx, ref, step), later(1))).rejects.toMatchObject({ code: "changedMeanwhile" });
});

test("a number counts once an officer took its report up, not before, and not when it was no fraud; in its own post only", async () => {
  const mark = "19039998887776";
  const times = (actor: Actor = anybody, communeId: number = place.communeId) => world.try(actor, (tx) => timesReported(tx, communeId, "1903 9998 8877 76"), afternoon);
  const first = await cryForHelp({ mark });
  expect(await times()).toBe(0);
  await world.commit(trang, (tx) => noteStep(tx, first, { version: 1, kind: "called", bank: null, doneAt: afternoon, note: null }), later(1));
  expect(await times()).toBe(1);
  expect(await times(anybody, units.tienLuc.id)).toBe(0);
  await world.commit(trang, (tx) => settleReport(tx, first, { version: 2, outcome: "notScam", attempted: 0, lost: 0, saved: 0, note: "Người nhà gọi" }), later(5));
  expect(await times()).toBe(0);
  const { rows } = await world.asOwner((owner) => owner.query("select * from scam_marks"));
  expect(JSON.stringify(rows)).not.toContain(mark);
});

test("who reported is opened for a purpose by who may, and the look is written down; what was told is not readable in the database", async () => {
  const ref = await cryForHelp();
  const { matter } = await world.try(trang, (tx) => getReport(tx, ref));
  const [mark] = await world.try(trang, (tx) => listIdentities(tx, matter));
  const open = (purpose: string) => world.commit(trang, (tx) => openIdentity(tx, place, { id: mark?.id ?? 0, purpose }), afternoon);
  await expect(open("")).rejects.toMatchObject({ code: "invalid" });
  expect(await open("Gọi lại cho người báo")).toMatchObject({ fullName: "Giáp Thị Lành", phone: "0987654321" });
  const { rows } = await world.asOwner((owner) => owner.query("select purpose from reads where regime = 'scams' order by at desc limit 1"));
  expect(rows[0].purpose).toContain("Gọi lại cho người báo");
  const dump = await world.asOwner(async (owner) =>
    JSON.stringify([(await owner.query("select * from scam_reports")).rows, (await owner.query("select * from timeline where regime = 'scams'")).rows]),
  );
  expect(dump).not.toMatch(/Giáp|0987654321|trong sạch/);
});

test("whoever does not hold the regime finds nothing of it: no list, no count, no inbox, no sum, no warning's draft, no page", async () => {
  const ref = await stopped();
  for (const member of [cast.minh, cast.son, cast.hanh, cast.long]) {
    const actor = as(member);
    const look = <T>(work: Parameters<typeof world.try<T>>[1]) => world.try(actor, work, afternoon);
    const own = { communeId: member.scope.kind === "commune" ? member.scope.communeId : 0, provinceId: member.scope.kind === "commune" ? member.scope.provinceId : 0 };
    expect(await look((tx) => listOpenReports(tx, place, 50))).toEqual([]);
    expect(await look((tx) => listSettled(tx, place, { before: null, size: 50 }))).toEqual([]);
    expect(await look((tx) => countAside(tx, place, scam.kind))).toBe(0);
    expect(await look((tx) => sumSince(tx, place, new Date(0)))).toMatchObject({ stopped: 0, savedDong: 0 });
    await expect(look((tx) => getReport(tx, ref))).rejects.toMatchObject({ code: "notFound" });
    const rows = await look((tx) => listInbox(tx, sightOf(tx), { narrowing: everything, after: null, size: 100 }));
    expect(rows.filter(({ kind }) => kind === "scam")).toEqual([]);
    expect((await look((tx) => countInbox(tx, sightOf(tx), everything))).all).toBe(own.communeId === place.communeId ? rows.length : 0);
  }
  for (const member of [cast.minh, cast.son, cast.hanh]) {
    await expect(world.try(as(member), (tx) => takeReport(tx, told(), { channel: "phone" }))).rejects.toMatchObject({ code: "notPermitted" });
    await expect(world.try(as(member), (tx) => publishAlert(tx, { kind: "police", headline: "a", body: "b" }, { matterId: null }))).rejects.toMatchObject({ code: "notPermitted" });
  }
  const mine = await world.try(as(cast.binh), (tx) => listInbox(tx, sightOf(tx), { narrowing: everything, after: null, size: 100 }), afternoon);
  expect(mine.some(({ kind }) => kind === "scam")).toBe(true);
  await expect(world.try(trang, (tx) => publishAlert(tx, { kind: "police", headline: "a", body: "b" }, { matterId: null }))).rejects.toMatchObject({ code: "notPermitted" });
});

test("what an officer typed stays on the page when a colleague was faster, or when a secret stood in it", async () => {
  const ref = await cryForHelp();
  await world.commit(trang, (tx) => noteStep(tx, ref, { version: 1, kind: "called", bank: null, doneAt: afternoon, note: null }), afternoon);
  const url = `/can-bo/lua-dao/${ref}`;
  const step = await office.send(trang, `${url}/buoc`, { version: "1", step: "other", note: "Đã báo Agribank giữ tiền" });
  expect([step.status, step.html.includes("Đã báo Agribank giữ tiền")]).toEqual([409, true]);
  const ending = await office.send(trang, `${url}/ket-qua`, { version: "1", outcome: "lost", attempted: "5000000", lost: "5000000", endNote: "Tiền đã rút ở Lào Cai" });
  expect([ending.status, ending.html.includes("Tiền đã rút ở Lào Cai"), ending.html.includes("5000000")]).toEqual([409, true, true]);
  for (const [to, field] of [
    ["tin-nhan", "message"],
    ["ket-qua", "endNote"],
  ] as const) {
    const secret = await office.send(trang, `${url}/${to}`, { version: "2", outcome: "lost", [field]: "Bà con đọc lại giúp: mã OTP là 483920" });
    expect([secret.status, secret.html.includes("483920"), secret.html.includes("Bà con đọc lại giúp")]).toEqual([422, false, true]);
  }
});

test("one text warns everybody: page, leaflet, loudspeaker; taken back, its page stays without its text", async () => {
  const warning = { kind: "police", headline: "Giả công an gọi điện", body: "Họ bảo chuyển tiền.\nCúp máy ngay." };
  const ref = await world.commit(as(cast.binh), (tx) => publishAlert(tx, warning, { matterId: null }), afternoon);
  expect(await world.try(anybody, (tx) => listPublicAlerts(tx, place))).toMatchObject([{ ref, headline: warning.headline }]);
  expect(await world.try(anybody, (tx) => listPublicAlerts(tx, { communeId: units.tienLuc.id }))).toEqual([]);
  const get = async (url: string) => await server.inject({ method: "GET", url });
  expect(said((await get("/toi-dang-bi-lua/canh-bao")).body)).toContain("Giả công an gọi điện");
  expect(said((await get("/")).body)).toContain("Cảnh báo lừa đảo mới Giả công an gọi điện");
  expect(said((await get(`/toi-dang-bi-lua/canh-bao/07612/${ref}`)).body)).toContain("0204 000 113");
  expect(said((await get(`/toi-dang-bi-lua/canh-bao/07612/${ref}/loa`)).body).match(/Họ bảo chuyển tiền/g)).toHaveLength(2);
  const month = new Date(afternoon.getTime() + 30 * 86_400_000);
  const [outside] = await outsideOf(place);
  expect(outside).toMatchObject({ id: ref, headline: warning.headline, hamlets: [], event: "Giả công an, tòa án, viện kiểm sát" });
  expect(dayOf(outside?.expiresAt ?? afternoon)).toBe(dayOf(month));
  const leaflet = await get(`/toi-dang-bi-lua/canh-bao/07612/${ref}/to-roi.pdf`);
  expect(leaflet.headers["content-type"]).toBe("application/pdf");
  expect(leaflet.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  await world.commit(as(cast.binh), (tx) => withdrawAlert(tx, { ref, reason: "Đã hết" }), later(60));
  expect(await world.try(anybody, (tx) => getPublicAlert(tx, place, ref))).toMatchObject({ body: "", withdrawnAt: later(60) });
  expect(said((await get(`/toi-dang-bi-lua/canh-bao/07612/${ref}`)).body)).not.toContain("Họ bảo chuyển tiền");
});

test("the address that feeds give out opens the warning of every post, whichever post the reader chose", async () => {
  const chief = actorOf({ ...cast.binh, id: cast.hanh.id, scope: cast.hanh.scope, unitId: cast.hanh.unitId });
  await world.asOwner((owner) => owner.query("update account_grants set role = 'chief' where account_id = $1", [cast.hanh.id]));
  const warning = { kind: "shop", headline: "Mua hàng giá rẻ trên mạng", body: "Đừng chuyển cọc." };
  await world.commit(chief, (tx) => publishAlert(tx, warning, { matterId: null }), afternoon);
  const [outside] = await outsideOf({ communeId: units.tienLuc.id, provinceId: units.bacNinh.id });
  const page = await server.inject({ method: "GET", url: outside?.href ?? "" });
  expect(page.statusCode).toBe(200);
  expect(said(page.body)).toContain("Mua hàng giá rẻ trên mạng");
  expect(said(page.body)).toContain("0204 000 114");
  expect((await server.inject({ method: "GET", url: (outside?.href ?? "").replace("07381", "07612") })).statusCode).toBe(404);
});

test("a warning that is over stands on no page, and in feeds with its end; the one before it that still holds does", async () => {
  const chief = as(cast.binh);
  const lasting = { kind: "bank", headline: "Giả ngân hàng", body: "Cúp máy." };
  await world.commit(chief, (tx) => publishAlert(tx, lasting, { matterId: null }), later(24 * 60));
  await world.commit(chief, (tx) => publishAlert(tx, { ...lasting, headline: "Đã cũ" }, { matterId: null }), afternoon);
  const end = new Date("2026-12-21T10:00:00+07:00");
  const shown = (now: Date) => world.try(anybody, async (tx) => (await listPublicAlerts(tx, place, 1)).map(({ headline }) => headline), now);
  expect(await shown(later(60))).toEqual(["Đã cũ"]);
  expect(await shown(end)).toEqual(["Giả ngân hàng"]);
  const outside = await outsideOf(place);
  expect(outside.slice(0, 2).map(({ headline, expiresAt }) => [headline, expiresAt > end])).toEqual([
    ["Đã cũ", false],
    ["Giả ngân hàng", true],
  ]);
  expect(await shown(later(60 * 24 * 40))).toEqual([]);
  // An old link says so, and nothing is hung out any more.
  const ref = await world.commit(chief, (tx) => publishAlert(tx, { ...lasting, headline: "Từ tháng trước" }, { matterId: null }), later(-60 * 24 * 40));
  const url = `/toi-dang-bi-lua/canh-bao/${units.phuongSon.code}/${ref}`;
  const page = await server.inject({ method: "GET", url });
  expect(said(page.body)).toMatch(/Từ tháng trước Cảnh báo này đã hết hạn từ ngày/);
  expect(page.body).not.toContain("to-roi.pdf");
  for (const out of ["to-roi.pdf", "loa"]) expect((await server.inject({ method: "GET", url: `${url}/${out}` })).statusCode).toBe(404);
});

test("the page of the one who is being cheated: phones, three questions, the check, the receipt and its letters; no secret is taken", async () => {
  const url = "/toi-dang-bi-lua";
  const page = await server.inject({ method: "GET", url });
  for (const words of ["Ba mươi phút đầu", "0204 000 113", "156", "1900558818", "Đã chuyển tiền chưa?", "DỪNG LẠI"]) expect(said(page.body)).toContain(words);
  for (const words of ["Gọi trực ban công an 0204 000 113", "mượn máy khác gọi tiếp", "Công an trực nhận tin cả ngày lẫn đêm"]) expect(said(page.body)).toContain(words);
  const secret = await server.inject(form(url, { stage: "talking", told: "mã OTP là 483920" }));
  expect(secret.statusCode).toBe(422);
  expect(secret.body).not.toContain("483920");
  expect(said(secret.body)).toContain("không nhận và không lưu");
  expect((await server.inject(form(url, { told: "x" }))).body).toContain("Xin chọn đã chuyển tiền hay chưa.");
  const trapped = await server.inject(form(url, { stage: "sent", website: "http://spam" }));
  expect(trapped.headers.location).toBe(url);
  const sent = await server.inject(form(url, { stage: "sending", bank: "agribank", told: "Họ bảo chuyển" }));
  expect(sent.statusCode).toBe(303);
  const receipt = String(sent.headers.location);
  expect(said((await server.inject({ method: "GET", url: receipt })).body)).toContain("Mới báo");
  expect((await server.inject(form(receipt, { message: "Họ gọi lại rồi" }))).statusCode).toBe(303);
  expect(said((await server.inject({ method: "GET", url: receipt })).body)).toContain("Họ gọi lại rồi");
  const letter = await server.inject(form(receipt, { message: "Họ vẫn gọi hoài, OTP: 998877" }));
  expect(letter.statusCode).toBe(422);
  expect(letter.body).not.toContain("998877");
  expect(said(letter.body)).toContain("Họ vẫn gọi hoài");
  const checked = said((await server.inject(form(`${url}/kiem-tra`, { checked: "0977 000 111" }))).body);
  expect(checked).toContain("Chưa ai báo ở đây");
  expect(checked).toContain("không chứng minh gì");
  expect((await server.inject({ method: "GET", url: `${url}/tin/GGGG-GGGG-GGGG-GGGG` })).statusCode).toBe(404);
});

test("forty reports in a minute: the first thirty stand in the list, the rest wait aside, are sifted together, and a call for help by telephone is not hidden", async () => {
  const hour = new Date("2026-11-21T02:10:00+07:00");
  const rubbish = told({ stage: "sent", told: "rác rưởi", mark: null, fullName: null, phone: null });
  for (let i = 0; i < 40; i++) await world.commit(anybody, (tx) => fileReport(tx, place, rubbish), hour);
  expect(await world.try(trang, (tx) => countAside(tx, place, scam.kind))).toBe(10);
  const real = await world.commit(trang, (tx) => takeReport(tx, told({ stage: "talking" }), { channel: "phone" }), hour);
  const open = await world.try(trang, (tx) => listOpenReports(tx, place, 200), hour);
  const order = open.map(({ publicRef, stage }) => (publicRef === real.publicRef ? "real" : stage));
  expect(order.indexOf("real")).toBeGreaterThanOrEqual(0);
  expect(order.indexOf("real")).toBeLessThan(order.indexOf("sent"));
  const waiting = await world.try(trang, (tx) => listAside(tx, place, 200));
  const [keep, ...rest] = waiting.map(({ publicRef }) => publicRef);
  expect(await world.commit(trang, (tx) => siftAside(tx, scam, { refs: rest, act: "discard", reason: "Tin rác" }), hour)).toBe(9);
  expect(await world.commit(trang, (tx) => siftAside(tx, scam, { refs: [keep ?? "", ...rest], act: "takeIn", reason: "" }), hour)).toBe(1);
  expect(await world.try(trang, (tx) => countAside(tx, place, scam.kind))).toBe(0);
  expect((await world.try(trang, (tx) => listSettled(tx, place, { before: null, size: 200 }))).filter(({ outcome }) => outcome === "discarded")).toEqual([]);
});
