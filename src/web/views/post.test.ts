import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { units } from "../../../test/world/cast.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { directoryOf } from "../../kernel/units.ts";
import { chosenPost, postAt, postFactsOf, postName, receptionHours } from "./post.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const now = new Date("2026-11-23T09:40:00+07:00");
const today = "2026-11-23" as Day;

test("a post is called after its commune, in the middle of a sentence too", () => {
  expect(postName(units.phuongSon, "vi")).toBe("Công an phường Phượng Sơn");
  expect(postName(units.tienLuc, "en")).toBe("Police of Xã Tiên Lục");
});

describe("the hours of a post", () => {
  const hoursOn = (day: string) => receptionHours(postAt(world.house, units.phuongSon.id, "vi").calendar, day as Day, "vi");
  const ordinary = "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00; thứ Bảy, 7:30–11:30";

  test("are those of an ordinary week", () => {
    expect(hoursOn("2026-11-23")).toBe(ordinary);
  });

  test("are the same in the middle of Tết, when no counter opens for a week", () => {
    expect(hoursOn("2026-02-15")).toBe(ordinary);
  });

  test("are told as far as the law data reaches", () => {
    expect(hoursOn("2027-12-30")).toMatch(/^Thứ Hai đến thứ Sáu/);
  });
});

describe("which post a resident sees", () => {
  test("the one she chose, or the home post when no post here bears that code", () => {
    const house = { ...world.house, postProfiles: new Map([...world.house.postProfiles, [units.tienLuc.id, { phone: "0204 000 114", address: null }]]) };
    expect(chosenPost(house, { code: units.tienLuc.code, today, lang: "vi" }).profile.phone).toBe("0204 000 114");
    for (const code of [undefined, units.huuLung.code, "x"]) expect(chosenPost(house, { code, today, lang: "vi" }).unit.id).toBe(units.phuongSon.id);
  });

  test("a house without units yet can still frame a page, and says that it is not ready", () => {
    const house = { ...world.house, units: directoryOf([]), homePost: 0 };
    expect(postFactsOf({ house, lang: "vi", now, chosenPost: undefined })).toEqual({ name: "Gần Dân", hours: null, address: null, phone: null });
    expect(() => chosenPost(house, { code: undefined, today, lang: "vi" })).toThrow(expect.objectContaining({ code: "unavailable" }));
  });
});
