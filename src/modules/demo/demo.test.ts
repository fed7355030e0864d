import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { openHouse } from "../../house.ts";
import { roleRights } from "../../kernel/rights.ts";
import { syncRoleRights } from "../../platform/catalogue.ts";
import { readConfig } from "../../platform/config.ts";
import { openDatabase } from "../../platform/database.ts";
import { ensureLogin } from "../../platform/migrate.ts";
import { seedDemoUnits, seedDemoWork } from "./index.ts";

const root = join(import.meta.dirname, "../../..");
test("time", async () => {
  const name = `demo_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const cluster = inject("clusterUrl");
  const c = new Client({ connectionString: cluster });
  await c.connect();
  await c.query(`create database ${name} template gandan_template`);
  await c.end();
  const ownerUrl = Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
  await syncRoleRights(ownerUrl, roleRights());
  let t = performance.now();
  await seedDemoUnits(ownerUrl);
  console.log("units", performance.now() - t);
  const database = openDatabase(await ensureLogin(ownerUrl, "test"), { connections: 20, onError: () => {} });
  const dir = await mkdtemp(join(tmpdir(), "gan-dan-demo-"));
  const now = new Date("2026-11-23T08:10:00+07:00");
  const { house, close } = await openHouse(readConfig({ DATA_DIR: dir }), database, { root, publicUrl: "http://localhost:3000", now });
  t = performance.now();
  await seedDemoWork({ ownerUrl, database, house, now, say: (l) => console.log(l) });
  console.log("work", performance.now() - t);
  const o = new Client({ connectionString: ownerUrl });
  await o.connect();
  for (const q of [
    "select state, count(*) from matters group by 1 order by 1",
    "select u.name, u.valid_from, count(*), count(*) filter (where closed_at is null) open from matters m join units u on u.id=m.commune_id group by 1,2 order by 1,2",
    "select count(*), sum(octet_length(pdf)) from papers join paper_files f on f.paper_id=id and f.commune_id=papers.commune_id",
    "select count(*) from breaches", "select count(*) from people", "select count(*), count(distinct commune_id) from ratings",
    "select count(*) from timeline", "select count(*) from notices where sent_at is null",
    "select m.code, m.state, m.due_at at time zone 'Asia/Ho_Chi_Minh' due, m.received_at at time zone 'Asia/Ho_Chi_Minh' r, title, m.settled_at from matters m join units u on u.id=m.commune_id where u.code='07612' and closed_at is null order by due_at",
  ]) console.table((await o.query(q)).rows);
  await o.end();
  await close();
  await database.close();
  await rm(dir, { recursive: true });
});
