import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";

/** A dossier of the post by the reference in its address, or by its code. */
export async function findDossier(tx: Tx, { communeId }: Place, by: { readonly publicRef: string } | { readonly code: string }) {
  const [column, value] = "code" in by ? (["code", by.code] as const) : (["publicRef", by.publicRef] as const);
  const found = tx.db
    .selectFrom("matters")
    .select(["id", "communeId", "provinceId", "publicRef", "code", "title", "state", "receivedAt", "dueAt", "closedAt"])
    .where("communeId", "=", communeId)
    .where("kind", "=", "dossier")
    .where(column, "=", value);
  return (await found.executeTakeFirst()) ?? null;
}
export type CourseDossier = NonNullable<Awaited<ReturnType<typeof findDossier>>>;

/** The whole timeline of a dossier, oldest first, with the names of those who acted. */
export async function listCourse(tx: Tx, { communeId, id }: Pick<CourseDossier, "communeId" | "id">) {
  return await tx.db
    .selectFrom("timeline as t")
    .leftJoin("accounts as a", "a.id", "t.actorId")
    .select(["t.seq", "t.at", "t.action", "t.facts", "a.name as actorName"])
    .where("t.communeId", "=", communeId)
    .where("t.matterId", "=", id)
    .orderBy("t.seq")
    .limit(500)
    .execute();
}
export type CourseRow = Awaited<ReturnType<typeof listCourse>>[number];

/** The due instants of a dossier as they were computed, each from one row of its timeline on. */
export async function listClocks(tx: Tx, { communeId, id }: Pick<CourseDossier, "communeId" | "id">) {
  return await tx.db.selectFrom("clocks").select(["seq", "dueAt"]).where("communeId", "=", communeId).where("matterId", "=", id).orderBy("seq").limit(500).execute();
}
export type CourseClock = Awaited<ReturnType<typeof listClocks>>[number];

/** Names of officers by account. */
export async function findOfficers(tx: Tx, { communeId }: Place): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.db.selectFrom("accounts").select(["id", "name"]).where("unitId", "=", communeId).limit(500).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
