import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLaw } from "../../kernel/law/load.ts";
import { judge, totalOf } from "./indicators.ts";
import { serviceIndicatorLaw } from "./law.ts";
import { type Peer, spread, standingsOf, type Terrain } from "./peers.ts";
import { nothing } from "./tally.ts";

const { serviceIndicators } = await loadLaw("db/law", { serviceIndicators: serviceIndicatorLaw });
const tally = { ...nothing, received: 40, online: 10, onTime: 15, onTimeAfterPause: 3, pausedUnasked: 1, late: 1, withdrawn: 7, digitisable: 20, digitised: 20 };

test("the groups come to a hundred points, each with its source", () => {
  expect(serviceIndicators.rows.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  expect(serviceIndicators.rows.filter(({ source, certainty }) => source === "" || certainty === "unknown")).toEqual([]);
});

test("each indicator is computed from the work; what the portal alone knows has no points here, and the total never says that it is of a hundred", () => {
  const judged = judge(serviceIndicators.rows, { tally, ratings: { part: 9, whole: 10 } });
  expect(Object.fromEntries(judged.map(({ indicator, points }) => [indicator.id, points]))).toEqual({
    openness: null,
    progress: 18,
    digitisation: 22,
    online: 3,
    payment: null,
    satisfaction: 16.2,
  });
  expect(totalOf(judged)).toEqual({ reached: 59.2, possible: 72 });
});

test("below five nothing is told: the points of the rest shrink with it", () => {
  const few = { ...nothing, received: 6, online: 1, onTime: 4, digitisable: 4, digitised: 4 };
  const judged = judge(serviceIndicators.rows, { tally: few, ratings: null });
  expect(judged.filter(({ points }) => points !== null).map(({ indicator }) => indicator.id)).toEqual(["online"]);
  expect(totalOf(judged)).toEqual({ reached: 2, possible: 12 });
  expect(totalOf(judge(serviceIndicators.rows, { tally: nothing, ratings: null }))).toEqual({ reached: 0, possible: 0 });
});

const peer = (id: number, part: number, whole: number, terrain: Terrain = "mountain"): Peer => ({ id, terrain, share: { part, whole } });
const usual = [peer(1, 180, 200), peer(2, 270, 300), peer(3, 368, 400), peer(4, 228, 250)];

test("a tiny commune in the mountains is neither first nor last, whatever its two dossiers did", () => {
  for (const part of [0, 1, 2]) {
    const standings = standingsOf([...usual, peer(9, part, 2)]);
    expect(standings.get(9)).toBe("tooFew");
    for (const { id } of usual) expect(standings.get(id)).toBe("alike");
  }
  // Thirty dossiers are enough to be compared and not enough to be praised for luck.
  expect(standingsOf([...usual, peer(9, 30, 30)]).get(9)).toBe("alike");
});

test("whoever is clearly above or below is told so, beside those on the same terrain alone", () => {
  const plains = [peer(11, 100, 200, "plain"), peer(12, 100, 200, "plain"), peer(13, 100, 200, "plain")];
  const standings = standingsOf([...usual, ...plains, peer(9, 130, 200), peer(14, 130, 200, "plain"), peer(15, 130, 200, "island"), peer(16, 130, 200, "unknown")]);
  expect(standings.get(9)).toBe("below");
  expect(standings.get(14)).toBe("above");
  expect(standings.get(15)).toBe("tooFew");
  expect(standings.get(16)).toBe("tooFew");
});

test("below the threshold nobody ever stands anywhere; the interval holds the share and lies between nothing and all", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 29 }), fc.nat(29), (whole, part) => {
      expect(standingsOf([...usual, peer(9, Math.min(part, whole), whole)]).get(9)).toBe("tooFew");
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.float({ min: 0, max: 1, noNaN: true }), (whole, share) => {
      const part = Math.round(whole * share);
      const [low, high] = spread({ part, whole });
      expect(low).toBeGreaterThan(-1e-9);
      expect(high).toBeLessThan(1 + 1e-9);
      expect(low).toBeLessThanOrEqual(part / whole + 1e-9);
      expect(high).toBeGreaterThanOrEqual(part / whole - 1e-9);
    }),
  );
});
