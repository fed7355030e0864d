import { sql } from "kysely";
import { Problem } from "../../src/kernel/problem.ts";
import type { Tx } from "../../src/kernel/tx.ts";
import { typedOf, typedText } from "../../src/web/form.ts";
import { download, get, officePage, post, type Route, seeOther } from "../../src/web/route.ts";
import { asOwner, type Copy } from "./worlds.ts";

/** A way past row security, as somebody might write it who means well: one function of the owner that looks at every matter. */
export async function openBackDoor({ ownerUrl }: Copy): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(
      "create function every_incident() returns setof matters language sql stable security definer set search_path = public as $$ select * from matters where regime = 'incidents' $$",
    );
    await owner.query("grant execute on function every_incident to scope_commune");
  });
}

/** The door is bricked up again. */
export async function closeBackDoor({ ownerUrl }: Copy): Promise<void> {
  await asOwner(ownerUrl, (owner) => owner.query("drop function every_incident"));
}

type Row = { readonly code: string; readonly title: string };

async function incidentsBy(tx: Tx, column: "public_ref" | "code" | "id", value: string): Promise<readonly Row[]> {
  return (await sql<Row>`select code, title from every_incident() where ${sql.ref(column)}::text = ${value} order by code`.execute(tx.db)).rows;
}

async function everyIncident(tx: Tx): Promise<readonly Row[]> {
  return (await sql<Row>`select code, title from every_incident() order by code`.execute(tx.db)).rows;
}

/** A module of the counter that tells of incidents in every way in which a module can. */
export const leaking: readonly Route[] = [
  get("/can-bo/ro-ri", "counter.read", async ({ tx }) => {
    const rows = await everyIncident(tx);
    return officePage(
      <ul>
        {rows.map(({ title }) => (
          <li>{title}</li>
        ))}
      </ul>,
      { title: "Rò rỉ" },
    );
  }),
  get("/can-bo/ro-ri/dem", "counter.read", async ({ tx }) => officePage(<p>{String((await everyIncident(tx)).length)}</p>, { title: "Rò rỉ" })),
  get("/can-bo/ro-ri/so.csv", "counter.read", async ({ tx }) =>
    download(Buffer.from((await everyIncident(tx)).map(({ code }) => code).join("\n")), { type: "text/csv; charset=utf-8", name: "so.csv" }),
  ),
  get("/can-bo/ro-ri/tim", "counter.read", async () =>
    officePage(
      <form method="post" action="/can-bo/ro-ri/tim">
        <input name="chu" value="" />
      </form>,
      { title: "Rò rỉ" },
    ),
  ),
  post("/can-bo/ro-ri/tim", "counter.read", async ({ tx, body }) => {
    const found = await incidentsBy(tx, "code", typedText(typedOf(body), "chu"));
    return seeOther(found.length > 0 ? "/can-bo/ro-ri?thay=1" : "/can-bo/ro-ri?thay=0");
  }),
  get("/can-bo/ro-ri/:ref", "counter.read", async ({ tx, params }) => {
    const [found] = await incidentsBy(tx, "public_ref", params.ref);
    throw new Problem(found ? "notPermitted" : "notFound");
  }),
  get("/can-bo/ro-ri/:ref/loi", "counter.read", async ({ tx, params }) => {
    const [found] = await incidentsBy(tx, "public_ref", params.ref);
    return officePage(<p>{found ? "Không được xem" : "Không có"}</p>, { title: "Rò rỉ" });
  }),
  // The same words either way, but PostgreSQL is asked once more.
  get("/can-bo/ro-ri/:ref/lau", "counter.read", async ({ tx, params }) => {
    const [found] = await incidentsBy(tx, "public_ref", params.ref);
    if (found) await incidentsBy(tx, "code", found.code);
    throw new Problem("notFound");
  }),
  post("/can-bo/ro-ri/so-hieu/:id", "counter.read", async ({ tx, params }) => {
    throw new Problem((await incidentsBy(tx, "id", params.id)).length > 0 ? "notNow" : "notFound");
  }),
];

/** The same module with its mouth shut. */
export const tight: readonly Route[] = [
  get("/can-bo/kin/:ref", "counter.read", async ({ tx, params }) => {
    const { rows } = await sql<Row>`select code from matters where public_ref = ${params.ref}`.execute(tx.db);
    throw new Problem(rows.length > 0 ? "notNow" : "notFound");
  }),
];
