import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, postOf, units } from "../../../test/world/cast.ts";
import { as, friday, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { gate } from "../../kernel/actor.ts";
import { alertOfficers } from "../../kernel/alerts.ts";
import { listOwnAlerts } from "../alerts/queries.ts";
import { parsePassword, parseSignIn } from "./forms.ts";
import { addAccount, changePassword, closeAccount, findOfficer, limits, type NewAccount, signIn, signInDemo, signOut } from "./service.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let made = 0;
const newcomer = (more: Partial<NewAccount> = {}): NewAccount => ({
  login: `newcomer${++made}`,
  name: "Nông Văn Khải",
  rank: "Thiếu úy",
  role: "counterOfficer",
  scope: postOf(units.phuongSon),
  unitId: units.phuongSon.id,
  validFrom: "2026-11-01" as Day,
  validTo: null,
  ...more,
});
const later = (minutes: number): Date => new Date(friday.getTime() + minutes * 60_000);
const codeAt = (uri: string, instant: Date): string => {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: instant.getTime() });
};

async function account(more: Partial<NewAccount> = {}) {
  const given = newcomer(more);
  const added = await world.commit(gate, (tx) => addAccount(tx, given));
  const enter = (instant = friday, over: Partial<{ password: string; code: string }> = {}) =>
    world.commit(gate, (tx) => signIn(tx, { login: given.login, password: added.password, code: codeAt(added.totpUri, instant), ...over }), instant);
  return { ...added, login: given.login, enter };
}

test("password and code open a session, and the session is an actor with the rights of the role", async () => {
  const { enter, accountId } = await account();
  const signed = await enter();
  if (!signed.ok) throw new Error(signed.why);
  const officer = await world.try(gate, (tx) => findOfficer(tx, signed.token), later(5));
  expect(officer?.actor).toMatchObject({ id: accountId, scope: postOf(units.phuongSon) });
  expect([...(officer?.actor.rights ?? [])]).toContain("counter.receive");
});

test("a wrong password, a wrong code and a code used before are refused alike", async () => {
  const { enter } = await account();
  expect(await enter(friday, { password: "not the password" })).toEqual({ ok: false, why: "wrong" });
  expect(await enter(friday, { code: "000000" })).toEqual({ ok: false, why: "wrong" });
  expect(await enter()).toMatchObject({ ok: true });
  expect(await enter()).toEqual({ ok: false, why: "wrong" });
  expect(await enter(later(2))).toMatchObject({ ok: true });
});

test("five failures lock the login for a quarter of an hour, also for whoever knows the password", async () => {
  const { enter } = await account();
  for (let i = 0; i < limits.failures; i++) await enter(friday, { password: "guess" });
  expect(await enter(later(1))).toEqual({ ok: false, why: "lockedOut" });
  expect(await enter(later(16))).toMatchObject({ ok: true });
});

test("an unknown login is refused like a wrong password", async () => {
  expect(await world.commit(gate, (tx) => signIn(tx, { login: "nobody", password: "x", code: "123456" }))).toEqual({ ok: false, why: "wrong" });
});

test("a session ends when it is signed out, idle for half an hour, or twelve hours old", async () => {
  const { enter } = await account();
  const token = async (instant: Date): Promise<string> => {
    const signed = await enter(instant);
    if (!signed.ok) throw new Error(signed.why);
    return signed.token;
  };
  const stands = async (given: string, instant: Date) => (await world.commit(gate, (tx) => findOfficer(tx, given), instant)) !== null;
  const one = await token(friday);
  expect(await stands(one, later(29))).toBe(true);
  expect(await stands(one, later(58))).toBe(true);
  expect(await stands(one, later(90))).toBe(false);
  const two = await token(later(100));
  for (let minutes = 120; minutes < 100 + 12 * 60; minutes += 25) expect(await stands(two, later(minutes))).toBe(true);
  expect(await stands(two, later(100 + 12 * 60 + 1))).toBe(false);
  const three = await token(later(1_000));
  await world.commit(gate, (tx) => signOut(tx, three));
  expect(await stands(three, later(1_001))).toBe(false);
});

test("a grant that is over, or not yet begun, gives no rights", async () => {
  for (const dates of [{ validTo: "2026-11-20" as Day }, { validFrom: "2026-11-21" as Day }]) {
    const { enter } = await account(dates);
    const signed = await enter();
    if (!signed.ok) throw new Error(signed.why);
    expect(await world.try(gate, (tx) => findOfficer(tx, signed.token))).toBeNull();
  }
});

test("closing an account ends its sessions at once and is on record", async () => {
  const { enter, accountId } = await account();
  const signed = await enter();
  if (!signed.ok) throw new Error(signed.why);
  await world.commit(gate, (tx) => closeAccount(tx, accountId, cast.quan.id));
  expect(await world.try(gate, (tx) => findOfficer(tx, signed.token))).toBeNull();
  const { rows } = await world.asOwner((client) => client.query("select action, actor_id from audit where subject = $1 order by seq", [`account:${accountId}`]));
  expect(rows).toEqual([
    { action: "account.add", actor_id: null },
    { action: "account.close", actor_id: cast.quan.id },
  ]);
});

test("what an officer was told of a regime is counted and shown as long as she works in it, and not elsewhere", async () => {
  const signed = await (await account({ role: "chief" })).enter();
  if (!signed.ok) throw new Error(signed.why);
  const officer = async () => {
    const found = await world.try(gate, (tx) => findOfficer(tx, signed.token));
    const shown = found && (await world.try(found.actor, (tx) => listOwnAlerts(tx, { before: null, size: 9 })));
    return { counted: found?.unseen, shown: shown?.map(({ template }) => template) };
  };
  for (const right of ["counter.sign", "incidents.refer"] as const) {
    await world.commit(as(cast.binh), (tx) => alertOfficers(tx, { communeId: units.phuongSon.id, right, template: right, key: right, facts: {} }));
  }
  expect(await officer()).toMatchObject({ counted: 2, shown: ["incidents.refer", "counter.sign"] });
  const regrant = (set: string) => world.asOwner((client) => client.query(`update account_grants set ${set} where account_id = (select max(id) from accounts)`));
  await regrant("regimes = '{counter}'");
  expect(await officer()).toMatchObject({ counted: 1, shown: ["counter.sign"] });
  await regrant(`regimes = null, unit_id = ${units.tienLuc.id}`);
  expect(await officer()).toMatchObject({ counted: 0, shown: [] });
});

test("a changed password replaces the first one and ends every session", async () => {
  const { enter, accountId, password } = await account();
  await enter();
  const next = "mot cau dai de nho va kho doan";
  expect(await world.commit(gate, (tx) => changePassword(tx, accountId, { current: "wrong", next }))).toBe(false);
  expect(await world.commit(gate, (tx) => changePassword(tx, accountId, { current: password, next }))).toBe(true);
  expect(await enter(later(2))).toEqual({ ok: false, why: "wrong" });
  expect(await enter(later(4), { password: next })).toMatchObject({ ok: true });
});

test("the demonstration's sign-in opens no account that has a password, and nothing outside a demonstration", async () => {
  const { login } = await account();
  await expect(world.commit(gate, (tx) => signInDemo(tx, login))).rejects.toMatchObject({ code: "notFound" });
  expect(await world.commit(gate, (tx) => signInDemo(tx, cast.minh.login))).toHaveLength(43);
  const earnest = world.commit(gate, (tx) => signInDemo({ ...tx, house: { ...tx.house, demo: false } }, cast.minh.login));
  await expect(earnest).rejects.toMatchObject({ code: "notFound" });
});

test("neither password, nor code secret, nor token lies readable in the database", async () => {
  const { enter, password, totpUri } = await account();
  const signed = await enter();
  if (!signed.ok) throw new Error(signed.why);
  const secret = new URL(totpUri).searchParams.get("secret") ?? "";
  const dump = await world.asOwner(async (client) =>
    JSON.stringify([(await client.query("select * from accounts")).rows, (await client.query("select * from sessions")).rows, (await client.query("select * from audit")).rows]),
  );
  for (const hidden of [password, secret, signed.token]) expect(dump).not.toContain(hidden);
});

test("a password needs fourteen characters, twice the same", () => {
  expect(parsePassword({ current: "x", next: "short", again: "short" })).toMatchObject({ ok: false, errors: { next: {} } });
  expect(parsePassword({ current: "x", next: "long enough for us", again: "long enough for me" })).toMatchObject({ ok: false, errors: { again: {} } });
  expect(parsePassword({ current: "x", next: "long enough for us", again: "long enough for us" }).ok).toBe(true);
});

test("the sign-in form asks for all three, and takes a code with a space in it", () => {
  expect(parseSignIn({})).toMatchObject({ ok: false, errors: { login: {}, password: {}, code: {} } });
  expect(parseSignIn({ login: "minh", password: "x", code: "123 456" })).toMatchObject({ ok: true, value: { code: "123456" } });
});
