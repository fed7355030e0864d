import { afterAll, beforeAll, expect, test } from "vitest";
import { units } from "../../test/world/cast.ts";
import { countFigures, receive, sign } from "../../test/world/counter.ts";
import { friday, openWorld, type World } from "../../test/world/index.ts";
import { rebuildFrom } from "./commands/figures.ts";
import type { Call } from "./io.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (let i = 0; i < 3; i++) await sign(world, await receive(world));
  await countFigures(world);
});
afterAll(() => world.close());

const call: Call = { out: () => {}, err: () => {}, env: {}, now: friday, root: process.cwd(), cwd: process.cwd(), watched: false, lang: "vi", json: true };
const rebuild = async (code: string | null): Promise<unknown> => (await rebuildFrom(call, world.database, code)).map(({ unit, matters }) => [unit.code, matters]);

const kept = () =>
  world.asOwner(async (owner) => ({
    matters: (await owner.query("select * from counted_matters order by commune_id, matter_id")).rows,
    cells: (await owner.query("select * from matter_stats order by commune_id, month, kind, procedure_code")).rows,
  }));

test("figures that somebody changed in the database are as the timelines say once they are counted anew", async () => {
  const before = await kept();
  const plant = async (...statements: string[]): Promise<void> => {
    await world.asOwner(async (owner) => {
      for (const statement of statements) await owner.query(statement);
    });
    const planted = await kept();
    expect(planted.matters).not.toEqual(before.matters);
    expect(planted.cells).not.toEqual(before.cells);
  };
  await plant(
    "update matter_stats set on_time = on_time + 40, late = 0",
    "update counted_matters set standing = 'late' where matter_id = (select max(matter_id) from counted_matters)",
    "delete from counted_matters where matter_id = (select min(matter_id) from counted_matters)",
  );
  expect(await rebuild(null)).toEqual([[units.phuongSon.code, 3]]);
  expect(await kept()).toEqual(before);
});

test("one commune alone is counted by its code; a code that has nothing to count is told", async () => {
  expect(await rebuild(units.phuongSon.code)).toEqual([[units.phuongSon.code, 3]]);
  await expect(rebuild("00001")).rejects.toMatchObject({ exit: 1, code: "unknownUnit" });
});
