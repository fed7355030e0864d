import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import type { Day } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import { listIdentities, openIdentity } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Tx } from "../../kernel/tx.ts";
import { checkFile, listAttachments } from "../attachments/index.ts";
import { parsePerson } from "./forms/work.ts";
import { report, saturdayNight, takeThatNight, teller } from "./incidents.stage.ts";
import { findReferral, listCustody, listLinked, listMeasures, listStatements } from "./queries/lines.ts";
import { verbsNow } from "./routes/report-props.ts";
import { incidentRoutes } from "./routes.ts";
import { handInReport, receiveReport } from "./service/intake.ts";
import { alsoIn, getReport } from "./service/read.ts";
import { openReceipt as openPublicReport, writeFromReceipt } from "./service/receipt.ts";
import { acknowledge, addMeasure, addPerson, addStatement, answerReporter, beginChecking, keepEvidence, keepThing, linkReport, refer, regrade, settle } from "./service/work.ts";

let world: World;
let office: OfficeSite;
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: incidentRoutes, clock: () => saturdayNight });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

const trang = as(cast.trang);
const binh = as(cast.binh);
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const take = (given: Parameters<typeof report>[0] = {}): Promise<string> => takeThatNight(world, trang, given);
const look = (ref: string) => world.try(trang, (tx) => getReport(tx, ref), saturdayNight);
const kept = async (): Promise<string> => {
  const tables = ["matters", "timeline", "audit", "incidents", "incident_statements", "incident_custody", "identities", "messages", "numbers"];
  const all = await world.asOwner((owner) => owner.query(tables.map((table) => `select row_to_json(t)::text as said from ${table} t`).join(" union all ")));
  return all.rows.map(({ said }) => said).join("\n");
};

test("on a Saturday night a report is received at once: its number, its clock, and nothing that names anybody lies open", async () => {
  const ref = await take({ happenedOn: "2026-11-21" as Day });
  const { matter, incident, account, place: where } = await look(ref);
  expect(matter).toMatchObject({ kind: "incident", regime: "incidents", state: "received", title: "Trộm cắp tài sản", channel: "phone", receivedAt: saturdayNight });
  expect(matter.code).toMatch(/^VV-2026-\d{4}$/);
  expect([incident.track, account, where]).toEqual(["check", report().account, "Ngõ sau chợ Kép"]);
  const all = await kept();
  for (const word of ["Lành", "0204000777", "anh Tư", "Ngõ sau"]) expect(all).not.toContain(word);
});

test("the same form sent twice is one report", async () => {
  const ref = newReference();
  const twice = await Promise.allSettled([1, 2].map(() => world.commit(trang, (tx) => receiveReport(tx, ref, report()), saturdayNight)));
  const again = await world.commit(trang, (tx) => receiveReport(tx, ref, report()), saturdayNight);
  expect(twice.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect(again.publicRef).toBe(ref);
  const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as n from matters where public_ref = $1", [ref]));
  expect(rows[0].n).toBe(1);
});

test("whoever gives no name is received, and a child stands there with her guardian and her interpreter", async () => {
  const nameless = await take({ teller: null, nameRefused: true });
  expect((await look(nameless)).incident.nameRefused).toBe(true);
  const ref = await take({ teller: teller({ fullName: "Vi Thị Na", minor: true, guardian: "bà nội Vi Thị Sen", interpreter: "tiếng Sán Dìu, chị Diệp Thị Mơ" }) });
  const { matter } = await look(ref);
  const [mark] = await world.try(trang, (tx) => listIdentities(tx, matter));
  expect(mark).toMatchObject({ role: "reporter", minor: true });
  const who = await world.commit(trang, (tx) => openIdentity(tx, matter, { id: mark?.id ?? 0, purpose: "Mời lên lấy lời trình bày" }));
  expect(who.more).toEqual({ "Người giám hộ, đại diện": "bà nội Vi Thị Sen", "Phiên dịch, tiếng nói": "tiếng Sán Dìu, chị Diệp Thị Mơ" });
  const seen = await world.asOwner((owner) => owner.query("select purpose from reads where subject = $1", [`matter:${matter.id}`]));
  expect(seen.rows).toContainEqual({ purpose: "Mời lên lấy lời trình bày" });
  await expect(world.commit(trang, (tx) => openIdentity(tx, matter, { id: mark?.id ?? 0, purpose: "" }))).rejects.toMatchObject({ code: "invalid" });
});

test("a minor without a guardian is asked for one, beside the field", () => {
  const form = parsePerson({ version: "1", role: "witness", fullName: "Vi Thị Na", minor: "yes" });
  expect(form.ok ? null : Object.keys(form.errors)).toEqual(["guardian"]);
  expect(parsePerson({ version: "1", role: "witness", fullName: "Vi Thị Na", minor: "yes", guardian: "chưa rõ" }).ok).toBe(true);
});

test("a report goes its way: looked into, said, done, handed over by the law of the day, acknowledged", async () => {
  const ref = await take();
  const other = await take({ account: "Cũng mất xe đạp ở ngõ bên." });
  const { matter } = await look(ref);
  const id = { communeId: place.communeId, matterId: matter.id };
  const as = <T>(actor: typeof trang, work: Parameters<typeof world.commit<T>>[1]) => world.commit(actor, work, saturdayNight);
  await as(trang, (tx) => beginChecking(tx, ref, { version: 1 }));
  const person = await as(trang, (tx) =>
    addPerson(tx, ref, {
      version: 2,
      role: "concerned",
      fullName: "Lục Văn Tư",
      phone: null,
      address: null,
      idNumber: "024088004321",
      minor: false,
      guardian: null,
      interpreter: null,
      about: "sinh năm 1988",
      corrects: null,
    }),
  );
  await as(trang, (tx) => addStatement(tx, ref, { version: 3, kind: "statement", person: Number(person), words: "Tôi có đi qua nhưng không lấy." }));
  await as(trang, (tx) =>
    addMeasure(tx, ref, { version: 4, measure: "calledIn", people: 1, doneOn: "2026-11-21" as Day, legalBasis: "Luật Công an nhân dân 2018", corrects: null }),
  );
  await as(trang, (tx) => keepThing(tx, ref, { version: 5, thing: "Khóa xe bị cắt", event: "taken", holder: "Vi Thu Trang", where: "Tủ số 2" }));
  expect(await as(trang, (tx) => linkReport(tx, ref, { version: 6, code: "VV-1999-0001", why: "Giống nhau", same: false }))).toBe("unknown");
  const otherCode = (await look(other)).matter.code;
  expect(await as(trang, (tx) => linkReport(tx, ref, { version: 6, code: otherCode, why: "Cùng ngõ, cùng đêm", same: false }))).toBe("linked");
  await expect(as(trang, (tx) => refer(tx, ref, { version: 7, papers: "Biên bản, 1 khóa" }))).rejects.toMatchObject({ code: "notPermitted" });
  await as(binh, (tx) => refer(tx, ref, { version: 7, papers: "Biên bản, 1 khóa" }));
  await as(trang, (tx) => acknowledge(tx, ref, { version: 8, answer: "Số 12/GBN ngày 22/11" }));

  const [referral, said, done, things, links] = await world.try(trang, async (tx) => [
    await findReferral(tx, id),
    await listStatements(tx, id),
    await listMeasures(tx, id),
    await listCustody(tx, id),
    await listLinked(tx, id),
  ]);
  expect(referral).toMatchObject({ authority: "Cơ quan Cảnh sát điều tra Công an tỉnh Bắc Ninh", authorityFrom: "2025-03-01", answer: "Số 12/GBN ngày 22/11" });
  expect([said.length, said[0]?.identityId, done[0]?.people, things[0]?.thing, links[0]?.code]).toEqual([1, person, 1, "Khóa xe bị cắt", otherCode]);
  const closed = (await look(ref)).matter;
  expect(closed).toMatchObject({ state: "acknowledged", outcome: "referred", settledAt: saturdayNight });
  const record = await world.asOwner((owner) => owner.query("select coalesce(note, '') || facts::text as said from timeline where matter_id = $1", [matter.id]));
  for (const { said: line } of record.rows) expect(line).not.toMatch(/Tư|024088|không lấy|Trang/);
});

test("nothing that was written can be changed or taken away, not even by the chief with a statement of his own", async () => {
  for (const table of ["incident_statements", "incident_measures", "incident_custody", "incident_links"]) {
    for (const privilege of ["update", "delete"]) {
      const { rows } = await world.asOwner((owner) =>
        owner.query(
          `select ${privilege === "delete" ? `has_table_privilege('scope_commune', '${table}', 'delete')` : `has_any_column_privilege('scope_commune', '${table}', 'update')`} as may`,
        ),
      );
      expect(rows[0].may).toBe(false);
    }
  }
});

test("whoever opens a person is told in which other reports of the post the same number stands", async () => {
  const phone = "0204000888";
  const [first, second] = [await take({ teller: teller({ phone }) }), await take({ teller: teller({ phone, fullName: "Lành" }) })];
  const also = await world.try(trang, async (tx) => await alsoIn(tx, await getReport(tx, second), { fullName: null, phone, address: null, idNumber: null, more: {} }));
  expect(also.map(({ publicRef }) => publicRef)).toEqual([first]);
  expect(JSON.stringify(also)).not.toContain("Lành");
});

test("what is no crime is read as what it is, with the reason, and settled at the post", async () => {
  const ref = await take();
  await world.commit(trang, (tx) => regrade(tx, ref, { version: 1, kind: "incident", nature: "quarrel", reason: "Xe đã tìm thấy, chỉ là cãi nhau" }), saturdayNight);
  const { matter } = await look(ref);
  expect(matter.title).toBe("Cãi cọ, mâu thuẫn");
  const held = await world.try(anybody, (tx) => openPublicReport(tx, ref), saturdayNight);
  expect(held?.matter.title).toBe("Cãi cọ, mâu thuẫn");
  await expect(world.commit(trang, (tx) => settle(tx, ref, { version: 2, reason: " " }), saturdayNight)).rejects.toMatchObject({ code: "invalid" });
  await world.commit(trang, (tx) => settle(tx, ref, { version: 2, reason: "Hai bên đã hiểu nhau" }), saturdayNight);
  expect(await look(ref)).toMatchObject({ matter: { state: "settled", outcome: "settled" }, incident: { kind: "incident", nature: "quarrel" } });
  await expect(world.commit(trang, (tx) => beginChecking(tx, ref, { version: 2 }), saturdayNight)).rejects.toMatchObject({ code: "changedMeanwhile" });
});

test("what may be a crime is never settled at the post, not even by the chief", async () => {
  for (const kind of ["denunciation", "tip", "proposal"] as const) {
    const ref = await take({ kind });
    await expect(world.commit(binh, (tx) => settle(tx, ref, { version: 1, reason: "Hai bên tự thỏa thuận" }), saturdayNight)).rejects.toMatchObject({ code: "notNow" });
    expect(await world.try(binh, async (tx) => verbsNow(tx, await getReport(tx, ref)))).not.toContain("settle");
    expect((await office.read(binh, `/can-bo/vu-viec/${ref}/lam/settle`)).status).toBe(409);
  }
  const quarrel = await take({ kind: "incident", nature: "quarrel" });
  expect(await world.try(binh, async (tx) => verbsNow(tx, await getReport(tx, quarrel)))).toContain("settle");
  const lamp = async (tx: Tx) => {
    const { publicRef } = await receiveReport(tx, newReference(), report({ kind: "tip", nature: "streetLight" }));
    await settle(tx, publicRef, { version: 1, reason: "Đã thay bóng" });
    return (await getReport(tx, publicRef)).matter.state;
  };
  expect(await world.try(trang, lamp, saturdayNight)).toBe("settled");
  const stolen = async (tx: Tx) => {
    const { publicRef } = await receiveReport(tx, newReference(), report({ kind: "tip", nature: "streetLight" }));
    await regrade(tx, publicRef, { version: 1, kind: "denunciation", nature: "theft", reason: "Đèn bị tháo trộm" });
    const { matter, incident } = await getReport(tx, publicRef);
    await expect(settle(tx, publicRef, { version: matter.version, reason: "Đã thay bóng" })).rejects.toMatchObject({ code: "notNow" });
    return [incident.track, matter.dueAt !== null];
  };
  expect(await world.try(trang, stolen, saturdayNight)).toEqual(["check", true]);
});

test("beside a field stands what is wrong with it: an empty outcome, a link to itself, nobody to work on it, a day that is none", async () => {
  const ref = await take({ kind: "incident", nature: "quarrel" });
  const { code } = (await look(ref)).matter;
  const send = (verb: string, fields: Record<string, string>) => office.send(binh, `/can-bo/vu-viec/${ref}/lam/${verb}`, { version: "1", ...fields });
  expect(await send("settle", { reason: "" })).toMatchObject({ status: 422, said: expect.stringContaining("Xin ghi đã giải quyết thế nào.") });
  expect(await send("link", { code, why: "Giống nhau" })).toMatchObject({ status: 422, said: expect.stringContaining("Đó là số của chính vụ việc này.") });
  expect(await send("assign", {})).toMatchObject({ status: 422, said: expect.stringContaining("Xin chọn cán bộ nhận việc.") });
  for (const day of ["2026-02-31", "2026-11-20", ""]) {
    const duty = await office.send(binh, "/can-bo/vu-viec/lich-truc", { day, officer: String(cast.trang.id), act: "add" });
    expect(duty).toMatchObject({ status: 422, said: expect.stringContaining("Xin chọn một trong các ngày đang hiện.") });
  }
  expect(await office.send(binh, "/can-bo/vu-viec/lich-truc", { day: "2026-11-22", officer: String(cast.trang.id), act: "add" })).toMatchObject({ status: 303 });
});

test("the figures of a year that still runs have no button that publishes them", async () => {
  expect((await office.read(binh, "/can-bo/vu-viec/so-lieu")).said).toContain("Hết năm mới công bố được");
  expect((await office.read(binh, "/can-bo/vu-viec/so-lieu?nam=2025")).said).toContain("Công bố số vụ của năm này");
  expect((await office.send(binh, "/can-bo/vu-viec/so-lieu/cong-bo", { nam: "2026" })).status).toBe(409);
});

test("a resident without a name writes, reads the answer by her receipt, and writes again", async () => {
  const { channel: _, ...told } = report({ teller: null });
  const ref = await world.commit(anybody, (tx) => handInReport(tx, place, told, null), saturdayNight);
  const { matter } = await look(ref);
  expect(matter).toMatchObject({ channel: "web", state: "received" });
  await world.commit(trang, (tx) => answerReporter(tx, ref, { version: 1, text: "Xe màu gì ạ?" }), saturdayNight);
  await world.commit(anybody, (tx) => writeFromReceipt(tx, ref, "Màu xanh, có giỏ."), saturdayNight);
  const { rows } = await world.asOwner((owner) => owner.query("select account_id, facts from alerts where template = 'work.written' order by account_id"));
  expect(rows).toEqual([cast.binh, cast.trang].map(({ id }) => ({ account_id: id, facts: { code: matter.code } })));
  const held = await world.try(anybody, (tx) => openPublicReport(tx, ref), saturdayNight);
  expect(held?.messages.map(({ fromPost, text }) => [fromPost, text])).toEqual([
    [true, "Xe màu gì ạ?"],
    [false, "Màu xanh, có giỏ."],
  ]);
  expect(await world.try(anybody, (tx) => openPublicReport(tx, newReference()), saturdayNight)).toBeNull();
});

test("a photograph is drawn anew, kept sealed with the report, and begins a chain of who holds it", async () => {
  const { channel: _, ...told } = report({ teller: null });
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  const file = await checkFile(png, { types: ["png"], maxMegabytes: 1 }, null);
  const ref = await world.commit(anybody, (tx) => handInReport(tx, place, told, file), saturdayNight);
  const { matter } = await look(ref);
  const at = { communeId: matter.communeId, matterId: matter.id };
  expect(await world.try(trang, (tx) => listAttachments(tx, at))).toMatchObject([{ mediaType: "image/png", keptByName: "Door" }]);
  expect((await office.read(trang, `/can-bo/vu-viec/${ref}`)).said).toContain("Ảnh gửi kèm tin báo");
  const other = await checkFile(Buffer.from(file.bytes), { types: ["png"], maxMegabytes: 1 }, null);
  await world.commit(trang, (tx) => keepEvidence(tx, ref, { version: 1, file: other, caption: "Ổ khóa bị cắt", where: "Máy của trụ sở" }), saturdayNight);
  expect(await world.try(trang, (tx) => listCustody(tx, at))).toMatchObject([{ event: "stored", place: "Máy của trụ sở", writerName: "Vi Thu Trang" }]);
  expect((await office.read(trang, `/can-bo/vu-viec/${ref}`)).said).toContain("Ổ khóa bị cắt");
  expect(await kept()).not.toContain("Ổ khóa bị cắt");
});
