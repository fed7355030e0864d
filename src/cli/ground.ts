import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { type Config, readConfig } from "../platform/config.ts";
import { type Ground, prepareGround } from "../platform/ground.ts";
import { ensureLogin } from "../platform/migrate.ts";
import { findRunning } from "../platform/postgres/embedded.ts";
import { AlreadyRunning } from "../platform/postgres/lock.ts";
import { keptSecret } from "../platform/vault.ts";
import { type Call, Failure } from "./io.ts";
import { texts } from "./texts.ts";

/** The database that a command works on, whoever runs it. */
export type CliGround = Pick<Ground, "ownerUrl" | "loginUrl"> & { readonly config: Config };

/**
 * Lends the database to a command: the one that the server keeps running, or one started for the length of the command. Stopped by Ctrl-C
 * too, so that nothing is left behind.
 */
export async function withGround<T>(call: Call, work: (ground: CliGround) => Promise<T>): Promise<T> {
  const config = readConfig(call.env);
  const ground = await openGround(config, call);
  const interrupted = (): void => void ground.stop().finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    return await work({ ownerUrl: ground.ownerUrl, loginUrl: ground.loginUrl, config });
  } finally {
    process.removeListener("SIGINT", interrupted);
    process.removeListener("SIGTERM", interrupted);
    await ground.stop();
  }
}

/** Lends a connection of the role that owns the tables. */
export async function withOwner<T>(call: Call, work: (client: Client) => Promise<T>): Promise<T> {
  return await withGround(call, async ({ ownerUrl }) => {
    const client = new Client({ connectionString: ownerUrl, application_name: "gan-dan command" });
    // A server that goes away is told by the query that waits for it.
    client.on("error", () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  });
}

type Opened = Pick<Ground, "ownerUrl" | "loginUrl" | "stop">;

async function openGround(config: Config, call: Call): Promise<Opened> {
  const say = (line: string): void => {
    if (call.watched) call.err(`${line}\n`);
  };
  for (let attempt = 1; ; attempt++) {
    try {
      return await prepareGround(config, call.root, say);
    } catch (error) {
      if (!(error instanceof AlreadyRunning)) throw error;
      const found = await groundOfRunning(config, call.root);
      if (found) return found;
      // It has only just begun to start, or to stop.
      if (attempt === 100) throw new Failure(1, "busy", texts.errors.otherProcess(error.message));
      await pause(300);
    }
  }
}

/** The ground of the server that runs, once its tables are those that this program knows. */
async function groundOfRunning(config: Config, root: string): Promise<Opened | null> {
  const running = await findRunning(config.dataDir);
  if (!running) return null;
  const ownerUrl = Object.assign(new URL(running.ownerUrl), { pathname: "/gandan" }).href;
  if (!(await isMigrated(ownerUrl, root))) return null;
  const secret = await keptSecret(config.keysDir, "database-login", 32);
  const loginUrl = await ensureLogin(ownerUrl, secret.toString("base64url"));
  return { ownerUrl, loginUrl, stop: async () => {} };
}

async function isMigrated(ownerUrl: string, root: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>("select name from kysely_migration");
    const ran = new Set(rows.map(({ name }) => name));
    const files = (await readdir(join(root, "db/migrations"))).filter((file) => file.endsWith(".sql"));
    return files.every((file) => ran.has(file.replace(/\.sql$/, "")));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
