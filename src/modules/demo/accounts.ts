import { dayOf } from "../../base/day.ts";
import { type Actor, gate, regimesOf, type Scope } from "../../kernel/actor.ts";
import type { House } from "../../kernel/house.ts";
import { type Role, roles } from "../../kernel/rights.ts";
import { inTx, type Tx } from "../../kernel/tx.ts";
import type { Unit } from "../../kernel/units.ts";
import type { Database } from "../../platform/database.ts";
import { addDemoAccount } from "../accounts/index.ts";
import type { SeedCast, SeedOfficer, SeedPost } from "./files.ts";
import { addEarlierGrant } from "./queries.ts";
import { texts } from "./texts.ts";

/** An officer of the demonstration with the number of his account. */
export type Member = { readonly id: number; readonly name: string; readonly role: Role };

/** Everybody who acts: officers by their post, and the clock that notes deadlines. */
export type Members = { readonly officersOf: (post: SeedPost) => readonly Member[]; readonly clockId: number };

/** The units that a post has been, the last one is today's. @throws RangeError when they are not there */
export function unitsOf(house: House, { today, before }: SeedPost, now: Date): readonly Unit[] {
  const asked = [...before.map(({ code, from }) => ({ code, on: from })), { code: today, on: dayOf(now) }];
  return asked.map(({ code, on }) => {
    const unit = house.units.findByCode("commune", code, on);
    if (!unit) throw new RangeError(`no commune ${code} on ${on}: the units of the demonstration are missing`);
    return unit;
  });
}

/** Makes the accounts, with the right to work where the officer works today and where he worked before. */
export async function addMembers(database: Database, house: House, cast: SeedCast, now: Date): Promise<Members> {
  return await inTx(database, { house, actor: gate, now }, async (tx) => {
    const officers = new Map<SeedPost, Member[]>();
    for (const post of cast.posts) officers.set(post, await addOfficers(tx, post));
    const province = house.units.findByCode("province", cast.province.code, dayOf(now));
    if (!province) throw new RangeError("the province of the demonstration is missing");
    const here = { unitId: province.id, validFrom: province.validFrom, validTo: null };
    for (const officer of cast.province.officers) await addDemoAccount(tx, { ...officer, ...here, scope: { kind: "province", provinceId: province.id } });
    const clockId = await addDemoAccount(tx, { login: "clock", name: texts.clockName.vi, rank: "", role: "clock", ...here, scope: { kind: "nation" } });
    return { officersOf: (post) => officers.get(post) ?? [], clockId };
  });
}

async function addOfficers(tx: Tx, post: SeedPost): Promise<Member[]> {
  const units = unitsOf(tx.house, post, tx.now);
  const today = units.at(-1);
  if (!today) return [];
  const made: Member[] = [];
  for (const officer of post.officers) {
    const id = await addDemoAccount(tx, { ...officer, scope: scopeOf(today), unitId: today.id, validFrom: today.validFrom, validTo: null });
    for (const unit of units.slice(0, -1)) await addEarlierGrant(tx, { accountId: id, role: officer.role, unitId: unit.id, validFrom: unit.validFrom, validTo: unit.validTo });
    made.push(memberOf(id, officer));
  }
  return made;
}

const memberOf = (id: number, { name, role }: SeedOfficer): Member => ({ id, name, role });

const scopeOf = (unit: Unit): Scope => ({ kind: "commune", communeId: unit.id, provinceId: unit.provinceId ?? 0 });

/** An officer at work in a unit that his post is, or was. */
export function actorIn(unit: Unit, { id, name, role }: Member): Actor {
  const rights = new Set(roles[role]);
  return { id, name, scope: scopeOf(unit), rights, regimes: regimesOf(rights) };
}
