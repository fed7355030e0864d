import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressesOf, addressOf, lookOver, mapOf } from "../../scripts/map.ts";
import { defineMatter } from "../../src/kernel/matter.ts";
import { get, type Route, residentPage } from "../../src/web/route.ts";
import { here } from "./plant.ts";

const house = await lookOver(here, { folder: join(here, "src"), compiled: false });
const composed = join(here, "src/modules.ts");
const { allRoutes } = (await import(/* @vite-ignore */ composed)) as { allRoutes: readonly Route[] };

test("the map shows the house as it is (npm run map draws it anew)", () => {
  expect(mapOf(house)).toBe(readFileSync(join(here, "docs/map.md"), "utf8"));
});

test("every address is under review (npm run map writes them anew)", () => {
  expect(addressesOf(allRoutes)).toBe(readFileSync(join(here, "test/gates/addresses.txt"), "utf8"));
});

test("every address of every module is served, and none twice", () => {
  const served = allRoutes.map(addressOf);
  expect(served.filter((address) => !new Set(house.modules.flatMap(({ routes }) => routes.map(addressOf))).has(address))).toEqual([]);
  expect(house.modules.flatMap(({ routes }) => routes.map(addressOf)).filter((address) => !served.includes(address))).toEqual([]);
  const places = allRoutes.map((route) => `${route.method} ${route.url.replace(/:\w+/g, ":")}`);
  expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([]);
});

test("a new address, a new state and a new right change the map", () => {
  const letter = defineMatter({
    kind: "letter",
    regime: "counter",
    states: ["new", "done"],
    first: "new",
    opens: "counter.receive",
    actions: { close: { from: ["new"], to: "done", needs: "counter.sign", public: true, reason: "none" } },
  });
  const route = get("/thu/:id", "counter.read", async () => residentPage(null, { title: "" }));
  const map = mapOf({
    modules: [{ name: "letters", purpose: "", tables: [], routes: [route], kinds: [letter], jobs: ["letters.remind"] }],
    rights: ["counter.sign"],
    roles: { chief: ["counter.sign"] },
  });
  for (const words of ["new --> done: close", "/thu/:id", "letters.remind", "| counter.sign | ● | letter.close |"]) expect(map).toContain(words);
  expect(addressesOf([route])).toBe("GET  /thu/:id  counter.read\n");
});
