import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { days, evening, phuongSon, plan } from "./listening.stage.ts";
import { beginMeeting, callOffMeeting, changePlan, getMeeting, planMeeting } from "./service/meetings.ts";
import { listPublicMeetings, showHamlet } from "./service/public.ts";
import { meetingSource } from "./source.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.asOwner((owner) => owner.query("truncate meetings, timeline, audit, clocks, numbers, matters cascade"));
});

const son = as(cast.son);
const binh = as(cast.binh);

test("a party cell's meeting is nobody's business outside", async () => {
  await world.commit(son, (tx) => planMeeting(tx, plan({ kind: "cell" })), evening);
  const open = await world.commit(son, (tx) => planMeeting(tx, plan({ topic: "Họp tổ" })), evening);
  expect((await world.try(anybody, (tx) => listPublicMeetings(tx, phuongSon), evening)).map(({ publicRef }) => publicRef)).toEqual([open]);
  const outside = await world.try(anybody, (tx) => meetingSource.list(tx, phuongSon), evening);
  expect(outside).toMatchObject([{ uid: open, title: "Họp tổ", cancelled: false }]);
});

test("a calendar outside learns that a meeting was called off: what it is told later is the newer of the two", async () => {
  const ref = await world.commit(son, (tx) => planMeeting(tx, plan({ startsAt: days(5), endsAt: new Date(days(5).getTime() + 3_600_000) })), evening);
  const [planned] = await world.try(anybody, (tx) => meetingSource.list(tx, phuongSon), evening);
  expect(planned).toMatchObject({ uid: ref, cancelled: false, updatedAt: evening });
  await world.commit(son, (tx) => callOffMeeting(tx, ref, { version: 1, reason: "Bão số 9" }), days(1));
  const [calledOff] = await world.try(anybody, (tx) => meetingSource.list(tx, phuongSon), days(1));
  expect(calledOff).toMatchObject({ uid: ref, cancelled: true, updatedAt: days(1) });
});

test("a plan that changes before its meeting is the newer one everywhere, under the same name; what it was stands in the timeline", async () => {
  const at = (days_: number) => ({ startsAt: days(days_), endsAt: new Date(days(days_).getTime() + 3_600_000) });
  const ref = await world.commit(son, (tx) => planMeeting(tx, plan(at(5))), evening);
  const [before] = await world.try(anybody, (tx) => meetingSource.list(tx, phuongSon), evening);
  const moved = plan({ ...at(6), place: "Sân đình", hamletId: units.gianhCu.id });
  const later = new Date(evening.getTime() + 1_000);
  await world.commit(son, (tx) => changePlan(tx, ref, { version: 1, plan: moved }), later);
  const [after] = await world.try(anybody, (tx) => meetingSource.list(tx, phuongSon), days(1));
  expect(after).toMatchObject({ uid: before?.uid, start: days(6), place: "Sân đình", hamlet: units.gianhCu.id, updatedAt: later, cancelled: false });
  expect((await world.try(anybody, (tx) => showHamlet(tx, units.kep.code), days(1))).meetings).toEqual([]);
  expect((await world.try(anybody, (tx) => showHamlet(tx, units.gianhCu.code), days(1))).meetings).toMatchObject([{ publicRef: ref, place: "Sân đình" }]);
  const { matter } = await world.try(son, (tx) => getMeeting(tx, ref), days(1));
  expect(matter).toMatchObject({ version: 2, state: "planned", hamletId: units.gianhCu.id });
  const step = await world.try(son, (tx) =>
    tx.db.selectFrom("timeline").select("facts").where("matterId", "=", matter.id).where("action", "=", "change").executeTakeFirstOrThrow(),
  );
  expect(step.facts).toMatchObject({ place: { before: "Nhà văn hóa tổ Kép", after: "Sân đình" }, startsAt: { before: days(5).toISOString(), after: days(6).toISOString() } });
  expect(Object.keys(step.facts as object).sort()).toEqual(["endsAt", "hamletId", "place", "startsAt"]);
  // One of two who change it at once is told, and once it has begun nobody changes it.
  await expect(world.commit(binh, (tx) => changePlan(tx, ref, { version: 1, plan: moved }))).rejects.toMatchObject({ code: "changedMeanwhile" });
  await world.commit(son, (tx) => beginMeeting(tx, ref, 2), days(6));
  await expect(world.commit(son, (tx) => changePlan(tx, ref, { version: 3, plan: moved }))).rejects.toMatchObject({ code: "notNow" });
});
