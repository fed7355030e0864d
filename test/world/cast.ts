import type { Day } from "../../src/base/day.ts";
import { normalise } from "../../src/base/vietnamese.ts";
import { type Actor, type Grant, regimesOf, rightsOf, type Scope } from "../../src/kernel/actor.ts";
import type { Role } from "../../src/kernel/rights.ts";
import type { Unit } from "../../src/kernel/units.ts";

const since = "2025-07-01" as Day;

const unit = (row: Pick<Unit, "id" | "kind" | "code" | "name" | "shortName" | "parentId" | "provinceId">): Unit => ({
  ...row,
  norm: normalise(row.shortName),
  validFrom: since,
  validTo: null,
  source: "test",
});

/** Two provinces, three communes, three hamlets: enough for rights to be wrong in every way. */
export const units = {
  bacNinh: unit({ id: 1, kind: "province", code: "24", name: "Tỉnh Bắc Ninh", shortName: "Bắc Ninh", parentId: null, provinceId: null }),
  langSon: unit({ id: 2, kind: "province", code: "20", name: "Tỉnh Lạng Sơn", shortName: "Lạng Sơn", parentId: null, provinceId: null }),
  phuongSon: unit({ id: 3, kind: "commune", code: "07612", name: "Phường Phượng Sơn", shortName: "Phượng Sơn", parentId: 1, provinceId: 1 }),
  tienLuc: unit({ id: 4, kind: "commune", code: "07381", name: "Xã Tiên Lục", shortName: "Tiên Lục", parentId: 1, provinceId: 1 }),
  huuLung: unit({ id: 5, kind: "commune", code: "06427", name: "Xã Hữu Lũng", shortName: "Hữu Lũng", parentId: 2, provinceId: 2 }),
  gianhCu: unit({ id: 6, kind: "hamlet", code: "07612-01", name: "Tổ dân phố Giành Cũ", shortName: "Giành Cũ", parentId: 3, provinceId: 1 }),
  kep: unit({ id: 7, kind: "hamlet", code: "07612-02", name: "Tổ dân phố Kép", shortName: "Kép", parentId: 3, provinceId: 1 }),
  ngoen: unit({ id: 8, kind: "hamlet", code: "07381-01", name: "Thôn Ngoẹn", shortName: "Ngoẹn", parentId: 4, provinceId: 1 }),
} as const;

/** The post of a commune, as a scope. */
export function postOf(commune: Unit): Scope & { kind: "commune" } {
  return { kind: "commune", communeId: commune.id, provinceId: commune.provinceId ?? 0 };
}

export type Member = { readonly id: number; readonly login: string; readonly name: string; readonly role: Role; readonly scope: Scope; readonly unitId: number };

/** The standing cast. All invented. */
export const cast = {
  minh: { id: 1, login: "minh.phuongson", name: "Hoàng Thị Minh", role: "counterOfficer", scope: postOf(units.phuongSon), unitId: 3 },
  son: { id: 2, login: "son.phuongson", name: "Lý Văn Sơn", role: "beatOfficer", scope: postOf(units.phuongSon), unitId: 3 },
  binh: { id: 3, login: "binh.phuongson", name: "Trần Quốc Bình", role: "chief", scope: postOf(units.phuongSon), unitId: 3 },
  hanh: { id: 4, login: "hanh.tienluc", name: "Đỗ Thị Hạnh", role: "counterOfficer", scope: postOf(units.tienLuc), unitId: 4 },
  long: { id: 5, login: "long.huulung", name: "Vi Văn Long", role: "chief", scope: postOf(units.huuLung), unitId: 5 },
  thao: { id: 6, login: "thao.bacninh", name: "Ngô Phương Thảo", role: "provinceAnalyst", scope: { kind: "province", provinceId: 1 }, unitId: 1 },
  kien: { id: 7, login: "kien.bacninh", name: "Phạm Trung Kiên", role: "auditor", scope: { kind: "province", provinceId: 1 }, unitId: 1 },
  quan: { id: 8, login: "quan.bacninh", name: "Vũ Minh Quân", role: "administrator", scope: { kind: "province", provinceId: 1 }, unitId: 1 },
  trang: { id: 11, login: "trang.phuongson", name: "Vi Thu Trang", role: "dutyOfficer", scope: postOf(units.phuongSon), unitId: 3 },
  door: { id: 10, login: "door", name: "Door", role: "door", scope: { kind: "nation" }, unitId: 1 },
  clock: { id: 9, login: "clock", name: "Clock", role: "clock", scope: { kind: "nation" }, unitId: 1 },
} as const satisfies Record<string, Member>;

export const grantOf = (member: Member): Grant => ({ role: member.role, scope: member.scope, regimes: null, validFrom: since, validTo: null });

/** A member of the cast as an actor, on a day when the grant holds. */
export function actorOf(member: Member, today = "2026-11-20" as Day): Actor {
  const rights = rightsOf([grantOf(member)], today);
  return { id: member.id, name: member.name, scope: member.scope, rights, regimes: regimesOf(rights) };
}
