import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { statementsOf } from "../../../test/world/counted.ts";
import { countFigures } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { addDays, type Day, dayOf } from "../../base/day.ts";
import { newReference } from "../../kernel/reference.ts";
import { listCommuneTallies } from "../figures/queries/stats.ts";
import type { Declaration } from "./forms.ts";
import { correctStay, type Entered, enterStay } from "./service/enter.ts";
import { readLog, searchLog } from "./service/log.ts";
import { getStay, noteDeparture, openNumbers } from "./service/read.ts";
import { declaration, evening, guest } from "./stays.stage.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.asOwner((owner) =>
    owner.query(
      "truncate stay_departures, stay_guests, stay_entries, stays, timeline, audit, clocks, pauses, breaches, notices, numbers, papers, paper_files, dossiers, matters cascade",
    ),
  );
});

const minh = as(cast.minh);
const son = as(cast.son);
const today = { from: dayOf(evening), to: dayOf(evening) };

async function enter(given: Partial<Declaration> = {}, { actor = minh, ref = newReference(), elsewhere = false, now = evening } = {}): Promise<Entered & { readonly ref: string }> {
  const entered = await world.commit(actor, (tx) => enterStay(tx, ref, { declaration: declaration(given), elsewhere }), now);
  return { ...entered, ref };
}

const open = (ref: string, now = evening) => world.try(minh, (tx) => getStay(tx, ref), now);
const log = (now = evening) => world.try(minh, (tx) => readLog(tx, { from: addDays(dayOf(now), -3), to: dayOf(now) }, { after: null, size: 50 }), now);

test("what is told is entered at once: a number of the day, a matter that has begun and ended, and the law it was measured by", async () => {
  const { ref } = await enter();
  const { matter, stay, last, guests } = await open(ref);
  expect(matter).toMatchObject({
    kind: "overnightStay",
    regime: "counter",
    code: "LT-261125-001",
    state: "entered",
    channel: "phone",
    outcome: "entered",
    dueAt: null,
    hamletId: 7,
  });
  expect([matter.receivedAt, matter.settledAt, matter.closedAt]).toEqual([evening, evening, evening]);
  expect(stay).toMatchObject({ entry: 1, guests: 1 });
  expect(last).toMatchObject({ hostName: "Giáp Thị Lành", procedureCode: "2.001159", procedureFrom: "2026-07-01", dueAt: new Date("2026-11-25T23:00:00+07:00"), reason: null });
  expect(guests).toMatchObject([{ fullName: "Đặng Văn Thuỷ", paperLast4: "1234", leftAt: null }]);
  expect((await enter({ guests: [guest({ paperNumber: "024088009999" })] })).ok).toBe(true);
  expect((await log()).lines.map(({ code }) => code)).toEqual(["LT-261125-002", "LT-261125-001"]);
});

test("identity numbers lie sealed, and open only for who asks for them", async () => {
  const { ref } = await enter();
  const { matter } = await open(ref);
  const { rows } = await world.asOwner((owner) => owner.query("select g.*, g::text as whole from stay_guests g"));
  expect(rows[0].whole).not.toContain("024088001234");
  expect(Buffer.from(rows[0].who_hash)).toEqual(world.house.vault.hash("id:024088001234"));
  const numberOf = await world.try(minh, (tx) => openNumbers(tx, [matter.id]));
  expect([numberOf(matter.id, 1), numberOf(matter.id, 2)]).toEqual(["024088001234", null]);
  const record = await world.asOwner((owner) => owner.query("select facts::text || coalesce(note, '') as said from timeline union all select change::text from audit"));
  for (const { said } of record.rows) expect(said).not.toMatch(/Thuỷ|Lành|024088|0987/);
});

test("the same form sent twice is one declaration", async () => {
  const ref = newReference();
  const entered = await Promise.all([enter({}, { ref }), enter({}, { ref }), enter({}, { ref })]);
  expect(entered.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await log()).sums).toEqual({ declarations: 1, guests: 1, late: 0 });
});

test("two officers who enter the same guest at once: the second is shown the first, and nothing is doubled", async () => {
  for (let round = 0; round < 8; round++) {
    const number = `02408800${String(1_000 + round)}`;
    // The one has the card, the other typed a quarter of an hour more and a name without marks.
    const mine = enter({ guests: [guest({ paperNumber: number })] });
    const theirs = enter(
      { guests: [guest({ paperNumber: number, fullName: "Dang Van Thuy" })], arrivedAt: new Date("2026-11-25T20:30:00+07:00"), channel: "field", hostName: "Lành" },
      { actor: son },
    );
    const both = await Promise.all([mine, theirs]);
    const first = both.find(({ ok }) => ok);
    const second = both.find(({ ok }) => !ok);
    if (!first || !second || second.ok) throw new Error("both or none were entered");
    expect(second.known).toHaveLength(1);
    expect(second.known[0]?.publicRef).toBe(first.ref);
  }
  expect((await log()).sums).toEqual({ declarations: 8, guests: 8, late: 0 });
  // The refused ones took no number away.
  const codes = (await log()).lines.map(({ code }) => code).toReversed();
  expect(codes).toEqual(codes.map((_, i) => `LT-261125-${String(i + 1).padStart(3, "0")}`));
});

test("a guest who is known is entered again when the officer says that she went elsewhere, when she had left, or a day later", async () => {
  const first = await enter();
  expect((await enter({ address: "Nhà nghỉ Hoa Sim" })).ok).toBe(false);
  expect((await enter({ address: "Nhà nghỉ Hoa Sim" }, { elsewhere: true })).ok).toBe(true);
  const child = guest({ fullName: "Đặng Minh Châu", bornOn: "2024-03-01" as Day, paperKind: "none", paperNumber: null, sex: "female" });
  await enter({ guests: [child] });
  const again = await enter({ guests: [{ ...child, fullName: "Dang Minh Chau" }] });
  expect(again.ok ? [] : again.known.map(({ fullName }) => fullName)).toEqual(["Đặng Minh Châu"]);

  const nextDay = new Date("2026-11-26T20:15:00+07:00");
  expect((await enter({ arrivedAt: nextDay, toldAt: nextDay, leavesOn: null }, { now: new Date("2026-11-26T20:20:00+07:00") })).ok).toBe(true);
  const woman = guest({ paperNumber: "024088005555" });
  const left = await enter({ guests: [woman] });
  const version = (await open(left.ref)).matter.version;
  await world.commit(minh, (tx) => noteDeparture(tx, left.ref, { version, guests: [1], leftAt: evening }), evening);
  const later = new Date("2026-11-25T22:00:00+07:00");
  expect((await enter({ guests: [woman], arrivedAt: later, toldAt: later }, { now: later })).ok).toBe(true);
  expect(first.ok).toBe(true);
});

test("a correction is a further entry: the first stays as it was, and how it was told is measured anew", async () => {
  const { ref } = await enter();
  const told = {
    ...declaration({
      hostName: "Giáp Thị Lanh",
      arrivedAt: new Date("2026-11-25T15:00:00+07:00"),
      guests: [guest(), guest({ number: 2, paperNumber: "024088007777", fullName: "Đặng Thị Mơ" })],
    }),
  };
  const later = new Date("2026-11-25T23:30:00+07:00");
  const late = { ...told, toldAt: later };
  await world.commit(son, (tx) => correctStay(tx, ref, { told: late, version: 2, reason: "Nghe nhầm tên và giờ", elsewhere: false }), later);
  const { entries, last, guests, matter } = await open(ref, later);
  expect(entries.map(({ entry, hostName, reason, writerName }) => [entry, hostName, reason, writerName])).toEqual([
    [1, "Giáp Thị Lành", null, "Hoàng Thị Minh"],
    [2, "Giáp Thị Lanh", "Nghe nhầm tên và giờ", "Lý Văn Sơn"],
  ]);
  expect(last.dueAt).toEqual(new Date("2026-11-25T23:00:00+07:00"));
  expect(guests.map(({ fullName }) => fullName)).toEqual(["Đặng Văn Thuỷ", "Đặng Thị Mơ"]);
  expect(matter).toMatchObject({ version: 3, code: "LT-261125-001", settledAt: evening });
  expect((await log(later)).sums).toEqual({ declarations: 1, guests: 2, late: 1 });
  // Who saw the earlier entry is told, not overwritten.
  const attempt = world.commit(minh, (tx) => correctStay(tx, ref, { told, version: 2, reason: "Sai", elsewhere: false }), later);
  await expect(attempt).rejects.toMatchObject({ code: "changedMeanwhile" });
  await expect(world.commit(minh, (tx) => correctStay(tx, ref, { told, version: 3, reason: " ", elsewhere: false }), later)).rejects.toMatchObject({ code: "invalid" });
});

test("of two officers who correct at once, one is told", async () => {
  const { ref } = await enter();
  const correct = (actor: typeof minh) =>
    world.commit(actor, (tx) => correctStay(tx, ref, { told: declaration({ purpose: "Công tác" }), version: 2, reason: "Sai lý do", elsewhere: false }), evening);
  const results = await Promise.allSettled([correct(minh), correct(son)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await open(ref)).entries).toHaveLength(2);
});

test("who left is noted, and a mistake is taken back by a further line", async () => {
  const second = guest({ number: 2, paperNumber: "024088007777", fullName: "Đặng Thị Mơ" });
  const { ref } = await enter({ guests: [guest(), second] });
  const at = new Date("2026-11-26T06:00:00+07:00");
  const note = (version: number, guests: readonly number[], leftAt: Date | null) => world.commit(son, (tx) => noteDeparture(tx, ref, { version, guests, leftAt }), at);
  await note(2, [1, 2], at);
  expect((await open(ref)).guests.map(({ leftAt }) => leftAt)).toEqual([at, at]);
  await note(3, [2], null);
  expect((await open(ref)).guests.map(({ leftAt }) => leftAt)).toEqual([at, null]);
  await expect(note(3, [2], at)).rejects.toMatchObject({ code: "changedMeanwhile" });
  const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as lines from stay_departures"));
  expect(rows[0].lines).toBe(3);
});

test("guests are found by name with or without marks, by the entry that holds, inside the post", async () => {
  const { ref } = await enter();
  const found = (typed: string, actor = minh) => world.try(actor, async (tx) => (await searchLog(tx, typed)).map(({ code }) => code), evening);
  expect(await found("dang van thuy")).toEqual(["LT-261125-001"]);
  expect(await found("Thủy")).toEqual(["LT-261125-001"]);
  expect(await found("%")).toEqual([]);
  expect(await found("Văn Thuỷ", as(cast.hanh))).toEqual([]);
  await world.commit(
    minh,
    (tx) => correctStay(tx, ref, { told: declaration({ guests: [guest({ fullName: "Đặng Văn Thái" })] }), version: 2, reason: "Nghe nhầm", elsewhere: false }),
    evening,
  );
  expect(await found("thuy")).toEqual([]);
  expect(await found("thai")).toEqual(["LT-261125-001"]);
});

test("pages of the log follow one another by key, and a declaration that comes meanwhile moves nothing", async () => {
  for (let i = 0; i < 5; i++) await enter({ guests: [guest({ paperNumber: `02408800${2_000 + i}` })] });
  const page = (after: Awaited<ReturnType<typeof readLog>>["next"], size: number) => world.try(minh, (tx) => readLog(tx, today, { after, size }), evening);
  const whole = (await page(null, 50)).lines.map(({ code }) => code);
  const first = await page(null, 2);
  await enter({ guests: [guest({ paperNumber: "024088003333" })] });
  const second = await page(first.next, 2);
  const third = await page(second.next, 2);
  expect([...first.lines, ...second.lines, ...third.lines].map(({ code }) => code)).toEqual(whole);
  expect(third.next).toBeNull();
});

test("another post, a resident and who may only read can enter nothing, nor look where they must not", async () => {
  const { ref } = await enter();
  await expect(world.try(as(cast.hanh), (tx) => getStay(tx, ref), evening)).rejects.toMatchObject({ code: "notFound" });
  expect((await world.try(as(cast.hanh), (tx) => readLog(tx, today, { after: null, size: 9 }), evening)).sums.declarations).toBe(0);
  // Even asked for by its own name, the other post's log stays shut.
  const forged = { ...as(cast.hanh), scope: { kind: "commune", communeId: units.tienLuc.id, provinceId: units.langSon.id } } as const;
  expect((await world.try(forged, (tx) => searchLog(tx, "thuy"), evening)).length).toBe(0);
  const reader = { ...minh, rights: new Set(["counter.read"] as const) };
  await expect(world.commit(reader, (tx) => enterStay(tx, newReference(), { declaration: declaration(), elsewhere: true }), evening)).rejects.toMatchObject({
    code: "notPermitted",
  });
  // The database answers the same to who forged the right in memory alone.
  const forgedRight = { ...as(cast.kien), scope: minh.scope, rights: minh.rights, regimes: minh.regimes };
  const attempt = world.commit(forgedRight, (tx) => enterStay(tx, newReference(), { declaration: declaration(), elsewhere: true }), evening);
  await expect(attempt).rejects.toThrow(/row-level security/);
});

test("a page asks the database as often for many declarations as for one", async () => {
  const asked = (): Promise<number> => world.try(minh, (tx) => statementsOf(tx, (counted) => readLog(counted, today, { after: null, size: 50 })), evening);
  await enter();
  const one = await asked();
  for (let i = 0; i < 6; i++) await enter({ guests: [guest({ paperNumber: `02408800${4_000 + i}` })] });
  expect(one).toBe(3);
  expect(await asked()).toBe(one);
});

test("stays count as received, and never as a share of what was in time: they have no term", async () => {
  await enter();
  await enter({ guests: [guest({ paperNumber: "024088007777" })] });
  await countFigures(world, evening);
  const [tally] = await world.try(as(cast.binh), (tx) => listCommuneTallies(tx, { from: "2026-11-01" as Day, to: "2026-11-01" as Day }), evening);
  expect(tally).toMatchObject({ received: 2, untimed: 2, open: 0, onTime: 0, late: 0, digitisable: 0 });
});

test("the record of stays is whole", async () => {
  const { ref } = await enter();
  await world.commit(minh, (tx) => correctStay(tx, ref, { told: declaration({ purpose: "Công tác" }), version: 2, reason: "Sai lý do", elsewhere: false }), evening);
  await world.commit(minh, (tx) => noteDeparture(tx, ref, { version: 3, guests: [1], leftAt: evening }), evening);
  const { rows } = await world.asOwner((owner) => owner.query("select action, to_state, public from timeline order by seq"));
  expect(rows).toEqual([
    { action: "open", to_state: "told", public: true },
    { action: "enter", to_state: "entered", public: false },
    { action: "amend", to_state: "entered", public: false },
    { action: "leave", to_state: "entered", public: false },
  ]);
});
