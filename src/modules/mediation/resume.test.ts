import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { at, binh, openPost, son } from "./mediation.stage.ts";
import { sumVisits } from "./queries/register.ts";
import { excludeDispute } from "./service/close.ts";
import { listOpenDisputes } from "./service/list.ts";
import { openDispute } from "./service/read.ts";
import { readFigures } from "./service/register.ts";

let now = at("2026-11-19T22:00");
let { world, on, office, mediator, close }: Awaited<ReturnType<typeof openPost>> = {} as never;
beforeAll(async () => {
  ({ world, on, office, mediator, close } = await openPost(() => now));
});
afterAll(() => close());

const open = (ref: string) => world.try(binh, (tx) => openDispute(tx, ref), now);
const send = async (ref: string, act: string, fields: Record<string, string>, actor = son) =>
  await office.send(actor, `/can-bo/hoa-giai/${ref}/${act}`, { version: String(await on.versionOf(ref)), ...fields });
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const agreement = "Chia giờ lấy nước.";
const talkedOver = async (spot: string): Promise<string> => {
  const ref = await on.record({ spot });
  await on.assign(ref, [mediator]);
  await on.meet(ref);
  return ref;
};
const settled = async (spot: string): Promise<string> => {
  now = at("2026-11-19T22:00");
  const ref = await talkedOver(spot);
  expect((await send(ref, "ket-qua", { ending: "agreed", agreement, visitOn: "25/11/2026" })).status).toBe(303);
  now = at("2026-11-26T08:00");
  return ref;
};

test("a visit that finds the agreement broken asks what follows; mediated again, the dispute is open, its agreement is kept, and no old visit waits", async () => {
  const ref = await settled("Ngõ 1");
  const broken = { visitedOn: "26/11/2026", finding: "broken", note: "Chưa ai nạo mương." };
  const asked = await send(ref, "tham-lai", broken);
  expect([asked.status, asked.html.includes("Xin chọn bước tiếp theo"), asked.html.includes("Chưa ai nạo mương.")]).toEqual([422, true, true]);
  expect((await send(ref, "tham-lai", { ...broken, step: "visit" })).html).toContain("Xin ghi ngày thăm lại lần sau");
  expect((await send(ref, "tham-lai", { ...broken, finding: "kept", step: "court" })).status).toBe(422);
  expect((await send(ref, "tham-lai", { ...broken, step: "resume" })).status).toBe(303);
  const after = await open(ref);
  expect(after.matter).toMatchObject({ state: "mediating", closedAt: null, outcome: null });
  expect(after).toMatchObject({ agreement: null, dispute: { outcome: null, endedAt: null }, past: [{ outcome: "settled", agreement, why: "notKept" }] });
  expect((await office.read(son, `/can-bo/hoa-giai/${ref}`)).html).toContain(agreement);
  await send(ref, "ket-qua", { ending: "agreed", agreement: "Chia lại.", visitOn: "10/12/2026" });
  expect((await open(ref)).visits.map(({ number, visitedOn }) => [number, visitedOn])).toEqual([
    [1, "2026-11-26"],
    [2, null],
  ]);
});

test("an outcome that was written by mistake is taken back with a reason, and only by who may record; its planned visit waits no more", async () => {
  const ref = await settled("Ngõ 2");
  expect((await send(ref, "mo-lai", {})).status).toBe(422);
  expect((await send(ref, "mo-lai", { why: "mistake" }, as(cast.minh))).status).toBe(403);
  expect((await send(ref, "mo-lai", { why: "mistake" })).status).toBe(303);
  expect((await open(ref)).visits).toMatchObject([{ number: 1, visitedOn: null, droppedAt: now }]);
  const { visits } = await world.try(son, (tx) => listOpenDisputes(tx, null), now);
  expect(visits.map(({ publicRef }) => publicRef)).not.toContain(ref);
  expect((await send(ref, "mo-lai", { why: "mistake" })).status, "what is open cannot be taken up again").toBe(409);
  const { rows } = await world.asOwner((owner) => owner.query("select note, facts from timeline where action = 'resume' and facts->>'why' = 'mistake'"));
  expect(rows).toEqual([{ note: "Ghi nhầm kết quả", facts: { outcome: "settled", why: "mistake" } }]);
});

test("what ended before it began goes back to where it stood, with the term that it had", async () => {
  now = at("2026-11-18T12:00");
  const [fresh, given] = [await on.record({ spot: "Ngõ 3", exclusion: "crime" }), await on.record({ spot: "Ngõ 4" })];
  await on.assign(given, [mediator]);
  const due = (await open(given)).matter.dueAt;
  await send(given, "ket-qua", { ending: "withdrawn" });
  for (const ref of [fresh, given]) expect((await send(ref, "mo-lai", { why: "mistake" })).status).toBe(303);
  expect((await open(fresh)).matter).toMatchObject({ state: "recorded", closedAt: null });
  expect((await open(given)).matter).toMatchObject({ state: "assigned", closedAt: null, dueAt: due });
});

test("a visit that nobody had planned is written too, and the figures and the register say how many agreements are kept, kept in part and broken", async () => {
  const [kept, court] = [await settled("Ngõ 5"), await settled("Ngõ 6")];
  await settled("Ngõ 7");
  const visit = { visitedOn: "25/11/2026", note: "" };
  await send(kept, "tham-lai", { ...visit, finding: "partly", step: "visit", nextOn: "01/12/2026" });
  await send(kept, "tham-lai", { ...visit, visitedOn: "26/11/2026", finding: "kept" });
  expect((await send(kept, "tham-lai", { ...visit, visitedOn: "26/11/2026", finding: "kept" })).status, "a third one, unplanned").toBe(303);
  await send(court, "tham-lai", { ...visit, finding: "broken", step: "court" });
  const { sums } = await world.try(binh, (tx) => readFigures(tx, { from: "2026-11-01" as Day, to: "2026-11-30" as Day }), now);
  expect(sums).toMatchObject({ kept: 1, partly: 0, broken: 1 });
  const register = await office.read(son, "/can-bo/hoa-giai/so?tu=2026-11-01&den=2026-11-26");
  for (const words of ["1 thực hiện đúng, 0 một phần, 1 không thực hiện", "Không thực hiện"]) expect(register.html).toContain(words);
});

test("a visit that nobody had promised is no promise kept", async () => {
  const ref = await settled("Ngõ 77");
  const made = async () => (await world.try(binh, (tx) => sumVisits(tx, place, { from: "2026-01-01", to: "2026-12-31", today: "2026-11-26" }), now)).made;
  const before = await made();
  const kept = { visitedOn: "26/11/2026", finding: "kept", note: "Đang làm." };
  for (let n = 0; n < 2; n++) expect((await send(ref, "tham-lai", kept)).status).toBe(303);
  expect((await open(ref)).visits.map(({ promised, visitedOn }) => [promised, visitedOn])).toEqual([
    [true, "2026-11-26"],
    [false, "2026-11-26"],
  ]);
  expect(await made()).toBe(before + 1);
});

test("whoever gives disputes out hears of one that waits for her again", async () => {
  const ref = await on.record({ spot: "Ngõ 78" });
  await world.commit(binh, async (tx) => excludeDispute(tx, ref, { version: await on.versionOf(ref), exclusion: "crime" }), now);
  const { code } = (await open(ref)).matter;
  const told = async () =>
    (await world.asOwner((owner) => owner.query("select count(distinct key)::int as n from alerts where template = 'mediation.recorded' and facts->>'code' = $1", [code]))).rows[0]
      .n;
  const before = await told();
  expect((await send(ref, "mo-lai", { why: "mistake" })).status).toBe(303);
  expect((await open(ref)).matter.state).toBe("recorded");
  expect(await told()).toBe(before + 1);
});
