import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { form, said } from "../../../test/world/resident-server.ts";
import { anybody } from "../../kernel/actor.ts";
import { listIdentities, openIdentity } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import { afternoon, openSides, told } from "./scams.stage.ts";
import { listPublicAlerts } from "./service/alerts.ts";
import { fileReport, getReport, noteStep, settleReport } from "./service/report.ts";

const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const trang = as(cast.trang);
const minutesOn = (minutes: number): Date => new Date(afternoon.getTime() + minutes * 60_000);

let sides: Awaited<ReturnType<typeof openSides>>;
beforeAll(async () => {
  sides = await openSides();
});
afterAll(() => sides.close());

test("while money leaves the button sends whatever stands in the fields: the account is found again, where to call back is opened for a purpose", async () => {
  const fields = { stage: "sending", mark: "STK 1903 4567 890123 Techcombank, gọi từ 0977 000 222", phone: "0204 388 8888 hoặc 0912345678" };
  const sent = await sides.server.inject(form("/toi-dang-bi-lua", fields));
  expect(sent.statusCode).toBe(303);
  const ref = String(sent.headers.location).split("/").at(-1) ?? "";
  const { matter } = await sides.world.commit(trang, async (tx) => {
    await noteStep(tx, ref, { version: 1, kind: "called", bank: null, doneAt: afternoon, note: null });
    return await getReport(tx, ref);
  });
  for (const checked of ["19034567890123", "STK 19034567890123 (Techcombank)", "0977000222"]) {
    expect(said((await sides.server.inject(form("/toi-dang-bi-lua/kiem-tra", { checked }))).body)).toContain("Đã bị báo ở đây 1 lần");
  }
  const page = await sides.office.read(trang, `/can-bo/lua-dao/${ref}`);
  expect(page.html).toContain("STK 1903 4567 890123 Techcombank");
  expect(page.html).not.toContain("0912345678");
  const [mark] = await sides.world.try(trang, (tx) => listIdentities(tx, matter));
  expect(await sides.world.commit(trang, (tx) => openIdentity(tx, place, { id: mark?.id ?? 0, purpose: "Gọi lại cho người báo" }), afternoon)).toMatchObject({
    phone: "02043888888",
    more: { "Gọi lại, như đã gõ": "0204 388 8888 hoặc 0912345678" },
  });
  const [, key = ""] = (await sides.office.read(as(cast.minh), "/can-bo/ghi-tin-bao/lua-dao")).html.match(/name="ref" value="([^"]+)"/) ?? [];
  expect((await sides.office.send(as(cast.minh), "/can-bo/ghi-tin-bao/lua-dao", { ...fields, ref: key })).status).toBe(200);
});

test("the stop button pressed twice is one report with one receipt; other words, another page, and the same words hours later are another", async () => {
  const url = "/toi-dang-bi-lua";
  const press = async (fields: Record<string, string>) => String((await sides.server.inject(form(url, { stage: "sending", told: "Họ bảo chuyển", ...fields }))).headers.location);
  const key = newReference();
  const [one, two] = await Promise.all([press({ key }), press({ key })]);
  expect(one).toMatch(/\/tin\/[0-9A-Z]{16}$/);
  expect([two, one.includes(key)]).toEqual([one, false]);
  const others = [await press({ key, told: "Họ bảo chuyển, nay gọi lại" }), await press({ key: newReference() }), await press({}), await press({})];
  expect(new Set([one, ...others]).size).toBe(5);
  const file = (at: Date) => sides.world.commit(anybody, (tx) => fileReport(tx, place, told(), key), at);
  const [first, again, later] = [await file(afternoon), await file(minutesOn(50)), await file(minutesOn(240))];
  expect([again === first, later === first]).toEqual([true, false]);
});

test("a warning sent twice is one, and one that was changed after going back is another", async () => {
  const url = "/can-bo/lua-dao/canh-bao";
  const [, ref = ""] = (await sides.office.read(as(cast.binh), url)).html.match(/name="ref" value="([^"]+)"/) ?? [];
  const headline = "Giả nhân viên điện lực";
  const fields = { ref, kind: "police", headline, body: "Đừng bấm vào." };
  const [one, two] = await Promise.all([sides.office.send(as(cast.binh), url, fields), sides.office.send(as(cast.binh), url, fields)]);
  expect([one.status, two.status]).toEqual([303, 303]);
  const count = async () => (await sides.world.try(anybody, (tx) => listPublicAlerts(tx, place), afternoon)).filter((alert) => alert.headline === headline).length;
  expect(await count()).toBe(1);
  await sides.office.send(as(cast.binh), url, { ...fields, body: "Đừng bấm vào, gọi trực ban." });
  expect(await count()).toBe(2);
  expect((await sides.office.send(as(cast.binh), url, { ...fields, headline: "" })).html).toContain(`value="${ref}"`);
});

test("whom to call stands in the steps as a link to touch; that the page is kept is not said before it is", async () => {
  for (const url of ["/toi-dang-bi-lua", "/toi-dang-bi-lua/mat-mang"]) {
    const { body } = await sides.server.inject({ method: "GET", url });
    const steps = body.match(/<ol>.*?<\/ol>/s)?.[0] ?? "";
    for (const number of ["0204000113", "113", "156"]) expect(steps).toContain(`href="tel:${number}"`);
    expect(said(steps)).toContain("Gọi trực ban công an 0204 000 113, nguy hiểm thì gọi 113.");
    expect(steps).not.toContain("tel:5656");
    if (body.includes("đã lưu trong máy")) expect(body).toMatch(/<p class="quiet" data-kept="?[a-z]*"? hidden>\s*Trang này đã lưu/);
  }
});

test("the code on the receipt opens it again from the page where it was reported; a wrong one is told beside its field and kept", async () => {
  const url = "/toi-dang-bi-lua";
  const sent = await sides.server.inject(form(url, { stage: "sent" }));
  const receipt = String(sent.headers.location);
  const paper = said((await sides.server.inject({ method: "GET", url: receipt })).body);
  expect(paper).toContain("mở trang “Tôi đang bị lừa?” và gõ mã vào ô “Mã trên biên nhận”");
  const code = paper.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/)?.[0] ?? "";
  expect(said((await sides.server.inject({ method: "GET", url })).body)).toContain("Mã trên biên nhận");
  expect((await sides.server.inject(form(`${url}/tra-cuu`, { code: code.toLowerCase() }))).headers.location).toBe(receipt);
  for (const wrong of ["GGGG-GGGG-GGGG-GGGG", "quên rồi"]) {
    const again = await sides.server.inject(form(`${url}/tra-cuu`, { code: wrong }));
    expect([again.statusCode, again.body.includes(`value="${wrong}"`)]).toEqual([422, true]);
    expect(said(again.body)).toContain("Không có tin báo nào mang mã này");
  }
  expect(said((await sides.server.inject(form(`${url}/tra-cuu`, { code: "" }))).body)).toContain("Xin gõ mã trên biên nhận.");
});

test.each([
  ["stopped", 0, "Công an đã chặn được, tiền không mất."],
  ["partlySaved", 1_000_000, "Công an giữ lại được một phần tiền."],
  ["lost", 5_000_000, "Tiền đã bị lấy mất, chưa giữ lại được."],
  ["notScam", 0, "Công an đã xem: không phải lừa đảo."],
] as const)("whoever reported reads how it ended, in one sentence, and where to turn with anything new: %s", async (outcome, lost, sentence) => {
  const receipt = String((await sides.server.inject(form("/toi-dang-bi-lua", { stage: "sent" }))).headers.location);
  const read = async () => said((await sides.server.inject({ method: "GET", url: receipt })).body);
  expect(await read()).toContain("Trong lúc chờ");
  const ending = { version: 1, outcome, attempted: outcome === "notScam" ? 0 : 5_000_000, lost, saved: outcome === "partlySaved" ? 4_000_000 : 0, note: "Đã gọi lại" };
  await sides.world.commit(trang, (tx) => settleReport(tx, receipt.split("/").at(-1) ?? "", ending), afternoon);
  const ended = await read();
  expect(ended).toContain(sentence);
  expect(ended).toContain("Có gì mới thì gọi trực ban, hoặc báo lại");
  expect(ended).not.toContain("Trong lúc chờ");
});
