import { join } from "node:path";
import type { Config } from "./config.ts";
import { installJobs } from "./jobs.ts";
import { ensureDatabase, ensureLogin, migrate } from "./migrate.ts";
import { startEmbedded } from "./postgres/embedded.ts";
import { keptSecret } from "./vault.ts";

/** A database ready to be worked on. */
export type Ground = {
  /** For migrations, imports of units and the command line. */
  readonly ownerUrl: string;
  readonly loginUrl: string;
  readonly workerUrl: string;
  stop(): Promise<void>;
};

/**
 * Starts or finds PostgreSQL, brings it to the newest schema, and makes its login roles.
 *
 * @param root folder of the product, where `db/migrations` lies
 */
export async function prepareGround(config: Config, root: string, say: (line: string) => void): Promise<Ground> {
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir, say }) : null;
  try {
    const ownerUrl = embedded ? await ensureDatabase(embedded.ownerUrl, "gandan") : (config.databaseUrl ?? "");
    const ran = await migrate(ownerUrl, join(root, "db/migrations"));
    if (ran.length > 0) say(`database: ${ran.length} migrations`);
    const secret = await keptSecret(config.keysDir, "database-login", 32);
    const loginUrl = await ensureLogin(ownerUrl, secret.toString("base64url"));
    const workerUrl = await installJobs(ownerUrl, secret.toString("base64url"));
    return { ownerUrl, loginUrl, workerUrl, stop: async () => embedded?.stop() };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
