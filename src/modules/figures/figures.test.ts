import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at, receive, sign } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { handOver } from "../procedures/service/work.ts";
import { listFigures } from "./queries.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const since = at("2026-11-01T00:00:00");

test("a dossier is counted once, whether it is open, ready, or handed over", async () => {
  const early = at("2026-10-20T09:00:00");
  await receive(world, {}, early);
  const ready = await receive(world);
  await sign(world, ready);
  const ended = await receive(world);
  await sign(world, ended);
  await world.commit(as(cast.minh), (tx) => handOver(tx, ended.publicRef, { version: 3, to: "self" }));

  const expected = { communeId: units.phuongSon.id, open: 2, late: 1, received: 2, settled: 2, timed: 2, onTime: 2 };
  expect(await world.try(as(cast.thao), (tx) => listFigures(tx, since))).toEqual([expected]);
  expect(await world.try(as(cast.binh), (tx) => listFigures(tx, since))).toEqual([expected]);
  expect(await world.try(as(cast.long), (tx) => listFigures(tx, since))).toEqual([]);
});

test("what was ready after its time is settled and not in time", async () => {
  const [before] = await world.try(as(cast.thao), (tx) => listFigures(tx, since));
  const late = await receive(world, {}, at("2026-11-02T09:00:00"));
  await sign(world, late, { now: at("2026-11-12T09:00:00") });
  const [after] = await world.try(as(cast.thao), (tx) => listFigures(tx, since));
  expect(after).toEqual({ ...before, open: (before?.open ?? 0) + 1, received: (before?.received ?? 0) + 1, settled: (before?.settled ?? 0) + 1, timed: (before?.timed ?? 0) + 1 });
});
