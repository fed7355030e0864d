import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { installJobs } from "../../src/platform/jobs.ts";
import { ensureDatabase, migrate } from "../../src/platform/migrate.ts";
import { startEmbedded } from "../../src/platform/postgres/embedded.ts";
import { ownTemporary, unpackBrowser } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser's address of the cluster that this run of the tests made for itself. */
    clusterUrl: string;
  }
}

/** One PostgreSQL for a run of the tests, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env["TMPDIR"] = ownTemporary();
  await unpackBrowser();
  const dataDir = await mkdtemp(join(tmpdir(), "gan-dan-test-"));
  // As root the database has an account of its own, which must be able to enter.
  await chmod(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, say: () => {}, durable: false });
  const template = await ensureDatabase(embedded.ownerUrl, "gandan_template");
  await migrate(template, "db/migrations");
  await installJobs(template, "test");
  project.provide("clusterUrl", embedded.ownerUrl);
  return async () => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
