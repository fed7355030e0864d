import { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { units } from "../../test/world/cast.ts";
import { openWorld, type World } from "../../test/world/index.ts";
import { throughDoor } from "../kernel/door.ts";
import { defineMatter, openMatter } from "../kernel/matter.ts";
import { post, type Route, seeOther } from "./route.ts";
import { makeServer } from "./server.ts";

const note = defineMatter({ kind: "note", regime: "listening", states: ["received"], first: "received", opens: "listening.handIn", actions: {} });
const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
const fresh = { title: "", channel: "web", hamletId: null, assigneeId: null, term: null, facts: {} } as const;

const handIn = (code: string, anonymous?: "reading" | "writing"): Route =>
  post(
    `/${code}`,
    "anybody",
    async ({ tx, officer }) => {
      await throughDoor(tx, place, "listening", (inside) => openMatter(inside, note, { ...fresh, code }));
      return seeOther(officer ? "/known" : "/unknown");
    },
    anonymous ? { anonymous } : {},
  );

let world: World;
let server: FastifyInstance;
let logged = "";
beforeAll(async () => {
  world = await openWorld();
  const lines = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  });
  server = await makeServer({
    database: world.database,
    house: world.house,
    routes: [handIn("N-1", "writing"), handIn("N-2"), handIn("N-3", "reading")],
    findOfficer: async () => ({ actor: { id: 1 } }) as never,
    frame: {} as never,
    assetsDir: process.cwd(),
    log: pino({ level: "info" }, lines),
    trustProxy: true,
    clock: () => new Date("2026-11-20T15:47:31.123+07:00"),
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const send = (code: string) =>
  server.inject({ method: "POST", url: `/${code}`, headers: { "sec-fetch-site": "same-origin", "user-agent": "Nga's phone", cookie: "phien=somebody" } });

/** Everything that the database keeps of a matter, as one text. */
async function keptOf(code: string): Promise<string> {
  const { rows } = await world.asOwner((client) =>
    client.query(
      `select row_to_json(m)::text || (select string_agg(row_to_json(t)::text, '') from timeline t where t.matter_id = m.id)
         || (select string_agg(row_to_json(a)::text, '') from audit a where a.subject = 'matter:' || m.id) as kept from matters m where m.code = $1`,
      [code],
    ),
  );
  return rows[0].kept;
}

test("of what is handed in anonymously neither a line, nor a session, nor the minute is kept", async () => {
  const answer = await send("N-1");
  expect(answer.headers.location).toBe("/unknown");
  expect(logged).not.toContain("/N-1");
  const kept = await keptOf("N-1");
  expect(kept).toContain("08:00:00");
  expect(kept).not.toMatch(/:47|31\.123|Nga's phone/);
});

test("what is handed in otherwise is logged by its pattern, and has its minute", async () => {
  const answer = await send("N-2");
  expect(answer.headers.location).toBe("/known");
  expect(logged).toContain("/N-2");
  expect(await keptOf("N-2")).toContain(":47:31");
});

test("a route that says it only reads cannot write", async () => {
  expect((await send("N-3")).statusCode).toBe(500);
  const { rows } = await world.asOwner((client) => client.query("select from matters where code = 'N-3'"));
  expect(rows).toEqual([]);
  expect(logged).not.toContain('"url":"/N-3"');
});
