import { readFile } from "node:fs/promises";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { validateXML } from "xmllint-wasm";
import { units } from "../../../test/world/cast.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { unbuilt } from "../../../test/world/resident-server.ts";
import { throughDoor } from "../../kernel/door.ts";
import { keepIdentity } from "../../kernel/identity.ts";
import { defineMatter, openMatter } from "../../kernel/matter.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Tx } from "../../kernel/tx.ts";
import { makeHouseFrame } from "../../shell.ts";
import type { PublicAlert, PublicMeeting, PublicRequest, PublicSources, RequestFilter, RequestSource } from "../../web/public-sources.ts";
import { makeServer } from "../../web/server.ts";
import { openRoutes } from "./index.ts";

/*
 * A module that gives something out, played: its rows lie in a table of PostgreSQL of which residents see what is shown, as the rows of real
 * modules do. It is careless on purpose: it asks for no commune and for no kind.
 */
const table = `
  create table staged (commune_id int not null, kind text not null, id text not null, shown boolean not null, body jsonb not null, primary key (commune_id, kind, id));
  alter table staged enable row level security;
  create policy staged_shown on staged for select to scope_public using (commune_id = app_commune() and shown);
  grant select on staged to scope_public;`;

const report = defineMatter({ kind: "stagedReport", regime: "incidents", states: ["received"], first: "received", opens: "incidents.handIn", actions: {} });

async function rowsOf<T>(tx: Tx, kind: string): Promise<T[]> {
  const { rows } = await sql<{ body: string }>`select body::text as body from staged where kind = ${kind} order by id`.execute(tx.db);
  return rows.map(({ body }) => JSON.parse(body, revive) as T);
}

const revive = (name: string, value: unknown): unknown => (/At$|^start$|^end$/.test(name) && typeof value === "string" ? new Date(value) : value);

const inFilter = ({ open, from, to }: RequestFilter, one: PublicRequest): boolean => (open === null || one.open === open) && one.requestedAt >= from && one.requestedAt < to;

const requests: RequestSource = {
  services: ["noise", "streetLight", "theft"],
  list: async (tx, _place, filter) => (await rowsOf<PublicRequest>(tx, "request")).filter((one) => inFilter(filter, one)).slice(0, 2_000),
  find: async (tx, _place, id) => (await rowsOf<PublicRequest>(tx, "request")).find((one) => one.id === id) ?? null,
  open: (tx, place, { service, description, who, hamlet }) =>
    throughDoor(tx, place, "incidents", async (inside) => {
      const publicRef = newReference();
      const matter = await openMatter(inside, report, {
        code: `P-${publicRef.slice(0, 6)}`,
        title: service,
        channel: "web",
        hamletId: hamlet,
        assigneeId: null,
        term: null,
        facts: {},
        publicRef,
      });
      if (who) await keepIdentity(inside, matter, { role: "reporter", who: { ...who, address: null, idNumber: null, more: { description } }, minor: false });
      return { id: matter.code, receipt: publicRef };
    }),
};

export const staged: PublicSources = {
  meetings: [{ name: "talks", list: (tx) => rowsOf<PublicMeeting>(tx, "meeting") }],
  alerts: [{ name: "warnings", list: (tx) => rowsOf<PublicAlert>(tx, "alert") }],
  requests: [requests],
};

export type OpenSite = {
  world: World;
  server: FastifyInstance;
  now: Date;
  /** Lays something out; `shown` false is known to PostgreSQL alone. */
  lay(kind: "meeting" | "alert" | "request", row: { readonly id?: string; readonly uid?: string }, where?: { readonly commune?: number; readonly shown?: boolean }): Promise<void>;
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
};

/** The programs' face over a world of its own; nothing lies in it before each test. */
export function openSite(): OpenSite {
  const site = {} as OpenSite;
  beforeAll(async () => {
    site.world = await openWorld();
    await site.world.asOwner((owner) => owner.query(table));
    const profiles = [...site.world.house.postProfiles, [units.tienLuc.id, { phone: "0204 000 114", address: null }] as const];
    const house = { ...site.world.house, publicSources: staged, postProfiles: new Map(profiles), demo: false };
    site.server = await makeServer({
      database: site.world.database,
      house,
      routes: openRoutes,
      findOfficer: async () => null,
      frame: makeHouseFrame(house, unbuilt, () => []),
      assetsDir: process.cwd(),
      log: pino({ level: "silent" }),
      trustProxy: true,
      clock: () => site.now,
    });
    site.lay = (kind, row, { commune = units.phuongSon.id, shown = true } = {}) =>
      site.world.asOwner(async (owner) => {
        const values = [commune, kind, row.id ?? row.uid, shown, JSON.stringify(row)];
        await owner.query("insert into staged values ($1, $2, $3, $4, $5) on conflict (commune_id, kind, id) do update set shown = excluded.shown, body = excluded.body", values);
      });
    site.get = (url, headers = {}) => site.server.inject({ method: "GET", url, headers: { ...headers, "x-forwarded-for": "10.1.1.1" } });
  });
  beforeEach(async () => {
    site.now = new Date("2026-11-23T09:40:00+07:00");
    await site.world.asOwner((owner) => owner.query("delete from staged"));
  });
  afterAll(async () => {
    await site.server.close();
    await site.world.close();
  });
  return site;
}

/** What somebody else's reader of XML schemas complains of; nothing when a document is as its standard wants it. */
export async function faultsOf(xml: string, schema: "cap-1.2" | "atom"): Promise<readonly string[]> {
  const file = async (name: string) => ({ fileName: name, contents: await readFile(`test/standards/${name}`, "utf8") });
  const { errors } = await validateXML({ xml: { fileName: "given.xml", contents: xml }, schema: await file(`${schema}.xsd`), preload: [await file("xml.xsd")] });
  return errors.map(({ message }) => message);
}

export const meeting = (given: Partial<PublicMeeting> = {}): PublicMeeting => ({
  uid: "m1",
  start: new Date("2026-12-05T19:30:00+07:00"),
  end: new Date("2026-12-05T21:00:00+07:00"),
  title: "Lắng nghe ý kiến nhân dân; tổ dân phố Kép, lần 2",
  hamlet: units.kep.id,
  place: "Nhà văn hóa Kép",
  cancelled: false,
  updatedAt: new Date("2026-11-20T08:00:00+07:00"),
  ...given,
});

export const alert = (given: Partial<PublicAlert> = {}): PublicAlert => ({
  id: "a1",
  sentAt: new Date("2026-11-22T20:15:30+07:00"),
  headline: "Giả danh công an gọi điện <báo nợ> & đòi tiền",
  text: "Không chuyển tiền. Gọi trực ban.\nKhông đọc mã OTP cho ai.",
  severity: "Severe",
  hamlets: [],
  expiresAt: new Date("2026-12-22T20:15:30+07:00"),
  updatedAt: new Date("2026-11-22T20:15:30+07:00"),
  ...given,
});

export const request = (given: Partial<PublicRequest> = {}): PublicRequest => ({
  id: "P-1",
  service: "noise",
  open: true,
  standing: { vi: "Đã giao cán bộ, hẹn trả lời trước 17:00 ngày 30/11", en: "With an officer; an answer by 17:00 on 30 November" },
  description: null,
  hamlet: units.kep.id,
  address: "Đường Trần Phú",
  requestedAt: new Date("2026-11-20T22:00:00+07:00"),
  updatedAt: new Date("2026-11-21T08:00:00+07:00"),
  expectedAt: null,
  position: null,
  ...given,
});
