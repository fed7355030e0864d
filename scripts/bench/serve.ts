/** The product as it stands, in a process of its own: the real server on loopback, and the same pages without HTTP. Started by `subject.ts`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { pino } from "pino";
import { gate } from "../../src/kernel/actor.ts";
import type { House } from "../../src/kernel/house.ts";
import type { Database } from "../../src/platform/database.ts";
import type { Officer } from "../../src/web/officer.ts";
import type { Route } from "../../src/web/route.ts";
import { root } from "../root.js";
import { compiled, counterLaw } from "./compiled.ts";
import { dispenser, type Kind, type Latencies, latencies, type Magazine, pathOf, type Shot } from "./kinds.ts";
import { communeCode, provinceCode, standstill } from "./province/size.ts";
import { recordable, type Statement } from "./recording.ts";
import { renewVersions, takeAim } from "./targets.ts";

export type Opening = { readonly ownerUrl: string; readonly loginUrl: string; readonly dataDir: string; readonly communes: number; readonly intakes: number };
export type Opened = { readonly port: number; readonly emptyPort: number; readonly pageBytes: number };
/** A request as the statements that it sent, and its shot. */
export type Recorded = { readonly shot: Shot; readonly statements: readonly Statement[] };

async function product() {
  return {
    ...(await compiled<typeof import("../../src/house.ts")>("house.js")),
    ...(await compiled<typeof import("../../src/modules.ts")>("modules.js")),
    ...(await compiled<typeof import("../../src/nav.ts")>("nav.js")),
    ...(await compiled<typeof import("../../src/shell.ts")>("shell.js")),
    ...(await compiled<typeof import("../../src/web/server.ts")>("web/server.js")),
    ...(await compiled<typeof import("../../src/kernel/tx.ts")>("kernel/tx.js")),
    ...(await compiled<typeof import("../../src/platform/config.ts")>("platform/config.js")),
    ...(await compiled<typeof import("../../src/platform/database.ts")>("platform/database.js")),
    findOfficer: (await compiled<typeof import("../../src/modules/accounts/index.ts")>("modules/accounts/index.js")).findOfficer,
  };
}

type Subject = Awaited<ReturnType<typeof open>>;

async function open({ ownerUrl, loginUrl, dataDir, communes, intakes }: Opening) {
  const made = await product();
  const real = made.openDatabase(loginUrl, { connections: 20, onError: (error) => process.stderr.write(`${error.message}\n`) });
  const listened = recordable(real);
  const config = made.readConfig({ DATA_DIR: dataDir, DATABASE_URL: ownerUrl, DEMO: "on", HOME_POST: communeCode(1) });
  const bare = await made.openHouse(config, real, { root, publicUrl: "http://localhost:3000", now: standstill });
  const house = withCodes(bare.house, communes);
  const manifest = JSON.parse(await readFile(join(root, "dist/browser/manifest.json"), "utf8"));
  const server = await made.makeServer({
    database: listened.database,
    house,
    routes: made.allRoutes,
    findOfficer: made.findOfficer,
    frame: made.makeHouseFrame(house, manifest, made.navOf),
    assetsDir: join(root, "dist/browser"),
    log: pino({ level: "info" }, pino.destination({ dest: join(dataDir, "server.log"), mkdir: true, sync: false })),
    // Requests of the bench come from as many houses as they say.
    trustProxy: true,
    clock: () => standstill,
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const signIn = (login: string): Promise<string> => signInBy(server, login);
  const aimed = await takeAim({ ownerUrl, communes, lawDir: join(root, "db/law"), law: await counterLaw(), signIn, seal: house.vault.seal, intakes });
  return { ...made, house, server, listened, database: real, ownerUrl, magazines: { ...aimed } as Record<Kind, Magazine>, close: bare.close, officers: new Map<string, Officer>() };
}

/** The posts of the bench are in no list of agencies, so each gets a pattern of its own codes. */
function withCodes(house: House, communes: number): House {
  const [pattern] = house.codePatterns.rows.filter((row) => row.validTo === null);
  if (!pattern) throw new Error("the law data has no pattern of codes");
  const rows = Array.from({ length: communes }, (_, i) => ({ ...pattern, place: `${provinceCode}/${communeCode(i + 1)}`, agency: `B.${i + 1}` }));
  return { ...house, codePatterns: { ...house.codePatterns, rows } };
}

async function signInBy(server: FastifyInstance, login: string): Promise<string> {
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "sec-fetch-site": "same-origin",
    "x-forwarded-for": `10.9.${login.length}.${Math.floor(Math.random() * 250)}`,
  };
  const answer = await server.inject({ method: "POST", url: "/can-bo/dang-nhap/trinh-dien", headers, payload: new URLSearchParams({ login }).toString() });
  const cookie = answer.cookies.find((one) => one.name === "phien");
  if (!cookie) throw new Error(`${login} cannot sign in: ${answer.statusCode}`);
  return cookie.value;
}

let asked = 0;
async function once(server: FastifyInstance, shot: Shot) {
  const headers = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": `10.8.${asked >> 8}.${++asked & 255}` };
  return await server.inject({
    method: shot.form ? "POST" : "GET",
    url: pathOf(shot),
    headers: { ...headers, ...(shot.token ? { cookie: `phien=${shot.token}` } : {}) },
    ...(shot.form ? { payload: new URLSearchParams(shot.form).toString() } : {}),
  });
}

/** What each of some requests sends to PostgreSQL. */
async function record(subject: Subject, kind: Kind, count: number): Promise<readonly Recorded[]> {
  const { shots } = await magazineOf(subject, kind);
  const stride = Math.max(1, Math.floor(shots.length / count));
  const recorded: Recorded[] = [];
  // One before the first: what a process does only once is not what is measured.
  for (const shot of [shots[0], ...Array.from({ length: count }, (_, i) => shots[(i * stride + 1) % shots.length])]) {
    if (!shot) continue;
    const { result, statements } = await subject.listened.record(() => once(subject.server, shot));
    if (result.statusCode >= 400) throw new Error(`${kind}: ${pathOf(shot)} answers ${result.statusCode}`);
    recorded.push({ shot, statements });
  }
  if (kind === "receipt") subject.magazines.receipt = { ...subject.magazines.receipt, shots: shots.filter((shot) => !recorded.some((one) => one.shot === shot)) };
  return recorded.slice(1);
}

/** The magazine as it may be used now. */
async function magazineOf(subject: Subject, kind: Kind): Promise<Magazine> {
  if (kind === "move") subject.magazines.move = await renewVersions(subject.ownerUrl, subject.magazines.move);
  return subject.magazines[kind];
}

/** The same pages without session, HTTP and HTML: one transaction each, from the route's own handler. */
async function transactions(subject: Subject, { kind, concurrency, seconds }: { kind: Kind; concurrency: number; seconds: number }): Promise<Latencies> {
  const give = dispenser(await magazineOf(subject, kind), concurrency);
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const until = started + seconds * 1_000;
  const work = async (connection: number): Promise<void> => {
    while (performance.now() < until) {
      const shot = give(connection);
      if (!shot) return;
      const from = performance.now();
      const good = await handle(subject, shot).then(
        () => true,
        () => false,
      );
      if (good) times.push(performance.now() - from);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, i) => work(i)));
  spend(subject, kind, times.length + failed + concurrency);
  return latencies(times, (performance.now() - started) / 1_000, failed);
}

async function handle(subject: Subject, shot: Shot): Promise<void> {
  const route = routeOf(subject, shot);
  const officer = shot.token ? await officerOf(subject, shot.token) : null;
  const actor = officer?.actor ?? (await import("../../src/kernel/actor.ts")).anybody;
  const { params, query, form } = shot;
  const { handle: answer } = route;
  if (!answer) throw new Error(`${shot.route} is no single transaction`);
  await subject.inTx(subject.database, { house: subject.house, actor, now: standstill, readOnly: route.method === "GET" }, (tx) =>
    answer({ tx, params: params as never, query, body: form ?? undefined, files: [], lang: "vi", cookies: {}, officer, routes: subject.allRoutes }),
  );
}

function routeOf({ allRoutes }: Subject, shot: Shot): Route {
  const found = allRoutes.find((route) => `${route.method} ${route.url}` === shot.route);
  if (!found) throw new Error(`the product has no ${shot.route}`);
  return found;
}

async function officerOf({ officers, inTx, house, database, findOfficer }: Subject, token: string): Promise<Officer> {
  const known = officers.get(token) ?? (await inTx(database as Database, { house, actor: gate, now: standstill }, (tx) => findOfficer(tx, token)));
  if (!known) throw new Error("a session of the bench has ended");
  officers.set(token, known);
  return known;
}

/** Intakes are used once. */
function spend(subject: Subject, kind: Kind, count: number): void {
  if (kind === "receipt") subject.magazines.receipt = { ...subject.magazines.receipt, shots: subject.magazines.receipt.shots.slice(count) };
}

/** A server of the same framework that answers with the same bytes and asks nobody. */
async function openEmpty(page: string): Promise<number> {
  const empty = Fastify({ logger: false });
  empty.get("/", (_request, reply) => reply.type("text/html; charset=utf-8").send(page));
  await empty.listen({ host: "127.0.0.1", port: 0 });
  return (empty.server.address() as { port: number }).port;
}

let subject: Subject;
const verbs = {
  open: async (opening: Opening): Promise<Opened> => {
    subject = await open(opening);
    const [first] = subject.magazines.inbox.shots;
    const page = first ? (await once(subject.server, first)).body : "";
    return { port: (subject.server.server.address() as { port: number }).port, emptyPort: await openEmpty(page), pageBytes: Buffer.byteLength(page) };
  },
  magazine: (kind: Kind) => magazineOf(subject, kind),
  spend: async ({ kind, count }: { kind: Kind; count: number }) => spend(subject, kind, count),
  record: ({ kind, count }: { kind: Kind; count: number }) => record(subject, kind, count),
  transactions: (order: { kind: Kind; concurrency: number; seconds: number }) => transactions(subject, order),
  close: async () => {
    await subject.server.close();
    await subject.close();
    await subject.database.close();
  },
} as const;
export type Verbs = typeof verbs;

process.on("message", ({ verb, given }: { verb: keyof Verbs; given: never }) => {
  verbs[verb](given).then(
    (result) => process.send?.({ result }),
    (error) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
