import type { Client } from "pg";

const columns = `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    case when a.attidentity <> '' then 'identity' else pg_get_expr(d.adbin, d.adrelid) end as otherwise
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;
const constraints = `select pg_get_constraintdef(oid) as line from pg_constraint where conrelid = $1::regclass and contype not in ('n', 't') order by contype desc, conname`;
const indexes = `select pg_get_indexdef(i.indexrelid) as line from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
  where i.indrelid = $1::regclass and c.oid is null order by i.indexrelid::regclass::text`;
const triggers = `select pg_get_triggerdef(oid) as line from pg_trigger where tgrelid = $1::regclass and not tgisinternal order by tgname`;
const policies = `select policyname || ': ' || lower(cmd) || ' to ' || array_to_string(roles, ', ') || coalesce(E'\\n      sees   ' || qual, '') || coalesce(E'\\n      writes ' || with_check, '') as line
  from pg_policies where schemaname = 'public' and tablename = $1 and policyname <> 'owner_through' order by policyname`;
const grants = `select grantee || ': ' || string_agg(distinct lower(privilege_type) || coalesce(' (' || names || ')', ''), ', ') as line from (
    select grantee, privilege_type, null as names from information_schema.role_table_grants where table_schema = 'public' and table_name = $1
    union all
    select c.grantee, c.privilege_type, string_agg(c.column_name, ', ' order by c.column_name) from information_schema.column_privileges c
    where c.table_schema = 'public' and c.table_name = $1 and not exists (select from information_schema.role_table_grants t
      where t.table_schema = 'public' and t.table_name = $1 and t.grantee = c.grantee and t.privilege_type = c.privilege_type)
    group by c.grantee, c.privilege_type) g
  where grantee like 'scope\\_%' group by grantee order by grantee`;

/** Every table of the product as a page to be read: its columns, rules, indexes, policies and grants. By name. */
export async function describeTables(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'kysely_migration%' order by relname`);
  const pages = new Map<string, string>();
  for (const { name } of rows) pages.set(name, await describeTable(client, name));
  return pages;
}

async function describeTable(client: Client, name: string): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string; required: boolean; otherwise: string | null }>(columns, [name]);
  const width = Math.max(...rows.map((row) => row.name.length));
  const lines = rows.map((row) => `${row.name.padEnd(width)}  ${row.type}${row.required ? "" : " or null"}${row.otherwise === null ? "" : `, else ${row.otherwise}`}`);
  const part = async (title: string, query: string): Promise<string[]> => {
    const found = await client.query<{ line: string }>(query, [name]);
    return found.rows.length === 0 ? [] : ["", title, ...found.rows.map(({ line }) => `  ${line}`)];
  };
  const parts = [await part("rules", constraints), await part("indexes", indexes), await part("guards", triggers), await part("policies", policies), await part("grants", grants)];
  return `${[name, ...lines.map((line) => `  ${line}`), ...parts.flat()].join("\n")}\n`;
}
