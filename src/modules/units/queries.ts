import { sql } from "kysely";
import type { Day } from "../../base/day.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { Unit } from "../../kernel/units.ts";
import { searchKeysOf } from "./names.ts";

/** One step of what became of a unit, on a day. */
export type LineageStep = { readonly from: Unit; readonly to: Unit; readonly onDate: Day; readonly share: "full" | "partial"; readonly source: string };

/** Where a unit came from, latest step first, and where it went, earliest step first. Steps are chained by date, through any number of reorganisations. */
export type Lineage = { readonly cameFrom: readonly LineageStep[]; readonly wentTo: readonly LineageStep[] };

type StepRow = { fromId: number; toId: number; onDate: Day; share: "full" | "partial"; source: string; back: boolean };

/** The lineage of a unit; empty both ways for a unit that nobody told about, or that does not exist. */
export async function lineageOf(tx: Tx, unitId: number): Promise<Lineage> {
  const { rows } = await sql<StepRow>`
    with recursive onward as (
      select * from unit_lineage where old_id = ${unitId}
      union select l.* from unit_lineage l join onward o on l.old_id = o.new_id and l.on_date > o.on_date
    ), backward as (
      select * from unit_lineage where new_id = ${unitId}
      union select l.* from unit_lineage l join backward b on l.new_id = b.old_id and l.on_date < b.on_date
    )
    select old_id as from_id, new_id as to_id, on_date, share, source, false as back from onward
    union all
    select old_id, new_id, on_date, share, source, true from backward
    order by on_date, from_id, to_id`.execute(tx.db);
  const units = await unitsById(tx, [...new Set(rows.flatMap(({ fromId, toId }) => [fromId, toId]))]);
  const steps = rows.flatMap(({ fromId, toId, back, ...step }) => {
    const [from, to] = [units.get(fromId), units.get(toId)];
    return from && to ? [{ back, step: { from, to, ...step } }] : [];
  });
  const towards = (direction: boolean): LineageStep[] => steps.filter(({ back }) => back === direction).map(({ step }) => step);
  return { cameFrom: towards(true).reverse(), wentTo: towards(false) };
}

async function unitsById(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, Unit>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("units")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Provinces, districts and communes that bear a name or a code on a day, or (null) ever bore it; at most 20. Written with or without marks, with or without
 * the word for the type, whole or its beginning; whole names come first.
 */
export async function findUnitsNamed(tx: Tx, text: string, on: Day | null): Promise<readonly Unit[]> {
  const keys = searchKeysOf(text);
  if (keys.length === 0) return [];
  const beginnings = keys.map((key) => `${key.replace(/[\\%_]/g, "\\$&")}%`);
  return await tx.db
    .selectFrom("units")
    .selectAll()
    .where("kind", "!=", "hamlet")
    .$if(on !== null, (query) => query.where("validFrom", "<=", on ?? ("" as Day)).where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">", on)])))
    .where((eb) => eb.or([...beginnings.map((beginning) => eb("norm", "like", beginning)), eb("code", "in", [...keys])]))
    .orderBy((eb) =>
      eb
        .case()
        .when(eb.or([eb("norm", "in", [...keys]), eb("code", "in", [...keys])]))
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy("norm")
    .orderBy("kind")
    .orderBy("code")
    .limit(20)
    .execute();
}
