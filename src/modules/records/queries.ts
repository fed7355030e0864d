import type { Tx } from "../../kernel/tx.ts";

/** The newest looks at personal data that the actor may know of, of one matter when its number is given; at most 100. */
export async function listLooks(tx: Tx, subject: string | null) {
  let query = tx.db
    .selectFrom("reads as r")
    .leftJoin("accounts as a", "a.id", "r.actorId")
    .select(["r.id", "r.communeId", "r.at", "r.subject", "r.purpose", "a.name as actorName"]);
  if (subject) query = query.where("r.subject", "=", subject);
  return await query.orderBy("r.at", "desc").orderBy("r.id", "desc").limit(100).execute();
}

/** The newest changes that the actor may know of, likewise. */
export async function listChanges(tx: Tx, subject: string | null) {
  let query = tx.db
    .selectFrom("audit as r")
    .leftJoin("accounts as a", "a.id", "r.actorId")
    .select(["r.id", "r.communeId", "r.at", "r.subject", "r.action", "r.change", "a.name as actorName"]);
  if (subject) query = query.where("r.subject", "=", subject);
  return await query.orderBy("r.at", "desc").orderBy("r.id", "desc").limit(100).execute();
}

/** The subject of a matter's record, by its code. */
export async function findSubject(tx: Tx, code: string): Promise<string | null> {
  const row = await tx.db.selectFrom("matters").select("id").where("code", "=", code).executeTakeFirst();
  return row ? `matter:${row.id}` : null;
}
