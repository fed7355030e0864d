/**
 * Makes the two generated files of the look, after a change of the theme, of the icons in use or of the packages they
 * come from:
 *
 *     node src/web/look/make.ts
 *
 * `theme/gan-dan.css` is built by `@digdir/designsystemet` and cut down to what is shipped: light, one type family, the
 * colours in use. `icons/nodes.ts` holds the drawings of `lucide-static` (ISC) that `icons/names.ts` lists.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { iconNames } from "./icons/names.ts";

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/** The text of `icons/nodes.ts`. */
export function makeIcons(): string {
  const all = JSON.parse(readFileSync(require.resolve("lucide-static/icon-nodes.json"), "utf8")) as Record<string, unknown>;
  const lines = iconNames.map((name) => {
    const nodes = all[name];
    if (nodes === undefined) throw new Error(`lucide-static has no icon "${name}"`);
    return `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}: '${JSON.stringify(nodes)}',`;
  });
  return `${[
    "// Made by `node src/web/look/make.ts` from lucide-static (ISC). Do not edit.",
    'import type { IconName } from "./names.ts";',
    "",
    "/** The drawings on a grid of 24, as JSON: tag and attributes of each stroke. */",
    "export const drawings: { readonly [N in IconName]: string } = {",
    ...lines,
    "};",
  ].join("\n")}\n`;
}

/** The text of `theme/gan-dan.css`. Runs the command of Designsystemet in a folder of its own. */
export function makeTheme(): string {
  const folder = mkdtempSync(join(tmpdir(), "gan-dan-theme-"));
  try {
    const config = readFileSync(join(here, "theme", "designsystemet.config.json"), "utf8");
    writeFileSync(join(folder, "designsystemet.config.json"), config);
    designsystemet(folder, ["tokens", "create"]);
    designsystemet(folder, ["tokens", "build", "--tokens", "tokens", "--out-dir", "out"]);
    const name = readdirSync(join(folder, "out")).find((file) => file.endsWith(".css"));
    if (name === undefined) throw new Error("Designsystemet wrote no CSS");
    return cutDown(readFileSync(join(folder, "out", name), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function designsystemet(cwd: string, args: readonly string[]): void {
  // The package exports no path for `require.resolve`, only for `import`.
  const command = fileURLToPath(new URL("../bin/designsystemet.js", import.meta.resolve("@digdir/designsystemet")));
  const run = spawnSync(process.execPath, [command, ...args], { cwd, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`designsystemet ${args.join(" ")}: ${run.stdout}${run.stderr}`);
}

/** Leaves out the rules and the tokens that no page of ours can reach. */
function cutDown(css: string): string {
  const unusedRule = /color-scheme\.dark|typography\.secondary|data-color="(gold|info|warning)"/;
  const unusedToken = /^\s*--ds-(color-(gold|info|warning)|body-(short|long)|link-color-visited)/;
  const kept = topRules(css).filter((rule) => !unusedRule.test(rule.slice(0, 200).split("--ds-")[0] ?? ""));
  const schemes = /@media \(prefers-color-scheme: light\) \{\s*\[data-color-scheme="auto"\] \{[^}]*\}\s*\}/g;
  const lines = kept
    .join("\n")
    .replace(schemes, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !unusedToken.test(line));
  return `/* Made by \`node src/web/look/make.ts\` with @digdir/designsystemet (MIT). Do not edit. */\n${lines.join("\n")}\n`;
}

function topRules(css: string): readonly string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = css.indexOf("@layer");
  for (let at = start; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    if (css[at] !== "}") continue;
    depth -= 1;
    if (depth > 0) continue;
    rules.push(css.slice(start, at + 1).trim());
    start = at + 1;
  }
  return rules;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(here, "icons", "nodes.ts"), makeIcons());
  writeFileSync(join(here, "theme", "gan-dan.css"), makeTheme());
}
