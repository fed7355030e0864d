import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../test/world/index.ts";
import { type Asked, get, post, seeOther } from "./route.ts";
import { makeServer } from "./server.ts";

/** Goes on to what PostgreSQL gave back for everything that was sent. */
async function throughPostgres({ tx, params, query, body }: Asked<"/:name">) {
  const sent = JSON.stringify([params.name, query["q"], body]);
  const { rows } = await sql<{ back: string }>`select ${sent.replaceAll("\\u0000", "\0")}::text as back`.execute(tx.db);
  return seeOther(`/${encodeURIComponent(rows[0]?.back ?? "")}`);
}

let world: World;
let server: FastifyInstance;
beforeAll(async () => {
  world = await openWorld();
  server = await makeServer({
    database: world.database,
    house: world.house,
    routes: [get("/:name", "anybody", throughPostgres), post("/:name", "anybody", throughPostgres)],
    findOfficer: async () => null,
    frame: {} as never,
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock: () => new Date("2026-11-20T15:47:31.123+07:00"),
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const back = (location: string | undefined): unknown => JSON.parse(decodeURIComponent((location ?? "/").slice(1)));

test("the character zero, which PostgreSQL does not hold, is dropped wherever it is sent", async () => {
  const asked = await server.inject({ url: "/a%00b?q=c%00d" });
  expect([asked.statusCode, back(asked.headers.location)]).toEqual([303, ["ab", "cd", null]]);
  const headers = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };
  const sent = await server.inject({ method: "POST", url: "/a", headers, payload: "words=e%00f&many=g%00&many=h" });
  expect([sent.statusCode, back(sent.headers.location)]).toEqual([303, ["a", null, { words: "ef", many: ["g", "h"] }]]);
});
