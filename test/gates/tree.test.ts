import { expect, test } from "vitest";
import { here, plant } from "./plant.ts";
import {
  everyPackageHasAReason,
  everyRightIsAsked,
  everyRightIsTold,
  everySettingIsTold,
  forbiddenNames,
  type Gate,
  moduleShape,
  nobodyBelowKnowsModules,
  nobodyReadsTheClock,
  sqlOnlyInQueries,
  vietnameseOnlyInTexts,
} from "./tree.ts";

const right = `export const rights = {\n  "counter.read": "counter",\n} as const;\n`;
const settings = "const settings = z.object({\n  PORT: port.default(3000),\n});\n";

/** Each gate with a tree that must turn it red, and what it then says. */
const gates: readonly { readonly name: string; readonly gate: Gate; readonly wrong: Readonly<Record<string, string>>; readonly says: readonly string[] }[] = [
  {
    name: "every module has the same shape",
    gate: moduleShape,
    wrong: { "src/modules/inbox/routes.tsx": "", "src/modules/inbox/service.ts": `export const inbox = defineMatter({ kind: "letter" });` },
    says: ["no README.md", "no index.ts", "no paths.ts", "no texts.ts or texts/", "no views.tsx or views/", "service.ts declares a matter"],
  },
  {
    name: "no folder and no file has a name that says nothing",
    gate: forbiddenNames,
    wrong: { "src/web/utils/a.ts": "", "src/kernel/helpers.ts": "", "src/web/views2.tsx": "" },
    says: ["src/web/utils", "src/kernel/helpers.ts", "src/web/views2.tsx"],
  },
  {
    name: "nothing below the modules knows them",
    gate: nobodyBelowKnowsModules,
    wrong: {
      "src/modules/inbox/matter.ts": `defineMatter({\n  kind: "letter",\n});`,
      "src/kernel/a.ts": `if (name === "inbox") {}`,
      "src/platform/b.ts": `const letter = 1;`,
      "src/kernel/c.ts": "// an inbox is fine here",
    },
    says: ["src/platform/b.ts knows of letter", "src/kernel/a.ts knows of inbox"],
  },
  {
    name: "Vietnamese stands in the texts only",
    gate: vietnameseOnlyInTexts,
    wrong: { "src/web/a.tsx": "Gần Dân\nQuá hạn", "src/web/b.ts": "đ", "src/web/c.ts": "thoa\u0300", "src/web/texts.ts": "Quá hạn", "src/web/form-texts.ts": "Quá hạn" },
    says: ["src/web/a.tsx:2", "src/web/b.ts:1", "src/web/c.ts:1"],
  },
  {
    name: "nobody reads the clock inside",
    gate: nobodyReadsTheClock,
    wrong: { "src/kernel/a.ts": "const now = new Date();", "src/modules/inbox/b.ts": "const now = Date.now();", "src/web/c.ts": "const now = new Date();" },
    says: ["src/kernel/a.ts", "src/modules/inbox/b.ts"],
  },
  {
    name: "SQL stands in the queries",
    gate: sqlOnlyInQueries,
    wrong: {
      "src/modules/inbox/service.ts": `tx.db.selectFrom("matters")`,
      "src/modules/inbox/views.tsx": "sql<string>`select 1`",
      "src/modules/inbox/queries.ts": `tx.db.selectFrom("matters")`,
    },
    says: ["src/modules/inbox/service.ts", "src/modules/inbox/views.tsx"],
  },
  { name: "every right is asked for", gate: everyRightIsAsked, wrong: { "src/kernel/rights.ts": right }, says: ["nobody asks for counter.read"] },
  {
    name: "every right is told",
    gate: everyRightIsTold,
    wrong: { "src/kernel/rights.ts": right, "docs/rights.md": "| `counter.write` | … |\n" },
    says: ["does not tell of counter.read", "tells of counter.write, which is not there"],
  },
  { name: "every setting is told", gate: everySettingIsTold, wrong: { "src/platform/config.ts": settings, "docs/operate.md": "# Operate\n" }, says: ["does not tell of PORT"] },
  {
    name: "every package has its reason",
    gate: everyPackageHasAReason,
    wrong: { "package.json": `{ "dependencies": { "left-pad": "1.0.0" } }`, "docs/packages.md": "| `right-pad` | … |\n" },
    says: ["does not tell of left-pad", "tells of right-pad, which is not there"],
  },
];

test.each(gates)("$name", ({ gate }) => {
  expect(gate(here)).toEqual([]);
});

test.each(gates)("and it is seen when it is otherwise: $name", ({ gate, wrong, says }) => {
  const complaints = [...gate(plant(wrong))].sort();
  expect(complaints).toHaveLength(says.length);
  for (const words of says) expect(complaints).toContainEqual(expect.stringContaining(words));
});
