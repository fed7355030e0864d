import { type Day, dayOf } from "../../base/day.ts";
import { type Actor, type Grant, regimesOf, rightsOf, type Scope } from "../../kernel/actor.ts";
import { Problem } from "../../kernel/problem.ts";
import { recordAccount } from "../../kernel/record.ts";
import type { Role } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { Officer } from "../../web/officer.ts";
import {
  addFailure,
  addSession,
  clearFailures,
  countFailures,
  endSession,
  endSessionsOf,
  findAccount,
  findSession,
  getAccount,
  insertAccountRow,
  insertGrant,
  listGrants,
  touchSession,
  type Unseen,
  updateAccount,
} from "./queries.ts";
import { checkPassword, checkTotp, hashPassword, hashToken, newPassword, newToken, newTotpSecret, totpUri } from "./secrets.ts";

const minute = 60_000;
/** TCVN 14423:2026 asks for limits and names none of these figures; they are ours. */
export const limits = { idleMs: 30 * minute, absoluteMs: 12 * 60 * minute, failures: 5, failureWindowMs: 15 * minute, passwordLength: 14 } as const;

export type NewAccount = {
  readonly login: string;
  readonly name: string;
  readonly rank: string;
  readonly role: Role;
  readonly scope: Scope;
  /** The unit whose name stands on the officer's pages. */
  readonly unitId: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/**
 * Makes an account with a first password and an authenticator secret, both told once and kept only hashed and sealed.
 * Runs at the gate.
 *
 * @throws Problem("alreadyDone") when the login is taken
 */
export async function addAccount(tx: Tx, given: NewAccount): Promise<{ accountId: number; password: string; totpUri: string }> {
  const password = newPassword();
  const secret = newTotpSecret();
  const accountId = await insertAccount(tx, given, { passwordHash: await hashPassword(password), totpSecret: tx.house.vault.seal(secret.toString("base64")) });
  return { accountId, password, totpUri: totpUri(secret, given.login) };
}

/** An account of a demonstration: no password, so the only way in is the demonstration's own list. */
export async function addDemoAccount(tx: Tx, given: NewAccount): Promise<number> {
  return await insertAccount(tx, given, { passwordHash: null, totpSecret: null });
}

/**
 * The account of a machine in a place: made at first use, without a password, so that nobody can sign in with it. Runs at the gate.
 *
 * @returns its number, also when another process has just made it
 */
export async function ensureMachine(tx: Tx, given: Pick<NewAccount, "login" | "name" | "role" | "scope" | "unitId">): Promise<number> {
  const known = await findAccount(tx, given.login);
  if (known) return known.id;
  try {
    return await insertAccount(tx, { ...given, rank: "", validFrom: dayOf(tx.now), validTo: null }, { passwordHash: null, totpSecret: null });
  } catch (error) {
    const made = error instanceof Problem && error.code === "alreadyDone" ? await findAccount(tx, given.login) : null;
    if (!made) throw error;
    return made.id;
  }
}

async function insertAccount(tx: Tx, given: NewAccount, secrets: { passwordHash: string | null; totpSecret: Buffer | null }): Promise<number> {
  const { login, name, rank, role, scope, unitId, validFrom, validTo } = given;
  if (scope.kind === "public" || scope.kind === "gate") throw new RangeError("an account works in a commune, a province or the nation");
  const accountId = await insertAccountRow(tx, { login, name, rank, unitId, ...secrets });
  if (accountId === null) throw new Problem("alreadyDone", { login });
  const grantUnit = scope.kind === "nation" ? null : scope.kind === "province" ? scope.provinceId : scope.communeId;
  await insertGrant(tx, { accountId, role, scope: scope.kind, unitId: grantUnit, validFrom, validTo });
  await recordAccount(tx, {
    accountId,
    unitId,
    actorId: tx.actor.id,
    action: "account.add",
    change: { before: null, after: { login, role, scope: scope.kind, unitId: grantUnit, validFrom, validTo } },
  });
  return accountId;
}

export type SignIn = { readonly login: string; readonly password: string; readonly code: string };
export type SignedIn = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly why: "wrong" | "lockedOut" };

/** Signs in by password and authenticator. Which of the three was wrong is told to nobody. Runs at the gate. */
export async function signIn(tx: Tx, given: SignIn): Promise<SignedIn> {
  const login = given.login.toLowerCase();
  if ((await countFailures(tx, login, new Date(tx.now.getTime() - limits.failureWindowMs))) >= limits.failures) return { ok: false, why: "lockedOut" };
  const account = await findAccount(tx, login);
  const passwordRight = await checkPassword(given.password, account?.passwordHash ?? null);
  const step = account?.totpSecret ? checkTotp(Buffer.from(tx.house.vault.open(account.totpSecret), "base64"), given.code, tx.now, account.totpLastStep) : null;
  if (!account || !passwordRight || step === null) {
    await addFailure(tx, login);
    return { ok: false, why: "wrong" };
  }
  await clearFailures(tx, login);
  await updateAccount(tx, account.id, { totpLastStep: step, lastSeenAt: tx.now });
  return { ok: true, token: await startSession(tx, account.id, false) };
}

/** Signs in with one click, in a demonstration and nowhere else. @throws Problem("notFound") */
export async function signInDemo(tx: Tx, login: string): Promise<string> {
  const account = tx.house.demo ? await findAccount(tx, login) : null;
  // An account with a password is somebody's own, even on a machine that also runs a demonstration.
  if (!account || account.passwordHash !== null) throw new Problem("notFound");
  return await startSession(tx, account.id, true);
}

async function startSession(tx: Tx, accountId: number, demo: boolean): Promise<string> {
  const token = newToken();
  await addSession(tx, { tokenHash: hashToken(token), accountId, endsAt: new Date(tx.now.getTime() + limits.absoluteMs), demo });
  return token;
}

export async function signOut(tx: Tx, token: string): Promise<void> {
  await endSession(tx, hashToken(token));
}

/** Who holds this token; null when the session is unknown, over, or idle for too long. Runs at the gate. */
export async function findOfficer(tx: Tx, token: string): Promise<Officer | null> {
  const tokenHash = hashToken(token);
  const session = await findSession(tx, tokenHash, new Date(tx.now.getTime() - limits.idleMs));
  if (!session) return null;
  if (tx.now.getTime() - session.seenAt.getTime() > minute) await touchSession(tx, tokenHash);
  const grants = await listGrants(tx, session.accountId);
  return officerOf(session, grants, dayOf(tx.now));
}

type Session = { readonly accountId: number; readonly name: string; readonly rank: string; readonly unitId: number; readonly unseen: readonly Unseen[] };

function officerOf(session: Session, grants: readonly Grant[], today: Day): Officer | null {
  // The newest grant that holds today says where the officer works; others count when they are for the same place.
  const valid = grants.filter((grant) => grant.validFrom <= today && (grant.validTo === null || today < grant.validTo));
  const main = valid.at(-1);
  if (!main) return null;
  const here = valid.filter((grant) => JSON.stringify(grant.scope) === JSON.stringify(main.scope));
  const rights = rightsOf(here, today);
  const actor = { id: session.accountId, name: session.name, scope: main.scope, rights, regimes: regimesOf(rights) };
  return { actor, name: session.name, rank: session.rank, role: main.role, unitId: session.unitId, unseen: countUnseen(session, actor) };
}

/** What she was told elsewhere, or of a regime that she no longer works in, is not hers to see, and is not counted either. */
function countUnseen({ unseen }: Session, { scope, regimes }: Actor): number {
  const mine = unseen.filter(({ communeId, regime }) => scope.kind === "commune" && communeId === scope.communeId && regimes.has(regime));
  return mine.reduce((sum, { count }) => sum + count, 0);
}

export type PasswordChange = { readonly current: string; readonly next: string };

/** Gives an account a password of the officer's own, and ends its other sessions. @returns false when the current one is wrong */
export async function changePassword(tx: Tx, accountId: number, given: PasswordChange): Promise<boolean> {
  const account = await getAccount(tx, accountId);
  if (!(await checkPassword(given.current, account.passwordHash))) return false;
  await updateAccount(tx, accountId, { passwordHash: await hashPassword(given.next) });
  await endSessionsOf(tx, accountId);
  await recordAccount(tx, { accountId, unitId: account.unitId, actorId: accountId, action: "account.changePassword", change: { before: null, after: {} } });
  return true;
}

/** Closes an account and ends its sessions at once. The one who closes is named in the record. */
export async function closeAccount(tx: Tx, accountId: number, by: number): Promise<void> {
  const account = await getAccount(tx, accountId);
  await updateAccount(tx, accountId, { closedAt: tx.now });
  await endSessionsOf(tx, accountId);
  await recordAccount(tx, {
    accountId,
    unitId: account.unitId,
    actorId: by,
    action: "account.close",
    change: { before: { closedAt: null }, after: { closedAt: tx.now.toISOString() } },
  });
}
