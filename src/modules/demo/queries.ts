import type { ClientBase } from "pg";
import type { Day } from "../../base/day.ts";
import type { Role } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";

/** What this deployment was noted to have done: the units are there, the work was begun, the work is whole. */
export type Note = "demo.units" | "demo.started" | "demo.done";

/** One demonstration is built at a time; held until the connection ends. Everything here is the owner's. */
export async function lockDemo(owner: ClientBase): Promise<void> {
  await owner.query("select pg_advisory_lock(hashtext('gan-dan demo'))");
}

export async function isNoted(owner: ClientBase, note: Note): Promise<boolean> {
  const { rowCount } = await owner.query("select from deployment where key = $1", [note]);
  return rowCount !== 0;
}

export async function noteDown(owner: ClientBase, note: Note): Promise<void> {
  await owner.query("insert into deployment (key, value) values ($1, 'true')", [note]);
}

/** Whether anybody works or signs in here already. */
export async function isInUse(owner: ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ used: boolean }>("select exists (select from matters) or exists (select from accounts) as used");
  return rows[0]?.used === true;
}

/** Empties every table but those of units, of the catalogue of rights, and of what was noted; numbers begin at 1 again. */
export async function emptyTenantTables(owner: ClientBase): Promise<void> {
  await owner.query(`do $$
    begin
      execute (select 'truncate ' || string_agg(oid::regclass::text, ', ') || ' restart identity' from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relrowsecurity
          and relname !~ '^unit(s|_.*)$' and relname not in ('role_rights', 'deployment'));
    end $$`);
}

/** A unit as it is to be written. */
export type UnitRow = {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly norm: string;
  readonly parentId: number | null;
  readonly provinceId: number | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
};

/**
 * Writes a unit in one period of its life. A row of the same code and day is left as it is. A row that an import dated from the first
 * day of all, because its file did not say since when, is the last period: it keeps its number and gets its true first day.
 *
 * @returns its number
 */
export async function putUnit(owner: ClientBase, row: UnitRow, firstDay: Day): Promise<number> {
  const { kind, code, name, shortName, norm, parentId, provinceId, from, to, source } = row;
  const known = await owner.query<{ id: number }>("select id from units where kind = $1 and code = $2 and valid_from = $3", [kind, code, from]);
  if (known.rows[0]) return known.rows[0].id;
  const imported = await owner.query<{ id: number }>(
    "update units set valid_from = $4, parent_id = $6 where kind = $1 and code = $2 and valid_from = $3 and valid_to is not distinct from $5 returning id",
    [kind, code, firstDay, from, to, parentId],
  );
  if (imported.rows[0]) return imported.rows[0].id;
  const inserted = await owner.query<{ id: number }>(
    `insert into units (kind, code, name, short_name, norm, parent_id, province_id, valid_from, valid_to, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [kind, code, name, shortName, norm, parentId, provinceId, from, to, source],
  );
  return inserted.rows[0]?.id ?? 0;
}

export async function putLineage(
  owner: ClientBase,
  step: { readonly oldId: number; readonly newId: number; readonly on: Day; readonly share: string; readonly source: string },
): Promise<void> {
  const { oldId, newId, on, share, source } = step;
  await owner.query("insert into unit_lineage (old_id, new_id, on_date, share, source) values ($1, $2, $3, $4, $5) on conflict do nothing", [oldId, newId, on, share, source]);
}

export type ProfileRow = {
  readonly asOf: Day;
  readonly areaHectares: number;
  readonly population: number;
  readonly hamletCount: number;
  readonly terrain: string;
  readonly phone: string;
  readonly address: string;
  readonly source: string;
};

export async function putProfile(owner: ClientBase, unitId: number, row: ProfileRow): Promise<void> {
  const { asOf, areaHectares, population, hamletCount, terrain, phone, address, source } = row;
  await owner.query(
    `insert into unit_profiles (unit_id, as_of, area_hectares, population, hamlet_count, terrain, phone, address, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [unitId, asOf, areaHectares, population, hamletCount, terrain, phone, address, source],
  );
}

/** Gives an account the same role in a place where its holder worked before. At the gate. */
export async function addEarlierGrant(
  tx: Tx,
  given: { readonly accountId: number; readonly role: Role; readonly unitId: number; readonly validFrom: Day; readonly validTo: Day | null },
): Promise<void> {
  await tx.db
    .insertInto("accountGrants")
    .values({ ...given, scope: "commune", regimes: null })
    .execute();
}

/** Every hamlet that a commune has had, by its code. */
export async function listHamletsEver(tx: Tx, communeId: number) {
  return await tx.db
    .selectFrom("units")
    .select(["id", "name", "validFrom", "validTo"])
    .where("parentId", "=", communeId)
    .where("kind", "=", "hamlet")
    .orderBy("code")
    .orderBy("validFrom")
    .execute();
}

/** The version of a matter of the actor's commune by its reference; null before it is opened. */
export async function findVersion(tx: Tx, communeId: number, ref: string): Promise<number | null> {
  const found = tx.db.selectFrom("matters").select("version").where("communeId", "=", communeId).where("publicRef", "=", ref);
  return (await found.executeTakeFirst())?.version ?? null;
}

/** The deadline of a matter by its reference, if it runs. */
export async function findRunning(tx: Tx, communeId: number, ref: string): Promise<Date | null> {
  const found = tx.db.selectFrom("matters").select("dueAt").where("communeId", "=", communeId).where("publicRef", "=", ref).where("settledAt", "is", null);
  return (await found.executeTakeFirst())?.dueAt ?? null;
}
