import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The tools that judge the tree without running it, each as what its Node is to run. `top` is the tree to judge.
 * `judge` finds what a tool's exit code hides: the complaint, or null.
 */
export const checks = {
  "format and lint": { runs: () => [["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=50"]] },
  types: { runs: (top) => typeProjects(top).map((project) => ["typescript/bin/tsc", "-p", project]) },
  arrows: { runs: () => [["dependency-cruiser/bin/dependency-cruise.mjs", "src", "--config", ".dependency-cruiser.js"]], judge: sawTheTree },
  "dead code": { runs: () => [["knip/bin/knip.js", "--no-progress"]] },
  duplicates: { runs: () => [["jscpd/run-jscpd.js", "--config", ".jscpd.json", "--fail-on-empty"]] },
  migrations: { runs: migrationRuns },
};

function typeProjects(top) {
  return ["tsconfig.json", "src/browser/tsconfig.json", "src/field/tsconfig.json"].filter((file) => existsSync(join(top, file)));
}

/** Beside a compiler it does not know, dependency-cruiser once found no modules at all and was content. */
function sawTheTree(output, top) {
  const seen = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  const files = readdirSync(join(top, "src"), { recursive: true }).filter((name) => /\.tsx?$/.test(String(name))).length;
  return seen >= files ? null : `it looked at ${seen} modules, and there are ${files} files`;
}

/** Files up to this one make a fresh database; rules about tables that are already large and in use begin after it. */
const lastOfTheFirst = "20261201";
const onlyForTablesInUse = ["adding-foreign-key-constraint", "constraint-missing-not-valid", "require-concurrent-index-creation", "require-lock-timeout", "require-statement-timeout"];

function migrationRuns(top) {
  const files = readdirSync(join(top, "db/migrations")).filter((name) => name.endsWith(".sql"));
  const paths = (wanted) => files.filter(wanted).map((name) => `db/migrations/${name}`);
  const first = paths((name) => name < lastOfTheFirst);
  const later = paths((name) => name >= lastOfTheFirst);
  const excluded = ["prefer-bigint-over-int", ...onlyForTablesInUse].map((rule) => `--exclude=${rule}`);
  const squawk = "squawk-cli/js/bin/squawk";
  return [...(first.length > 0 ? [[squawk, ...excluded, ...first]] : []), ...(later.length > 0 ? [[squawk, ...later]] : [])];
}
