import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { type Actor, clockIn, gate } from "../../kernel/actor.ts";
import { announce, withdrawAnnouncement } from "../../kernel/announcements.ts";
import { inTx, showCommune, type Tx } from "../../kernel/tx.ts";
import type { Unit } from "../../kernel/units.ts";
import { type Browser, newBrowser } from "../../platform/channels/push-service.stage.ts";
import { addOwnDevice, deliverDue, followHamlet, listCommunesWaiting, newRest } from "../subscriptions/index.ts";
import { stopByRef } from "../subscriptions/service/subscribe.ts";
import { openTelling, type TellingWorld, wording } from "../subscriptions/telling.stage.ts";
import { told } from "./scams.stage.ts";
import { publishAlert, withdrawAlert } from "./service/alerts.ts";
import { fileReport } from "./service/report.ts";

let stage: TellingWorld;
beforeAll(async () => {
  stage = await openTelling(new Date("2026-11-20T15:00:00+07:00"));
});
beforeEach(async () => {
  await stage.rows("truncate announcements, deliveries, subscriptions, alerts cascade");
  stage.now = new Date(stage.now.getTime() + 86_400_000);
});
afterAll(() => stage.close());

const chief = as(cast.binh);
const placeOf = (hamlet: Unit) => ({ communeId: hamlet.parentId ?? 0, provinceId: hamlet.provinceId ?? 0 });
const warning = { kind: "police", headline: "Giả công an gọi điện", body: "Cúp máy ngay." };
const asActor = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTx(stage.world.database, { house: stage.house, actor, now: stage.now }, work);
const warn = (hamlets: readonly Unit[], actor = chief) => asActor(actor, (tx) => publishAlert(tx, { ...warning, hamletIds: hamlets.map(({ id }) => id) }, { matterId: null }));

/** A device on which somebody asked to be told of warnings for a hamlet, and where she can stop it. */
async function device(hamlet: Unit, { does = "ok", same = newBrowser(stage.service, does) }: { does?: string; same?: Browser } = {}) {
  const stop = await stage.asAnybody((tx) => followHamlet(tx, { ...placeOf(hamlet), regime: "scams", hamletId: hamlet.id }, { address: same.address, lang: "vi" }));
  return { ...same, stop: stop ?? "", ref: stop?.split("/").at(-1) ?? "" };
}

/** What reaches each device when the outbox of the post, or of another one, is emptied. */
async function toldTo(devices: Readonly<Record<string, Pick<Browser, "read">>>, communeIds: readonly number[] = [units.phuongSon.id]): Promise<readonly string[]> {
  const before = stage.service.messages.length;
  for (const communeId of communeIds) {
    await deliverDue((work) => asActor(clockIn({ communeId, provinceId: 1 }), work), { wording, rest: newRest() });
  }
  return stage.service.messages
    .slice(before)
    .flatMap((message) => Object.keys(devices).filter((who) => canRead(devices[who], message)))
    .sort();
}

/** It is written down to whom everything goes, and the process ends before the first message. */
async function spreadAlone(): Promise<void> {
  let opened = 0;
  const run = stage.run;
  stage.run = async (work) => {
    if (++opened > 1) throw new Error("killed");
    return await run(work);
  };
  await expect(stage.deliver()).rejects.toThrow("killed");
  stage.run = run;
}

function canRead(browser: Pick<Browser, "read"> | undefined, message: Parameters<Browser["read"]>[0]): boolean {
  try {
    return browser?.read(message) !== undefined;
  } catch {
    return false;
  }
}

test("a warning for a hamlet reaches the devices of that hamlet and no others; its headline opens its page", async () => {
  const devices = { kep: await device(units.kep), gianhCu: await device(units.gianhCu), ngoen: await device(units.ngoen) };
  const ref = await warn([units.kep]);
  expect(await toldTo(devices, [3, 4])).toEqual(["kep"]);
  const message = stage.service.messages.at(-1);
  if (!message) throw new Error("no message came");
  expect(JSON.parse(devices.kep.read(message))).toMatchObject({
    title: "Công an phường Phượng Sơn cảnh báo",
    body: warning.headline,
    url: `/toi-dang-bi-lua/canh-bao/07612/${ref}`,
  });
  expect(await toldTo(devices, [3, 4])).toEqual([]);
});

test("a warning for the whole commune reaches every hamlet of it and no other post; a device with two hamlets is told once", async () => {
  const kep = await device(units.kep);
  await device(units.gianhCu, { same: kep });
  const devices = { kep, gianhCu: await device(units.gianhCu), ngoen: await device(units.ngoen) };
  await warn([]);
  expect(await asActor(gate, listCommunesWaiting)).toEqual([units.phuongSon.id]);
  expect(await toldTo(devices, [3, 4])).toEqual(["gianhCu", "kep"]);
  await warn([units.kep, units.gianhCu]);
  expect(await toldTo(devices)).toEqual(["gianhCu", "kep"]);
  const rows = await stage.rows("select key from deliveries where sent_at is not null and announcement_id is not null");
  expect(rows).toHaveLength(4);
});

test("asked twice it is one; stopped by its page it is told no more and its address is gone, and it can be begun anew", async () => {
  const kep = await device(units.kep);
  expect((await device(units.kep, { same: kep })).stop).toBe(kep.stop);
  expect(await stage.asAnybody((tx) => stopByRef(tx, kep.ref))).toBe("ended");
  await warn([units.kep]);
  expect(await toldTo({ kep })).toEqual([]);
  expect(await stage.rows("select address_sealed, address_hash, end_reason from subscriptions")).toEqual([{ address_sealed: null, address_hash: null, end_reason: "stopped" }]);
  expect((await device(units.kep, { same: kep })).stop).not.toBe(kep.stop);
  await warn([]);
  expect(await toldTo({ kep })).toEqual(["kep"]);
});

test("a browser that is gone ends its subscription, and its address is erased", async () => {
  const gone = await device(units.kep, { does: "gone" });
  await warn([]);
  await toldTo({ gone });
  expect(await stage.rows("select address_sealed, end_reason from subscriptions")).toEqual([{ address_sealed: null, end_reason: "gone" }]);
});

test("a warning taken back before it was sent is not sent, neither before it was written down to whom nor after", async () => {
  const kep = await device(units.kep);
  const first = await warn([]);
  await asActor(chief, (tx) => withdrawAlert(tx, { ref: first, reason: "Nhầm" }));
  expect(await toldTo({ kep })).toEqual([]);
  expect(await asActor(gate, listCommunesWaiting)).toEqual([]);
  const second = await warn([]);
  await spreadAlone();
  expect(await stage.rows("select sent_at from deliveries where announcement_id is not null")).toEqual([{ sent_at: null }]);
  await asActor(chief, (tx) => withdrawAlert(tx, { ref: second, reason: "Nhầm" }));
  stage.now = new Date(stage.now.getTime() + 6 * 60_000);
  expect(await toldTo({ kep })).toEqual([]);
  expect(await stage.rows("select last_error from deliveries where announcement_id is not null")).toEqual([{ last_error: "ended" }]);
});

test("killed between sending and noting, it is sent once more under the same topic, and no third time", async () => {
  const kep = await device(units.kep);
  await warn([units.kep]);
  const before = stage.service.messages.length;
  const run = stage.run;
  stage.run = async (work) => {
    if (stage.service.messages.length > before) throw new Error("killed");
    return await run(work);
  };
  await expect(stage.deliver()).rejects.toThrow("killed");
  stage.run = run;
  for (const sent of [0, 1, 0]) {
    expect(await toldTo({ kep })).toHaveLength(sent);
    stage.now = new Date(stage.now.getTime() + 6 * 60_000);
  }
  const topics = stage.service.messages.slice(before).map(({ headers }) => headers["topic"]);
  expect(topics).toHaveLength(2);
  expect(new Set(topics).size).toBe(1);
});

test("who is rung for help is woken before a warning goes to the whole commune", async () => {
  const kep = await device(units.kep);
  const trang = newBrowser(stage.service, "ok");
  await asActor(as(cast.trang), (tx) => addOwnDevice(tx, { address: trang.address, lang: "vi" }));
  for (let n = 0; n < 25; n++) await device(units.kep);
  await warn([]);
  await spreadAlone();
  stage.now = new Date(stage.now.getTime() + 60_000);
  await stage.asAnybody((tx) => fileReport(tx, placeOf(units.kep), told()));
  const before = stage.service.messages.length;
  await toldTo({ kep });
  const first = stage.service.messages.slice(before, before + 5);
  expect(stage.service.messages.length - before).toBe(27);
  expect(first.some((message) => canRead(trang, message))).toBe(true);
});

test("a subscription bears a hamlet, a sealed address and no more; a warning names only hamlets of its own post", async () => {
  const { address } = await device(units.kep);
  const [row] = await stage.rows<Record<string, unknown>>("select * from subscriptions");
  expect(row).toMatchObject({ hamlet_id: units.kep.id, matter_id: null, account_id: null, channel: "push", regime: "scams" });
  expect(JSON.stringify(row)).not.toContain(address.endpoint);
  await expect(warn([units.ngoen])).rejects.toThrow(/row-level security/);
  const strange = { regime: "scams", key: "x", hamletIds: [units.ngoen.id], headline: "a", href: "/a" } as const;
  await expect(asActor(chief, (tx) => announce(tx, strange))).rejects.toThrow(/row-level security/);
  await expect(stage.asAnybody((tx) => followHamlet(tx, { ...placeOf(units.kep), regime: "scams", hamletId: units.ngoen.id }, { address, lang: "vi" }))).rejects.toThrow(
    /row-level security/,
  );
});

test("PostgreSQL lets only whoever may warn announce, and take back what was announced", async () => {
  const own = { regime: "scams", key: "own", hamletIds: [], headline: "a", href: "/a" } as const;
  await expect(asActor(as(cast.trang), (tx) => announce(tx, own))).rejects.toThrow(/row-level security/);
  await asActor(chief, (tx) => announce(tx, own));
  await asActor(as(cast.trang), (tx) => withdrawAnnouncement(tx, "own"));
  const standing = () => stage.rows<{ key: string }>("select key from announcements where key = 'own' and withdrawn_at is null");
  expect(await standing()).toEqual([{ key: "own" }]);
  await asActor(chief, (tx) => withdrawAnnouncement(tx, "own"));
  expect(await standing()).toEqual([]);
});

test("nobody sees a subscription but by its reference: no resident, no officer; no officer of another regime sees what is announced", async () => {
  await device(units.kep);
  await warn([units.kep]);
  await stage.deliver();
  const seen = async (tx: Tx, table: string) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx.db)).rows[0]?.n;
  const asResident = (table: string) =>
    stage.asAnybody(async (tx) => {
      await showCommune(tx, units.phuongSon.id);
      return await seen(tx, table);
    });
  expect(await asResident("subscriptions")).toBe(0);
  expect(await asResident("deliveries")).toBe(0);
  await expect(asResident("announcements")).rejects.toThrow(/permission denied/);
  for (const member of [cast.binh, cast.trang, cast.minh, cast.hanh]) expect(await asActor(as(member), (tx) => seen(tx, "subscriptions"))).toBe(0);
  expect(await asActor(chief, (tx) => seen(tx, "announcements"))).toBe(1);
  for (const member of [cast.minh, cast.hanh]) expect(await asActor(as(member), async (tx) => [await seen(tx, "announcements"), await seen(tx, "deliveries")])).toEqual([0, 0]);
});
