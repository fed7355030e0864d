import { Client } from "pg";

/** Makes the account in whose name posts take in what residents hand in by themselves; nothing before the first unit is known. */
export async function ensureDoor(ownerUrl: string, door: { readonly login: string; readonly name: string; readonly role: string }): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `with unit as (select id from units where kind = 'province' and valid_to is null order by id limit 1),
       made as (insert into accounts (login, name, unit_id) select $1, $2, unit.id from unit on conflict (login) do nothing returning id)
       insert into account_grants (account_id, role, scope, valid_from) select made.id, $3, 'nation', '2000-01-01' from made`,
      [door.login, door.name, door.role],
    );
  } finally {
    await client.end();
  }
}

export type RoleRight = { readonly role: string; readonly right: string; readonly regime: string };

/** Brings the catalogue of rights in the database up to what the code declares, in one transaction. */
export async function syncRoleRights(ownerUrl: string, rows: readonly RoleRight[]): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const columns = [rows.map((row) => row.role), rows.map((row) => row.right), rows.map((row) => row.regime)];
    await client.query("begin");
    await client.query(`delete from role_rights where (role, "right") not in (select * from unnest($1::text[], $2::text[]))`, columns.slice(0, 2));
    await client.query(
      `insert into role_rights (role, "right", regime) select * from unnest($1::text[], $2::text[], $3::text[])
       on conflict (role, "right") do update set regime = excluded.regime where role_rights.regime <> excluded.regime`,
      columns,
    );
    await client.query("commit");
  } finally {
    await client.end();
  }
}
