import { spawn, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Latencies, latencies } from "./kinds.ts";
import { drawn, type Part, type Piece, type Run } from "./pieces.ts";

/** Where pgbench is on this machine; null when it is not. */
export function findPgbench(): { readonly file: string; readonly version: string } | null {
  const candidates = [...globSync("/usr/lib/postgresql/*/bin/pgbench").sort().reverse(), "/usr/bin/pgbench", "/usr/local/bin/pgbench", "/opt/homebrew/bin/pgbench"];
  for (const file of candidates.filter((one) => existsSync(one))) {
    const version = /(\d+[.\d]*)/.exec(spawnSync(file, ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1];
    // Pipelines are spoken from 14 on.
    if (version && Number.parseInt(version, 10) >= 14) return { file, version };
  }
  return null;
}

/** Requests as scripts: what can be sent together is one pipeline. */
export function scriptOf(runs: readonly Run[]): string {
  const draw = Object.entries(drawn).map(([name, most]) => `\\set ${name} random(1, ${most})`);
  const lines: string[] = [...draw];
  for (const { pieces } of runs) {
    let open = false;
    for (const piece of pieces) {
      if (piece.gives === null && !open) lines.push("\\startpipeline");
      if (piece.gives !== null && open) lines.push("\\endpipeline");
      open = piece.gives === null;
      lines.push(piece.gives === null ? `${written(piece)};` : `${written(piece)} \\gset ${piece.gives}`);
    }
    if (open) lines.push("\\endpipeline");
  }
  return `${lines.join("\n")}\n`;
}

function written({ text, parts }: Piece): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => writtenPart(parts[Number(number) - 1])).replace(/\s+/g, " ");
}

function writtenPart(part: Part | undefined): string {
  if (part === undefined) throw new Error("a parameter without a value");
  if ("expression" in part) return `(${part.expression.replace("{connection}", "{client_id}").replace(/\{(\w+)\}/g, ":$1")})`;
  return literal(part.fixed);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString("hex")}'`;
  if (value instanceof Date) return text(value.toISOString());
  if (Array.isArray(value)) return text(`{${value.join(",")}}`);
  return text(typeof value === "string" ? value : JSON.stringify(value));
}

/** A colon before a letter would be taken for a variable, so none is written. */
function text(value: string): string {
  return `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\x3a").replaceAll("\n", "\\n")}'`;
}

export type PgbenchOrder = {
  readonly file: string;
  readonly loginUrl: string;
  readonly scripts: readonly string[];
  readonly concurrency: number;
  readonly seconds: number;
  readonly cores: number;
};

/** @throws Error with what pgbench said when it failed */
export async function runPgbench({ file, loginUrl, scripts, concurrency, seconds, cores }: PgbenchOrder): Promise<Latencies> {
  const folder = mkdtempSync(join(tmpdir(), "gan-dan-pgbench-"));
  try {
    const files = scripts.map((script, i) => {
      const path = join(folder, `${i}.sql`);
      writeFileSync(path, script);
      return `--file=${path}`;
    });
    const url = new URL(loginUrl);
    const connection = [`--host=${url.hostname}`, `--port=${url.port || "5432"}`, `--username=${decodeURIComponent(url.username)}`];
    const how = ["-n", "-M", "prepared", "-c", String(concurrency), "-j", String(Math.min(concurrency, cores)), "-T", String(seconds), "-l", `--log-prefix=${join(folder, "log")}`];
    const env = { ...process.env, PGPASSWORD: decodeURIComponent(url.password) };
    const said = await run(file, [...connection, ...how, ...files, decodeURIComponent(url.pathname.slice(1))], env);
    const times = globSync(join(folder, "log.*")).flatMap((log) =>
      readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .filter(Boolean)
        .map((line) => Number(line.split(" ")[2]) / 1_000),
    );
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(said)?.[1]);
    const failed = Number(/number of failed transactions: (\d+)/.exec(said)?.[1] ?? 0);
    if (!(perSecond > 0) || /aborted/.test(said)) throw new Error(`pgbench: ${said}`);
    return { ...latencies(times, seconds, failed), perSecond };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk;
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done(said) : fail(new Error(`pgbench ended with ${code}: ${said.slice(0, 2_000)}`))));
  });
}
