import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCheck } from "../../scripts/checks.ts";
import { missingFrom } from "../../scripts/complete-lock.ts";
import { here, plantWithTools } from "./plant.ts";

const quiet = "/** Nothing is wrong here. */\nexport const quiet = 1;\n";
const tree = {
  "src/main.ts": `import { quiet } from "./base/quiet.ts";\n\nprocess.exitCode = quiet;\n`,
  "src/base/quiet.ts": quiet,
  "src/modules/inbox/README.md": "# inbox\n",
  "test/README.md": "",
};
const lines = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** What a tool says of a wrong tree; the same tree without the wrong must be let through. */
async function said(check: string, wrong: Readonly<Record<string, string>>): Promise<string> {
  const red = await runCheck(check, plantWithTools({ ...tree, ...wrong }));
  expect(red.ok, `${check} let this through: ${red.said}`).toBe(false);
  return red.said;
}

test.each(["format and lint", "types", "arrows", "dead code", "duplicates"])("%s lets a good tree through", async (check) => {
  const top = plantWithTools(tree);
  const { ok, said: words } = await runCheck(check, top);
  expect(ok, words).toBe(true);
});

test.each([
  ["untidy lines", "format", "export const a   = 1\n"],
  ["an any", "noExplicitAny", "export const a: any = 1;\n"],
  ["a promise left alone", "noFloatingPromises", "async function later(): Promise<void> {}\nlater();\n"],
  ["a default export", "noDefaultExport", "export default 1;\n"],
  ["a long function", "noExcessiveLinesPerFunction", `export function long(): number {\n  let n = 0;\n${lines(70, (i) => `  n += ${i};`)}\n  return n;\n}\n`],
  ["a long file", "noExcessiveLinesPerFile", `${lines(301, (i) => `export const n${i} = ${i};`)}\n`],
  ["a type imported as a value", "useImportType", `import { Buffer } from "node:buffer";\n\nexport const size = (of: Buffer): number => of.length;\n`],
])("Biome refuses %s", async (_what, rule, text) => {
  expect(await said("format and lint", { "src/base/wrong.ts": text })).toContain(rule);
});

test("Biome refuses a picture without words, and HTML past the escaping", async () => {
  const words = await said("format and lint", {
    "src/web/wrong.tsx": `export const a = <img src="/a.png" />;\nexport const b = <p dangerouslySetInnerHTML={{ __html: "x" }} />;\n`,
  });
  expect(words).toContain("useAltText");
  expect(words).toContain("noDangerouslySetInnerHtml");
});

test("Biome refuses a test that is skipped", async () => {
  expect(await said("format and lint", { "src/base/a.test.ts": `import { test } from "vitest";\n\ntest.skip("later", () => {});\n` })).toContain("noSkippedTests");
});

test("the compiler refuses a number for a word", async () => {
  expect(await said("types", { "src/base/wrong.ts": `export const word: string = 1;\n` })).toContain("TS2322");
});

test.each([
  ["the kernel looks up", "kernel-looks-down-only", { "src/kernel/a.ts": `import "../modules/inbox/index.ts";`, "src/modules/inbox/index.ts": quiet }],
  ["a component reaches past a face", "faces-only", { "src/cli/a.ts": `import "../modules/inbox/queries.ts";`, "src/modules/inbox/queries.ts": quiet }],
  ["a module takes a way that is no arrow", "people-arrows", { "src/modules/people/a.ts": `import "../inbox/index.ts";`, "src/modules/inbox/index.ts": quiet }],
  ["a module reaches past a face", "inbox-arrows", { "src/modules/inbox/a.tsx": `import "../procedures/queries.ts";`, "src/modules/procedures/queries.ts": quiet }],
  [
    "two files need each other",
    "no-cycles",
    { "src/base/a.ts": `import { b } from "./b.ts";\nexport const a = () => b;`, "src/base/b.ts": `import { a } from "./a.ts";\nexport const b = () => a;` },
  ],
  ["the browser's code reaches the server", "browser-stays-in-the-browser", { "src/browser/a.ts": `import "../platform/a.ts";`, "src/platform/a.ts": quiet }],
])("dependency-cruiser sees when %s", async (_what, rule, wrong) => {
  expect(await said("arrows", wrong)).toContain(rule);
});

test("types may point back", async () => {
  const top = plantWithTools({
    ...tree,
    "src/base/a.ts": `import { b } from "./b.ts";\nexport type A = typeof b;`,
    "src/base/b.ts": `import type { A } from "./a.ts";\nexport const b = (a: A): A => a;`,
  });
  expect((await runCheck("arrows", top)).said).toContain("no dependency violations found");
});

test("knip sees what nobody uses", async () => {
  const words = await said("dead code", { "src/base/orphan.ts": quiet, "src/base/quiet.ts": `${quiet}export const unused = 2;\n` });
  expect(words).toContain("src/base/orphan.ts");
  expect(words).toContain("unused");
});

test("jscpd sees the same thing said twice", async () => {
  const same = lines(20, (i) => `export const word${i} = (a: number, b: number): number => (a > b ? a * ${i} : b - ${i});`);
  expect(await said("duplicates", { "src/base/a.ts": same, "src/base/b.ts": same })).toContain("Clone found");
});

test.each([
  ["a column that loses its zone", "prefer-timestamp-tz", "20261122_1__a.sql", "create table if not exists a (at timestamp);"],
  ["a dropped column", "ban-drop-column", "20261122_1__a.sql", "alter table a drop column b;"],
  ["a lock without an end, on a table in use", "require-lock-timeout", "20270101_1__a.sql", "alter table a add column b text;"],
])("squawk sees %s", async (_what, rule, file, text) => {
  expect(await said("migrations", { [`db/migrations/${file}`]: text })).toContain(rule);
});

test("squawk lets a first table through", async () => {
  const top = plantWithTools({ ...tree, "db/migrations/20261122_1__a.sql": "create table a (id bigint primary key, name text not null);\n" });
  const { ok, said: words } = await runCheck("migrations", top);
  expect(ok, words).toBe(true);
});

test("the lock file holds the packages of every machine (node scripts/complete-lock.ts adds them)", () => {
  expect(missingFrom(JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8")))).toEqual([]);
});

test("a lock file without a package for another machine is seen", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/tool": { version: "1.0.0", optionalDependencies: { "tool-linux-x64": "1.0.0", "tool-darwin-arm64": "1.0.0" } },
      "node_modules/tool-linux-x64": { version: "1.0.0" },
    },
  };
  expect(missingFrom(lock)).toEqual([{ name: "tool-darwin-arm64", version: "1.0.0", dev: false }]);
});

test("the bench starts in Node alone, without anything built", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/bench/run.ts", "--matters", "none"], { cwd: here, encoding: "utf8" });
  expect(stderr).toContain("--matters");
  expect(stderr).not.toContain("ERR_");
  expect(status).toBe(1);
});
