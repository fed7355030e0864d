import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { watchIn } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import { at, binh, stage } from "./mediation.stage.ts";
import { openDispute } from "./service/read.ts";
import { readFigures } from "./service/register.ts";

let world: World;
let on: ReturnType<typeof stage>;
let mediator: number;
beforeAll(async () => {
  world = await openWorld();
  on = stage(world);
  mediator = await on.team();
});
afterAll(() => world.close());

/**
 * Three days from the assignment, by hand: the day itself is not counted, the third day counts to its end, and a last day that is a day off
 * gives way to the next working day. 24 November 2026 is a Tuesday and a holiday; 21, 22, 28 and 29 November are a weekend.
 */
const table = [
  { given: "2026-11-16T08:00", weekday: "Monday", due: "2026-11-19T23:59:59" },
  { given: "2026-11-16T23:59", weekday: "Monday, last minute", due: "2026-11-19T23:59:59" },
  { given: "2026-11-17T00:00", weekday: "Tuesday, first minute", due: "2026-11-20T23:59:59" },
  { given: "2026-11-18T10:00", weekday: "Wednesday: Saturday gives way to Monday", due: "2026-11-23T23:59:59" },
  { given: "2026-11-19T10:00", weekday: "Thursday: Sunday gives way to Monday", due: "2026-11-23T23:59:59" },
  { given: "2026-11-20T10:00", weekday: "Friday: Monday", due: "2026-11-23T23:59:59" },
  { given: "2026-11-21T10:00", weekday: "Saturday: the holiday gives way to Wednesday", due: "2026-11-25T23:59:59" },
  { given: "2026-11-23T10:00", weekday: "Monday: the holiday is counted", due: "2026-11-26T23:59:59" },
] as const;

test.each(table)("given out on $given ($weekday), to begin by $due", async ({ given, due }) => {
  const now = at(given);
  const ref = await on.record({ spot: given }, now);
  await on.assign(ref, [mediator], now);
  const { matter, dispute } = await world.try(binh, (tx) => openDispute(tx, ref));
  expect(matter.dueAt?.getTime()).toBe(at(due).getTime());
  expect(dispute).toMatchObject({ assignedAt: now, startBy: at(due) });
});

test("begun in time there is no breach; begun late it is one for good, and the figures say so", async () => {
  await world.asOwner((owner) => owner.query("truncate dispute_visits, dispute_sessions, dispute_mediators, disputes, breaches cascade; update matters set due_at = null"));
  const [inTime, late] = [await on.record({ spot: "Ngõ 1" }), await on.record({ spot: "Ngõ 2" })];
  for (const ref of [inTime, late]) await on.assign(ref, [mediator], at("2026-11-16T08:00"));
  await on.meet(inTime, at("2026-11-18T19:00"), at("2026-11-19T23:00"));
  const clock = watchIn({ communeId: cast.binh.scope.communeId, provinceId: 1 });
  expect(await world.commit(clock, (tx) => noteBreaches(tx, { communeId: 3, provinceId: 1 }), at("2026-11-19T23:59"))).toBe(0);
  // The clock stands in every regime: what nobody opens is late all the same.
  expect(await world.commit(clock, (tx) => noteBreaches(tx, { communeId: 3, provinceId: 1 }), at("2026-11-20T00:01"))).toBe(1);
  await on.meet(late, at("2026-11-20T19:00"), at("2026-11-20T21:00"));
  const breaches = await world.asOwner((owner) => owner.query("select due_at, regime from breaches"));
  expect(breaches.rows).toEqual([{ due_at: at("2026-11-19T23:59:59"), regime: "mediation" }]);
  const { sums } = await world.try(as(cast.binh), (tx) => readFigures(tx, { from: "2026-11-01" as Day, to: "2026-11-30" as Day }));
  expect(sums).toMatchObject({ all: 2, startedLate: 1 });
});
