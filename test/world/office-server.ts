import { pino } from "pino";
import type { Actor } from "../../src/kernel/actor.ts";
import { makeHouseFrame } from "../../src/shell.ts";
import type { Route } from "../../src/web/route.ts";
import { makeServer } from "../../src/web/server.ts";
import { cast } from "./cast.ts";
import type { World } from "./index.ts";
import { form, said, unbuilt } from "./resident-server.ts";

type Given = { readonly routes: readonly Route[]; readonly clock: () => Date };

/** The officers' face of the real server over the world's database, for whoever is named with each request. */
export type OfficeSite = {
  readonly read: (officer: Actor, url: string) => Promise<{ readonly status: number; readonly said: string; readonly html: string }>;
  /** @returns where it led, or the page that came back */
  readonly send: (
    officer: Actor,
    url: string,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly to: string | null; readonly said: string; readonly html: string }>;
  readonly close: () => Promise<undefined>;
};

export async function officeServer(world: World, { routes, clock }: Given): Promise<OfficeSite> {
  let actor: Actor;
  const server = await makeServer({
    database: world.database,
    house: world.house,
    routes,
    findOfficer: async () => ({ actor, name: actor.name, rank: "", role: "chief", unitId: cast.binh.unitId, unseen: 0 }),
    frame: makeHouseFrame(world.house, unbuilt, () => []),
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock,
  });
  const cookies = { phien: "x" };
  return {
    read: async (officer, url) => {
      actor = officer;
      const { statusCode: status, body: html } = await server.inject({ url, cookies });
      return { status, html, said: said(html) };
    },
    send: async (officer, url, fields = {}) => {
      actor = officer;
      const { statusCode: status, body: html, headers } = await server.inject(form(url, fields, cookies));
      return { status, html, said: said(html), to: headers.location ?? null };
    },
    close: () => server.close(),
  };
}
