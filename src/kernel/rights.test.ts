import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { units } from "../../test/world/cast.ts";
import { friday, openWorld, type World } from "../../test/world/index.ts";
import type { Day } from "../base/day.ts";
import { type Actor, type Grant, may, regimesOf, rightsOf, type Scope, sees } from "./actor.ts";
import { type Regime, type Right, type Role, regimes, rights, roles } from "./rights.ts";

let world: World;
const places = [units.phuongSon, units.tienLuc, units.huuLung].map((commune) => ({ communeId: commune.id, provinceId: commune.provinceId ?? 0 }));
beforeAll(async () => {
  world = await openWorld();
  await world.asOwner(async (client) => {
    for (const place of places) {
      for (const regime of regimes) {
        await client.query("begin; set constraints all deferred");
        const values = [place.communeId, place.provinceId, regime, `${regime}-${place.communeId}`];
        const { rows } = await client.query(
          "insert into matters (commune_id, province_id, regime, code, public_ref, kind, state, channel, title, received_at, timeline_hash) values ($1,$2,$3,$4,$4,'errand','received','counter','', now(), '') returning id",
          values,
        );
        await client.query(
          "insert into timeline (commune_id, province_id, regime, matter_id, seq, at, action, to_state, needs, public, facts, change_hash, prev_hash, hash) values ($1,$2,$3,$4,1,now(),'open','received','counter.receive',true,'{}','','','')",
          [...values.slice(0, 3), rows[0].id],
        );
        await client.query("commit");
      }
    }
  });
});
afterAll(() => world.close());

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom(...places).map((place): Scope => ({ kind: "commune", ...place })),
  fc.constantFrom(1, 2).map((provinceId): Scope => ({ kind: "province", provinceId })),
  fc.constant<Scope>({ kind: "nation" }),
);
const day = fc.constantFrom("2026-11-19", "2026-11-20", "2026-11-21") as fc.Arbitrary<Day>;
const grant = (at: Scope): fc.Arbitrary<Grant> =>
  fc
    .record({
      role: fc.constantFrom(...(Object.keys(roles) as Role[])),
      regimes: fc.option(fc.subarray([...regimes]) as fc.Arbitrary<Regime[]>),
      validFrom: day,
      validTo: fc.constantFrom(null, "2026-11-22" as Day),
    })
    .map((given): Grant => ({ ...given, scope: at }));
const grants = scope.chain((at) => fc.array(grant(at), { minLength: 1, maxLength: 3 }));

async function actorWith(given: readonly Grant[], today: Day): Promise<Actor> {
  const accountId = await world.asOwner(async (client) => {
    const { rows } = await client.query("insert into accounts (login, name, unit_id) values ('a' || nextval(pg_get_serial_sequence('accounts','id')), '', 1) returning id");
    for (const { role, scope, regimes, validFrom, validTo } of given) {
      const unitId = scope.kind === "commune" ? scope.communeId : scope.kind === "province" ? scope.provinceId : null;
      await client.query("insert into account_grants (account_id, role, unit_id, scope, regimes, valid_from, valid_to) values ($1,$2,$3,$4,$5,$6,$7)", [
        rows[0].id,
        role,
        unitId,
        scope.kind,
        regimes,
        validFrom,
        validTo,
      ]);
    }
    return rows[0].id as number;
  });
  const held = rightsOf(given, today);
  return { id: accountId, name: "", scope: given[0]?.scope ?? { kind: "public" }, rights: held, regimes: regimesOf(held) };
}

const today = "2026-11-20" as Day;

test("the database and may() agree on every right, place, role, regime and day", async () => {
  const right = fc.constantFrom(...(Object.keys(rights) as Right[]));
  await fc.assert(
    fc.asyncProperty(grants, right, fc.constantFrom(...places), async (given, asked, place) => {
      const actor = await actorWith(given, today);
      const answer = await world.try(
        actor,
        async (tx) => (await sql<{ ok: boolean }>`select app_may(${asked}, ${place.communeId}, ${place.provinceId}) as ok`.execute(tx.db)).rows[0]?.ok,
        friday,
      );
      expect(answer).toBe(may(actor, asked, place));
    }),
    { numRuns: 150 },
  );
});

test("row security shows exactly the matters that sees() allows, and lets no more be changed", async () => {
  await fc.assert(
    fc.asyncProperty(grants, async (given) => {
      const actor = await actorWith(given, today);
      const shown = await world.try(actor, (tx) => tx.db.selectFrom("matters").select("code").execute());
      const expected = places.flatMap((place) => regimes.filter((regime) => sees(actor, regime, place)).map((regime) => `${regime}-${place.communeId}`));
      expect(shown.map((row) => row.code).sort()).toEqual(expected.sort());
      const change = world.try(actor, (tx) => tx.db.updateTable("matters").set({ assigneeId: 1 }).returning("code").execute());
      if (actor.scope.kind === "commune") expect((await change).map((row) => row.code).sort()).toEqual(expected);
      else await expect(change).rejects.toThrow(/permission denied/);
    }),
    { numRuns: 100 },
  );
});

test("residents and the gate see no matter at all", async () => {
  const { anybody, gate } = await import("./actor.ts");
  expect(await world.try(anybody, (tx) => tx.db.selectFrom("matters").select("code").execute())).toEqual([]);
  await expect(world.try(gate, (tx) => tx.db.selectFrom("matters").select("code").execute())).rejects.toThrow(/permission denied/);
});

test("a transaction leaves nothing of its scope on the connection", async () => {
  const { rows } = await world.database.pool.query("select current_user as role, current_setting('app.commune', true) as commune");
  expect(rows[0]?.role).toMatch(/^gandan_login/);
  expect(rows[0]?.commune || "").toBe("");
  await expect(world.database.pool.query("select * from matters")).rejects.toThrow(/permission denied/);
});
