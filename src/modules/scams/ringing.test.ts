import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ask } from "../../../test/world/ask.ts";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { addDays, type Day, dayOf, instantAt } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import { findMatter, move } from "../../kernel/matter.ts";
import { inTx } from "../../kernel/tx.ts";
import { newBrowser } from "../../platform/channels/push-service.stage.ts";
import { addOwnDevice } from "../subscriptions/index.ts";
import { openTelling, type TellingWorld } from "../subscriptions/telling.stage.ts";
import { scam } from "./matter.ts";
import { scamRoutes } from "./routes.ts";
import { told } from "./scams.stage.ts";
import { fileReport, takeReport, writeDownScam } from "./service/report.ts";

/** What is handed in anonymously bears the beginning of its hour. */
const hour = new Date("2026-11-20T15:00:00+07:00");
const minute = new Date("2026-11-20T15:37:21+07:00");
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const asMember = <T>(member: (typeof cast)[keyof typeof cast], work: Parameters<typeof inTx<T>>[2]) =>
  inTx(stage.world.database, { house: stage.house, actor: as(member), now: stage.now }, work);

let stage: TellingWorld;
let devices: Readonly<Record<"trang" | "binh" | "minh", ReturnType<typeof newBrowser>>>;
beforeAll(async () => {
  stage = await openTelling(hour);
  devices = { trang: newBrowser(stage.service, "ok"), binh: newBrowser(stage.service, "ok"), minh: newBrowser(stage.service, "ok") };
  for (const name of ["trang", "binh", "minh"] as const) await asMember(cast[name], (tx) => addOwnDevice(tx, { address: devices[name].address, lang: "vi" }));
});
afterEach(async () => {
  await stage.world.asOwner((owner) => owner.query("delete from duty_rosters"));
  stage.now = hour;
});
afterAll(() => stage.close());

const shift = ({ id }: { readonly id: number }, [dutyOn, starts, ends]: readonly [Day, string, string]) =>
  stage.world.asOwner((owner) =>
    owner.query("insert into duty_rosters (commune_id, duty_on, officer_id, province_id, starts, ends, written_at, written_by) values ($1, $2, $3, $4, $5, $6, now(), $7)", [
      place.communeId,
      dutyOn,
      id,
      place.provinceId,
      starts,
      ends,
      cast.binh.id,
    ]),
  );
const today = dayOf(hour);
const onDuty = (member: { readonly id: number }) => shift(member, [today, "07:00", "19:00"]);

/** What is sent out now, each message with whose device can read it. */
async function rung(): Promise<readonly { readonly who: string; readonly body: string }[]> {
  const before = stage.service.messages.length;
  stage.now = new Date(Math.max(minute.getTime(), stage.now.getTime() + 60_000));
  await stage.deliver();
  return stage.service.messages.slice(before).flatMap((message) =>
    Object.entries(devices).flatMap(([who, device]) => {
      try {
        return [{ who, body: String(JSON.parse(device.read(message)).body) }];
      } catch {
        return [];
      }
    }),
  );
}

test("the stop button rings the devices of whoever is on duty today, and of nobody else", async () => {
  await onDuty(cast.trang);
  await stage.asAnybody((tx) => fileReport(tx, place, told()));
  expect(await rung()).toEqual([{ who: "trang", body: "scams.reported" }]);
});

test("a shift rings from its beginning to its end, and through the night into the next day", async () => {
  const ringAt = async (time: string): Promise<readonly string[]> => {
    stage.now = instantAt(today, time);
    await stage.asAnybody((tx) => fileReport(tx, place, told()));
    return (await rung()).map(({ who }) => who);
  };
  await shift(cast.trang, [addDays(today, -1), "19:00", "07:00"]);
  await shift(cast.binh, [today, "07:00", "00:00"]);
  expect([await ringAt("06:59"), await ringAt("07:00"), await ringAt("23:59")]).toEqual([["trang"], ["binh"], ["binh"]]);
});

test("where nobody is on duty, or who is may not act, everybody who may is rung", async () => {
  await onDuty(cast.minh);
  await stage.asAnybody((tx) => fileReport(tx, place, told()));
  expect((await rung()).map(({ who }) => who).sort()).toEqual(["binh", "trang"]);
});

test("what somebody tells another officer rings the duty officer too; what she takes down herself does not", async () => {
  await onDuty(cast.trang);
  await asMember(cast.trang, (tx) => takeReport(tx, told(), { channel: "phone" }));
  expect(await rung()).toEqual([]);
  stage.now = hour;
  await asMember(cast.minh, (tx) => writeDownScam(tx, told(), { channel: "counter", publicRef: "GDGDGDGDGDGDGDGD" }));
  expect((await rung()).map(({ who }) => who)).toEqual(["trang"]);
});

test("no row of the telling bears the minute in which somebody asked for help", async () => {
  await onDuty(cast.trang);
  await stage.world.asOwner((owner) => owner.query("truncate deliveries, alerts cascade"));
  await stage.asAnybody((tx) => fileReport(tx, place, told({ fullName: null, phone: null })));
  await rung();
  const rows = await stage.rows<{ row: string }>("select a::text as row from alerts a union all select d::text from deliveries d union all select m::text from matters m");
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify(rows)).not.toMatch(/:37/);
});

test("what is written under a receipt rings the officer who has the report, and whoever is on duty while nobody has it", async () => {
  await onDuty(cast.trang);
  const write = async (publicRef: string) => {
    await ask(stage.world, scamRoutes, ["POST", "/toi-dang-bi-lua/tin/:ref"], { actor: anybody, now: hour, params: { ref: publicRef }, body: { message: "Chúng gọi lại" } });
    return await rung();
  };
  const ref = await stage.asAnybody((tx) => fileReport(tx, place, told()));
  await rung();
  expect(await write(ref)).toEqual([{ who: "trang", body: "work.written" }]);
  expect(await write(ref)).toEqual([]);
  const other = await stage.asAnybody((tx) => fileReport(tx, place, told()));
  await rung();
  await asMember(cast.binh, async (tx) => move(tx, scam, (await findMatter(tx, place.communeId, { ref: other }))?.id ?? 0, "assign", { version: 1, assigneeId: cast.binh.id }));
  expect(await write(other)).toEqual([{ who: "binh", body: "work.written" }]);
});

test("while the door is crowded what waits aside rings nobody", async () => {
  await onDuty(cast.trang);
  for (let n = 0; n < 40; n++) await stage.asAnybody((tx) => fileReport(tx, place, told({ mark: null })));
  await rung();
  await stage.asAnybody((tx) => fileReport(tx, place, told()));
  expect(await rung()).toEqual([]);
});
