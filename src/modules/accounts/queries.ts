import { type Selectable, sql } from "kysely";
import { type Day, dayOf } from "../../base/day.ts";
import type { Grant, Scope } from "../../kernel/actor.ts";
import type { Regime, Role } from "../../kernel/rights.ts";
import type { AccountsTable } from "../../kernel/tables.ts";
import type { Tx } from "../../kernel/tx.ts";

/** Roles that no person holds. */
const machines: readonly Role[] = ["clock", "nationalPortal", "door"];

export type Account = Selectable<AccountsTable>;

export async function findAccount(tx: Tx, login: string): Promise<Account | null> {
  return (await tx.db.selectFrom("accounts").selectAll().where("login", "=", login).where("closedAt", "is", null).executeTakeFirst()) ?? null;
}

export async function getAccount(tx: Tx, id: number): Promise<Account> {
  return await tx.db.selectFrom("accounts").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

export async function listGrants(tx: Tx, accountId: number): Promise<readonly Grant[]> {
  const rows = await tx.db
    .selectFrom("accountGrants as g")
    .leftJoin("units as u", "u.id", "g.unitId")
    .select(["g.role", "g.scope", "g.unitId", "u.provinceId", "g.regimes", "g.validFrom", "g.validTo"])
    .where("g.accountId", "=", accountId)
    .orderBy("g.id")
    .execute();
  return rows.map(({ scope, unitId, provinceId, ...grant }) => ({ ...grant, scope: scopeOf(scope, unitId, provinceId) }));
}

function scopeOf(kind: "commune" | "province" | "nation", unitId: number | null, provinceId: number | null): Scope {
  if (kind === "nation") return { kind };
  if (kind === "province") return { kind, provinceId: unitId ?? 0 };
  return { kind, communeId: unitId ?? 0, provinceId: provinceId ?? 0 };
}

/** How many alerts of one regime lie unread at one post. */
export type Unseen = { readonly communeId: number; readonly regime: Regime; readonly count: number };

/** The session of a token with its account, when neither has ended. */
export async function findSession(tx: Tx, tokenHash: Buffer, idleSince: Date) {
  return await tx.db
    .selectFrom("sessions as s")
    .innerJoin("accounts as a", "a.id", "s.accountId")
    .select(["s.accountId", "s.seenAt", "a.name", "a.rank", "a.unitId"])
    .select(
      sql<readonly Unseen[]>`(
        select coalesce(json_agg(l), '[]') from (
          select commune_id as "communeId", regime, count(*)::int as count from alerts where account_id = s.account_id and read_at is null group by commune_id, regime
        ) l)`.as("unseen"),
    )
    .where("s.tokenHash", "=", tokenHash)
    .where("s.endsAt", ">", tx.now)
    .where("s.seenAt", ">", idleSince)
    .where("a.closedAt", "is", null)
    .executeTakeFirst();
}

export async function touchSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.db.updateTable("sessions").set({ seenAt: tx.now }).where("tokenHash", "=", tokenHash).execute();
}

export async function addSession(tx: Tx, session: { tokenHash: Buffer; accountId: number; endsAt: Date; demo: boolean }): Promise<void> {
  await tx.db.deleteFrom("sessions").where("endsAt", "<", tx.now).execute();
  await tx.db
    .insertInto("sessions")
    .values({ ...session, startedAt: tx.now, seenAt: tx.now })
    .execute();
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.db.deleteFrom("sessions").where("tokenHash", "=", tokenHash).execute();
}

export async function endSessionsOf(tx: Tx, accountId: number): Promise<void> {
  await tx.db.deleteFrom("sessions").where("accountId", "=", accountId).execute();
}

export async function countFailures(tx: Tx, login: string, since: Date): Promise<number> {
  const { count } = await tx.db
    .selectFrom("signInFailures")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("login", "=", login)
    .where("at", ">", since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function addFailure(tx: Tx, login: string): Promise<void> {
  await tx.db.insertInto("signInFailures").values({ login, at: tx.now }).execute();
}

export async function clearFailures(tx: Tx, login: string): Promise<void> {
  await tx.db.deleteFrom("signInFailures").where("login", "=", login).execute();
}

/** Accounts of a unit and of the communes in it, by name, with the roles they hold today. For the administrator; at most 200. */
export async function listAccounts(tx: Tx, provinceId: number) {
  return await tx.db
    .selectFrom("accounts as a")
    .innerJoin("units as u", "u.id", "a.unitId")
    .leftJoin("accountGrants as g", "g.accountId", "a.id")
    .select(["a.id", "a.login", "a.name", "a.rank", "u.shortName as unitName", "a.closedAt", "a.lastSeenAt"])
    .select((eb) => eb.fn.agg<string[]>("array_agg", ["g.role"]).as("roles"))
    .where((eb) => eb.or([eb("u.id", "=", provinceId), eb("u.provinceId", "=", provinceId)]))
    // The house's own clock and door are nobody, and nobody closes them; nor is the national portal anybody.
    .where((eb) => eb.or([eb("g.role", "is", null), eb("g.role", "not in", machines)]))
    .groupBy(["a.id", "u.id"])
    .orderBy("u.shortName")
    .orderBy("a.name")
    .limit(200)
    .execute();
}

/** The sign-ins of a demonstration: every open account that holds a role, by unit. */
export async function listDemoAccounts(tx: Tx) {
  return await tx.db
    .selectFrom("accounts as a")
    .innerJoin("units as u", "u.id", "a.unitId")
    .innerJoin("accountGrants as g", "g.accountId", "a.id")
    .select(["a.login", "a.name", "a.rank", "u.name as unitName", "u.kind as unitKind", "g.role"])
    .where("a.closedAt", "is", null)
    .where("g.role", "not in", machines)
    .where("g.validFrom", "<=", dayOf(tx.now))
    .where((eb) => eb.or([eb("g.validTo", "is", null), eb("g.validTo", ">", dayOf(tx.now))]))
    .orderBy("a.id")
    .limit(40)
    .execute();
}

/** @returns the number of the new account, or null when the login is taken */
export async function insertAccountRow(
  tx: Tx,
  row: { login: string; name: string; rank: string; unitId: number; passwordHash: string | null; totpSecret: Buffer | null },
): Promise<number | null> {
  const inserted = tx.db
    .insertInto("accounts")
    .values(row)
    .onConflict((conflict) => conflict.column("login").doNothing())
    .returning("id");
  return (await inserted.executeTakeFirst())?.id ?? null;
}

export async function insertGrant(
  tx: Tx,
  row: { accountId: number; role: Role; scope: "commune" | "province" | "nation"; unitId: number | null; validFrom: Day; validTo: Day | null },
): Promise<void> {
  await tx.db
    .insertInto("accountGrants")
    .values({ ...row, regimes: null })
    .execute();
}

export async function updateAccount(tx: Tx, id: number, values: Partial<Pick<Account, "passwordHash" | "totpLastStep" | "lastSeenAt" | "closedAt">>): Promise<void> {
  await tx.db.updateTable("accounts").set(values).where("id", "=", id).execute();
}
