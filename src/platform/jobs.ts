import { Logger, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import { Client } from "pg";
import { ensureRole } from "./migrate.ts";

// Payloads carry ids only; what matters is said by the product's own log.
const quiet = new Logger(() => () => {});

const login = (database: string): string => `gandan_worker_${database}`.slice(0, 63);

/**
 * Makes the queue: its own login role, which owns the queue's schemas and nothing else, and the one function that puts a job in.
 *
 * @returns the address that the worker connects with
 */
export async function installJobs(ownerUrl: string, password: string): Promise<string> {
  const url = new URL(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1));
  await ensureWorkerRole(ownerUrl, database, password);
  url.username = encodeURIComponent(login(database));
  url.password = encodeURIComponent(password);
  await runMigrations({ connectionString: url.href, logger: quiet });
  await installEnqueue(url.href);
  return url.href;
}

async function ensureWorkerRole(ownerUrl: string, database: string, password: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const name = client.escapeIdentifier(login(database));
    await ensureRole(client, login(database), password);
    await client.query(`grant connect, create on database ${client.escapeIdentifier(database)} to ${name}`);
  } finally {
    await client.end();
  }
}

async function installEnqueue(workerUrl: string): Promise<void> {
  const client = new Client({ connectionString: workerUrl });
  await client.connect();
  try {
    await client.query(`
      create schema if not exists gandan_jobs;
      create or replace function gandan_jobs.enqueue(name text, payload json, key text) returns void
      language sql security definer set search_path = graphile_worker, pg_temp as
      $$ select graphile_worker.add_job(name, payload, job_key => name || ' ' || key, max_attempts => 12) $$;
      revoke execute on function gandan_jobs.enqueue from public;
      grant usage on schema gandan_jobs to scope_public, scope_commune, scope_gate;
      grant execute on function gandan_jobs.enqueue to scope_public, scope_commune, scope_gate;`);
  } finally {
    await client.end();
  }
}

/** Works the queue until `stop()`; a job that was interrupted runs again. */
export async function startWorker(workerUrl: string, tasks: TaskList, options: { readonly crontab: string }): Promise<Runner> {
  return await run({ connectionString: workerUrl, taskList: tasks, crontab: options.crontab, concurrency: 2, noHandleSignals: true, logger: quiet, pollInterval: 2_000 });
}
