import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type HouseFacts, lookOver } from "../../scripts/map.ts";
import { regimes } from "../../src/kernel/rights.ts";
import { here } from "./plant.ts";
import { firstColumn } from "./tree.ts";

const house = await lookOver(here, { folder: join(here, "src"), compiled: false });
const words = firstColumn(here, "docs/glossary.md");

/** Names of the house that the glossary does not hold. */
function untold({ modules, roles }: HouseFacts, told: readonly string[]): string[] {
  const named = [...modules.map(({ name }) => name), ...modules.flatMap(({ kinds }) => kinds.flatMap(({ kind, states }) => [kind, ...states])), ...Object.keys(roles), ...regimes];
  return [...new Set(named)].filter((name) => !told.includes(name));
}

/** Words of the glossary that the given code never says. */
function unsaid(told: readonly string[], code: string): string[] {
  return told.filter((word) => !code.toLowerCase().includes(word.toLowerCase()));
}

test("every module, matter, state, role and regime stands in the glossary, once", () => {
  expect(untold(house, words)).toEqual([]);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

test("every word of the glossary is a word of the code", () => {
  const files = readdirSync(join(here, "src"), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const code = files.map((file) => readFileSync(join(here, "src", file), "utf8")).join("\n");
  expect(unsaid(words, code)).toEqual([]);
});

test("a word that is missing, and one that nobody says, are seen", () => {
  expect(
    untold(
      house,
      words.filter((word) => word !== "counter"),
    ),
  ).toEqual(["counter"]);
  expect(unsaid(["dossier", "folder"], "const dossierOf = 1")).toEqual(["folder"]);
});
