import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import { listIdentities, openIdentity } from "../../kernel/identity.ts";
import { listInForce } from "../../kernel/law/table.ts";
import { report, saturdayNight, takeThatNight } from "./incidents.stage.ts";
import { naturesOn } from "./law.ts";
import { handInReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";
import { openReceipt as openPublicReport } from "./service/receipt.ts";
import { beginChecking } from "./service/work.ts";
import { requestSource } from "./source.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const trang = as(cast.trang);
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const take = (given: Parameters<typeof report>[0] = {}): Promise<string> => takeThatNight(world, trang, given);
const look = (ref: string) => world.try(trang, (tx) => getReport(tx, ref), saturdayNight);

test("everybody may follow a broken street light by its code, and nothing else", async () => {
  const { channel: _, ...told } = report({ teller: null, nature: "streetLight", account: "Đèn đầu ngõ nhà tôi tắt ba đêm rồi." });
  const ref = await world.commit(anybody, (tx) => handInReport(tx, place, told, null), saturdayNight);
  const since = {
    services: ["noise", "streetLight"],
    open: null,
    from: new Date(saturdayNight.getTime() - 86_400_000),
    to: new Date(saturdayNight.getTime() + 86_400_000),
    limit: 50,
  };
  const { code } = (await look(ref)).matter;
  const list = (filter = {}) => world.try(anybody, (tx) => requestSource.list(tx, place, { ...since, ...filter }), saturdayNight);
  const outside = await list();
  expect(outside).toMatchObject([{ id: code, service: "streetLight", open: true }]);
  expect(JSON.stringify(outside)).not.toMatch(new RegExp(`ba đêm|${ref}`));
  const hour = new Date("2026-11-21T22:00:00+07:00");
  for (const filter of [{ services: ["noise"] }, { open: false }, { to: hour }, { from: new Date(hour.getTime() + 1) }, { limit: 0 }]) expect(await list(filter)).toEqual([]);
  for (const filter of [{ open: true }, { from: hour }]) expect(await list(filter)).toHaveLength(1);
  const theft = (await look(await take())).matter.code;
  const named = (id: string) => world.try(anybody, (tx) => requestSource.find(tx, place, id), saturdayNight);
  expect([await named(theft), (await named(code))?.id]).toEqual([null, code]);
  expect(outside.every(({ description, address, position }) => description === null && address === null && position === null)).toBe(true);
  const sent = {
    service: "noise",
    description: "Karaoke sau nhà",
    hamlet: null,
    address: "Ngõ 3",
    position: null,
    who: { fullName: "Lý A Sáng", phone: null, email: "sang@thu.vn" },
  };
  const taken = await world.try(
    anybody,
    async (tx) => {
      const { id, receipt } = await requestSource.open(tx, place, sent);
      return { found: await requestSource.find(tx, place, id), held: (await openPublicReport(tx, receipt))?.matter.code, id };
    },
    saturdayNight,
  );
  expect(taken).toMatchObject({ held: taken.id, found: { id: taken.id, service: "noise", open: true, description: null } });
  expect(JSON.stringify(taken.found)).not.toMatch(/Karaoke|Sáng|Ngõ 3|thu\.vn/);
  const elsewhere = { communeId: units.tienLuc.id, provinceId: units.bacNinh.id };
  expect(await world.try(anybody, (tx) => requestSource.list(tx, elsewhere, since), saturdayNight)).toEqual([]);
  expect(await world.try(anybody, (tx) => requestSource.find(tx, elsewhere, code), saturdayNight)).toBeNull();
});

test("a program that follows a report sees when it moved, not only when it ended; to write to whoever sent it asks for a purpose", async () => {
  const sent = { service: "noise", description: "Karaoke sau nhà", hamlet: null, address: "Ngõ 3", position: { lat: 21.38, long: 106.55 } };
  const who = { fullName: null, phone: null, email: "sang@thu.vn" };
  const { id, receipt } = await world.commit(anybody, (tx) => requestSource.open(tx, place, { ...sent, who }), saturdayNight);
  const asked = () => world.try(anybody, (tx) => requestSource.find(tx, place, id), saturdayNight);
  const first = await asked();
  expect(first?.updatedAt).toEqual(first?.requestedAt);
  const opened = await look(receipt);
  expect(opened.account).toBe("Karaoke sau nhà\n21.38, 106.55");
  const [reporter] = await world.try(trang, (tx) => listIdentities(tx, opened.matter));
  const told = await world.commit(trang, (tx) => openIdentity(tx, place, { id: reporter?.id ?? 0, purpose: "Trả lời người báo" }), saturdayNight);
  expect(told).toMatchObject({ fullName: null, more: { "Thư điện tử": "sang@thu.vn" } });

  const later = new Date(saturdayNight.getTime() + 40 * 60_000);
  await world.commit(trang, (tx) => beginChecking(tx, receipt, { version: opened.matter.version }), later);
  expect(await asked()).toMatchObject({ open: true, requestedAt: first?.requestedAt, updatedAt: later });
});

test("the kinds that everybody may follow are one list: what the law data calls open, and what is given out", () => {
  const today = "2026-11-21" as Day;
  const { incidentRules, publicServices } = world.house;
  const open = naturesOn(incidentRules, today).filter(({ group }) => group === "open");
  expect(new Set(requestSource.services)).toEqual(new Set(open.map(({ id }) => id)));
  const outside = listInForce(publicServices, today).map(({ id }) => id);
  expect(outside.toSorted()).toEqual(requestSource.services.toSorted());
});
