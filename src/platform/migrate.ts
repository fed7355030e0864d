import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CompiledQuery, Kysely, PostgresDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { Client, Pool } from "pg";

/**
 * Brings a database to the newest schema and gives the login role its way in.
 *
 * @param ownerUrl address for the role that owns the tables (needs CREATEROLE, or the scope roles made beforehand)
 * @returns names of the migrations that ran now
 * @throws Error naming the migration that failed; earlier ones stay, the failed one left nothing
 */
export async function migrate(ownerUrl: string, folder: string): Promise<readonly string[]> {
  const pool = new Pool({ connectionString: ownerUrl, max: 2 });
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(folder) } });
    const { error, results } = await migrator.migrateToLatest();
    const failed = results?.find((result) => result.status === "Error");
    if (error) throw new Error(`migration ${failed?.migrationName ?? ""} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    await letOwnerThrough(db);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const entries = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(join(folder, file), "utf8");
    return [file.replace(/\.sql$/, ""), { up: async (db) => void (await db.executeQuery(CompiledQuery.raw(text))) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Row security is forced, so it binds the owner too; its own SECURITY DEFINER functions need to see. A superuser would not need this. */
async function letOwnerThrough(db: Kysely<never>): Promise<void> {
  await db.executeQuery(
    CompiledQuery.raw(`do $$
      declare t record;
      begin
        for t in select c.oid::regclass as name from pg_class c
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                   and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'owner_through') loop
          execute format('create policy owner_through on %s to %I using (true) with check (true)', t.name, current_user);
        end loop;
      end $$`),
  );
}

/**
 * Makes (or renews the password of) the login role of this database: it may become each scope role and can do nothing else.
 *
 * @returns the address the server connects with
 */
export async function ensureLogin(ownerUrl: string, password: string): Promise<string> {
  const url = new URL(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1));
  const login = `gandan_login_${database}`.slice(0, 63);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const name = client.escapeIdentifier(login);
    await ensureRole(client, login, password);
    await client.query(`grant scope_public, scope_commune, scope_province, scope_nation, scope_gate to ${name}`);
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${name}`);
  } finally {
    await client.end();
  }
  url.username = encodeURIComponent(login);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** A role that may sign in and is nothing more; known already, it gets the password. PostgreSQL 15 lets only a superuser say again that it is none. */
export async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const role = client.escapeIdentifier(name);
  const known = await client.query("select from pg_roles where rolname = $1", [name]);
  const verb = known.rowCount ? `alter role ${role} login` : `create role ${role} login noinherit nosuperuser nocreatedb nocreaterole`;
  await client.query(`${verb} password ${client.escapeLiteral(password)}`);
}

/** Makes the database when it is not there yet. @returns its address */
export async function ensureDatabase(serverUrl: string, database: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const known = await client.query("select from pg_database where datname = $1", [database]);
    if (!known.rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
