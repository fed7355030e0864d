import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { Ground } from "./ground.ts";
import { type Kind, kinds } from "./kinds.ts";
import type { Figure, Measured, Way } from "./measure.ts";
import type { Options } from "./options.ts";

export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly loadBefore: readonly number[];
};

/** What the figures were measured on; the load is that of before, when the bench itself did nothing yet. */
export function machine(): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? "",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    loadBefore: loadavg(),
  };
}

export type Goal = { readonly goal: string; readonly reached: string; readonly met: boolean };
export type Report = {
  readonly size: Options["size"];
  readonly machine: Machine;
  readonly postgres: { readonly version: string; readonly settings: Ground["settings"]; readonly gigabytes: number };
  readonly packages: Readonly<Record<string, string>>;
  readonly made: Ground["made"];
  readonly bareDriver: string;
  readonly pageBytes: number;
  readonly seconds: number;
  readonly figures: readonly Figure[];
  readonly ratios: readonly Ratio[];
  readonly goals: readonly Goal[];
};
type Ratio = { readonly kind: Kind; readonly concurrency: number; readonly transactionToBare: number; readonly requestToBare: number; readonly requestToEmpty: number };

export function reportOf(options: Options, before: Machine, ground: Ground, measured: Measured): Report {
  const { figures, bareDriver, pageBytes } = measured;
  const ratios = ratiosOf(figures, options.concurrency);
  const packages = Object.fromEntries(["fastify", "pg", "kysely", "preact"].map((name) => [name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version]));
  const postgres = { version: ground.version, settings: ground.settings, gigabytes: Math.round(ground.bytes / 1e8) / 10 };
  return {
    size: options.size,
    machine: before,
    postgres,
    packages,
    made: ground.made,
    bareDriver,
    pageBytes,
    seconds: options.seconds,
    figures,
    ratios,
    goals: goalsOf(figures, ratios),
  };
}

function finder(figures: readonly Figure[]) {
  return (kind: Kind, way: Way, concurrency: number): Figure | undefined => figures.find((one) => one.kind === kind && one.way === way && one.concurrency === concurrency);
}

function ratiosOf(figures: readonly Figure[], concurrency: readonly number[]): readonly Ratio[] {
  const find = finder(figures);
  const rate = (kind: Kind, way: Way, many: number): number => find(kind, way, many)?.perSecond ?? Number.NaN;
  return kinds.flatMap((kind) =>
    concurrency.map((many) => ({
      kind,
      concurrency: many,
      transactionToBare: rate(kind, "transaction", many) / rate(kind, "bareTransaction", many),
      requestToBare: rate(kind, "http", many) / rate(kind, "bareRequest", many),
      requestToEmpty: rate(kind, "http", many) / rate("inbox", "empty", many),
    })),
  );
}

/** The goals that this bench can judge, at the concurrency that does best for us and worst: both are said. */
function goalsOf(figures: readonly Figure[], ratios: readonly Ratio[]): readonly Goal[] {
  const inbox = ratios.filter(({ kind }) => kind === "inbox");
  const each = (of: (one: Ratio) => number): string => inbox.map((one) => `×${one.concurrency} ${of(one).toFixed(2)}`).join(", ");
  const search = figures.filter(({ kind, way }) => kind === "search" && way === "transaction");
  const alone = search[0];
  return [
    { goal: "inbox: its transaction ≥ 0.55 of the bare driver's", reached: each((one) => one.transactionToBare), met: inbox.every((one) => one.transactionToBare >= 0.55) },
    { goal: "inbox: the whole request ≥ 0.55 of all its SQL driven bare", reached: each((one) => one.requestToBare), met: inbox.every((one) => one.requestToBare >= 0.55) },
    {
      goal: "name search in a commune: p95 ≤ 5 ms (its transaction)",
      reached: search.map((one) => `×${one.concurrency} ${one.p95.toFixed(2)} ms`).join(", "),
      met: (alone?.p95 ?? Number.NaN) <= 5,
    },
  ];
}

/** Everything as a page of text. */
export function tableOf(report: Report): string {
  const { machine: m, size, made, postgres } = report;
  const find = finder(report.figures);
  const number = (value: number): string => value.toLocaleString("en");
  const many = [...new Set(report.figures.map((one) => one.concurrency))];
  const cell = (figure: Figure | undefined): string =>
    figure ? `${figure.perSecond.toFixed(0)}/s ${figure.p50.toFixed(1)}/${figure.p99.toFixed(1)}${figure.failed ? ` (${figure.failed} failed)` : ""}` : "";
  const ways: readonly Way[] = ["http", "packed", "transaction", "bareTransaction", "bareRequest", "empty"];
  const lines = [
    `${number(size.matters)} matters, ${number(size.people)} people, ${size.communes} communes; ${postgres.gigabytes} GB in ${postgres.version}`,
    `${m.cpu}, ${m.cores} cores, ${m.memoryGb} GB, ${m.system}, Node ${m.node}; load before ${m.loadBefore.map((one) => one.toFixed(2)).join(" ")}; server, load and database share the machine`,
    `settings: ${Object.entries(postgres.settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")}`,
    ...(made === null
      ? ["the province is the one of an earlier run"]
      : [
          `made ${number(Object.values(made.rows).reduce((a, b) => a + b, 0))} rows in ${made.rowsSeconds.toFixed(1)} s (${number(Math.round(made.madePerSecond))}/s), indexes and keys ${made.indexSeconds.toFixed(1)} s, statistics ${made.vacuumSeconds.toFixed(1)} s`,
          `create table as of the same rows: ${number(Math.round(made.copiedPerSecond))}/s; the making reaches ${made.share.toFixed(2)} of it`,
        ]),
    "the hashes of its timelines are linked but seal nothing, its identity numbers cannot be opened, it has no PDFs and no log of reads",
    `bare driver: ${report.bareDriver}; ${report.seconds} s each; rate, then p50/p99 in ms`,
    "",
    ["kind", "at once", ...ways].map((one, i) => one.padEnd(i < 2 ? 9 : 22)).join(""),
    ...kinds.flatMap((kind) => many.map((count) => [kind.padEnd(9), String(count).padEnd(9), ...ways.map((way) => cell(find(kind, way, count)).padEnd(22))].join(""))),
    "",
    ["kind", "at once", "transaction : bare", "request : bare request", "request : empty answer"].map((one, i) => one.padEnd(i < 2 ? 9 : 24)).join(""),
    ...report.ratios.map((one) =>
      [one.kind.padEnd(9), String(one.concurrency).padEnd(9), ...[one.transactionToBare, one.requestToBare, one.requestToEmpty].map((ratio) => ratio.toFixed(2).padEnd(24))].join(
        "",
      ),
    ),
    "",
    ...report.goals.map(({ goal, reached, met }) => `${met ? "met   " : "missed"}  ${goal}: ${reached}`),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
