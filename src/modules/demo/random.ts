import { createHash } from "node:crypto";

/** Chance that repeats itself: the same name gives the same throws. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  /** @throws RangeError when there is nothing to pick from */
  pick<T>(from: readonly T[]): T;
  /** Picks one as often as its weight says. @throws RangeError when nothing has a weight */
  weigh<T>(from: readonly T[], weightOf: (one: T) => number): T;
  /** True in so many of a hundred throws. */
  percent(percent: number): boolean;
};

/** Marsaglia's xorshift with three shifts over 32 bits (13, 17, 5), begun from a hash of the name. For demonstrations, never for secrets. */
export function chanceOf(name: string): Chance {
  // The state may not be nought, which the shifts would never leave.
  let state = createHash("sha256").update(name).digest().readUInt32LE(0) || 1;
  const share = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const weigh = <T>(from: readonly T[], weightOf: (one: T) => number): T => {
    let left = share() * from.reduce((sum, one) => sum + weightOf(one), 0);
    const found = from.find((one) => {
      left -= weightOf(one);
      return left < 0;
    });
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  };
  return {
    share,
    between: (from, to) => from + Math.floor(share() * (to - from + 1)),
    pick: (from) => weigh(from, () => 1),
    weigh,
    percent: (percent) => share() * 100 < percent,
  };
}
