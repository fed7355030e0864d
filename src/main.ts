import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import type { Bilingual } from "./base/lang.ts";
import { openHouse } from "./house.ts";
import { gate } from "./kernel/actor.ts";
import type { House } from "./kernel/house.ts";
import { LawBroken } from "./kernel/law/load.ts";
import { roleRights } from "./kernel/rights.ts";
import { inTx } from "./kernel/tx.ts";
import { accountPaths, ensureMachine, findOfficer, listDemoAccounts, roleTexts } from "./modules/accounts/index.ts";
import { DemoRefused, fileFirst, seedDemoUnits, seedDemoWork } from "./modules/demo/index.ts";
import { allRoutes } from "./modules.ts";
import { navOf } from "./nav.ts";
import { syncRoleRights } from "./platform/catalogue.ts";
import { type Config, ConfigProblem, readConfig } from "./platform/config.ts";
import { type Database, openDatabase } from "./platform/database.ts";
import { prepareGround } from "./platform/ground.ts";
import { startWorker } from "./platform/jobs.ts";
import { AlreadyRunning } from "./platform/postgres/lock.ts";
import { makeHouseFrame } from "./shell.ts";
import { startTexts as t } from "./start-texts.ts";
import { makeServer } from "./web/server.ts";
import { crontab, exchangeNow, makeTasks } from "./work.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const clock = (): Date => new Date();
const say = (line: string): void => void process.stdout.write(`  ${line}\n`);

/** Config, database, house, server, worker, in this order; ended in the opposite one. */
async function start(config: Config, onEnd: (end: () => Promise<void>) => void): Promise<void> {
  const ends: (() => Promise<void>)[] = [];
  const end = async (): Promise<void> => {
    for (const one of ends.splice(0).reverse()) await one();
  };
  onEnd(end);
  try {
    const ground = await prepareGround(config, root, say);
    ends.push(ground.stop);
    await syncRoleRights(ground.ownerUrl, roleRights());
    if (config.demo) await seedDemoUnits(ground.ownerUrl);
    const log = pino({ level: config.logLevel }, pino.destination({ dest: join(config.dataDir, "server.log"), mkdir: true, sync: false }));
    const database = openDatabase(ground.loginUrl, { connections: 20, onError: (error) => log.warn({ reason: error.message }, "an idle connection broke") });
    ends.push(database.close);
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
    const { house, close } = await openHouse(config, database, { root, publicUrl, now: clock() });
    ends.push(close);
    if (config.demo) await seedDemoWork({ ownerUrl: ground.ownerUrl, database, house, now: clock(), say });
    // After the demonstration, which begins where nobody has an account.
    await openDoor(database, house, clock());
    if (config.demo && house.portalDir !== null && (await fileFirst(house, house.portalDir, clock()))) {
      await exchangeNow({ database, house, clock, log }, house.portalDir, { settleMs: 0 });
    }
    const manifest = JSON.parse(await readFile(join(root, "dist/browser/manifest.json"), "utf8"));
    const frame = makeHouseFrame(house, manifest, navOf);
    const server = await makeServer({ database, house, routes: allRoutes, findOfficer, frame, assetsDir: join(root, "dist/browser"), log, trustProxy: config.trustProxy, clock });
    ends.push(() => server.close());
    const worker = await startWorker(ground.workerUrl, makeTasks({ database, house, clock, log }), { crontab });
    ends.push(() => worker.stop());
    await server.listen({ host: config.host, port: config.port });
    announce(config, config.demo ? await inTx(database, { house, actor: gate, now: clock(), readOnly: true }, listDemoAccounts) : []);
  } catch (error) {
    await end();
    throw error;
  }
}

/** The account in whose name posts take in what residents hand in by themselves; none before the first post is known. */
async function openDoor(database: Database, house: House, now: Date): Promise<void> {
  const unitId = house.homePost === 0 ? null : house.units.getUnit(house.homePost).provinceId;
  if (unitId === null) return;
  await inTx(database, { house, actor: gate, now }, (tx) => ensureMachine(tx, { login: "door", name: t.door.vi, role: "door", scope: { kind: "nation" }, unitId }));
}

function announce(config: Config, demo: Awaited<ReturnType<typeof listDemoAccounts>>): void {
  const host = ["0.0.0.0", "127.0.0.1", "::"].includes(config.host) ? "localhost" : config.host;
  const line = (path: string, what: string): string => `  ${`http://${host}:${config.port}${path}`.padEnd(64)} ${what}\n`;
  const both = ({ vi, en }: Bilingual): string => `${vi} / ${en}`;
  const doors = [line("/", both(t.residents)), line("/can-bo", both(t.officers)), line("/tinh", both(t.province))];
  const people = demo.map((one) => line(accountPaths.signInAs(one.login), `${one.rank} ${one.name}, ${both(roleTexts[one.role])}, ${one.unitName}`));
  const signIns = people.length > 0 ? `\n  ${both(t.signIn)}\n${people.join("")}` : "";
  process.stdout.write(`\n${doors.join("")}${signIns}\n  ${both(t.stop)}\n`);
}

function explain(error: unknown): string {
  if (error instanceof ConfigProblem || error instanceof AlreadyRunning || error instanceof DemoRefused || error instanceof LawBroken) return error.message;
  // What the system refused (a port in use, a folder not ours) says it all in one line; only a bug needs its trace.
  if (error instanceof Error && "syscall" in error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

let end: () => Promise<void> = async () => {};
let stopping = false;

/** Ends everything once, however often it is asked to; a start that is still under way ends itself when it notices. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  end().then(
    () => process.exit(0),
    (error) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exit(1);
    },
  );
}

process.on("SIGINT", stop);
process.on("SIGTERM", stop);
// The runner holds a channel to us: when it is killed hard, the channel closes and we end in order.
process.once("disconnect", stop);
try {
  await start(readConfig(process.env), (verb) => {
    end = verb;
  });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
