import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at, confirmation, countFigures, receive, sign } from "../../../test/world/counter.ts";
import { as, friday, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import type { Actor } from "../../kernel/actor.ts";
import { askSupplement, handOver, holdWork, releaseWork, resumeWork, signApology, stopWork, withdraw } from "../procedures/index.ts";
import { correctResult } from "../procedures/service/work.ts";
import { type Evidence, evidence } from "./evidence.ts";
import { countEvidence, listEvidence } from "./queries/evidence.ts";
import { readPostEvidence, readProvinceEvidence } from "./service/evidence.ts";
import { readPost } from "./service/post.ts";
import { readIndicators, readProvince } from "./service/province.ts";
import { monthFigures } from "./shown.ts";
import type { Tally } from "./tally.ts";

let world: World;
const minh = as(cast.minh);
const binh = as(cast.binh);
const thao = as(cast.thao);
const november = "2026-11-01" as Day;
const october = "2026-10-01" as Day;
const months = { to: november, months: 3 };

beforeAll(async () => {
  world = await openWorld();
  await receive(world, {}, at("2026-10-20T09:00:00"));
  await sign(world, await receive(world));
  const given = await receive(world);
  await sign(world, given);
  await world.commit(minh, (tx) => handOver(tx, given.publicRef, { version: 3, to: "self" }));
  const late = await receive(world, {}, at("2026-11-02T09:00:00"));
  await sign(world, late, { now: at("2026-11-12T09:00:00") });
  await world.commit(binh, (tx) => correctResult(tx, late.publicRef, { version: 3, note: "sai tên" }), at("2026-11-13T09:00:00"));
  const asked = await receive(world, { procedureCode: "1.004194", caseId: "standard" }, at("2026-11-18T09:00:00"));
  for (const [i, day] of ["18", "19"].entries()) {
    const when = (hour: string) => at(`2026-11-${day}T${hour}:00:00`);
    await world.commit(minh, (tx) => askSupplement(tx, asked.publicRef, { version: 1 + 2 * i, defects: [{ code: "unsigned", paper: "CT01" }], why: "sót" }), when("09"));
    await world.commit(minh, (tx) => resumeWork(tx, asked.publicRef, { version: 2 + 2 * i }), when("10"));
  }
  const held = await receive(world, { procedureCode: "1.004194", caseId: "standard" }, at("2026-11-18T09:00:00"));
  await world.commit(minh, (tx) => holdWork(tx, held.publicRef, { version: 1, key: "otherAuthority-1" }), at("2026-11-18T10:00:00"));
  await world.commit(minh, (tx) => releaseWork(tx, held.publicRef, { version: 2 }), at("2026-11-19T10:00:00"));
  await sign(world, held, { version: 3, proposal: confirmation("2027-11-20"), now: at("2026-11-19T15:00:00") });
  const put = await receive(world, {}, at("2026-11-09T09:00:00"));
  const moved = await world.commit(binh, (tx) => signApology(tx, put.publicRef, { version: 1, reason: "chờ xác minh", added: 2 }), at("2026-11-12T09:00:00"));
  await sign(world, put, { version: 2, now: new Date((moved.matter.dueAt ?? friday).getTime() - 3_600_000) });
  const ended = await receive(world);
  await world.commit(binh, (tx) => stopWork(tx, ended.publicRef, { version: 1, code: "doneOtherwise", remark: null }));
  const gone = await receive(world);
  await world.commit(minh, (tx) => withdraw(tx, gone.publicRef, { version: 1, note: "bà con rút" }));
  await countFigures(world);
});
afterAll(() => world.close());

/** What the figures of the post's page say, by the kind of evidence that each opens. */
const saidOf = (tally: Tally, { open, lateNow }: { open: number; lateNow: number }): Readonly<Partial<Record<Evidence, number>>> => ({
  ...Object.fromEntries(monthFigures.map(([kind, count]) => [kind, count(tally)])),
  ...{ open, lateNow },
});

test("a dossier is counted once, whether it is open, ready, taken up again or handed over; each scope sees its own", async () => {
  const { rows } = await world.try(thao, (tx) => readProvince(tx, months));
  expect(rows).toHaveLength(1);
  const tally = { received: 9, onTime: 2, onTimeAfterPause: 1, extended: 1, late: 1, withdrawn: 1, stopped: 1, pausedUnasked: 0, reopened: 1, reopenedMatters: 1 };
  expect(rows[0]).toMatchObject({ communeId: units.phuongSon.id, open: 6, lateNow: 1, tally });
  expect((await world.try(binh, (tx) => readProvince(tx, months))).rows).toEqual(rows);
  expect((await world.try(as(cast.long), (tx) => readProvince(tx, months))).rows).toEqual([]);
});

test("every figure of dossiers opens exactly as many as it says, by month and by procedure", async () => {
  const figures = await world.try(binh, (tx) => readPost(tx, november));
  const said = saidOf(figures.tally, figures);
  const counted = async (kind: Evidence, procedureCode: string | null) =>
    await world.try(binh, (tx) => countEvidence(tx, { communeId: units.phuongSon.id, kind, months: { from: november, to: november }, procedureCode }));
  for (const [kind, value] of Object.entries(said)) expect({ kind, value: await counted(kind as Evidence, null) }).toEqual({ kind, value });
  expect(figures.procedures.length).toBeGreaterThan(1);
  for (const { procedureCode, tally } of figures.procedures) {
    const { open: _, lateNow: __, ...byProcedure } = saidOf(tally, figures);
    for (const [kind, value] of Object.entries(byProcedure))
      expect({ kind, procedureCode, value: await counted(kind as Evidence, procedureCode) }).toEqual({ kind, procedureCode, value });
  }
});

test("the pages of a list follow one another by key and hold each dossier once", async () => {
  const asked = { communeId: units.phuongSon.id, kind: "received" as const, months: { from: october, to: november }, procedureCode: null };
  const seen: number[] = [];
  for (let page = await pageAfter(0); page.length > 0; page = await pageAfter(seen.at(-1) ?? 0)) seen.push(...page);
  async function pageAfter(after: number): Promise<number[]> {
    return (await world.try(thao, (tx) => listEvidence(tx, asked, { after, size: 2 }))).map(({ matterId }) => matterId);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(await world.try(thao, (tx) => countEvidence(tx, asked)));
});

test("a chief's indicators are of the own post and say so; the province's are of all communes", async () => {
  expect((await world.try(binh, (tx) => readIndicators(tx, november))).onlyPost).toBe(units.phuongSon.name);
  expect((await world.try(thao, (tx) => readIndicators(tx, november))).onlyPost).toBeNull();
});

test("three months of the province open all that they were summed from", async () => {
  const { rows, from, to } = await world.try(thao, (tx) => readProvince(tx, months));
  const [row] = rows;
  if (!row) throw new Error("no commune");
  for (const [kind, value] of Object.entries(saidOf(row.tally, row))) {
    const all = await world.try(thao, (tx) => countEvidence(tx, { communeId: row.communeId, kind: kind as Evidence, months: { from, to }, procedureCode: null }));
    expect({ kind, all }).toEqual({ kind, all: value });
  }
});

describe("who sees what behind a figure", () => {
  const asked = { kind: "received" as const, months: { from: november, to: november }, procedureCode: null, after: 0 };

  test("the province sees codes and times; names and references are neither shown nor visible to it", async () => {
    const page = await world.try(thao, (tx) => readProvinceEvidence(tx, units.phuongSon.id, asked, "vi"));
    expect(page.lines).toHaveLength(8);
    expect(page.lines.every(({ whose, href }) => whose === null && href === null)).toBe(true);
    expect(JSON.stringify(page)).not.toMatch(/Hoàng|Thị Nga|9876|public_?ref/i);
    type Persons = { dossiers: { personId: number }; people: { fullName: string }; countedMatters: { code: string } };
    for (const table of ["dossiers", "people"] as const) {
      const reading = world.try(thao, (tx) => tx.db.withTables<Persons>().selectFrom(table).selectAll().execute());
      await expect(reading).rejects.toThrow(/permission denied/);
    }
    const { rows } = await world.asOwner((owner) => owner.query("select column_name from information_schema.columns where table_name = 'counted_matters'"));
    expect(rows.map((row) => row.column_name).filter((name) => /person|name|ref|hamlet|phone|id_|title|note/.test(name))).toEqual([]);
  });

  test("a province sees nothing of another's commune, even when it asks by its number", async () => {
    await expect(world.try(thao, (tx) => readProvinceEvidence(tx, units.huuLung.id, asked, "vi"))).rejects.toMatchObject({ code: "notPermitted" });
    const others = { ...thao, scope: { kind: "province" as const, provinceId: units.langSon.id } };
    expect(await world.try(others, (tx) => countEvidence(tx, { ...asked, communeId: units.phuongSon.id }))).toBe(0);
    expect(await world.try(as(cast.long), (tx) => countEvidence(tx, { ...asked, communeId: units.phuongSon.id }))).toBe(0);
  });

  test("what belongs to another regime is seen by nobody of the counter, neither as a sum nor behind it", async () => {
    const [analyst, chief] = [thao, binh].map((actor): Actor => ({ ...actor, regimes: new Set(["counter"]) })) as [Actor, Actor];
    const look = async (): Promise<unknown> => [
      await world.try(analyst, (tx) => countEvidence(tx, { ...asked, communeId: units.phuongSon.id })),
      await world.try(chief, (tx) => readPost(tx, november)).then(({ tally, open }) => ({ received: tally.received, open })),
      await world.try(analyst, (tx) => readProvince(tx, { to: november, months: 1 })).then(({ rows }) => rows.map(({ tally, open }) => ({ received: tally.received, open }))),
    ];
    const before = await look();
    const hide = (regime: string) =>
      world.asOwner(async (owner) => {
        for (const table of ["counted_matters", "matter_stats"]) await owner.query(`update ${table} set regime = $1 where commune_id = $2`, [regime, units.phuongSon.id]);
      });
    await hide("listening");
    try {
      expect(await look()).toEqual([0, { received: 0, open: 0 }, []]);
    } finally {
      await hide("counter");
    }
    expect(await look()).toEqual(before);
  });

  test("the post sees shortened names, and each line is a look that is written down", async () => {
    const page = await world.try(binh, (tx) => readPostEvidence(tx, asked, "vi"));
    expect(page.lines.map(({ whose }) => whose)).toEqual(Array(8).fill({ name: "Hoàng T. N.", last4: "9876" }));
    expect(page.reads).toHaveLength(8);
    expect(page.reads[0]).toMatchObject({ communeId: units.phuongSon.id, regime: "counter", purpose: "Xem hồ sơ sau con số" });
    expect(page.lines.every(({ href }) => href?.startsWith("/can-bo/ho-so/"))).toBe(true);
  });
});

test("indicators of a small month tell nothing of a commune, and twelve months are always twelve", async () => {
  const { communes, whole, year } = await world.try(thao, (tx) => readIndicators(tx, october));
  expect(communes.map(({ terrain, standings }) => [terrain, [...standings.values()]])).toEqual([["unknown", Array(6).fill("tooFew")]]);
  expect(whole.find(({ indicator }) => indicator.id === "progress")?.points).toBeNull();
  expect(year.map(({ month }) => month).slice(-2)).toEqual(["2026-09-01", october]);
  expect(year).toHaveLength(12);
});

test("from five on a share is told: three of five with a term, since a kept second promise and a stopped clock are told apart", async () => {
  const { whole } = await world.try(thao, (tx) => readIndicators(tx, november));
  expect(whole.find(({ indicator }) => indicator.id === "progress")).toMatchObject({ share: { part: 3, whole: 5 }, points: 12 });
});

test("every kind of evidence has one word for its address", () => {
  expect(new Set(Object.values(evidence)).size).toBe(Object.keys(evidence).length);
});
