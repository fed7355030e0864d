import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { openIdentity } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import { at, binh, intake, party, son, stage } from "./mediation.stage.ts";
import { assignMediators } from "./service/assign.ts";
import { endDispute, excludeDispute, recordVisit } from "./service/close.ts";
import { recordDispute } from "./service/intake.ts";
import { listOpenDisputes } from "./service/list.ts";
import { openDispute } from "./service/read.ts";
import { readFigures } from "./service/register.ts";
import { leaveTeam } from "./service/teams.ts";
import { assignTexts } from "./texts/forms.ts";

let world: World;
let on: ReturnType<typeof stage>;
beforeAll(async () => {
  world = await openWorld();
  on = stage(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.asOwner((owner) =>
    owner.query(
      "truncate dispute_visits, dispute_sessions, dispute_mediators, disputes, mediators, identities, timeline, audit, clocks, breaches, numbers, reads, matters cascade",
    ),
  );
});

const open = (ref: string, now = at("2026-11-19T22:00")) => world.try(binh, (tx) => openDispute(tx, ref), now);
const agreement = "Nhà trên lấy nước buổi sáng, nhà dưới buổi chiều, từ 01/12/2026.";
const settle = async (ref: string, now = at("2026-11-19T21:30"), visitOn = "2026-12-10" as Day): Promise<void> => {
  const version = await on.versionOf(ref);
  await world.commit(son, (tx) => endDispute(tx, ref, { version, ending: "agreed", agreement, visitOn }), now);
};

test("a dispute goes from its record to the hamlet's team, a session, an agreement and a visit", async () => {
  const mediator = await on.team();
  const ref = await on.record();
  expect((await open(ref)).matter).toMatchObject({ kind: "dispute", regime: "mediation", code: "HG-2026-001", state: "recorded", dueAt: null, title: "Nước tưới, mương, ruộng" });
  expect(await on.assign(ref, [mediator])).toBeNull();
  expect((await open(ref)).matter.state).toBe("assigned");
  await on.meet(ref);
  expect((await open(ref)).matter).toMatchObject({ state: "mediating", dueAt: null, settledAt: null });
  await settle(ref);
  const settled = await open(ref);
  expect(settled.matter).toMatchObject({ state: "settled", outcome: "settled", closedAt: at("2026-11-19T21:30") });
  expect(settled).toMatchObject({ agreement, told: "Hai nhà tranh nhau giờ lấy nước vào ruộng.", mediators: [{ id: mediator, fullName: "Giáp Văn Thuận" }] });
  expect(settled.visits).toMatchObject([{ number: 1, plannedOn: "2026-12-10", visitedOn: null }]);
  const version = await on.versionOf(ref);
  const visit = { version, visitedOn: "2026-12-14" as Day, finding: "partly", note: "Còn một đoạn mương chưa nạo.", step: "visit", nextOn: "2026-12-28" as Day } as const;
  await world.commit(son, (tx) => recordVisit(tx, ref, visit), at("2026-12-14T17:00"));
  expect((await open(ref)).visits).toMatchObject([
    { visitedOn: "2026-12-14", finding: "partly", note: "Còn một đoạn mương chưa nạo." },
    { number: 2, plannedOn: "2026-12-28", visitedOn: null },
  ]);
  await expect(world.try(son, (tx) => endDispute(tx, ref, { version: version + 1, ending: "withdrawn", agreement: null, visitOn: null }))).rejects.toMatchObject({
    code: "notNow",
  });
});

test("nobody's name, number or word lies open in any table but the mediators'", async () => {
  const mediator = await on.team();
  const ref = await on.record();
  await on.assign(ref, [mediator]);
  await on.meet(ref);
  await settle(ref);
  const { rows } = await world.asOwner((owner) =>
    owner.query(
      "select d::text as said from disputes d union all select m::text from matters m union all select t::text from timeline t union all select a::text from audit a union all select i::text from identities i union all select s::text from dispute_sessions s",
    ),
  );
  expect(rows.length).toBeGreaterThan(8);
  for (const { said } of rows) expect(said).not.toMatch(/Khoái|Vóc|020400070|lấy nước|nói hết/);
});

test("a party is opened for a purpose and the look is written down; without a purpose or the right she stays sealed", async () => {
  const ref = await on.record();
  const { marks, matter } = await open(ref);
  expect(marks.map(({ role }) => role)).toEqual(["sideOne", "sideTwo"]);
  const id = marks[0]!.id;
  const place = { communeId: 3, provinceId: 1 };
  const who = await world.commit(son, (tx) => openIdentity(tx, place, { id, purpose: "Mời hòa giải tối nay" }));
  expect(who).toMatchObject({ fullName: "Nông Văn Khoái", phone: "0204000701" });
  await expect(world.try(son, (tx) => openIdentity(tx, place, { id, purpose: " " }))).rejects.toMatchObject({ code: "invalid" });
  await expect(world.try(as(cast.minh), (tx) => openIdentity(tx, place, { id, purpose: "Tò mò thôi" }))).rejects.toMatchObject({ code: "notFound" });
  const looks = await world.asOwner((owner) => owner.query("select subject, purpose, regime, actor_id from reads"));
  expect(looks.rows).toEqual([{ subject: `matter:${matter.id}`, purpose: "Mời hòa giải tối nay", regime: "mediation", actor_id: cast.son.id }]);
});

test("what is sent twice is one dispute, also at the same time", async () => {
  const ref = newReference();
  await Promise.all([1, 2, 3].map(() => world.commit(son, (tx) => recordDispute(tx, ref, intake()))));
  const next = await on.record({ spot: "Ngõ 2" });
  expect((await open(next)).matter.code).toBe("HG-2026-002");
  expect((await world.try(son, (tx) => listOpenDisputes(tx, null))).rows).toHaveLength(2);
});

test("only the hamlet's own team mediates, alone or with another; an officer, a stranger and who has left cannot be chosen", async () => {
  const [own, other] = [await on.team(7), await on.team(6, "Thân Thị Lụa")];
  const ref = await on.record();
  expect(await on.assign(ref, [])).toEqual(assignTexts.nobodyChosen);
  expect(await on.assign(ref, [cast.son.id + 9_000])).toEqual(assignTexts.nobodyChosen);
  expect(await on.assign(ref, [other])).toEqual(assignTexts.ownTeamMissing);
  expect(await on.assign(ref, [own, other])).toBeNull();
  const version = await on.versionOf(ref);
  const due = (await open(ref)).matter.dueAt;
  expect(await world.try(binh, (tx) => assignMediators(tx, ref, { version, mediatorIds: [own], note: null }))).toEqual(assignTexts.changeReason);
  await world.commit(binh, (tx) => assignMediators(tx, ref, { version, mediatorIds: [own], note: "Chị Lụa ốm" }), at("2026-11-19T08:00"));
  expect(await open(ref)).toMatchObject({ mediators: [{ id: own }], matter: { dueAt: due } });
  await world.commit(binh, (tx) => leaveTeam(tx, own));
  const later = await on.record({ spot: "Ngõ 3" });
  expect(await on.assign(later, [own], at("2026-11-23T08:00"))).toEqual(assignTexts.nobodyChosen);
  await expect(world.try(son, (tx) => assignMediators(tx, later, { version: 1, mediatorIds: [other], note: null }))).rejects.toMatchObject({ code: "notPermitted" });
});

test("what is not mediated in the hamlet ends at once with its rule, or later when it turns out so", async () => {
  const ref = await on.record({ exclusion: "crime" });
  expect(await open(ref)).toMatchObject({ matter: { state: "excluded", outcome: "excluded" }, dispute: { reason: "crime" } });
  const later = await on.record();
  await world.commit(son, (tx) => excludeDispute(tx, later, { version: 1, exclusion: "publicInterest" }));
  expect((await open(later)).dispute).toMatchObject({ outcome: "excluded", reason: "publicInterest" });
});

test("an agreement needs a session, a colleague who was faster is noticed, and the three outcomes stay apart", async () => {
  const mediator = await on.team();
  const refs = await Promise.all(["Ngõ 1", "Ngõ 2", "Ngõ 3"].map((spot) => on.record({ spot })));
  const [settled, failed, ended] = refs as [string, string, string];
  for (const ref of refs) await on.assign(ref, [mediator]);
  await expect(settle(settled)).rejects.toMatchObject({ code: "notNow" });
  for (const ref of refs) await on.meet(ref);
  await settle(settled);
  await expect(world.try(son, (tx) => endDispute(tx, failed, { version: 1, ending: "noAgreement", agreement: null, visitOn: null }))).rejects.toMatchObject({
    code: "changedMeanwhile",
  });
  await world.commit(son, (tx) => endDispute(tx, failed, { version: 3, ending: "noAgreement", agreement: null, visitOn: null }));
  await world.commit(son, (tx) => endDispute(tx, ended, { version: 3, ending: "withdrawn", agreement: null, visitOn: null }));
  const { sums, kinds, visits } = await world.try(binh, (tx) => readFigures(tx, { from: "2026-11-01" as Day, to: "2026-11-30" as Day }));
  expect(sums).toEqual({ all: 3, settled: 1, kept: 0, partly: 0, broken: 0, unsettled: 1, ended: 1, excluded: 0, open: 0, startedLate: 0 });
  expect(kinds).toEqual([{ kind: "water", all: 3, settled: 1 }]);
  expect(visits).toEqual({ planned: 0, made: 0, late: 0 });
});

test("the same people and the same spot again are shown, whoever writes the number how, and strangers are not", async () => {
  const first = await on.record({ spot: "Mương sau nhà văn hoá" });
  const people = await on.record({
    spot: "Cổng chợ",
    kind: "money",
    parties: [party({ fullName: "Khoái", phone: "0204000701" }), party({ side: "sideTwo", phone: "0204000799" })],
  });
  const place = await on.record({ spot: "mương sau NHÀ VĂN HÓA", parties: [party({ phone: "0204000711" }), party({ side: "sideTwo", phone: "0204000712" })] });
  await on.record({ hamletId: 6, parties: [party({ phone: "0204000713" }), party({ side: "sideTwo", phone: null })] });
  const { again } = await open(first);
  expect(again.people.map(({ publicRef }) => publicRef)).toEqual([people]);
  expect(again.place.map(({ publicRef }) => publicRef)).toEqual([place]);
  expect((await open(people)).again.people.map(({ publicRef }) => publicRef)).toEqual([first]);
});

test("visits that were promised and not made stand in the list, the longest overdue first, from a week ahead", async () => {
  const mediator = await on.team();
  const promised = ["2026-12-10", "2026-12-01", "2026-12-20"] as Day[];
  for (const day of promised) {
    const ref = await on.record({ spot: `Ngõ ${day}` });
    await on.assign(ref, [mediator]);
    await on.meet(ref);
    await settle(ref, at("2026-11-20T08:00"), day);
  }
  const visits = async (now: string) => (await world.try(son, (tx) => listOpenDisputes(tx, null), at(now))).visits.map(({ plannedOn }) => plannedOn);
  expect(await visits("2026-11-23T08:00")).toEqual([]);
  expect(await visits("2026-11-24T08:00")).toEqual(["2026-12-01"]);
  expect(await visits("2026-12-13T08:00")).toEqual(["2026-12-01", "2026-12-10", "2026-12-20"]);
  const { visits: late } = await world.try(binh, (tx) => readFigures(tx, { from: "2026-12-01" as Day, to: "2026-12-13" as Day }), at("2026-12-13T08:00"));
  expect(late).toEqual({ planned: 2, made: 0, late: 2 });
});
