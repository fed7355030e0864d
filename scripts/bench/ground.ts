import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { roleRights } from "../../src/kernel/rights.ts";
import { syncRoleRights } from "../../src/platform/catalogue.ts";
import { readConfig } from "../../src/platform/config.ts";
import { prepareGround } from "../../src/platform/ground.ts";
import { ensureDatabase } from "../../src/platform/migrate.ts";
import { startEmbedded } from "../../src/platform/postgres/embedded.ts";
import { root } from "../root.js";
import { counterLaw } from "./compiled.ts";
import { clearReceived } from "./province/clear.ts";
import { type Made, makeProvince, secondsSince } from "./province/make.ts";
import type { Size } from "./province/size.ts";

/** A province to measure on. */
export type Ground = {
  readonly ownerUrl: string;
  readonly loginUrl: string;
  /** Null: it was there from an earlier run. */
  readonly made: (Omit<Made, "communes"> & Copied) | null;
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly bytes: number;
  stop(): Promise<void>;
};

/** How fast PostgreSQL copies the same rows when it need not make them, and what share of that the making reached. */
export type Copied = { readonly madePerSecond: number; readonly copiedPerSecond: number; readonly share: number };

export const databaseName = "gandan_bench";
const mark = "bench";

type Wish = { readonly size: Size; readonly databaseUrl: string | null; readonly dataDir: string; readonly hands: number; readonly say: (line: string) => void };

/** Finds the province of that size and schema, or makes it anew. */
export async function openGround(wish: Wish): Promise<Ground> {
  const embedded = wish.databaseUrl === null ? await startEmbedded({ dataDir: wish.dataDir, say: wish.say }) : null;
  const stop = async (): Promise<void> => embedded?.stop();
  try {
    const server = embedded?.ownerUrl ?? (wish.databaseUrl as string);
    const wanted = JSON.stringify({ ...wish.size, made: stampOf() });
    const known = (await isThere(server)) && (await markOf(server)) === wanted;
    if (!known) await onServer(server, (client) => client.query(`drop database if exists ${databaseName} with (force)`));
    const url = await ensureDatabase(server, databaseName);
    const config = readConfig({ DATA_DIR: wish.dataDir, DATABASE_URL: url });
    const { ownerUrl, loginUrl } = await prepareGround(config, root, wish.say);
    await syncRoleRights(ownerUrl, roleRights());
    // A run that was ended half-way left its receipts.
    if (known) await clearReceived(ownerUrl, wish.size);
    const made = known ? null : await make(wish, ownerUrl, wanted);
    return { ownerUrl, loginUrl, made, ...(await factsOf(ownerUrl)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function make({ size, hands, say }: Wish, ownerUrl: string, wanted: string): Promise<Omit<Made, "communes"> & Copied> {
  const { communes: _, ...made } = await makeProvince({ ownerUrl, size, lawDir: join(root, "db/law"), law: await counterLaw(), hands, say });
  const copied = await copyAgain(ownerUrl, made);
  await onServer(ownerUrl, (client) => client.query("insert into deployment (key, value) values ($1, $2)", [mark, wanted]), false);
  await onServer(ownerUrl, (client) => client.query("checkpoint"), false);
  return { ...made, ...copied };
}

/** The largest tables again by `create table as`, a million rows of each at most, one connection a table as the making had. */
async function copyAgain(ownerUrl: string, { rows, rowsSeconds }: Omit<Made, "communes">): Promise<Copied> {
  const tables = ["matters", "timeline", "audit", "people"];
  const started = performance.now();
  const counts: number[] = [];
  // Two at a time, as many as write a province on two processors.
  for (const pair of [tables.slice(0, 2), tables.slice(2)]) {
    const done = await Promise.all(
      pair.map((table) => onServer(ownerUrl, (client) => client.query(`create table bench.copy_${table} as select * from ${table} limit 1000000`), false)),
    );
    counts.push(...done.map(({ rowCount }) => rowCount ?? 0));
  }
  const seconds = secondsSince(started);
  for (const table of tables) await onServer(ownerUrl, (client) => client.query(`drop table bench.copy_${table}`), false);
  const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
  const [madePerSecond, copiedPerSecond] = [sum(Object.values(rows)) / rowsSeconds, sum(counts) / seconds];
  return { madePerSecond, copiedPerSecond, share: madePerSecond / copiedPerSecond };
}

/** Changes whenever the schema, the law or the making of the province do. */
function stampOf(): string {
  const hash = createHash("sha256");
  for (const folder of ["db/migrations", "scripts/bench/province", "db/seed"]) {
    for (const file of readdirSync(join(root, folder)).sort()) hash.update(file).update(readFileSync(join(root, folder, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function isThere(server: string): Promise<boolean> {
  return ((await onServer(server, (client) => client.query("select from pg_database where datname = $1", [databaseName]))).rowCount ?? 0) > 0;
}

async function markOf(server: string): Promise<string | null> {
  const url = Object.assign(new URL(server), { pathname: `/${databaseName}` }).href;
  const found = await onServer(url, (client) => client.query<{ value: string }>("select value from deployment where key = $1", [mark]), false).catch(() => null);
  return found?.rows[0]?.value ?? null;
}

async function factsOf(ownerUrl: string) {
  const { rows } = await onServer(
    ownerUrl,
    (client) =>
      client.query<{ version: string; bytes: string; settings: Record<string, string> }>(
        `select version(), pg_database_size(current_database())::text as bytes, (select jsonb_object_agg(name, current_setting(name)) from pg_settings
           where name in ('shared_buffers', 'synchronous_commit', 'fsync', 'full_page_writes', 'random_page_cost', 'max_connections')) as settings`,
      ),
    false,
  );
  const [facts] = rows;
  return { version: facts?.version.split(" on ")[0] ?? "", bytes: Number(facts?.bytes), settings: facts?.settings ?? {} };
}

/** @param elsewhere on the server's own database, for what cannot be done from inside the bench's */
async function onServer<T>(url: string, work: (client: Client) => Promise<T>, elsewhere = true): Promise<T> {
  const client = new Client({ connectionString: elsewhere ? Object.assign(new URL(url), { pathname: "/postgres" }).href : url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
