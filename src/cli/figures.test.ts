import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { units } from "../../test/world/cast.ts";
import { countFigures, receive, sign } from "../../test/world/counter.ts";
import { openWorld, type World } from "../../test/world/index.ts";
import { runCli } from "./program.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gan-dan-cli-"));
  world = await openWorld();
  for (let i = 0; i < 3; i++) await sign(world, await receive(world));
  await countFigures(world);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function type(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const exit = await runCli(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    ...{ env: { DATA_DIR: folder, DATABASE_URL: world.ownerUrl }, now: new Date("2026-11-20T15:02:00+07:00") },
    ...{ root: process.cwd(), cwd: folder, watched: false },
  });
  return { exit, ...said };
}

const kept = () =>
  world.asOwner(async (owner) => ({
    matters: (await owner.query("select * from counted_matters order by commune_id, matter_id")).rows,
    cells: (await owner.query("select * from matter_stats order by commune_id, month, kind, procedure_code")).rows,
  }));

test("figures that somebody changed in the database are as the timelines say once they are counted anew", async () => {
  const before = await kept();
  await world.asOwner(async (owner) => {
    await owner.query("update matter_stats set on_time = on_time + 40, late = 0");
    await owner.query("delete from counted_matters where matter_id = (select min(matter_id) from counted_matters)");
  });
  expect(await kept()).not.toEqual(before);
  const { exit, out, err } = await type("figures", "rebuild", "--json");
  expect({ exit, err, out }).toEqual({ exit: 0, err: "", out: expect.any(String) });
  expect(JSON.parse(out)).toEqual({ communes: [{ code: units.phuongSon.code, validFrom: units.phuongSon.validFrom, matters: 3 }], matters: 3 });
  expect(await kept()).toEqual(before);
});

test("one commune alone is counted by its code; a code that has nothing to count is told", async () => {
  expect((await type("figures", "rebuild", "--commune", units.phuongSon.code, "--lang", "en")).out).toContain("counted 3 matters of 1 commune anew");
  expect(await type("figures", "rebuild", "--commune", "00001")).toMatchObject({ exit: 2, out: "", err: expect.stringContaining("00001") });
});
