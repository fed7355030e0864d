import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { addMonths, type Day } from "../../base/day.ts";
import { gate } from "../../kernel/actor.ts";
import { listParcels, type Parcel, releaseRatings } from "./queries/ratings.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const communeId = units.phuongSon.id;
const first = "2026-01-01" as Day;
const scores = ["verySatisfied", "satisfied", "notSatisfied"] as const;
type Rating = { readonly month: number; readonly procedure: number; readonly score: number };

async function putInBox(ratings: readonly Rating[]): Promise<void> {
  await world.asOwner(async (owner) => {
    await owner.query("delete from rating_releases where commune_id = $1", [communeId]);
    await owner.query("delete from ratings where commune_id = $1", [communeId]);
    await owner.query(
      `insert into ratings (commune_id, province_id, month, procedure_code, score, once)
       select $1, 1, month, procedure, score, int4send(n::int) from unnest($2::date[], $3::text[], $4::text[]) with ordinality r (month, procedure, score, n)`,
      [communeId, ratings.map((one) => addMonths(first, one.month)), ratings.map((one) => `P${one.procedure}`), ratings.map((one) => scores[one.score])],
    );
  });
}

const release = (now: Date) => world.commit(gate, releaseRatings, now);
const parcels = (to = "2027-12-01") => world.try(as(cast.thao), (tx) => listParcels(tx, { communeIds: [communeId], from: first, to: to as Day }));
const sizeOf = ({ verySatisfied, satisfied, notSatisfied }: Parcel): number => verySatisfied + satisfied + notSatisfied;

const rating = fc.record({ month: fc.nat(5), procedure: fc.nat(4), score: fc.nat(2) });

test("no sum and no difference of anything that was ever told is about fewer than five people", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rating, { maxLength: 60 }), async (ratings) => {
      await putInBox(ratings);
      const seen = new Map<string, string>();
      // An attentive reader looks at the end of each month, and keeps everything.
      for (let month = 0; month <= 6; month++) {
        await release(new Date(`${addMonths(first, month)}T09:00:00+07:00`));
        for (const parcel of await parcels()) {
          const key = `${parcel.fromMonth} ${parcel.procedureCode}`;
          const value = JSON.stringify(parcel);
          // What was told never changes: no two looks at it can be subtracted.
          expect(seen.get(key) ?? value).toBe(value);
          seen.set(key, value);
        }
      }
      const told = [...seen.values()].map((value) => JSON.parse(value) as Parcel);
      // Each rating is in one parcel at the most, so that every sum and difference is one of whole parcels, of five and more each.
      for (const parcel of told) expect(sizeOf(parcel)).toBeGreaterThanOrEqual(5);
      const inside = ({ month, procedure }: Rating): Parcel[] => {
        const spans = told.filter((one) => one.fromMonth <= addMonths(first, month) && addMonths(first, month) <= one.toMonth);
        const own = spans.filter((one) => one.procedureCode === `P${procedure}`);
        return own.length > 0 ? own : spans.filter((one) => one.procedureCode === "");
      };
      const counted = new Map<Parcel, number>();
      for (const one of ratings) {
        const [parcel, ...others] = inside(one);
        expect(others).toEqual([]);
        if (parcel) counted.set(parcel, (counted.get(parcel) ?? 0) + 1);
      }
      for (const parcel of told) expect(counted.get(parcel)).toBe(sizeOf(parcel));
      // Nothing waits but what is too little: the ratings that were not told are fewer than five.
      expect(ratings.length - told.reduce((sum, parcel) => sum + sizeOf(parcel), 0)).toBeLessThan(5);
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 60_000);

test("a procedure with few ratings is never what remains of a month when the others are taken away", async () => {
  const many = Array.from({ length: 9 }, () => ({ month: 0, procedure: 1, score: 0 }));
  await putInBox([...many, { month: 0, procedure: 2, score: 2 }]);
  await release(at("2026-02-01T09:00:00"));
  expect((await parcels()).map((one) => [one.procedureCode, sizeOf(one)])).toEqual([["", 10]]);
});

test("a month that is running tells nothing, nor does the first hour after it", async () => {
  await putInBox(Array.from({ length: 9 }, () => ({ month: 0, procedure: 1, score: 0 })));
  expect(await release(at("2026-01-31T23:59:00"))).toBe(0);
  expect(await release(at("2026-02-01T00:30:00"))).toBe(0);
  expect(await release(at("2026-02-01T01:30:00"))).toBe(1);
  expect(await release(at("2026-02-01T01:30:00"))).toBe(0);
});

test("two who open the box at once open it once", async () => {
  await putInBox(Array.from({ length: 30 }, (_, i) => ({ month: i % 3, procedure: 1, score: 0 })));
  const opened = await Promise.all(Array.from({ length: 4 }, () => release(at("2026-06-01T09:00:00"))));
  expect(opened.reduce((sum, count) => sum + count, 0)).toBe(3);
});
