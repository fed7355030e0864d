import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { PoolClient } from "pg";
import { pino } from "pino";
import type { House } from "../../src/kernel/house.ts";
import type { Regime, Role } from "../../src/kernel/rights.ts";
import { findOfficer } from "../../src/modules/accounts/index.ts";
import { navOf } from "../../src/nav.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { makeHouseFrame } from "../../src/shell.ts";
import { sessionCookie } from "../../src/web/officer.ts";
import type { Route } from "../../src/web/route.ts";
import { makeServer } from "../../src/web/server.ts";
import { unbuilt } from "../world/resident-server.ts";
import { askedBy, asOwner, type Copy, wednesday } from "./worlds.ts";

/** What is asked of the house: an address, or a form that is sent there. */
export type Question = { readonly url: string; readonly fields: Readonly<Record<string, string>> | null };

/** Everything that an answer tells whoever asked, how the house came to it included. */
export type Told = { readonly status: number; readonly headers: string; readonly body: Buffer; readonly type: string; readonly statements: readonly string[] };

/** A role held at one place for some regimes. */
export type Grant = { readonly role: Role; readonly regimes: readonly Regime[] };

/** The whole house over one copy of the world. Nothing that is asked of it stays: each transaction is rolled back where it would be committed. */
export type Desk = {
  readonly copy: Copy;
  /** Gives the one officer who asks a grant in place of the one that she held. */
  grant(grant: Grant): Promise<void>;
  /** Asks with her session, or as anybody. */
  ask(question: Question, signedIn?: boolean): Promise<Told>;
  close(): Promise<void>;
};

const token = "the-session-of-whoever-asks";

export async function openDesk(copy: Copy, house: House, routes: readonly Route[]): Promise<Desk> {
  const database = openDatabase(copy.loginUrl, { connections: 6, onError: () => {} });
  const statements: string[] = [];
  database.pool.on("connect", (client) => undoing(client, statements));
  const server = await makeServer({
    database,
    house,
    routes,
    findOfficer,
    frame: makeHouseFrame(house, unbuilt, navOf),
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock: () => wednesday,
  });
  return {
    copy,
    grant: (grant) => giveGrant(copy, grant),
    ask: (question, signedIn = true) => ask(server, statements, question, signedIn),
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

/** Notes each statement of a connection, and undoes what would be committed, once every rule that waits for the commit has spoken. */
function undoing(client: PoolClient, statements: string[]): void {
  const send = client.query.bind(client) as (...given: unknown[]) => Promise<{ command: string }>;
  const noted = async (...given: unknown[]) => {
    const [first] = given;
    const text = typeof first === "string" ? first : (first as { text: string }).text;
    if (text !== "commit") {
      statements.push(text);
      return await send(...given);
    }
    await send("set constraints all immediate");
    return { ...(await send("rollback")), command: "COMMIT" };
  };
  Object.assign(client, { query: noted });
}

async function giveGrant({ ownerUrl }: Copy, { role, regimes }: Grant): Promise<void> {
  const scope = scopeOf(role);
  await asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query("select a.id, a.unit_id, u.province_id from accounts a join units u on u.id = a.unit_id where a.login = $1", [askedBy]);
    const [{ id, unit_id: postId, province_id: provinceId }] = rows;
    const hash = createHash("sha256").update(token).digest();
    await owner.query("delete from account_grants where account_id = $1", [id]);
    await owner.query("insert into account_grants (account_id, role, unit_id, scope, regimes, valid_from) values ($1, $2, $3, $4, $5, '2023-01-01')", [
      id,
      role,
      scope === "commune" ? postId : provinceId,
      scope,
      regimes,
    ]);
    await owner.query(
      "insert into sessions (token_hash, account_id, started_at, seen_at, ends_at, demo) values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour', true) on conflict do nothing",
      [hash, id, wednesday],
    );
  });
}

const provincial: readonly Role[] = ["provinceAnalyst", "auditor", "administrator"];
const scopeOf = (role: Role): "commune" | "province" => (provincial.includes(role) ? "province" : "commune");

let asked = 0;

async function ask(server: FastifyInstance, statements: string[], { url, fields }: Question, signedIn: boolean): Promise<Told> {
  statements.length = 0;
  // Each question comes from an address of its own: how often one may ask is not looked at here.
  asked += 1;
  const headers = { "x-forwarded-for": `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`, "accept-encoding": "identity" };
  const cookies = signedIn ? { [sessionCookie]: token } : {};
  const sent = fields === null ? {} : { payload: new URLSearchParams(fields).toString(), headers: { ...headers, "content-type": "application/x-www-form-urlencoded" } };
  const answer = await server.inject({ method: fields === null ? "GET" : "POST", url, headers, cookies, ...sent });
  const { location = "", "content-disposition": disposition = "", "set-cookie": set = "", "content-type": type = "" } = answer.headers;
  return {
    status: answer.statusCode,
    headers: [location, disposition, String(set)].join("\n"),
    type: String(type),
    body: answer.rawPayload,
    statements: [...statements],
  };
}
