import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { openHouse } from "../../house.ts";
import type { House } from "../../kernel/house.ts";
import { roleRights } from "../../kernel/rights.ts";
import { syncRoleRights } from "../../platform/catalogue.ts";
import { readConfig } from "../../platform/config.ts";
import { type Database, openDatabase } from "../../platform/database.ts";
import { ensureLogin } from "../../platform/migrate.ts";
import { seedDemoUnits, seedDemoWork } from "./index.ts";

/** The folder of the product. */
export const root = join(import.meta.dirname, "../../..");
const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** A database with the schema and nobody in it. */
export type Ground = {
  readonly ownerUrl: string;
  readonly database: Database;
  readonly house: (now: Date) => Promise<House>;
  readonly ask: <Row>(query: string) => Promise<Row[]>;
};

export async function emptyGround(): Promise<Ground> {
  const name = `demo_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await withClient(inject("clusterUrl"), (client) => client.query(`create database ${name} template gandan_template`));
  const ownerUrl = Object.assign(new URL(inject("clusterUrl")), { pathname: `/${name}` }).href;
  await syncRoleRights(ownerUrl, roleRights());
  const database = openDatabase(await ensureLogin(ownerUrl, "test"), { connections: 8, onError: () => {} });
  const dataDir = await mkdtemp(join(tmpdir(), "gan-dan-demo-"));
  ends.push(async () => {
    await database.close();
    await rm(dataDir, { recursive: true });
  });
  const house = async (now: Date): Promise<House> => {
    const opened = await openHouse(readConfig({ DATA_DIR: dataDir }), database, { root, publicUrl: "http://localhost:3000", now });
    ends.push(opened.close);
    return opened.house;
  };
  const ask = async <Row>(query: string): Promise<Row[]> => await withClient(ownerUrl, async (client) => (await client.query(query)).rows as Row[]);
  return { ownerUrl, database, house, ask };
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The demo world as it stands at an instant. */
export async function seeded(now: Date): Promise<Ground & { readonly said: House }> {
  const ground = await emptyGround();
  await seedDemoUnits(ground.ownerUrl);
  const house = await ground.house(now);
  await seedDemoWork({ ...ground, house, now, say: () => {} });
  return { ...ground, said: house };
}
