import type { PoolClient } from "pg";
import type { Database } from "../../src/platform/database.ts";

/** A statement as it went to PostgreSQL. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** The same connections, whose statements can be listened to. */
export type Recordable = { readonly database: Database; record<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: readonly Statement[] }> };

/** Nothing stands between the caller and the pool while nobody records. */
export function recordable(inner: Database): Recordable {
  let heard: Statement[] | null = null;
  const connect = async (): Promise<PoolClient> => {
    const client = await inner.pool.connect();
    const into = heard;
    return into ? listening(client, into) : client;
  };
  const pool = new Proxy(inner.pool, { get: (target, name) => (name === "connect" ? connect : boundTo(target, name)) });
  return {
    database: { ...inner, pool },
    record: async (work) => {
      const statements: Statement[] = [];
      heard = statements;
      try {
        return { result: await work(), statements };
      } finally {
        heard = null;
      }
    },
  };
}

function listening(client: PoolClient, into: Statement[]): PoolClient {
  const query = (asked: string | { text: string; values?: readonly unknown[] }, ...rest: unknown[]): unknown => {
    into.push(typeof asked === "string" ? { text: asked, values: [] } : { text: asked.text, values: asked.values ?? [] });
    return (client.query as (...all: unknown[]) => unknown).call(client, asked, ...rest);
  };
  return new Proxy(client, { get: (target, name) => (name === "query" ? query : boundTo(target, name)) });
}

function boundTo(target: object, name: string | symbol): unknown {
  const value = Reflect.get(target, name);
  return typeof value === "function" ? value.bind(target) : value;
}
