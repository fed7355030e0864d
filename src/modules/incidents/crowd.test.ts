import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { officeServer } from "../../../test/world/office-server.ts";
import { anybody } from "../../kernel/actor.ts";
import { countAside, type Sifting, siftAside } from "../../kernel/door.ts";
import { newReference } from "../../kernel/reference.ts";
import { listWaiting } from "../../web/sifting.tsx";
import { everything } from "../inbox/narrowing.ts";
import { listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { report, saturdayNight } from "./incidents.stage.ts";
import { incident } from "./matter.ts";
import { paths } from "./paths.ts";
import { listOpen } from "./queries/reports.ts";
import { waitingReports } from "./routes/list.tsx";
import { incidentRoutes } from "./routes.ts";
import { handInReport, receiveReport } from "./service/intake.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const trang = as(cast.trang);
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const { channel: _, ...told } = report({ teller: null });
const send = (account: string) => world.commit(anybody, (tx) => handInReport(tx, place, { ...told, account }, null), saturdayNight);

const waiting = (words: string) => world.try(trang, (tx) => listWaiting(tx, waitingReports, { lang: "vi", words }), saturdayNight);
const sift = (given: Sifting) => world.commit(trang, (tx) => siftAside(tx, incident, given), saturdayNight);

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
  expect(await world.try(trang, (tx) => countAside(tx, place, incident.kind))).toBe(971);
  // What came through rang the officers who may act; what waits aside rang once for all; what the duty officer took down herself rang nobody.
  const { rows: rung } = await world.asOwner((owner) => owner.query("select distinct template, count(distinct key)::int as n from alerts group by template order by template"));
  expect(rung).toEqual([
    { template: "incidents.crowded", n: 1 },
    { template: "incidents.reported", n: 30 },
  ]);

  expect(await waiting("")).toHaveLength(200);
  const found = await waiting("dap cua");
  expect(found.map(({ told }) => told)).toEqual(["Có người đang đập cửa nhà bà Mùi ở Giành Cũ"]);
  await sift({ refs: found.map(({ ref }) => ref), act: "takeIn", reason: "" });
  const junk = (await waiting("rac")).map(({ ref }) => ref);
  const twice = await Promise.all([sift({ refs: junk, act: "discard", reason: "Tin rác" }), sift({ refs: junk, act: "discard", reason: "Tin rác" })]);
  expect(
    twice.toSorted((one, other) => one - other),
    "of two who sift the same, each is done once",
  ).toEqual([0, 200]);
  expect(await world.try(trang, (tx) => countAside(tx, place, incident.kind))).toBe(770);
  const after = await world.try(trang, (tx) => listOpen(tx, place.communeId, { after: null, size: 100 }), saturdayNight);
  expect(after).toHaveLength(32);
}, 120_000);

test("what was searched is searched again after each batch, and words of a search stand in no address", async () => {
  for (const account of ["cháy rạ 1", "cháy rạ 2"]) await send(account);
  const office = await officeServer(world, { routes: incidentRoutes, clock: () => saturdayNight });
  const [first, second] = (await waiting("chay ra")).map(({ ref }) => ref);
  const left = await office.send(trang, paths.aside(), { words: "cháy rạ", shown: `${first} ${second}`, refs: first ?? "", act: "discard", reason: "Tin rác" });
  expect(left.status).toBe(200);
  expect([left.html.includes(second ?? ""), left.html.includes(first ?? ""), left.html.includes('value="cháy rạ"')]).toEqual([true, false, true]);
  const whole = await office.send(trang, paths.aside(), { words: "", shown: `${second}`, refs: second ?? "", act: "discard", reason: "Tin rác" });
  expect(whole.to).toBe(paths.aside());
  expect(await waiting("chay ra")).toEqual([]);
  await office.close();
});
