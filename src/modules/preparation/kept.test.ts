import { beforeAll, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at, thom } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { form, residentSite } from "../../../test/world/resident-server.ts";
import { anybody, gate } from "../../kernel/actor.ts";
import { openByRef } from "../../kernel/tx.ts";
import { makeTasks } from "../../work.ts";

import { declarationOf } from "../procedures/service/declare.ts";
import { getIntake } from "../procedures/service/intake.ts";
import { getProcedure, receiveDossier } from "../procedures/service/receive.ts";
import { confirm, phuongSon, prepared, receiving, scannedBy, scannedIn } from "./preparation.stage.ts";
import { beginPreparation, communesKeepingPreparations, dropPreparation, erasePreparations, getHeld, openAtCounter, openByCode } from "./service/keep.ts";

const site = residentSite();
const minh = as(cast.minh);
const binh = as(cast.binh);
const hanh = as(cast.hanh);

const get = (url: string) => site.server.inject({ url, headers: { "x-forwarded-for": `10.9.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}` } });

const rowsOf = async () =>
  (await site.world.asOwner((client) => client.query("select id, lookup, sealed, finished_at, expires_at from preparations order by id"))).rows as {
    id: string;
    lookup: Buffer;
    sealed: Buffer | null;
    expires_at: Date;
  }[];

/** The number that ends a code: "H05.24.612-261126-0042". */
const numberIn = (code: string): number => Number(code.split("-").at(-1));

describe("what lies in the table", () => {
  test("gives nothing to whoever looks at it, not even with the keys of the house", async () => {
    const ref = await prepared(site);
    const row = (await rowsOf()).at(-1);
    const raw = Buffer.concat([row?.lookup ?? Buffer.alloc(0), row?.sealed ?? Buffer.alloc(0)]).toString("latin1");
    for (const secret of [ref, "Nga", thom.idNumber, "1.010041"]) expect(raw).not.toContain(secret);
    expect(() => site.world.house.vault.open(row?.sealed ?? Buffer.alloc(0))).toThrow();
  });

  test("is closed to everybody who does not hold the code, officers of the post among them", async () => {
    const ref = await prepared(site);
    const seen = await site.world.try(anybody, (tx) => tx.db.withTables<{ preparations: { id: number } }>().selectFrom("preparations").select("id").execute());
    expect(seen).toEqual([]);
    expect(await site.world.try(hanh, (tx) => openAtCounter(tx, ref), site.now)).toEqual({ kind: "elsewhere", communeId: units.phuongSon.id });
    expect(await site.world.try(minh, (tx) => openAtCounter(tx, "3467-9CDF-GHJK-MNPQ"), site.now)).toEqual({ kind: "none" });
    await expect(
      site.world.try(minh, (tx) =>
        tx.db
          .withTables<{ preparations: { sealed: Buffer } }>()
          .updateTable("preparations")
          .set({ sealed: Buffer.from("x") })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test("is kept seven days when it was finished, one when it was left, as the data says", async () => {
    const finished = await prepared(site);
    const left = await site.world.commit(anybody, (tx) => beginPreparation(tx, phuongSon, { procedureCode: "1.010041", caseId: "standard", answers: {} }), site.now);
    const open = (ref: string, now: Date) => site.world.try(anybody, async (tx) => (await openByCode(tx, ref)).kind, now);
    expect(await open(finished, at("2026-11-30T23:59:00"))).toBe("held");
    expect(await open(finished, at("2026-12-01T00:00:00"))).toBe("none");
    expect(await open(left, at("2026-11-24T09:39:00"))).toBe("held");
    expect(await open(left, at("2026-11-24T09:41:00"))).toBe("none");
  });
});

describe("at the counter", () => {
  test("the card holds: a name in capitals is no difference, another birthday is one and is shown", async () => {
    const ref = await prepared(site, { ...confirm, bornOn: "1979-08-18" });
    const intake = await scannedBy(site, minh, ref);
    const { draft, answers } = await site.world.try(
      minh,
      async (tx) => declarationOf(tx, await getIntake(tx, intake), { procedure: getProcedure(tx, "1.010041"), caseId: "standard" }),
      site.now,
    );
    expect(draft.prepared).toMatchObject({ procedureCode: "1.010041", differences: [{ fact: "bornOn", prepared: "1979-08-18", onCard: "1979-08-17" }] });
    expect(answers).toMatchObject({ ...confirm, fullName: "HOÀNG THỊ NGA", bornOn: "1979-08-17" });
  });

  test("after the receipt the address of the preparation leads to the tracking page, and the code opens nothing more", async () => {
    const ref = await prepared(site);
    const matter = await site.world.commit(minh, async (tx) => receiveDossier(tx, await scannedIn(tx, ref), receiving), site.now);
    expect((await get(`/chuan-bi/${ref}`)).headers.location).toBe(`/tra-cuu/${matter.publicRef}`);
    expect(await site.world.try(minh, (tx) => openAtCounter(tx, ref), site.now)).toEqual({ kind: "used", matterRef: matter.publicRef });
    const late = await site.server.inject(form(`/chuan-bi/${ref}/cau-hoi/contact`, { phone: "0987654321", email: "" }));
    expect(late.statusCode).toBe(409);
    expect(await site.world.try(anybody, (tx) => openByRef(tx, matter.publicRef, "dossier"))).not.toBeNull();
  });

  test("of two officers who receive one preparation at the same moment, one does", async () => {
    const ref = await prepared(site);
    const [first, second] = [await scannedBy(site, minh, ref), await scannedBy(site, binh, ref)];
    const matters = async () => (await site.world.asOwner((client) => client.query("select count(*)::int as n from matters"))).rows[0].n as number;
    const before = await matters();
    const receive = (actor: typeof minh, intake: string) => site.world.commit(actor, (tx) => receiveDossier(tx, intake, receiving), site.now);
    const results = await Promise.allSettled([receive(minh, first), receive(binh, second)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "alreadyDone" } });
    // The one who came second left nothing: no person's second dossier, no gap in the codes of the day.
    expect(await matters()).toBe(before + 1);
    const [received] = results.flatMap((one) => (one.status === "fulfilled" ? [numberIn(one.value.code)] : []));
    const next = await receive(minh, await scannedBy(site, minh, await prepared(site)));
    expect(numberIn(next.code)).toBe((received ?? Number.NaN) + 1);
  });

  test("what its holder took away, or what ran out, after it was scanned is received all the same, with its answers", async () => {
    const [dropped, expired] = [await prepared(site), await prepared(site)];
    const intakes = [await scannedBy(site, minh, dropped), await scannedBy(site, minh, expired)];
    await site.world.commit(anybody, async (tx) => dropPreparation(tx, await getHeld(tx, dropped)), site.now);
    await site.world.asOwner((client) =>
      client.query("update preparations set expires_at = begun_at + interval '1 second' where lookup = $1", [site.world.house.vault.hash(`preparation:${expired}`)]),
    );
    await site.world.commit(minh, erasePreparations, at("2026-11-23T10:00:00"));
    for (const intake of intakes) {
      const matter = await site.world.commit(minh, (tx) => receiveDossier(tx, intake, receiving), at("2026-11-23T10:01:00"));
      const { rows } = await site.world.asOwner((client) => client.query("select declared from dossiers where matter_id = $1", [matter.id]));
      expect(rows).toEqual([{ declared: "answered" }]);
    }
    for (const ref of [dropped, expired]) expect((await get(`/chuan-bi/${ref}`)).statusCode).toBe(404);
  });

  test("for another procedure than the one prepared it is not consumed", async () => {
    const ref = await prepared(site);
    const intake = await scannedBy(site, minh, ref);
    await site.world.commit(minh, (tx) => receiveDossier(tx, intake, { ...receiving, procedureCode: "1.010038", caseId: "agreed" }), site.now);
    expect((await site.world.try(anybody, (tx) => openByCode(tx, ref), site.now)).kind).toBe("held");
  });
});

describe("erasing", () => {
  beforeAll(async () => {
    await site.world.asOwner((client) => client.query("update dossiers set preparation_id = null"));
    await site.world.asOwner((client) => client.query("delete from preparations"));
  });

  test("the job of the house empties what was used and takes away what ran out, and leaves the rest", async () => {
    const [used, expired, waiting] = [await prepared(site), await prepared(site, confirm, at("2026-11-10T09:00:00")), await prepared(site)];
    const intake = await scannedBy(site, minh, used);
    const matter = await site.world.commit(minh, (tx) => receiveDossier(tx, intake, receiving), site.now);
    expect(await site.world.try(gate, communesKeepingPreparations, site.now)).toEqual([units.phuongSon.id]);
    const tasks = makeTasks({ database: site.world.database, house: site.world.house, clock: () => site.now, log: { warn: () => {} } });
    await tasks["preparations:erase"]();
    const rows = await rowsOf();
    expect(rows).toHaveLength(2);
    expect(rows.map(({ sealed }) => sealed === null)).toEqual([true, false]);
    expect((await get(`/chuan-bi/${used}`)).headers.location).toBe(`/tra-cuu/${matter.publicRef}`);
    expect((await get(`/chuan-bi/${expired}`)).statusCode).toBe(404);
    expect((await get(`/chuan-bi/${waiting}`)).statusCode).toBe(200);
    // Again: nothing is left to do.
    expect(await site.world.try(gate, communesKeepingPreparations, site.now)).toEqual([]);
    expect(await site.world.try(minh, erasePreparations, site.now)).toEqual({ used: 0, expired: 0 });
  });
});
