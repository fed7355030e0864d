import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { everything } from "../inbox/narrowing.ts";
import { listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { report, saturdayNight } from "./incidents.stage.ts";
import { countAside, listOpen } from "./queries/reports.ts";
import { handInReport, receiveReport } from "./service/intake.ts";
import { listWaiting, siftWaiting } from "./service/sift.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const trang = as(cast.trang);
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const { channel: _, ...told } = report({ teller: null });
const send = (account: string) => world.commit(anybody, (tx) => handInReport(tx, place, { ...told, account }, null), saturdayNight);

test("a thousand junk reports in a minute leave the inbox usable, and the real one among them is found by a word", async () => {
  const before = newReference();
  await world.commit(trang, (tx) => receiveReport(tx, before, report()), saturdayNight);
  for (let i = 0; i < 500; i++) await send(`rác rác ${i}`);
  await send("Có người đang đập cửa nhà bà Mùi ở Giành Cũ");
  for (let i = 500; i < 1_000; i++) await send(`rác rác ${i}`);

  const open = await world.try(trang, (tx) => listOpen(tx, place.communeId, { after: null, size: 100 }), saturdayNight);
  // As many as people write in an hour came through; all others wait aside.
  expect(open).toHaveLength(31);
  const inbox = await world.try(trang, async (tx) => (await listInbox(tx, sightOf(tx), { narrowing: everything, after: null, size: 200 })).length, saturdayNight);
  expect(inbox).toBe(31);
  expect(await world.try(trang, (tx) => countAside(tx, place.communeId))).toBe(971);

  const page = await world.try(trang, (tx) => listWaiting(tx, ""), saturdayNight);
  expect([page.rows.length, page.all]).toEqual([200, 971]);
  const found = await world.try(trang, (tx) => listWaiting(tx, "dap cua"), saturdayNight);
  expect(found.rows.map(({ account }) => account)).toEqual(["Có người đang đập cửa nhà bà Mùi ở Giành Cũ"]);
  await world.commit(trang, (tx) => siftWaiting(tx, { ids: found.rows.map(({ id }) => id), act: "takeIn", reason: "" }), saturdayNight);
  const junk = await world.try(trang, (tx) => listWaiting(tx, "rac"), saturdayNight);
  expect(await world.commit(trang, (tx) => siftWaiting(tx, { ids: junk.rows.map(({ id }) => id), act: "discard", reason: "Tin rác" }), saturdayNight)).toBe(200);
  expect(await world.try(trang, (tx) => countAside(tx, place.communeId))).toBe(770);
  const after = await world.try(trang, (tx) => listOpen(tx, place.communeId, { after: null, size: 100 }), saturdayNight);
  expect(after).toHaveLength(32);
}, 120_000);
