import type { ClientBase } from "pg";
import { type FileKind, keyOfRef, reorganisedOn, type UnitKind, type UnitRef } from "./file.ts";
import type { Known, KnownStep, KnownUnit } from "./known.ts";
import type { FreshUnit, Plan, PlannedStep } from "./plan.ts";

/** One import at a time: taken for the length of the transaction. @returns false when somebody else has it */
export async function tryLockImports(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_xact_lock(hashtext('gan-dan units import')) as taken");
  return rows[0]?.taken === true;
}

/** Everything that the database knows of provinces, districts and communes. Some thirty thousand rows at most. */
export async function readKnown(client: ClientBase): Promise<Known> {
  const units = await client.query<Omit<KnownUnit, "said">>(
    `select id, kind, code, name, parent_id as "parentId", province_id as "provinceId", valid_from::text as "validFrom", valid_to::text as "validTo", source
     from units where kind in ('province', 'district', 'commune')`,
  );
  const said = await client.query<{ id: number; file: FileKind; name: string }>("select unit_id as id, file, name from unit_statements");
  const saidOf = Map.groupBy(said.rows, ({ id }) => id);
  const steps = await client.query<Omit<KnownStep, "said">>(`select old_id as "oldId", new_id as "newId", share, source from unit_lineage where on_date = $1`, [reorganisedOn]);
  const told = await client.query<{ oldId: number; newId: number; file: FileKind; share: KnownStep["share"] }>(
    `select old_id as "oldId", new_id as "newId", file, share from unit_lineage_statements where on_date = $1`,
    [reorganisedOn],
  );
  const toldOf = Map.groupBy(told.rows, ({ oldId, newId }) => `${oldId}>${newId}`);
  return {
    units: units.rows.map((row) => ({ ...row, said: new Map((saidOf.get(row.id) ?? []).map(({ file, name }) => [file, name])) })),
    steps: steps.rows.map((row) => ({ ...row, said: new Map((toldOf.get(`${row.oldId}>${row.newId}`) ?? []).map(({ file, share }) => [file, share])) })),
  };
}

/** Writes a plan, some ten statements whatever its size. */
export async function writePlan(client: ClientBase, file: FileKind, plan: Plan): Promise<void> {
  const ids = new Map(plan.ids);
  const idOf = (unit: UnitRef | number | null): number | null => (unit === null || typeof unit === "number" ? unit : getId(ids, unit));
  // Parents first: a row needs the number of the row above it.
  for (const kind of ["province", "district", "commune"] as const) await insertUnits(client, plan.freshUnits, kind, ids);
  const placed = plan.unitChanges.map(({ parent, province, ...change }) => ({ ...change, parent: idOf(parent), province: idOf(province) }));
  await updateUnits(client, placed);
  const statements = plan.unitStatements.map((stated) => ({ unit: getId(ids, stated), name: stated.name }));
  await client.query("insert into unit_statements (unit_id, file, name) select unit, $1::text, name from jsonb_to_recordset($2) as x(unit int, name text)", [
    file,
    JSON.stringify(statements),
  ]);
  const linked = (steps: readonly Pick<PlannedStep, "from" | "to">[]): string =>
    JSON.stringify(steps.map((step) => ({ ...step, from: getId(ids, step.from), to: getId(ids, step.to) })));
  await client.query(
    `insert into unit_lineage (old_id, new_id, on_date, share, source)
     select "from", "to", $1::date, share, source from jsonb_to_recordset($2) as x("from" int, "to" int, share text, source text)`,
    [reorganisedOn, linked(plan.freshSteps)],
  );
  await client.query(
    `update unit_lineage l set share = x.share, source = x.source from jsonb_to_recordset($2) as x("from" int, "to" int, share text, source text)
     where l.old_id = x."from" and l.new_id = x."to" and l.on_date = $1::date`,
    [reorganisedOn, linked(plan.stepChanges)],
  );
  await client.query(
    `insert into unit_lineage_statements (old_id, new_id, on_date, file, share)
     select "from", "to", $1::date, $2::text, share from jsonb_to_recordset($3) as x("from" int, "to" int, share text)`,
    [reorganisedOn, file, linked(plan.stepStatements)],
  );
}

async function insertUnits(client: ClientBase, units: readonly FreshUnit[], kind: UnitKind, ids: Map<string, number>): Promise<void> {
  const fresh = units.filter((unit) => unit.kind === kind);
  if (fresh.length === 0) return;
  const rows = fresh.map(({ parent, province, ...unit }) => ({ ...unit, parent: parent && getId(ids, parent), province: province && getId(ids, province) }));
  const inserted = await client.query<{ id: number; code: string; validFrom: string }>(
    `insert into units (kind, code, name, short_name, norm, parent_id, province_id, valid_from, valid_to, source)
     select kind, code, name, "shortName", norm, parent, province, "validFrom", "validTo", source
     from jsonb_to_recordset($1) as x(kind text, code text, name text, "shortName" text, norm text, parent int, province int, "validFrom" date, "validTo" date, source text)
     returning id, code, valid_from::text as "validFrom"`,
    [JSON.stringify(rows)],
  );
  for (const { id, code, validFrom } of inserted.rows) ids.set(keyOfRef({ era: validFrom < reorganisedOn ? "old" : "new", kind, code }), id);
}

async function updateUnits(client: ClientBase, changes: readonly unknown[]): Promise<void> {
  await client.query(
    `update units u set name = x.name, short_name = x."shortName", norm = x.norm, parent_id = x.parent, province_id = x.province, valid_to = x."validTo", source = x.source
     from jsonb_to_recordset($1) as x(id int, name text, "shortName" text, norm text, parent int, province int, "validTo" date, source text)
     where u.id = x.id`,
    [JSON.stringify(changes)],
  );
}

function getId(ids: ReadonlyMap<string, number>, unit: UnitRef): number {
  const id = ids.get(keyOfRef(unit));
  if (id === undefined) throw new Error(`no number for ${keyOfRef(unit)}`);
  return id;
}
