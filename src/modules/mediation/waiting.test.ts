import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { at, son, stage } from "./mediation.stage.ts";
import { listOpen } from "./queries/disputes.ts";

let world: World;
let on: ReturnType<typeof stage>;
beforeAll(async () => {
  world = await openWorld();
  on = stage(world);
});
afterAll(() => world.close());

test("whoever gives disputes out is told of one that waits, and of none that is not mediated in the hamlet", async () => {
  await on.record({ spot: "Ngõ 1", exclusion: "crime" });
  await on.record({ spot: "Ngõ 2" });
  const { rows } = await world.asOwner((owner) => owner.query("select account_id, template, facts, regime from alerts"));
  expect(rows).toContainEqual({ account_id: cast.binh.id, template: "mediation.recorded", facts: { code: "HG-2026-002" }, regime: "mediation" });
  for (const { facts } of rows) expect(facts).toEqual({ code: "HG-2026-002" });
});

test("in the list stands first what nobody was given, then what has to begin soonest, last what has begun; page by page", async () => {
  const mediator = await on.team();
  const spots = ["đang hòa giải", "hạn sau", "hạn trước", "chưa giao"] as const;
  const [mediating, later, sooner] = [await on.record({ spot: spots[0] }), await on.record({ spot: spots[1] }), await on.record({ spot: spots[2] })];
  await on.record({ spot: spots[3] });
  await on.assign(later, [mediator], at("2026-11-19T10:00"));
  await on.assign(sooner, [mediator], at("2026-11-17T10:00"));
  await on.assign(mediating, [mediator], at("2026-11-16T10:00"));
  await on.meet(mediating);
  const page = async (size: number, last?: { readonly waitsAt: Date; readonly id: number }) =>
    await world.try(son, (tx) => listOpen(tx, 3, { after: last ? { at: last.waitsAt, id: last.id } : null, size }), at("2026-11-20T08:00"));
  const seen: string[] = [];
  for (let rows = await page(2); rows.length > 0; rows = await page(2, rows.at(-1))) seen.push(...rows.map(({ spot }) => spot));
  expect(seen.filter((spot) => spots.some((one) => one === spot))).toEqual([...spots].reverse());
});
