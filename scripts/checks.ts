import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findNode, root } from "./root.js";

type Check = {
  /** What Node is to run below `node_modules`, with its arguments; one after the other. */
  readonly runs: (top: string) => readonly (readonly string[])[];
  /** Finds what an exit code hides: the complaint, or null. */
  readonly judge?: (said: string, top: string) => string | null;
};

/** The tools that judge a tree without running it. */
export const checks: Readonly<Record<string, Check>> = {
  "format and lint": { runs: () => [["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=50"]] },
  types: { runs: (top) => typeProjects(top).map((project) => ["typescript/bin/tsc", "-p", project]) },
  arrows: { runs: () => [["dependency-cruiser/bin/dependency-cruiser.mjs", "src", "--config", ".dependency-cruiser.js"]], judge: sawTheTree },
  "dead code": { runs: () => [["knip/bin/knip.js", "--no-progress"]] },
  duplicates: { runs: () => [["jscpd/run-jscpd.js", "--config", ".jscpd.json", "--fail-on-empty"]] },
  migrations: { runs: migrationRuns },
};

/**
 * Runs one check on the tree below `top`.
 *
 * @returns `ok`, and what the tool said
 */
export async function runCheck(name: string, top: string = root): Promise<{ readonly ok: boolean; readonly said: string }> {
  const check = checks[name];
  if (!check) throw new RangeError(`no check is called ${name}`);
  let said = "";
  let ok = true;
  for (const [tool = "", ...args] of check.runs(top)) {
    const { code, output } = await runNode([join(root, "node_modules", tool), ...args], top);
    said += output;
    ok &&= code === 0;
  }
  const complaint = check.judge?.(said, top) ?? null;
  return complaint === null ? { ok, said } : { ok: false, said: `${said}\n${complaint}` };
}

function runNode(args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(findNode(), args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}

function typeProjects(top: string): string[] {
  return ["tsconfig.json", "src/browser/tsconfig.json", "src/field/tsconfig.json"].filter((file) => existsSync(join(top, file)));
}

/** Beside a compiler that it does not know, dependency-cruiser finds no modules at all and is content. */
function sawTheTree(said: string, top: string): string | null {
  const seen = Number(/(\d+) modules/.exec(said)?.[1] ?? 0);
  const files = readdirSync(join(top, "src"), { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name)).length;
  return seen >= files ? null : `it looked at ${seen} modules, and there are ${files} files`;
}

/** Files before this one make a fresh database; rules about tables that are already large and in use begin with it. */
const firstForTablesInUse = "20261201";
const onlyForTablesInUse = [
  "adding-foreign-key-constraint",
  "constraint-missing-not-valid",
  "require-concurrent-index-creation",
  "require-lock-timeout",
  "require-statement-timeout",
];

function migrationRuns(top: string): string[][] {
  const files = readdirSync(join(top, "db/migrations")).filter((name) => name.endsWith(".sql"));
  const [squawk, excluded] = ["squawk-cli/js/bin/squawk", `--exclude=${["prefer-bigint-over-int", ...onlyForTablesInUse].join(",")}`];
  const paths = (inUse: boolean): string[] => files.filter((name) => name >= firstForTablesInUse === inUse).map((name) => `db/migrations/${name}`);
  const [fresh, later] = [paths(false), paths(true)];
  return [...(fresh.length > 0 ? [[squawk, excluded, ...fresh]] : []), ...(later.length > 0 ? [[squawk, ...later]] : [])];
}
