import { readdirSync } from "node:fs";
import { layers, uses, usesAll } from "./scripts/arrows.ts";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
// A test, and what sets its stage, may call upon any module to set its stage.
const code = (path) => ({ path, pathNot: "[.](test|stage)[.]tsx?$" });

const down = layers
  .slice(0, -1)
  .map((layer, i) => rule(`${layer}-looks-down-only`, "A layer knows those below it.", code(`^src/${layer}/`), { path: `^src/(${layers.slice(i + 1).join("|")})/` }));

const modules = readdirSync("src/modules", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const arrows = modules.map((name) => {
  const others = usesAll.includes(name) ? modules : (uses[name] ?? []);
  const allowed = [`${name}/`, ...others.map((other) => `${other}/index[.]ts$`)];
  const to = { path: "^src/modules/[^/]+/", pathNot: allowed.map((path) => `^src/modules/${path}`) };
  return rule(`${name}-arrows`, "A module meets another at its index.ts, along an arrow of scripts/arrows.ts.", code(`^src/modules/${name}/`), to);
});

/** The shape of the tree in rules that a machine checks. */
export default {
  forbidden: [
    ...down,
    ...arrows,
    rule("faces-only", "What composes the product also sees only the modules' faces.", code("^src/[^/]+[.]tsx?$|^src/cli/"), {
      path: "^src/modules/[^/]+/",
      pathNot: "^src/modules/[^/]+/index[.]ts$",
    }),
    rule("nobody-imports-tests", "Tests stand at the end of every chain.", { pathNot: "[.](test|stage)[.]tsx?$" }, { path: "[.](test|stage)[.]tsx?$" }),
    rule("browser-stays-in-the-browser", "The browser's code runs without Node.", { path: "^src/browser/" }, { path: "^src/(platform|kernel|modules)/", pathNot: "/forms[.]ts$" }),
    rule(
      "no-cycles",
      "Values that need each other are one idea: put them together. Types may point back.",
      { path: "^src/" },
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ["type-only"] },
      },
    ),
    rule("no-lost-imports", "An import that leads nowhere.", {}, { couldNotResolve: true }),
    rule(
      "no-development-tools",
      "The product runs without them.",
      { path: "^src/", pathNot: "[.](test|stage)[.]tsx?$" },
      {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
      },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|node_modules)/" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"], exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
