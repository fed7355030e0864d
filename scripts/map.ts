import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ActionRule, MatterKind } from "../src/kernel/matter.ts";
import type { Route } from "../src/web/route.ts";
import { layers, uses, usesAll } from "./arrows.ts";

/** One module, as its own files tell it. */
export type ModuleFacts = {
  readonly name: string;
  /** What its index.ts says of it, in a line. */
  readonly purpose: string;
  readonly tables: readonly string[];
  readonly routes: readonly Route[];
  readonly kinds: readonly MatterKind[];
  readonly jobs: readonly string[];
};

export type HouseFacts = {
  readonly modules: readonly ModuleFacts[];
  readonly rights: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
};

type Loaded = Readonly<Record<string, unknown>>;

/**
 * Looks the house over.
 *
 * @param code where its modules are loaded from: `src` itself, or what was compiled from it
 */
export async function lookOver(top: string, code: { readonly folder: string; readonly compiled: boolean }): Promise<HouseFacts> {
  const load = async (path: string): Promise<Loaded> => {
    const file = code.compiled ? path.replace(/\.tsx?$/, ".js") : path;
    return (await import(/* @vite-ignore */ pathToFileURL(join(code.folder, file)).href)) as Loaded;
  };
  const { rights, roles } = (await load("kernel/rights.ts")) as { rights: object; roles: HouseFacts["roles"] };
  const names = readdirSync(join(top, "src/modules"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const modules: ModuleFacts[] = [];
  for (const name of names) modules.push(await lookAt(top, name, load));
  return { modules, rights: Object.keys(rights), roles };
}

async function lookAt(top: string, name: string, load: (path: string) => Promise<Loaded>): Promise<ModuleFacts> {
  const folder = join(top, "src/modules", name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const face = await load(`modules/${name}/index.ts`);
  const matters = files.includes("matter.ts") ? Object.values(await load(`modules/${name}/matter.ts`)) : [];
  const purpose = /^\/\*\* ([\s\S]*?)\s*\*\//.exec(readFileSync(join(folder, "index.ts"), "utf8"))?.[1] ?? "";
  const texts = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(folder, file), "utf8"));
  return {
    name,
    purpose: sentence(purpose),
    tables: tablesOf(top, name),
    routes: Object.values(face).filter(isRoutes).flat(),
    // In an order of their own: not every loader gives the exports of a file in the same one.
    kinds: matters.filter(isKind).sort((a, b) => a.kind.localeCompare(b.kind)),
    jobs: texts.flatMap((text) => [...(/interface Jobs \{([\s\S]*?)\n {2}\}/.exec(text)?.[1]?.matchAll(/"([\w.]+)":/g) ?? [])].map((match) => match[1] ?? "")),
  };
}

/** "Inbox: all open work. Other modules …" becomes "All open work." */
function sentence(purpose: string): string {
  const words = purpose
    .replace(/\s*\n \* ?/g, " ")
    .replace(/^[A-Z][\w ]*: /, "")
    .replace(" Other modules see only this file.", "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Migrations carry the name of the module whose tables they make. */
function tablesOf(top: string, name: string): string[] {
  const folder = join(top, "db/migrations");
  const files = readdirSync(folder).filter((file) => file.includes(`__${name}__`));
  return files.flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/^create table (\w+)/gim)].map((match) => match[1] ?? "")).sort();
}

const isRoutes = (value: unknown): value is readonly Route[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item?.url === "string" && typeof (item.handle ?? item.handleApart) === "function");
const isKind = (value: unknown): value is MatterKind => typeof value === "object" && value !== null && "states" in value && "actions" in value && "first" in value;

/** One address in a line: "GET  /tra-cuu  anybody". */
export function addressOf(route: Route): string {
  return `${route.method.padEnd(4)} ${route.url}  ${route.needs}`;
}

/** The snapshot of all addresses, ordered as a reader looks for them. */
export function addressesOf(routes: readonly Route[]): string {
  return `${[...routes]
    .sort((a, b) => a.url.localeCompare(b.url, "en") || a.method.localeCompare(b.method, "en"))
    .map(addressOf)
    .join("\n")}\n`;
}

/** docs/map.md: what stands where, and what leads where. */
export function mapOf(house: HouseFacts): string {
  const parts = [
    `# Map of the house\n\nGenerated from the code by \`npm run map\`; a test compares. Layers look down only: ${layers.join(" < ")}.`,
    `## Arrows between modules\n\n${diagram(["graph LR", ...house.modules.flatMap(({ name }) => arrowsOf(name))])}`,
    ...house.modules.map(modulePart),
    rightsPart(house),
  ];
  return `${parts.join("\n\n")}\n`;
}

function arrowsOf(name: string): string[] {
  if (usesAll.includes(name)) return [`  ${name} --> everything[every face]`];
  return [`  ${name}`, ...(uses[name] ?? []).map((other) => `  ${name} --> ${other}`)];
}

function modulePart(facts: ModuleFacts): string {
  const { name, purpose, tables, routes, kinds, jobs } = facts;
  const lists = [
    ...(tables.length > 0 ? [`Tables: ${tables.map((table) => `[\`${table}\`](../db/schema/${table}.txt)`).join(", ")}.`] : []),
    ...(jobs.length > 0 ? [`Jobs: ${jobs.map((job) => `\`${job}\``).join(", ")}.`] : []),
  ];
  const addresses =
    routes.length > 0 ? [["| | address | for |", "|---|---|---|", ...routes.map((route) => `| ${route.method} | \`${route.url}\` | ${route.needs} |`)].join("\n")] : [];
  return [`## ${name}\n\n${purpose}`, ...lists, ...addresses, ...kinds.map(statesPart)].join("\n\n");
}

function statesPart(kind: MatterKind): string {
  const actions = Object.entries<ActionRule<string>>(kind.actions);
  const moves = actions.flatMap(([action, { from, to }]) => (to === undefined ? [] : from.map((state) => `  ${state} --> ${to}: ${action}`)));
  const staying = actions.filter(([, { to }]) => to === undefined).map(([action]) => action);
  const rows = actions.map(([action, rule]) => `| ${action} | ${rule.needs} | ${rule.public ? "yes" : "no"} | ${rule.reason} | ${rule.clock ?? ""} |`);
  return [
    `### Life of a ${kind.kind}`,
    diagram(["stateDiagram-v2", `  [*] --> ${kind.first}: open (${kind.opens})`, ...moves]),
    ...(staying.length > 0 ? [`Without a change of state: ${staying.join(", ")}.`] : []),
    ["| action | needs | the resident reads of it | reason | clock |", "|---|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

function rightsPart({ modules, rights, roles }: HouseFacts): string {
  const names = Object.keys(roles);
  const asked = (right: string): string[] =>
    modules.flatMap(({ routes, kinds }) => [
      ...routes.filter((route) => route.needs === right).map((route) => `${route.method} ${route.url}`),
      ...kinds.flatMap((kind) => [
        ...(kind.opens === right ? [`${kind.kind}.open`] : []),
        ...Object.entries<ActionRule<string>>(kind.actions).flatMap(([action, rule]) => (rule.needs === right ? [`${kind.kind}.${action}`] : [])),
      ]),
    ]);
  const rows = rights.map((right) => `| ${right} | ${names.map((role) => (roles[role]?.includes(right) ? "●" : "")).join(" | ")} | ${asked(right).join(", ")} |`);
  return [
    "## Rights\n\nIn words: [rights.md](rights.md).",
    [`| right | ${names.join(" | ")} | asked by |`, `|---|${names.map(() => "---|").join("")}---|`, ...rows].join("\n"),
  ].join("\n\n");
}

const diagram = (lines: readonly string[]): string => ["```mermaid", ...lines, "```"].join("\n");
