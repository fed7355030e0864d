import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { contactRoutes } from "../../src/modules/contact/index.ts";
import { frontRoutes } from "../../src/modules/front/index.ts";
import { incidentRoutes } from "../../src/modules/incidents/index.ts";
import { listeningRoutes } from "../../src/modules/listening/index.ts";
import { mediationRoutes } from "../../src/modules/mediation/index.ts";
import { openRoutes } from "../../src/modules/opendata/index.ts";
import { paperRoutes } from "../../src/modules/papers/index.ts";
import { preparationRoutes } from "../../src/modules/preparation/index.ts";
import { residentRoutes } from "../../src/modules/procedures/index.ts";
import { bookingRoutes, doorRoutes, screenRoutes } from "../../src/modules/queue/index.ts";
import { scamRoutes } from "../../src/modules/scams/index.ts";
import { subscriptionRoutes } from "../../src/modules/subscriptions/index.ts";
import { makeHouseFrame } from "../../src/shell.ts";
import type { Manifest } from "../../src/web/look/assets.ts";
import { makeServer } from "../../src/web/server.ts";
import { units } from "./cast.ts";
import { openWorld, type World } from "./index.ts";

type Given = {
  readonly clock: () => Date;
  /** Built styles and fonts; a test that looks at no page with its eyes needs none. */
  readonly built?: { readonly assetsDir: string; readonly manifest: Manifest };
};

export const unbuilt: Manifest = Object.fromEntries(
  ["look/css/look.css", "look/css/office.css", "look/css/screen.css", "look/mark.svg"]
    .map((name) => `src/web/${name}`)
    .concat(
      "src/browser/office.ts",
      "src/browser/screen.ts",
      "src/browser/push.ts",
      "src/browser/push-worker.ts",
      "src/browser/offline.ts",
      "src/browser/outbox.ts",
      "be-vietnam-pro.woff2",
    )
    .map((name) => [name, { file: "none" }]),
);

/** The residents' face of the real server, over the world's database; two posts can be chosen. */
export async function residentServer(world: World, { clock, built = { assetsDir: process.cwd(), manifest: unbuilt } }: Given): Promise<FastifyInstance> {
  const profiles = [...world.house.postProfiles, [units.tienLuc.id, { phone: "0204 000 114", address: "Thôn Ngoẹn, xã Tiên Lục" }] as const];
  const house = { ...world.house, postProfiles: new Map(profiles) };
  return await makeServer({
    database: world.database,
    house,
    routes: [
      ...[...frontRoutes, ...preparationRoutes, ...residentRoutes, ...paperRoutes, ...bookingRoutes, ...doorRoutes, ...screenRoutes],
      ...[...subscriptionRoutes, ...contactRoutes, ...scamRoutes, ...listeningRoutes, ...incidentRoutes, ...mediationRoutes, ...openRoutes],
    ],
    findOfficer: async () => null,
    frame: makeHouseFrame(house, built.manifest, () => []),
    assetsDir: built.assetsDir,
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock,
  });
}

/** What a page says, without its markup: for tests that look for what a resident would look for. */
export function said(html: string): string {
  const main = html.replace(/^[\s\S]*<main[^>]*>|<\/main>[\s\S]*$/g, "");
  return main
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:?])/g, "$1")
    .trim();
}

let callers = 0;
/** A form sent from a browser, each from an address of its own, so that no test meets another's limit. */
export function form(url: string, fields: Readonly<Record<string, string>>, cookies: Record<string, string> = {}) {
  const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", "x-forwarded-for": `10.0.${callers >> 8}.${++callers & 255}` };
  return { method: "POST", url, headers, cookies, payload: new URLSearchParams(fields).toString() } as const;
}

/** The residents' face for the tests of a file: a world and a server of its own, and a clock that each test may set. */
export type ResidentSite = { world: World; server: FastifyInstance; now: Date };

/** Opens the face before the tests of the calling file and closes it after them; each begins on the same Monday morning. */
export function residentSite(): ResidentSite {
  const site = {} as ResidentSite;
  beforeAll(async () => {
    site.world = await openWorld();
    site.server = await residentServer(site.world, { clock: () => site.now });
  });
  beforeEach(() => {
    site.now = new Date("2026-11-23T09:40:00+07:00");
  });
  afterAll(async () => {
    await site.server.close();
    await site.world.close();
  });
  return site;
}
