import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Complaints about the tree below `top`, each beginning with the file it is about. Empty: all is well. */
export type Gate = (top: string) => readonly string[];

type Source = { readonly path: string; readonly text: string };

function sources(top: string, folders: readonly string[]): Source[] {
  return folders
    .filter((folder) => existsSync(join(top, folder)))
    .flatMap((folder) => readdirSync(join(top, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(top, path), "utf8") }));
}

/** Tests, and what sets their stage. */
const isTest = (path: string): boolean => /\.(test|stage)\.tsx?$/.test(path);

/** Names of the modules, in order. */
export function modulesOf(top: string): string[] {
  const folder = join(top, "src/modules");
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every module looks like every other one: a reader who knows one finds his way in all. */
export const moduleShape: Gate = (top) =>
  modulesOf(top).flatMap((name) => {
    const folder = `src/modules/${name}`;
    const has = (...names: string[]): boolean => names.some((file) => existsSync(join(top, folder, file)));
    const needs = (when: boolean, what: string, ...names: string[]): string[] => (when && !has(...names) ? [`${folder} has no ${what}`] : []);
    const pages = has("routes.tsx", "routes.ts", "routes");
    const kinds = sources(top, [folder]).filter(
      ({ path, text }) => /\bdefineMatter\(/.test(text) && path !== `${folder}/matter.ts` && !path.startsWith(`${folder}/matter/`) && !isTest(path),
    );
    return [
      ...needs(true, "README.md", "README.md"),
      ...needs(true, "index.ts", "index.ts"),
      ...needs(pages, "paths.ts", "paths.ts"),
      ...needs(pages, "texts.ts or texts/", "texts.ts", "texts"),
      ...needs(pages, "views.tsx or views/", "views.tsx", "views"),
      ...kinds.map(({ path }) => `${path} declares a matter; that is done in matter.ts`),
    ];
  });

/** Drawers where everything ends up, and second volumes. */
export const forbiddenNames: Gate = (top) =>
  ["src", "test", "scripts", "db"]
    .filter((folder) => existsSync(join(top, folder)))
    .flatMap((folder) => readdirSync(join(top, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`))
    .filter((path) => /^(utils?|lib|helpers?|common|misc|shared)$/i.test(basename(path).replace(/\..*$/, "")) || /[a-z]2\.tsx?$/.test(path))
    .map((path) => `${path} is a name that says nothing`);

/** Ideas that belong to the kernel itself, though a module that tends them has the same name. */
const ideasOfTheKernel = new Set(["units", "accounts", "demo"]);

/** What lies below the modules is written without knowing them: no name of a module, no kind of a matter, outside comments, sentences and the names of rights. */
export const nobodyBelowKnowsModules: Gate = (top) => {
  const kinds = sources(top, ["src/modules"]).flatMap(({ text }) => [...text.matchAll(/\bdefineMatter\(\{\s*kind: "([^"]+)"/g)].map((match) => match[1] ?? ""));
  const names = [...modulesOf(top).filter((name) => !ideasOfTheKernel.has(name)), ...kinds];
  if (names.length === 0) return [];
  const named = new RegExp(`\\b(${names.join("|")})\\b`);
  return sources(top, ["src/base", "src/platform", "src/kernel"])
    .filter(({ path }) => !isTest(path) && !holdsSentences.test(path))
    .flatMap(({ path, text }) => {
      // A regime is the kernel's own word, written in its catalogue of rights; the module that serves it may bear the same name.
      const words = path === "src/kernel/rights.ts" ? /"\w+(\.\w+)?"/g : /"\w+\.\w+"/g;
      const found = named.exec(withoutComments(text).replace(words, ""));
      return found ? [`${path} knows of ${found[1]}`] : [];
    });
};

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

const vietnamese =
  /[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;
const holdsSentences = /(^|\/|-)texts\.tsx?$|\/texts\//;

/** What people read stands in the texts, where it can be found, compared and translated. The product's own name may be anywhere. */
export const vietnameseOnlyInTexts: Gate = (top) =>
  sources(top, ["src"])
    .filter(({ path }) => !isTest(path) && !holdsSentences.test(path))
    .flatMap(({ path, text }) =>
      text
        .normalize("NFC")
        .replaceAll(productName, "")
        .split("\n")
        .flatMap((line, i) => (vietnamese.test(line) ? [`${path}:${i + 1} speaks Vietnamese`] : [])),
    );

const productName = "G\u1ea7n D\u00e2n";

/** Time enters as an argument. Only what stands at the door (web, command line, start) looks at the clock. */
export const nobodyReadsTheClock: Gate = (top) =>
  sources(top, ["src/base", "src/kernel", "src/modules"])
    .filter(({ path, text }) => !isTest(path) && /\bnew Date\(\)|\bDate\.now\(\)|\bTemporal\.Now\b/.test(withoutComments(text)))
    .map(({ path }) => `${path} reads the clock`);

/** All SQL of a module stands in its queries, where the next reader looks for it. */
export const sqlOnlyInQueries: Gate = (top) =>
  sources(top, ["src/modules"])
    .filter(({ path }) => !isTest(path) && basename(path) !== "queries.ts" && !dirname(path).endsWith("/queries"))
    .filter(({ text }) => /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^>]*>)?`/.test(withoutComments(text)))
    .map(({ path }) => `${path} asks the database itself; that is done in queries.ts`);

/** Every right of the house is asked for somewhere; one that nobody asks for promises a guard that is not there. */
export const everyRightIsAsked: Gate = (top) => {
  const asked = sources(top, ["src/kernel", "src/web", "src/modules"]).filter(({ path }) => !isTest(path) && path !== "src/kernel/rights.ts");
  return rightsOf(top)
    .filter((right) => !asked.some(({ text }) => text.includes(`"${right}"`)))
    .map((right) => `src/kernel/rights.ts: nobody asks for ${right}`);
};

/** Names of the rights, as their file lists them. */
export function rightsOf(top: string): string[] {
  const block = /export const rights = \{([\s\S]*?)\n\}/.exec(readFileSync(join(top, "src/kernel/rights.ts"), "utf8"))?.[1] ?? "";
  return [...block.matchAll(/^\s*"([a-zA-Z.]+)":/gm)].map((match) => match[1] ?? "");
}

/** First column of a table in a document: what stands between backticks. */
export function firstColumn(top: string, document: string): string[] {
  return [...readFileSync(join(top, document), "utf8").matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? "");
}

/** Every right is told in words. */
export const everyRightIsTold: Gate = (top) => compare("docs/rights.md", rightsOf(top), firstColumn(top, "docs/rights.md"));

/** Every setting is explained to whoever operates the product. */
export const everySettingIsTold: Gate = (top) => {
  const block = /const settings = z\.object\(\{([\s\S]*?)\n\}\)/.exec(readFileSync(join(top, "src/platform/config.ts"), "utf8"))?.[1] ?? "";
  const settings = [...block.matchAll(/^\s*([A-Z][A-Z_]*):/gm)].map((match) => match[1] ?? "");
  return compare(
    "docs/operate.md",
    settings,
    firstColumn(top, "docs/operate.md").filter((name) => /^[A-Z_]+$/.test(name)),
  );
};

/** Every package is here for a reason that somebody wrote down: a second way to do a thing is noticed when it arrives. */
export const everyPackageHasAReason: Gate = (top) => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(top, "package.json"), "utf8")) as Record<string, Record<string, string> | undefined>;
  return compare("docs/packages.md", Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }), firstColumn(top, "docs/packages.md"));
};

function compare(document: string, there: readonly string[], told: readonly string[]): string[] {
  return [
    ...(there.length === 0 ? [`${document}: found nothing to be told`] : []),
    ...there.filter((name) => !told.includes(name)).map((name) => `${document} does not tell of ${name}`),
    ...told.filter((name) => !there.includes(name)).map((name) => `${document} tells of ${name}, which is not there`),
  ];
}
