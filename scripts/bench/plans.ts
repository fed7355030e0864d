import { Client, type Pool } from "pg";

/** A node of a plan as PostgreSQL tells it, with what it really read. */
export type PlanNode = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly PlanNode[];
};
export type Plan = { readonly "Query Text": string; readonly Plan: PlanNode };

/**
 * Has PostgreSQL tell the plan of every statement to whoever sends it: also of those inside functions, where EXPLAIN does not look.
 * For connections opened from now on; needs a superuser.
 *
 * @param cache "force_generic_plan" shows the plan that a statement ends with once it has been prepared and used for a while
 */
export async function tellPlans(ownerUrl: string, cache: "auto" | "force_generic_plan"): Promise<void> {
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    plan_cache_mode: cache,
    jit: "off",
  };
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("load 'auto_explain'");
    const { rows } = await owner.query<{ name: string }>("select quote_ident(current_database()) as name");
    for (const [name, value] of Object.entries(settings)) await owner.query(`alter database ${rows[0]?.name} set ${name} = '${value}'`);
  } finally {
    await owner.end();
  }
}

/** The plans of all that is done on a pool while `work` runs. The pool must not have been used before `tellPlans`. */
export async function plansOf(pool: Pool, work: () => Promise<unknown>): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  const hear = (notice: { message?: string | undefined }): void => {
    const json = /plan:\s*(\{[\s\S]*)$/.exec(notice.message ?? "")?.[1];
    if (json) plans.push(JSON.parse(json));
  };
  const listen = (client: { on(name: "notice", hear: (notice: { message?: string | undefined }) => void): unknown }): void => void client.on("notice", hear);
  pool.on("connect", listen);
  try {
    await work();
  } finally {
    pool.removeListener("connect", listen);
  }
  return plans;
}

/** The tables that carry a commune. */
export async function tenantTables(ownerUrl: string): Promise<ReadonlySet<string>> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_id'
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`,
    );
    return new Set(rows.map((row) => row.name));
  } finally {
    await owner.end();
  }
}

/** Scans that a plan should not hold: a tenant table or a whole index from end to end, or more rows than asked for. Each a sentence. */
export function faultsOf({ Plan, "Query Text": text }: Plan, given: { readonly tenants: ReadonlySet<string>; readonly mostRows: number }): readonly string[] {
  return nodesOf(Plan).flatMap((node) => {
    const table = node["Relation Name"];
    if (table === undefined || !given.tenants.has(table)) return [];
    const said = `${table} in: ${text.replace(/\s+/g, " ").slice(0, 120)}`;
    if (node["Node Type"] === "Seq Scan") return [`sequential scan of ${said}`];
    if (/^Index (Only )?Scan$/.test(node["Node Type"]) && node["Index Cond"] === undefined) return [`the whole of ${node["Index Name"]} of ${said}`];
    const read = rowsRead(node);
    return read > given.mostRows ? [`${read} rows of ${said}`] : [];
  });
}

function rowsRead(node: PlanNode): number {
  const each = (node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  // A row of an index costs some twentieth of one in a table.
  const weight = node["Node Type"] === "Index Only Scan" ? 0.05 : 1;
  return Math.round(each * (node["Actual Loops"] ?? 1) * weight);
}

export function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
