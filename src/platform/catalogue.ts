import { Client } from "pg";

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
