import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { anybody, watchIn } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import { move } from "../../kernel/matter.ts";
import { parseEnding } from "./forms.ts";
import { scam } from "./matter.ts";
import { sumSince } from "./queries/reports.ts";
import { scamRoutes } from "./routes.ts";
import { afternoon, told } from "./scams.stage.ts";
import { fileReport, getReport, settleReport } from "./service/report.ts";

const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const trang = as(cast.trang);
const nextDay = new Date("2026-11-21T09:00:00+07:00");

let world: World;
let office: OfficeSite;
let now = afternoon;
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: scamRoutes, clock: () => now });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

const report = () => world.commit(anybody, (tx) => fileReport(tx, place, told()), afternoon);
const sums = () => world.try(as(cast.binh), (tx) => sumSince(tx, place, new Date("2026-11-01T00:00:00+07:00")), nextDay);
const read = (fields: Record<string, string>, again = false) => {
  const form = parseEnding({ version: "2", ...fields }, { again });
  return form.ok ? form.value : Object.keys(form.errors).sort();
};

describe("how it ended is taken with the amounts that belong to it", () => {
  test.each([
    [{ outcome: "stopped" }, ["attempted"]],
    [{ outcome: "partlySaved", attempted: "50.000.000" }, ["lost", "saved"]],
    [{ outcome: "partlySaved", attempted: "50tr", saved: "50tr" }, ["lost"]],
    [{ outcome: "lost" }, ["attempted", "lost"]],
    [{ outcome: "lost", attempted: "50tr" }, ["lost"]],
    [{ outcome: "lost", attempted: "50tr", lost: "20tr", saved: "30tr" }, ["saved"]],
    [{ outcome: "stopped", attempted: "50tr", lost: "1tr" }, ["lost"]],
    [{ outcome: "partlySaved", attempted: "50tr", lost: "30tr", saved: "30tr" }, ["attempted"]],
    [{ outcome: "lost", attempted: "nhiều lắm", lost: "15,5" }, ["attempted", "lost"]],
    [{ outcome: "notScam" }, ["endNote"]],
  ])("%j lacks %j", (fields, missing) => {
    expect(read(fields)).toEqual(missing);
  });

  test("millions are typed as they are said; what was stopped was saved altogether; an unknown amount is a nought", () => {
    expect(read({ outcome: "partlySaved", attempted: "1,5 tỷ", lost: "50 triệu", saved: "200tr" })).toMatchObject({
      attempted: 1_500_000_000,
      lost: 50_000_000,
      saved: 200_000_000,
    });
    expect(read({ outcome: "stopped", attempted: "80tr" })).toMatchObject({ attempted: 80_000_000, lost: 0, saved: 80_000_000 });
    expect(read({ outcome: "stopped", attempted: "0" })).toMatchObject({ attempted: 0, lost: 0, saved: 0 });
    expect(read({ outcome: "notScam", endNote: "Người nhà gọi" })).toMatchObject({ attempted: 0 });
    expect(read({ outcome: "lost", attempted: "0", lost: "5tr" })).toMatchObject({ attempted: 5_000_000, lost: 5_000_000, saved: 0 });
  });

  test("amounts of an earlier ending, still in the form, do not outlive it", () => {
    expect(read({ outcome: "notScam", attempted: "15tr", saved: "15tr", endNote: "Người nhà gọi" })).toMatchObject({ attempted: 0, lost: 0, saved: 0 });
    expect(read({ outcome: "stopped", attempted: "15tr", lost: "0", saved: "5tr" })).toMatchObject({ attempted: 15_000_000, lost: 0, saved: 15_000_000 });
  });
});

test("money that comes back the next day is written down with the reason; the figures follow, what was said before stays, and nothing is late", async () => {
  const ref = await report();
  const before = await sums();
  const ending = `/can-bo/lua-dao/${ref}/ket-qua`;
  expect((await office.send(trang, ending, { version: "1", outcome: "lost", attempted: "50tr", lost: "50tr" })).status).toBe(303);
  now = nextDay;
  const page = await office.read(trang, `/can-bo/lua-dao/${ref}`);
  expect(page.said).toContain("Sửa kết quả");
  expect(page.html).toMatch(/value="50\.000\.000"/);
  const anew = { version: "2", outcome: "partlySaved", attempted: "50tr", lost: "30tr", saved: "20tr" };
  const silent = await office.send(trang, ending, anew);
  expect([silent.status, silent.html.includes('value="20tr"')]).toEqual([422, true]);
  expect(silent.said).toContain("Xin ghi vì sao sửa kết quả");
  expect((await office.send(trang, ending, { ...anew, endNote: "Ngân hàng hoàn tiền" })).status).toBe(303);

  const after = await sums();
  expect([after.lost - before.lost, after.partlySaved - before.partlySaved, after.savedDong - before.savedDong, after.lostDong - before.lostDong]).toEqual([
    0, 1, 20_000_000, 30_000_000,
  ]);
  const { matter, report: kept } = await world.try(trang, (tx) => getReport(tx, ref));
  expect([matter.state, matter.outcome, kept.settledAt]).toEqual(["settled", "partlySaved", afternoon]);
  const course = (await office.read(trang, `/can-bo/lua-dao/${ref}`)).said;
  expect(course).toMatch(/Kết quả: Đã mất .*Đã mất \(đồng\): 50\.000\.000.*Kết quả: Giữ được một phần .*Giữ được \(đồng\): 20\.000\.000 Ngân hàng hoàn tiền/);
  await world.commit(watchIn(place), (tx) => noteBreaches(tx, place), nextDay);
  const { rows } = await world.asOwner((owner) => owner.query("select 1 from breaches where matter_id = $1", [matter.id]));
  expect(rows).toEqual([]);
  await expect(world.try(trang, (tx) => settleReport(tx, ref, { ...anew, version: 3, outcome: "lost", attempted: 1, lost: 1, saved: 0, note: "" }))).rejects.toMatchObject({
    code: "invalid",
  });
});

test("what has ended goes on being written down: a step, a mark, a letter, and the way to a warning; what was put away does not", async () => {
  const ref = await report();
  const url = `/can-bo/lua-dao/${ref}`;
  now = nextDay;
  await office.send(trang, `${url}/ket-qua`, { version: "1", outcome: "lost", attempted: "50tr", lost: "50tr" });
  expect((await office.send(trang, `${url}/buoc`, { version: "2", step: "evidence", note: "Sao kê của ngân hàng" })).status).toBe(303);
  expect((await office.send(trang, `${url}/dau-vet`, { mark: "19034567890999" })).status).toBe(303);
  expect((await office.send(trang, `${url}/tin-nhan`, { message: "Ngân hàng đang tra soát" })).status).toBe(303);
  const page = await office.read(as(cast.binh), url);
  for (const words of ["Sao kê của ngân hàng", "19034567890999", "Ngân hàng đang tra soát", "Đã xong"]) expect(page.said).toContain(words);
  expect(page.html).toContain('name="file"');
  expect(page.html).toContain('href="/can-bo/lua-dao/canh-bao"');

  const rubbish = await report();
  const { matter } = await world.try(trang, (tx) => getReport(tx, rubbish));
  await world.commit(trang, (tx) => move(tx, scam, matter.id, "discard", { version: 1, note: "Tin rác" }), nextDay);
  const closed = await office.read(trang, `/can-bo/lua-dao/${rubbish}`);
  for (const name of ["step", "outcome", "mark", "file"]) expect(closed.html).not.toContain(`name="${name}"`);
  for (const [to, fields] of [
    ["buoc", { step: "called" }],
    ["ket-qua", { outcome: "lost", attempted: "5tr", lost: "5tr", endNote: "x" }],
  ] as const) {
    expect((await office.send(trang, `/can-bo/lua-dao/${rubbish}/${to}`, { version: "2", ...fields })).status).toBe(409);
  }
});
