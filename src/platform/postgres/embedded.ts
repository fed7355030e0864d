import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { findBinaries } from "./binaries.ts";
import { isAlive, lockFolder } from "./lock.ts";
import { canEnter, findOwner, type Owner } from "./owner.ts";

/** A PostgreSQL of our own, in a folder of ours, on loopback. */
export type Embedded = {
  /** Address for the superuser, database `postgres`. */
  readonly ownerUrl: string;
  /** Fast shutdown; resolves when the server is gone. Safe to call twice. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly say: (line: string) => void;
  /** Test clusters give up durability for speed; the product never does. */
  readonly durable?: boolean;
};

/**
 * Starts PostgreSQL in `dataDir`, making the cluster at the first start, and starts it again whenever it dies.
 *
 * @throws AlreadyRunning when another process holds the folder
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  try {
    const cluster = await prepare(dataDir, options);
    await endLeftover(cluster.folder);
    const server = new Supervised(cluster, options);
    await server.start();
    return {
      ownerUrl: cluster.url,
      stop: async () => {
        await server.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * The server that another live process keeps for `dataDir`, when it answers; null otherwise. Only whoever was refused with
 * AlreadyRunning may ask: without that process the server is a leftover that the next start ends.
 */
export async function findRunning(dataDir: string): Promise<{ readonly ownerUrl: string } | null> {
  const folder = resolve(dataDir);
  const elsewhere = await readFile(join(folder, "where-is-the-database"), "utf8").catch(() => null);
  const facts = await readFile(join(elsewhere?.trim() ?? join(folder, "postgres"), "postmaster.pid"), "utf8").catch(() => "");
  const password = await readFile(join(folder, "owner-password"), "utf8").catch(() => null);
  const port = Number(facts.split("\n")[3]);
  if (!port || password === null) return null;
  const ownerUrl = ownerAddress(password.trim(), port);
  return (await answers(ownerUrl)) ? { ownerUrl } : null;
}

type Cluster = {
  readonly folder: string;
  readonly binaries: string;
  readonly owner: Owner | null;
  readonly port: number;
  readonly url: string;
};

async function prepare(dataDir: string, { say }: EmbeddedOptions): Promise<Cluster> {
  const owner = await findOwner();
  const binaries = await findBinaries(owner, tmpdir());
  const folder = await clusterFolder(dataDir, owner);
  const password = await keptPassword(dataDir);
  if (!(await exists(join(folder, "PG_VERSION")))) {
    say("making the database");
    await initialise({ folder, binaries, owner, password });
  }
  const port = await freePort();
  return { folder, binaries, owner, port, url: ownerAddress(password, port) };
}

const ownerAddress = (password: string, port: number): string => `postgres://gandan_owner:${password}@127.0.0.1:${port}/postgres`;

/** Inside `dataDir`, or, when root keeps it where the database's account cannot go, beside the system's own state. */
async function clusterFolder(dataDir: string, owner: Owner | null): Promise<string> {
  const inside = join(dataDir, "postgres");
  if (owner === null || (await canEnter(dataDir, owner))) return inside;
  const key = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  const outside = join("/var/lib", `gan-dan-${key}`, "postgres");
  await writeFile(join(dataDir, "where-is-the-database"), `${outside}\n`);
  return outside;
}

async function keptPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, "owner-password");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept) return kept.trim();
  const made = randomBytes(24).toString("base64url");
  await writeFile(file, made, { mode: 0o600, flag: "wx" });
  return made;
}

type Initialise = { readonly folder: string; readonly binaries: string; readonly owner: Owner | null; readonly password: string };

async function initialise({ folder, binaries, owner, password }: Initialise): Promise<void> {
  // A first start that was killed half-way leaves a folder without PG_VERSION; it holds nothing yet.
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) {
    await chown(folder, owner.uid, owner.gid);
    await chown(passwordFile, owner.uid, owner.gid);
  }
  const options = ["--username=gandan_owner", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums"];
  const child = run(join(binaries, "bin/initdb"), ["-D", folder, ...options, ...locale], owner);
  const output = collect(child);
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb failed: ${output()}`);
}

/** A server whose parent was killed still runs: it is ended, and its files are as good as after any crash. */
async function endLeftover(folder: string): Promise<void> {
  const file = join(folder, "postmaster.pid");
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;
  if (isAlive(pid) && (await isPostgres(pid))) {
    process.kill(pid, "SIGINT");
    for (let i = 0; i < 300 && isAlive(pid); i++) await pause(50);
    if (isAlive(pid)) process.kill(pid, "SIGQUIT");
    for (let i = 0; i < 100 && isAlive(pid); i++) await pause(50);
  } else {
    await rm(file, { force: true });
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== "linux") return true;
  return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).includes("postgres");
}

/** The running server: started again after a death that we did not ask for. */
class Supervised {
  readonly #cluster: Cluster;
  readonly #options: EmbeddedOptions;
  #child: ChildProcess | null = null;
  #stopping = false;

  constructor(cluster: Cluster, options: EmbeddedOptions) {
    this.#cluster = cluster;
    this.#options = options;
  }

  /** Resolves when the server answers. @throws Error with its last words when it does not within a minute */
  async start(): Promise<void> {
    const { folder, binaries, owner, port, url } = this.#cluster;
    const child = run(join(binaries, "bin/postgres"), ["-D", folder, ...settings(port, this.#options.durable ?? true)], owner);
    const output = collect(child);
    this.#child = child;
    let gone = false;
    child.once("exit", () => {
      gone = true;
      if (this.#child === child && !this.#stopping) void this.#restart();
    });
    for (let i = 0; i < 600; i++) {
      if (gone) {
        if (this.#stopping) return;
        throw new Error(`PostgreSQL did not start: ${output()}`);
      }
      if (await answers(url)) return;
      await pause(i < 20 ? 25 : 100);
    }
    throw new Error(`PostgreSQL does not answer: ${output()}`);
  }

  async #restart(): Promise<void> {
    this.#options.say("PostgreSQL ended unexpectedly; starting it again");
    // After a hard kill its children may hold the shared memory for a moment longer.
    for (let wait = 200; !this.#stopping; wait = Math.min(wait * 2, 5_000)) {
      await pause(wait);
      await endLeftover(this.#cluster.folder);
      this.#child = null;
      if (
        await this.start().then(
          () => true,
          () => false,
        )
      )
        return;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((done) => child.once("exit", () => done()));
    child.kill("SIGINT");
    await gone;
  }
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "256MB",
    timezone: "UTC",
    log_min_messages: "warning",
    // Statements may carry what a resident typed; the log never repeats them.
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function run(command: string, args: readonly string[], owner: Owner | null): ChildProcess {
  const identity = owner ? { uid: owner.uid, gid: owner.gid } : {};
  // A process group of its own, so that Ctrl-C in the terminal reaches us alone and we stop things in order.
  return spawn(command, args, { cwd: "/", stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32", env: { ...process.env, LC_ALL: "C" }, ...identity });
}

/** The last words of a child, and its pipes kept empty so that it never blocks on them. */
function collect(child: ChildProcess): () => string {
  let text = "";
  const add = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return () => text;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  const ok = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => {});
  return ok;
}

async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
