import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import { Pool, type PoolClient, types } from "pg";
import { type Changes, openChanges } from "./changes.ts";

// Days stay text; counts and ids are far below 2^53 and are numbers.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, (text) => Number(text));

/** Connections of the login role. What runs on them belongs to `openTx` in the kernel; nothing else takes a connection. */
export type Database = {
  readonly pool: Pool;
  /** What other requests and other processes have changed; it has a connection of its own. */
  readonly changes: Changes;
  close(): Promise<void>;
};

/** @param onError told of connections that break while idle; a broken one is replaced at its next use */
export function openDatabase(url: string, options: { readonly connections: number; readonly onError: (error: Error) => void }): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    pipeline: true,
    application_name: "gan-dan",
  });
  pool.on("error", options.onError);
  pool.on("connect", sendTogether);
  const changes = openChanges(url, options.onError);
  return {
    pool,
    changes,
    close: async () => {
      await changes.close();
      await pool.end();
    },
  };
}

/**
 * Lets statements that are sent within one turn of the event loop leave in one piece: BEGIN and the questions of a page are then one
 * write here and one read at PostgreSQL, instead of one each.
 */
function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  let gathering = false;
  stream.write = (...args: unknown[]) => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      process.nextTick(() => {
        gathering = false;
        stream.uncork();
      });
    }
    return write(...args);
  };
}

const kyselyOf = new WeakMap<PoolClient, Kysely<never>>();

/** The query builder bound to one connection, with every statement prepared once per connection. */
export function queriesOn<Tables>(client: PoolClient): Kysely<Tables> {
  const known = kyselyOf.get(client);
  if (known) return known as unknown as Kysely<Tables>;
  const bound = { query: preparedQuery(client), release: () => {} } as unknown as PostgresPoolClient;
  const made = new Kysely<never>({
    dialect: new PostgresDialect({ pool: { connect: async () => bound, end: async () => {}, options: {} } as never }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  kyselyOf.set(client, made);
  return made as unknown as Kysely<Tables>;
}

const nameOf = new Map<string, string>();

function preparedQuery(client: PoolClient) {
  return (text: string, values: readonly unknown[]) => {
    let name = nameOf.get(text);
    if (!name) {
      name = createHash("sha1").update(text).digest("base64url");
      nameOf.set(text, name);
    }
    return client.query({ name, text, values: [...values] });
  };
}
