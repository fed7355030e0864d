import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import { countedKinds } from "../../src/counted-kinds.ts";
import { importTrust } from "../../src/import-trust.ts";
import type { Actor } from "../../src/kernel/actor.ts";
import { workCalendar } from "../../src/kernel/clock/calendar.ts";
import type { House } from "../../src/kernel/house.ts";
import { loadLaw } from "../../src/kernel/law/load.ts";
import { roleRights } from "../../src/kernel/rights.ts";
import { inTx, type Tx } from "../../src/kernel/tx.ts";
import { directoryOf, type Unit } from "../../src/kernel/units.ts";
import { lawDefs } from "../../src/law-defs.ts";
import { dossierSignable } from "../../src/modules/procedures/index.ts";
import { demoMailer } from "../../src/platform/channels/mail.ts";
import { makePusher } from "../../src/platform/channels/push.ts";
import { type Database, openDatabase } from "../../src/platform/database.ts";
import { ensureLogin } from "../../src/platform/migrate.ts";
import { openDemoAnchor, openDemoSigner } from "../../src/platform/signature/demo-signer.ts";
import { startTypesetter } from "../../src/platform/typst/typesetter.ts";
import { openVault } from "../../src/platform/vault.ts";
import { publicSources } from "../../src/public-sources.ts";
import { recordedKinds, workKinds } from "../../src/work-kinds.ts";
import { actorOf, cast, type Member, units } from "./cast.ts";

/** A database of its own for one test file, with the standing cast in it. */
export type World = {
  readonly ownerUrl: string;
  readonly loginUrl: string;
  readonly database: Database;
  readonly house: House;
  /** Where its keys lie: another process with the same folder is the same house. */
  readonly keysDir: string;
  /** Runs in an actor's name and rolls back, whatever happened; gives what the work returned. */
  try<T>(actor: Actor, work: (tx: Tx) => Promise<T>, now?: Date): Promise<T>;
  /** Runs in an actor's name and commits. */
  commit<T>(actor: Actor, work: (tx: Tx) => Promise<T>, now?: Date): Promise<T>;
  /** Past every rule: what an intruder with the owner's password would do. */
  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Friday afternoon, two days before nothing in particular and four before a holiday. */
export const friday = new Date("2026-11-20T15:02:00+07:00");

export async function openWorld(): Promise<World> {
  const name = `world_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const cluster = inject("clusterUrl");
  await asClient(cluster, (client) => client.query(`create database ${name} template gandan_template`));
  const ownerUrl = Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
  await asClient(ownerUrl, settle);
  const loginUrl = await ensureLogin(ownerUrl, "test");
  const database = openDatabase(loginUrl, { connections: 8, onError: () => {} });
  const keysDir = await mkdtemp(join(tmpdir(), "gan-dan-keys-"));
  const house = await makeHouse(keysDir);
  const commit: World["commit"] = (actor, work, now = friday) => inTx(database, { house, actor, now }, work);
  return {
    ownerUrl,
    loginUrl,
    database,
    house,
    keysDir,
    commit,
    try: (actor, work, now = friday) => rolledBack((inner) => commit(actor, inner, now), work),
    asOwner: (work) => asClient(ownerUrl, work),
    close: async () => {
      await house.typesetter.close();
      await database.close();
      await rm(keysDir, { recursive: true, force: true });
    },
  };
}

/** Runs in a member's name, as `world.try` does. */
export const as = (member: Member): Actor => actorOf(member);

class RolledBack<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super("rolled back");
    this.result = result;
  }
}

async function rolledBack<T>(run: (work: (tx: Tx) => Promise<never>) => Promise<never>, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await run(async (tx) => {
      throw new RolledBack(await work(tx));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T;
    throw error;
  }
}

/** The house of the tests: the real law, press and signature, with keys that last as long as the file that uses them. */
async function makeHouse(keysDir: string): Promise<House> {
  const { holidays, officeHours, ...law } = await loadLaw("db/law", lawDefs);
  const directory = directoryOf(Object.values(units) as Unit[]);
  const codeOf = (id: number): string => directory.getUnit(id).code;
  return {
    ...law,
    vault: await openVault(keysDir),
    units: directory,
    calendarOf: (place) => workCalendar({ holidays, officeHours }, { provinceCode: codeOf(place.provinceId), communeCode: codeOf(place.communeId) }),
    publicUrl: "http://localhost:3000",
    homePost: units.phuongSon.id,
    postProfiles: new Map([[units.phuongSon.id, { phone: "0204 000 113", address: "Tổ dân phố Kép, phường Phượng Sơn" }]]),
    demo: true,
    portalDir: null,
    scanner: null,
    typesetter: startTypesetter({ root: process.cwd() }),
    signerOf: (who) => openDemoSigner(keysDir, { id: `post-${who.postId}-account-${who.accountId}`, organisation: directory.getUnit(who.postId).name, commonName: who.name }),
    trustedCertificates: async () => [await openDemoAnchor(keysDir)],
    signing: "here",
    importTrust: async () => importTrust({ trust: { anchors: [], signers: [] }, units: directory, demoAnchor: await openDemoAnchor(keysDir) }),
    signables: [dossierSignable],
    workKinds,
    recordedKinds,
    channels: { mail: demoMailer("khong-tra-loi@localhost"), push: makePusher(randomBytes(32), { contact: "mailto:khong-tra-loi@localhost" }) },
    publicSources,
    countedKinds,
  };
}

async function settle(client: Client): Promise<void> {
  for (const { role, right, regime } of roleRights()) await client.query(`insert into role_rights (role, "right", regime) values ($1, $2, $3)`, [role, right, regime]);
  for (const unit of Object.values(units)) {
    const values = [unit.id, unit.kind, unit.code, unit.name, unit.shortName, unit.norm, unit.parentId, unit.provinceId, unit.validFrom, unit.source];
    await client.query(
      "insert into units (id, kind, code, name, short_name, norm, parent_id, province_id, valid_from, source) overriding system value values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
      values,
    );
  }
  for (const member of Object.values(cast) as Member[]) {
    await client.query("insert into accounts (id, login, name, unit_id) overriding system value values ($1,$2,$3,$4)", [member.id, member.login, member.name, member.unitId]);
    const unitId = member.scope.kind === "nation" ? null : member.unitId;
    await client.query("insert into account_grants (account_id, role, unit_id, scope, valid_from) values ($1,$2,$3,$4,'2023-01-01')", [
      member.id,
      member.role,
      unitId,
      member.scope.kind,
    ]);
  }
  await client.query("select setval(pg_get_serial_sequence('units', 'id'), 1000), setval(pg_get_serial_sequence('accounts', 'id'), 1000)");
}

async function asClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
