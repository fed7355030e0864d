import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { units } from "../../test/world/cast.ts";
import { at } from "../../test/world/counter.ts";
import { openWorld, type World } from "../../test/world/index.ts";
import { residentServer } from "../../test/world/resident-server.ts";
import { anybody } from "../kernel/actor.ts";
import { announceChange } from "../kernel/changes.ts";

let world: World;
let server: Awaited<ReturnType<typeof residentServer>>;
let address: string;
const url = () => `${address}/man-hinh/${units.phuongSon.code}/thay-doi`;

beforeAll(async () => {
  world = await openWorld();
  server = await residentServer(world, { clock: () => at("2026-11-23T08:00:00") });
  address = await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** Reads events until one satisfies; what was read before is thrown away. */
async function* eventsOf(response: Response): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of response.body ?? []) {
    rest += Buffer.from(chunk).toString("utf8");
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part.startsWith("data: ")) yield part.slice(6);
  }
}

const addWaiting = (number: number) =>
  world.asOwner((client) =>
    client.query(
      `insert into tickets (commune_id, province_id, ref, day, number, lane, issued_at, ready_at, state) values ($1, 1, $2, '2026-11-23', $3, 'ordinary', '2026-11-23T08:00:00+07', '2026-11-23T08:00:00+07', 'waiting')`,
      [units.phuongSon.id, `ref${number}`, number],
    ),
  );

test("begins with all there is, then tells what another process changed, and again after the database hung up", async () => {
  const response = await fetch(url());
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
  const events = eventsOf(response);
  expect((await events.next()).value).toContain("Không ai đang chờ");
  await addWaiting(1);
  // Another process: a connection of its own that only says that something changed.
  const other = new Client({ connectionString: world.loginUrl });
  await other.connect();
  await other.query(`notify gandan_changes, 'line:${units.phuongSon.id}'`);
  await other.end();
  expect((await events.next()).value).toContain("1 người đang chờ");
  await addWaiting(2);
  await world.asOwner((client) =>
    client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gan-dan-changes' and datname = current_database()"),
  );
  expect((await events.next()).value).toContain("2 người đang chờ");
  await events.return(undefined);
});

test("nothing is told of a transaction that fails", async () => {
  const events = eventsOf(await fetch(url()));
  await events.next();
  const failing = world.commit(anybody, async (tx) => {
    await announceChange(tx, `line:${units.phuongSon.id}`);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await addWaiting(3);
  await world.commit(anybody, (tx) => announceChange(tx, `line:${units.phuongSon.id}`));
  expect((await events.next()).value).toContain("3 người đang chờ");
  await events.return(undefined);
});

test("so many from one address and no more; a place that is left is free again", async () => {
  const open = await Promise.all(Array.from({ length: 20 }, () => fetch(url())));
  expect(open.map(({ status }) => status)).toEqual(open.map(() => 200));
  expect((await fetch(url())).status).toBe(503);
  await open[0]?.body?.cancel();
  await expect.poll(async () => (await fetch(url(), { method: "GET" })).status).toBe(200);
  for (const one of open.slice(1)) await one.body?.cancel();
});

test("a look at the head alone keeps nothing open", async () => {
  expect((await fetch(url(), { method: "HEAD" })).status).toBe(200);
});
