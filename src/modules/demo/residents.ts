import { addDays, type Day, daysBetween, parseDay, partsOf } from "../../base/day.ts";
import type { SeedCast, SeedPost } from "./files.ts";
import { chanceOf } from "./random.ts";

/** Somebody invented. */
export type Resident = {
  readonly fullName: string;
  readonly sex: "male" | "female";
  readonly bornOn: Day;
  /** Twelve digits that fit birth, sex and province; the last six begin with three noughts, which marks the number as invented. */
  readonly idNumber: string;
  readonly phone: string;
  /** Which of the hamlets of the post is home. */
  readonly hamlet: number;
};

/** Grown up in 2023, when the demonstration begins. */
const births = { from: parseDay("1944-01-01"), to: parseDay("2004-12-31") };
/** Code of Bac Giang on identity numbers: where all of them were registered. */
const birthPlace = "024";

/** The residents of a post: the same ones each time. */
export function residentsOf(cast: SeedCast, post: SeedPost): readonly Resident[] {
  const before = cast.posts.slice(0, cast.posts.indexOf(post)).reduce((sum, one) => sum + one.residents, 0);
  const chance = chanceOf(`residents ${post.today}`);
  return Array.from({ length: post.residents }, (_, i): Resident => {
    const sex = chance.percent(54) ? "female" : "male";
    const { families, [sex]: words } = cast.names;
    const bornOn = addDays(births.from, chance.between(0, daysBetween(births.from, births.to)));
    const serial = before + i + 1;
    return {
      fullName: [chance.pick(families), chance.pick(words.middles), chance.pick(words.given)].join(" "),
      sex,
      bornOn,
      idNumber: idNumberOf(bornOn, sex, serial),
      phone: `0204000${String(serial + 99).padStart(3, "0")}`,
      hamlet: chance.between(0, 1_000),
    };
  });
}

function idNumberOf(bornOn: Day, sex: "male" | "female", serial: number): string {
  const { year } = partsOf(bornOn);
  const century = Math.floor(year / 100) - 19;
  const digit = 2 * century + (sex === "female" ? 1 : 0);
  return `${birthPlace}${digit}${String(year).slice(2)}${String(serial).padStart(6, "0")}`;
}
