import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import type { Unit } from "../../kernel/units.ts";
import { importUnitFiles, readUnitFiles } from "./import.ts";
import { findUnitsNamed, type LineageStep, lineageOf } from "./queries.ts";

const old = "2025-06-30" as Day;
const today = "2026-11-20" as Day;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const files = await readUnitFiles(
    ["before", "old-to-new", "new-from-old"].map((name) => `src/modules/units/fixtures/${name}.json`),
    () => {},
  );
  await world.asOwner(async (client) => {
    await importUnitFiles(client, files, { dryRun: false, onProgress: () => {} });
    // An earlier reorganisation: on 1 January 2024 a market town became what 97001 was until 2025.
    await client.query(`
      with town as (
        insert into units (kind, code, name, short_name, norm, valid_from, valid_to, source)
        values ('commune', '97090', 'Thị trấn Chợ', 'Chợ', 'cho', '2020-01-01', '2024-01-01', 'by hand') returning id)
      insert into unit_lineage (old_id, new_id, on_date, share, source)
      select town.id, u.id, '2024-01-01', 'full', 'by hand' from town, units u where u.code = '97001'`);
  });
});
afterAll(() => world.close());

const ask = <T>(work: Parameters<typeof world.try<T>>[1]): Promise<T> => world.try(anybody, work);
const find = (text: string, on: Day): Promise<readonly Unit[]> => ask((tx) => findUnitsNamed(tx, text, on));
const idOf = async (text: string, on: Day): Promise<number> => (await find(text, on))[0]?.id ?? 0;
const told = (steps: readonly LineageStep[]): string[] => steps.map(({ from, to, onDate, share }) => `${onDate} ${from.name} → ${to.name} ${share}`);

test("a resident asks where her old commune went", async () => {
  const id = await idOf("Xã Hoà Minh", old);
  const { wentTo } = await ask((tx) => lineageOf(tx, id));
  expect(told(wentTo).sort()).toEqual(["2025-07-01 Xã Hoà Minh → Phường Hòa Minh partial", "2025-07-01 Xã Hoà Minh → Xã Đồi Chè partial"]);
});

test("an officer asks what his ward was made of, through every reorganisation, latest first", async () => {
  const id = await idOf("97004", today);
  const { cameFrom, wentTo } = await ask((tx) => lineageOf(tx, id));
  expect(wentTo).toEqual([]);
  expect(told(cameFrom).at(-1)).toBe("2024-01-01 Thị trấn Chợ → Xã Đồi Chè full");
  expect(told(cameFrom).slice(0, 2).sort()).toEqual(["2025-07-01 Xã Hoà Minh → Xã Đồi Chè partial", "2025-07-01 Xã Đồi Chè → Xã Đồi Chè full"]);
});

test("a place that was reorganised twice is followed to the end", async () => {
  const id = await idOf("thi tran cho", "2023-06-01" as Day);
  expect(told((await ask((tx) => lineageOf(tx, id))).wentTo)).toEqual(["2024-01-01 Thị trấn Chợ → Xã Đồi Chè full", "2025-07-01 Xã Đồi Chè → Xã Đồi Chè full"]);
});

test("a unit that nobody told about has no lineage", async () => {
  expect(await ask((tx) => lineageOf(tx, 999_999))).toEqual({ cameFrom: [], wentTo: [] });
});

test("a name is found without marks, in either spelling, with or without the word for the type", async () => {
  for (const text of ["Xã Hoà Minh", "xã hòa minh", "hoa minh", "xa hoa minh", "  HÒA   MINH "]) expect((await find(text, old)).map(({ code }) => code)).toEqual(["97004"]);
});

test("the same name on another day is another unit", async () => {
  expect((await find("Hòa Minh", today)).map(({ name }) => name)).toEqual(["Phường Hòa Minh"]);
  expect(await find("Huyện Suối Mơ", today)).toEqual([]);
});

test("a beginning is enough, and whole names come first", async () => {
  expect((await find("hoa", old)).map(({ name }) => name)).toEqual(["Xã Hoà Minh", "Tỉnh Hoa Sen"]);
  expect((await find("hoa sen", today)).map(({ name }) => name)).toEqual(["Tỉnh Hoa Sen"]);
});

test("signs that mean something to the database mean nothing in a name", async () => {
  for (const text of ["%", "_", "\\", "", "   ", "h_a"]) expect(await find(text, today)).toEqual([]);
});
