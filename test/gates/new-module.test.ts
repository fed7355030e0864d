import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCheck } from "../../scripts/checks.ts";
import { writeModule } from "../../scripts/new-module.ts";
import { here, plant, plantWithTools } from "./plant.ts";
import { forbiddenNames, moduleShape, nobodyBelowKnowsModules, nobodyReadsTheClock, sqlOnlyInQueries, vietnameseOnlyInTexts } from "./tree.ts";

test("a new module passes the gates of the tree", () => {
  const top = plant({});
  writeModule(top, "letters");
  for (const gate of [moduleShape, forbiddenNames, nobodyBelowKnowsModules, nobodyReadsTheClock, sqlOnlyInQueries, vietnameseOnlyInTexts]) expect(gate(top)).toEqual([]);
});

test("a new module is tidy", async () => {
  const top = plantWithTools({});
  writeModule(top, "letters");
  const { ok, said } = await runCheck("format and lint", top);
  expect(ok, said).toBe(true);
});

test("a new module compiles and looks down only", async () => {
  const top = plantWithTools({});
  for (const folder of ["base", "platform", "kernel", "web", "browser"]) cpSync(join(here, "src", folder), join(top, "src", folder), { recursive: true });
  cpSync(join(here, "test/world"), join(top, "test/world"), { recursive: true });
  symlinkSync(join(here, "db"), join(top, "db"));
  writeModule(top, "letters");
  writeFileSync(join(top, "src/main.ts"), `import { lettersRoutes } from "./modules/letters/index.ts";\n\nprocess.exitCode = lettersRoutes.length;\n`);
  const said = async (check: string): Promise<string> => (await runCheck(check, top)).said;
  expect((await said("types")).split("\n").filter((line) => line.includes("modules/letters"))).toEqual([]);
  expect(await said("arrows")).not.toMatch(/modules\/letters.*→/);
});

test("a name that is taken, or is none, is refused", () => {
  const top = plant({});
  writeModule(top, "letters");
  expect(() => writeModule(top, "letters")).toThrow("is there already");
  expect(() => writeModule(top, "Utils2")).toThrow("one English word");
});
