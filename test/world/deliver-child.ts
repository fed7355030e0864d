// A server of its own, in a process that a test may kill: empties the outbox of one post by the job of the house.
import { openHouse } from "../../src/house.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { makeTasks } from "../../src/work.ts";

type Task = { readonly loginUrl: string; readonly keysDir: string; readonly now: string; readonly smtpUrl: string; readonly communeId: number };
const task: Task = JSON.parse(process.argv[3] ?? "{}");
const now = new Date(task.now);
const database = openDatabase(task.loginUrl, { connections: 2, onError: () => {} });
const config = { ...readConfig({ DEMO: "on", HOME_POST: "07612", SMTP_URL: task.smtpUrl, MAIL_FROM: "tin@thu.example" }), keysDir: task.keysDir };
const { house } = await openHouse(config, database, { root: process.cwd(), publicUrl: "http://localhost:3000", now });
const tasks = makeTasks({ database, house, clock: () => now, log: { warn: () => {} } });
await tasks["outbox.deliver"]({ communeId: task.communeId });
