import type { Client } from "pg";
import type { Regime } from "../../src/kernel/rights.ts";
import { tablesOf, tablesWith } from "./worlds.ts";

/** What somebody might have heard of a regime: references, codes and titles of what is in it, and numbers of rows. */
export type Strange = { readonly references: readonly string[]; readonly words: readonly string[]; readonly numbers: readonly string[] };

const reference = "^[34679CDFGHJKMNPQRTWXY]{16}$";

/** One of each: of every kind of matter, and of every other table of the regime. At a post, or where it has nothing of the kind, elsewhere. */
export async function strangeIn(owner: Client, regime: Regime, post: number): Promise<Strange> {
  const { rows: matters } = await owner.query<{ ref: string; code: string; title: string; id: string }>(
    `select distinct on (kind) public_ref as ref, code, title, id::text from matters where regime = $1
     order by kind, (commune_id = $2) desc, (closed_at is null) desc, id`,
    [regime, post],
  );
  const references = matters.map(({ ref }) => ref);
  const numbers = matters.map(({ id }) => id);
  const atPost = await tablesWith(owner, ["commune_id"]);
  const numbered = await tablesWith(owner, ["id"]);
  for (const { table, mine } of await rowsOf(owner, regime)) {
    const near = atPost.includes(table) ? `(commune_id = ${post}) desc, 1` : "1";
    for (const column of await textColumns(owner, table)) {
      const { rows } = await owner.query<{ value: string }>(`select ${column} as value from ${table} where ${mine} and ${column} ~ '${reference}' order by ${near} limit 1`);
      references.push(...rows.map(({ value }) => value));
    }
    if (!numbered.includes(table)) continue;
    const { rows } = await owner.query<{ id: string }>(`select id::text from ${table} where ${mine} order by ${near} limit 1`);
    numbers.push(...rows.map(({ id }) => id));
  }
  return { references: unique(references), words: unique(matters.flatMap(({ code, title }) => [code, title])), numbers: unique(numbers) };
}

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)];

/** The tables of a regime, and which of their rows belong to it. */
async function rowsOf(owner: Client, regime: Regime): Promise<readonly { readonly table: string; readonly mine: string }[]> {
  const marked = (await tablesWith(owner, ["regime"])).filter((table) => table !== "role_rights");
  return [...marked.map((table) => ({ table, mine: `regime = '${regime}'` })), ...(await tablesOf(owner, regime)).map((table) => ({ table, mine: "true" }))];
}

async function textColumns(owner: Client, table: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select quote_ident(column_name) as name from information_schema.columns where table_schema = 'public' and table_name = $1 and data_type = 'text' order by 1",
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Every reference and code that exists anywhere, so that what was made a moment ago can be told from it. */
export async function referencesIn(owner: Client): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const table of await tablesWith(owner, [])) {
    for (const column of await textColumns(owner, table)) {
      const { rows } = await owner.query<{ value: string }>(`select ${column} as value from ${table} where ${column} ~ '${reference}'`);
      for (const { value } of rows) found.add(value);
    }
  }
  return found;
}
