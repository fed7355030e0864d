import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../world/index.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What a gate finds wrong, after the given statements; they are undone afterwards. */
async function found(gate: string, planted = ""): Promise<string[]> {
  return await world.asOwner(async (client: Client) => {
    await client.query("begin");
    try {
      if (planted) await client.query(planted);
      const { rows } = await client.query<{ wrong: string }>(gate);
      return rows.map((row) => row.wrong).sort();
    } finally {
      await client.query("rollback");
    }
  });
}

// Kysely's notes on which migrations ran belong to the owner alone.
const tables = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relowner from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely_migration%'`;

const scopeRoles = "(select oid, rolname from pg_roles where rolname like 'scope\\_%')";

const gates = {
  "row security is on and forced": `select relname as wrong from (${tables}) t where not (relrowsecurity and relforcerowsecurity)`,

  "every table has a policy of its own": `select relname as wrong from (${tables}) t
    where not exists (select from pg_policy p where p.polrelid = t.oid and p.polname <> 'owner_through')`,

  "no policy but the owner's opens a table to everybody for writing": `select c.relname || ' ' || p.polname as wrong
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace and p.polname <> 'owner_through' and p.polroles = '{0}' and p.polcmd <> 'r'`,

  "scope roles update named columns only": `select r.rolname || ' ' || t.relname as wrong
    from ${scopeRoles} r, (${tables}) t where has_table_privilege(r.oid, t.oid, 'update')`,

  "nobody may empty a table": `select r.rolname || ' ' || t.relname as wrong
    from ${scopeRoles} r, (${tables}) t where has_table_privilege(r.oid, t.oid, 'truncate') or has_table_privilege(r.oid, t.oid, 'references, trigger')`,

  "the record only grows": `select r.rolname || ' ' || t.relname as wrong
    from ${scopeRoles} r, (${tables}) t where t.relname in ('timeline', 'audit', 'reads', 'breaches')
    and (has_table_privilege(r.oid, t.oid, 'delete') or has_any_column_privilege(r.oid, t.oid, 'update'))`,

  "residents change nothing of the kernel's": `select t.relname || ' ' || privilege as wrong
    from (${tables}) t, unnest(array['insert', 'update']) privilege
    where t.relname in ('matters', 'timeline', 'audit', 'accounts', 'account_grants', 'role_rights', 'units')
    and has_any_column_privilege('scope_public', t.oid, privilege)`,

  "the world of ordinary roles gets nothing by default": `select t.relname as wrong from (${tables}) t
    where exists (select from aclexplode((select relacl from pg_class where oid = t.oid)) a where a.grantee = 0)`,

  "scope roles are no one's login and bypass nothing": `select rolname as wrong from pg_roles
    where rolname like 'scope\\_%' and (rolcanlogin or rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolinherit)`,

  "the login roles bypass nothing": `select rolname as wrong from pg_roles
    where (rolname like 'gandan\\_login%' or rolname like 'gandan\\_worker%') and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolinherit)`,

  "the login role owns nothing": `select r.rolname || ' ' || c.relname as wrong from pg_class c
    join pg_roles r on r.oid = c.relowner where r.rolname like 'gandan\\_login%' or r.rolname like 'scope\\_%'`,

  "functions that see more than their caller look in one schema only": `select p.proname as wrong from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')`,

  "such functions are not for everybody": `select p.proname as wrong from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype and p.proname <> 'app_may'
    and has_function_privilege('public', p.oid, 'execute')`,
} as const;

/** Per gate: what a careless migration would have done, and what the gate then finds. */
const planted: { readonly [Gate in keyof typeof gates]: readonly [sql: string, wrong: readonly string[]] } = {
  "row security is on and forced": ["create table careless (id int); alter table careless enable row level security", ["careless"]],
  "every table has a policy of its own": ["create table careless (id int); create policy owner_through on careless using (true)", ["careless"]],
  "no policy but the owner's opens a table to everybody for writing": ["create policy open on matters using (true)", ["matters open"]],
  "scope roles update named columns only": ["grant update on matters to scope_commune", ["scope_commune matters"]],
  "nobody may empty a table": ["grant truncate on numbers to scope_nation", ["scope_nation numbers"]],
  "the record only grows": ["grant delete on audit to scope_gate; grant update (note) on timeline to scope_commune", ["scope_commune timeline", "scope_gate audit"]],
  "residents change nothing of the kernel's": ["grant update (title) on matters to scope_public", ["matters update"]],
  "the world of ordinary roles gets nothing by default": ["grant select on units to public", ["units"]],
  "scope roles are no one's login and bypass nothing": ["alter role scope_public bypassrls", ["scope_public"]],
  "the login roles bypass nothing": ["create role gandan_login_careless login bypassrls noinherit", ["gandan_login_careless"]],
  "the login role owns nothing": [
    "create role gandan_login_careless noinherit; create table careless (id int); alter table careless owner to gandan_login_careless",
    ["gandan_login_careless careless"],
  ],
  "functions that see more than their caller look in one schema only": [
    "create function careless() returns int language sql security definer return 1; revoke execute on function careless from public",
    ["careless"],
  ],
  "such functions are not for everybody": ["create function careless() returns int language sql security definer set search_path = public return 1", ["careless"]],
};

test.each(Object.entries(gates))("%s", async (_name, gate) => {
  expect(await found(gate)).toEqual([]);
});

test.each(Object.entries(planted))("and it is seen when it is otherwise: %s", async (name, [statements, wrong]) => {
  expect(await found(gates[name as keyof typeof gates], statements)).toEqual(wrong);
});
