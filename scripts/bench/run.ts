/** `npm run bench`: makes an invented province of any size, and measures the product on it beside a bare driver and a bare server. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { build } from "../build.js";
import { root } from "../root.js";
import { openGround } from "./ground.ts";
import { measureAll } from "./measure.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { machine, reportOf, tableOf } from "./report.ts";

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

async function bench(options: Options): Promise<void> {
  const before = machine();
  const dataDir = join(root, ".cache/bench");
  mkdirSync(dataDir, { recursive: true });
  // As root the database has an account of its own, which must be able to enter.
  chmodSync(dataDir, 0o755);
  await build(["server", "browser"], say);
  const cores = cpus().length;
  const { size, databaseUrl, concurrency, seconds, bareDriver } = options;
  const ground = await openGround({ size, databaseUrl, dataDir, hands: Math.min(cores, 8), say });
  try {
    const intakes = Math.min(400_000, 800 * (seconds + 1) * concurrency.length * 2);
    const opening = { ownerUrl: ground.ownerUrl, loginUrl: ground.loginUrl, dataDir, communes: size.communes, intakes };
    const report = reportOf(options, before, ground, await measureAll({ opening, concurrency, seconds, cores, bareDriver, say }));
    process.stdout.write(`\n${tableOf(report)}`);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await ground.stop();
  }
}

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  const asked = error instanceof RangeError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  process.stderr.write(`${asked ? `${(error as Error).message}\n\n${usage}` : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}
