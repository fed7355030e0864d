// npm run schema: migrates an empty database and writes db/schema anew, one page per table.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { ensureDatabase, migrate } from "../src/platform/migrate.ts";
import { startEmbedded } from "../src/platform/postgres/embedded.ts";
import { root } from "./root.js";
import { describeTables } from "./schema.ts";

const dataDir = mkdtempSync(join(tmpdir(), "gan-dan-schema-"));
const embedded = await startEmbedded({ dataDir, say: console.error, durable: false });
try {
  const url = await ensureDatabase(embedded.ownerUrl, "schema");
  await migrate(url, join(root, "db/migrations"));
  const client = new Client({ connectionString: url });
  await client.connect();
  writePages(await describeTables(client));
  await client.end();
} finally {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function writePages(pages: ReadonlyMap<string, string>): void {
  const folder = join(root, "db/schema");
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
  for (const [name, text] of pages) writeFileSync(join(folder, `${name}.txt`), text);
}
