import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { anybody } from "../../kernel/actor.ts";
import { parseStep } from "./forms.ts";
import { scamRoutes } from "./routes.ts";
import { afternoon, told } from "./scams.stage.ts";
import { fileReport } from "./service/report.ts";
import { formTexts } from "./texts/forms.ts";

const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const trang = as(cast.trang);
const now = new Date("2026-11-21T09:30:40+07:00");

let world: World;
let office: OfficeSite;
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: scamRoutes, clock: () => now });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

describe("the minute of a step", () => {
  const read = (doneOn: string, doneTime: string) => {
    const form = parseStep({ version: "1", step: "called", doneOn, doneTime }, { now, receivedAt: afternoon, banks: [] });
    return form.ok ? form.value.doneAt.toISOString() : form.errors;
  };

  test.each([
    ["", "", "2026-11-21T02:30:00.000Z"],
    ["", "8h15", "2026-11-21T01:15:00.000Z"],
    ["21/11/2026", "", "2026-11-21T02:30:00.000Z"],
    ["20/11/2026", "15:10", "2026-11-20T08:10:00.000Z"],
    // Met at the bank in the morning, written down in the afternoon.
    ["20/11/2026", "10:00", "2026-11-20T03:00:00.000Z"],
  ])("%j at %j is %s", (on, time, instant) => {
    expect(read(on, time)).toBe(instant);
  });

  test.each([
    ["31/2/2026", "9h", { doneOn: formTexts.badDay }],
    ["hôm qua", "", { doneOn: formTexts.badDay }],
    ["31/2/2026", "chiều", { doneOn: formTexts.badDay, doneTime: formTexts.badTime }],
    ["20/11/2026", "", { doneTime: formTexts.hourMissing }],
    ["20/11/2026", "25h", { doneTime: formTexts.badTime }],
    ["", "chiều", { doneTime: formTexts.badTime }],
    ["", "9:31", { doneTime: formTexts.later }],
    ["22/11/2026", "8h", { doneOn: formTexts.dayLater }],
    ["22/11/2026", "", { doneOn: formTexts.dayLater }],
    ["01/01/2020", "8h", { doneOn: formTexts.longBefore }],
  ])("%j at %j is wrong beside its own field", (on, time, errors) => {
    expect(read(on, time)).toEqual(errors);
  });
});

test("after a step the cursor is back in the next one and it is said to be written down; what was written down late says when", async () => {
  const ref = await world.commit(anybody, (tx) => fileReport(tx, place, told()), afternoon);
  const url = `/can-bo/lua-dao/${ref}`;
  const field = /<select[^>]*name="step"[^>]*>/;
  const first = await office.read(trang, url);
  expect([first.html.match(field)?.[0]?.includes("autofocus"), first.said.includes("Đã ghi bước này")]).toEqual([false, false]);

  const sent = await office.send(trang, `${url}/buoc`, { version: "1", step: "called", doneOn: "20/11/2026", doneTime: "15:20" });
  expect(sent.to).toBe(`${url}?vua-ghi=buoc`);
  const next = await office.read(trang, sent.to ?? "");
  expect(next.html.match(field)?.[0]).toContain("autofocus");
  expect(next.said).toContain("Đã ghi bước này");
  expect(next.said).toContain("Gọi cho người báo thứ Sáu 20/11/2026, 15:20 (ghi lúc thứ Bảy 21/11/2026, 09:30)");

  const prompt = await office.send(trang, `${url}/buoc`, { version: "2", step: "bankContacted", doneTime: "9:25" });
  expect((await office.read(trang, prompt.to ?? "")).said).toMatch(/Gọi ngân hàng thứ Bảy 21\/11\/2026, 09:25 · /);

  const mark = await office.send(trang, `${url}/dau-vet`, { mark: "0901234999" });
  const marked = await office.read(trang, mark.to ?? "");
  expect(marked.html).toMatch(/<input[^>]*name="mark"[^>]*autofocus/);
  expect(marked.html).not.toMatch(/<select[^>]*name="step"[^>]*autofocus/);
  expect(marked.said).toContain("Đã thêm dấu vết");
  const ended = await office.send(trang, `${url}/ket-qua`, { version: "3", outcome: "stopped", attempted: "80tr" });
  expect((await office.read(trang, ended.to ?? "")).said).toContain("Đã ghi kết quả");
  expect((await office.read(trang, `${url}?vua-ghi=la`)).said).not.toMatch(/Đã ghi|Đã thêm/);
});
