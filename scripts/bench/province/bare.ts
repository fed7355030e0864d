import type { Client } from "pg";

/** The tables that a province fills. */
export const filled = ["matters", "timeline", "audit", "clocks", "pauses", "breaches", "papers", "notices", "people", "dossiers"] as const;

/** Statements that give back what was taken off: first what stands alone and may run side by side, then what leans on it. */
export type TakenOff = { readonly indexes: readonly string[]; readonly leaning: readonly string[] };

/** Takes indexes, keys and guards off the tables to be filled: rows go in several times as fast, and each index is then built in one go. */
export async function takeOff(owner: Client): Promise<TakenOff> {
  const names = `('{${filled.join(",")}}'::text[])`;
  const constraints = await owner.query<{ table: string; name: string; definition: string; kind: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition, contype as kind from pg_constraint
     where contype in ('f', 'p', 'u') and (conrelid::regclass::text = any ${names} or confrelid::regclass::text = any ${names}) order by contype = 'f' desc, conname`,
  );
  const indexes = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid::regclass::text = any ${names} and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u')) order by 1`,
  );
  const guards = await owner.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name from pg_trigger where not tgisinternal and tgrelid::regclass::text = any ${names}`,
  );
  for (const { table, name } of constraints.rows) await owner.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`);
  for (const { table, name } of guards.rows) await owner.query(`alter table ${table} disable trigger ${name}`);
  const give = ({ table, name, definition }: (typeof constraints.rows)[number]): string => `alter table ${table} add constraint ${name} ${definition}`;
  return {
    indexes: [...constraints.rows.filter(({ kind }) => kind !== "f").map(give), ...indexes.rows.map(({ definition }) => definition)],
    leaning: [...constraints.rows.filter(({ kind }) => kind === "f").map(give), ...guards.rows.map(({ table, name }) => `alter table ${table} enable trigger ${name}`)],
  };
}
