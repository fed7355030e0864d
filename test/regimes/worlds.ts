import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import { openHouse } from "../../src/house.ts";
import { gate } from "../../src/kernel/actor.ts";
import type { House } from "../../src/kernel/house.ts";
import { type Regime, roleRights } from "../../src/kernel/rights.ts";
import { inTx } from "../../src/kernel/tx.ts";
import { ensureMachine } from "../../src/modules/accounts/index.ts";
import { seedDemoUnits, seedDemoWork } from "../../src/modules/demo/index.ts";
import { syncRoleRights } from "../../src/platform/catalogue.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { ensureLogin } from "../../src/platform/migrate.ts";
import { enrich } from "./enrich.ts";

/** The instant at which everything in this folder is asked. */
export const wednesday = new Date("2026-11-25T10:05:00+07:00");

/** The officer who asks: the chief of the post where the demonstration plays, with work of every regime in her hands. */
export const askedBy = "binh.phuongson";

/** A database in which the invented world stands, by the address of its owner and by that of the login role. */
export type Copy = { readonly ownerUrl: string; readonly loginUrl: string };

/** The invented world with matters of every regime, and what it takes to copy it without one of them. */
export type Original = {
  readonly house: House;
  readonly whole: Copy;
  /** Where the officer who asks works. */
  readonly post: number;
  without(regime: Regime): Promise<Copy>;
  close(): Promise<void>;
};

/** Builds the world of the demonstration: what a new module shows there is looked at here. */
export async function buildOriginal(): Promise<Original> {
  const name = `regimes_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const dataDir = await mkdtemp(join(tmpdir(), "gan-dan-regimes-"));
  const whole = await copyOf("gandan_template", name);
  await syncRoleRights(whole.ownerUrl, roleRights());
  await seedDemoUnits(whole.ownerUrl);
  const database = openDatabase(whole.loginUrl, { connections: 8, onError: () => {} });
  const { house, close } = await openHouse(readConfig({ DATA_DIR: dataDir }), database, { root: process.cwd(), publicUrl: "http://localhost:3000", now: wednesday });
  await seedDemoWork({ ownerUrl: whole.ownerUrl, database, house, now: wednesday, say: () => {} });
  // What residents tell comes in by the door, as in a house that stands open.
  const door = { login: "door", name: "Door", role: "door", scope: { kind: "nation" }, unitId: house.units.getUnit(house.homePost).provinceId ?? 0 } as const;
  await inTx(database, { house, actor: gate, now: wednesday }, (tx) => ensureMachine(tx, door));
  await database.close();
  const post = await asOwner(whole.ownerUrl, (owner) => enrich(owner, { login: askedBy, vault: house.vault, now: wednesday }));
  // A copy is made of a database on which nobody works, so each is made before the servers open.
  const copies = new Map<Regime, Copy>();
  return {
    house,
    whole,
    post,
    without: async (regime) => {
      const made = copies.get(regime) ?? (await copyOf(name, `${name}_${regime}`));
      if (!copies.has(regime)) await asOwner(made.ownerUrl, (owner) => forget(owner, regime));
      copies.set(regime, made);
      return made;
    },
    close: async () => {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function copyOf(template: string, name: string): Promise<Copy> {
  const cluster = inject("clusterUrl");
  await asOwner(cluster, (owner) => owner.query(`create database ${name} template ${template}`));
  const ownerUrl = Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
  return { ownerUrl, loginUrl: await ensureLogin(ownerUrl, "test") };
}

/** Takes a regime out of a world as if nothing of it had ever been: rows that bear its name, tables that only it may see, and what hung on its matters. */
async function forget(owner: Client, regime: Regime): Promise<void> {
  await owner.query("set session_replication_role = replica");
  for (const table of await tablesWith(owner, ["regime"])) if (table !== "role_rights") await owner.query(`delete from ${table} where regime = $1`, [regime]);
  for (const table of await tablesOf(owner, regime)) await owner.query(`delete from ${table}`);
  for (const table of await tablesWith(owner, ["commune_id", "matter_id"])) {
    await owner.query(`delete from ${table} t where t.matter_id is not null and not exists (select from matters m where m.commune_id = t.commune_id and m.id = t.matter_id)`);
  }
}

/** Tables of the house that have all of some columns. */
export async function tablesWith(owner: Client, columns: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ table: string }>(
    `select t.table_name as table from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
     and (select count(*) from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = any($1)) = $2 order by 1`,
    [columns, columns.length],
  );
  return rows.map(({ table }) => table);
}

/** Tables whose row security names a regime. */
export async function tablesOf(owner: Client, regime: Regime): Promise<readonly string[]> {
  const { rows } = await owner.query<{ table: string }>("select distinct tablename as table from pg_policies where schemaname = 'public' and qual like $1 order by 1", [
    `%'${regime}'::text = ANY (app_regimes())%`,
  ]);
  return rows.map(({ table }) => table);
}

/** Past every rule. */
export async function asOwner<T>(url: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
