import type { Client } from "pg";
import { normalise } from "../../../src/base/vietnamese.ts";
import { analystLogin, communeCode, crew, loginOf, provinceCode } from "./size.ts";
import { words } from "./texts.ts";

/** A commune of the invented province, with those who work there. */
export type Commune = { readonly communeId: number; readonly provinceId: number; readonly hamletIds: readonly number[]; readonly officerIds: readonly number[] };

const since = "2024-01-01";
const hamlets = 8;

/** Writes the province, its communes and hamlets, and a crew of five officers for each post; none of them has a password. */
export async function addUnits(owner: Client, count: number): Promise<readonly Commune[]> {
  const provinceId = await addUnit(owner, { kind: "province", code: provinceCode, name: words.province, parentId: null, provinceId: null });
  const communes: Commune[] = [];
  for (let number = 1; number <= count; number++) {
    const communeId = await addUnit(owner, { kind: "commune", code: communeCode(number), name: words.commune(number), parentId: provinceId, provinceId });
    const hamletIds: number[] = [];
    for (let i = 1; i <= hamlets; i++) {
      hamletIds.push(
        await addUnit(owner, { kind: "hamlet", code: `${communeCode(number)}-${String(i).padStart(2, "0")}`, name: words.hamlet(i), parentId: communeId, provinceId }),
      );
    }
    const officerIds: number[] = [];
    for (const [i, role] of crew.entries()) {
      officerIds.push(
        await addOfficer(owner, {
          login: loginOf(number, i),
          name: words.officer[i] ?? "",
          rank: words.rank[i] ?? "",
          role,
          unitId: communeId,
          scope: "commune",
          grantUnit: communeId,
        }),
      );
    }
    communes.push({ communeId, provinceId, hamletIds, officerIds });
  }
  await addOfficer(owner, {
    login: analystLogin,
    name: words.officer[3],
    rank: words.rank[0],
    role: "provinceAnalyst",
    unitId: provinceId,
    scope: "province",
    grantUnit: provinceId,
  });
  return communes;
}

type NewUnit = { readonly kind: string; readonly code: string; readonly name: string; readonly parentId: number | null; readonly provinceId: number | null };

async function addUnit(owner: Client, { kind, code, name, parentId, provinceId }: NewUnit): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    "insert into units (kind, code, name, short_name, norm, parent_id, province_id, valid_from, source) values ($1,$2,$3,$4,$5,$6,$7,$8,'bench') returning id",
    [kind, code, name, name, normalise(name), parentId, provinceId, since],
  );
  return rows[0]?.id ?? 0;
}

type NewOfficer = {
  readonly login: string;
  readonly name: string;
  readonly rank: string;
  readonly role: string;
  readonly unitId: number;
  readonly scope: string;
  readonly grantUnit: number;
};

async function addOfficer(owner: Client, { login, name, rank, role, unitId, scope, grantUnit }: NewOfficer): Promise<number> {
  const { rows } = await owner.query<{ id: number }>("insert into accounts (login, name, rank, unit_id) values ($1,$2,$3,$4) returning id", [login, name, rank, unitId]);
  const id = rows[0]?.id ?? 0;
  await owner.query("insert into account_grants (account_id, role, unit_id, scope, valid_from) values ($1,$2,$3,$4,$5)", [id, role, grantUnit, scope, since]);
  return id;
}
