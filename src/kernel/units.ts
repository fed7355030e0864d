import type { Selectable } from "kysely";
import type { Day } from "../base/day.ts";
import type { UnitsTable } from "./tables.ts";
import type { Tx } from "./tx.ts";

export type Unit = Selectable<UnitsTable>;

/** Provinces and communes, as they are and as they were, kept in memory: some fourteen thousand rows that change once in years. */
export type UnitDirectory = {
  findUnit(id: number): Unit | null;
  /** @throws RangeError for a number that no unit has */
  getUnit(id: number): Unit;
  /** The unit that bore a code on a day: codes are given anew to other units. */
  findByCode(kind: "province" | "commune", code: string, on: Day): Unit | null;
  listCommunes(provinceId: number, on: Day): readonly Unit[];
};

/** Reads the directory. Hamlets are not in it: `listHamlets` asks for one commune's. */
export async function readDirectory(tx: Tx): Promise<UnitDirectory> {
  const rows = await tx.db.selectFrom("units").selectAll().where("kind", "in", ["province", "commune"]).execute();
  return directoryOf(rows);
}

/** A directory over given rows. */
export function directoryOf(rows: readonly Unit[]): UnitDirectory {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byCode = Map.groupBy(rows, (row) => `${row.kind}:${row.code}`);
  const byProvince = Map.groupBy(
    rows.filter((row) => row.kind === "commune"),
    (row) => row.provinceId,
  );
  const holds = (row: Unit, on: Day): boolean => row.validFrom <= on && (row.validTo === null || on < row.validTo);
  const findUnit = (id: number): Unit | null => byId.get(id) ?? null;
  return {
    findUnit,
    getUnit: (id) => {
      const found = findUnit(id);
      if (!found) throw new RangeError(`no unit has the number ${id}`);
      return found;
    },
    findByCode: (kind, code, on) => byCode.get(`${kind}:${code}`)?.find((row) => holds(row, on)) ?? null,
    listCommunes: (provinceId, on) => (byProvince.get(provinceId) ?? []).filter((row) => holds(row, on)).sort((a, b) => a.shortName.localeCompare(b.shortName, "vi")),
  };
}

/** Hamlets of a commune on a day, by name. At most some dozens. */
export async function listHamlets(tx: Tx, communeId: number, on: Day): Promise<readonly Unit[]> {
  return await tx.db
    .selectFrom("units")
    .selectAll()
    .where("parentId", "=", communeId)
    .where("kind", "=", "hamlet")
    .where("validFrom", "<=", on)
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">", on)]))
    .orderBy("shortName")
    .execute();
}

/** Names of units by their numbers, also of those that are no more. */
export async function nameUnits(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.selectFrom("units").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What a commune is like, as last told before a day. */
export async function findProfile(tx: Tx, unitId: number, on: Day) {
  return (await tx.db.selectFrom("unitProfiles").selectAll().where("unitId", "=", unitId).where("asOf", "<=", on).orderBy("asOf", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** Phone and address of every unit that has told one, as last told before a day. */
export async function listContacts(tx: Tx, on: Day) {
  return await tx.db
    .selectFrom("unitProfiles")
    .distinctOn("unitId")
    .select(["unitId", "phone", "address"])
    .where("asOf", "<=", on)
    .orderBy("unitId")
    .orderBy("asOf", "desc")
    .execute();
}
