import { sql } from "kysely";
import type { Tx } from "../../kernel/tx.ts";
import { auditedBy } from "./audited.ts";

/** One line of the record: a look or a change, with the code and the kind of the matter it is about; null for what is no matter. */
export type RecordRow = {
  readonly at: Date;
  readonly communeId: number;
  readonly subject: string;
  readonly word: string;
  readonly code: string | null;
  readonly kind: string | null;
  readonly actorName: string | null;
};

// A subject names a matter by its number: "matter:17".
const matterOf = sql`case when r.subject like 'matter:%' then substr(r.subject, 8)::bigint end`;

/** The newest looks at personal data that the actor may know of, of one subject when it is given; at most 100. */
export async function listLooks(tx: Tx, subject: string | null): Promise<readonly RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select r.at, r.commune_id, r.subject, r.purpose as word, m.code, m.kind, a.name as actor_name from reads r
    left join accounts a on a.id = r.actor_id
    left join matters m on m.commune_id = r.commune_id and m.id = ${matterOf}
    where r.regime = any(${auditedBy(tx.actor)}::text[]) and (${subject}::text is null or r.subject = ${subject})
    order by r.at desc, r.id desc limit 100`.execute(tx.db);
  return rows;
}

/** The newest changes that the actor may know of, likewise. */
export async function listChanges(tx: Tx, subject: string | null): Promise<readonly RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select r.at, r.commune_id, r.subject, r.action as word, m.code, m.kind, a.name as actor_name from audit r
    left join accounts a on a.id = r.actor_id
    left join matters m on m.commune_id = r.commune_id and m.id = ${matterOf}
    where r.regime = any(${auditedBy(tx.actor)}::text[]) and (${subject}::text is null or r.subject = ${subject})
    order by r.at desc, r.id desc limit 100`.execute(tx.db);
  return rows;
}

/** The subject of a matter's record, by its code. */
export async function findSubject(tx: Tx, code: string): Promise<string | null> {
  const row = await tx.db.selectFrom("matters").select("id").where("code", "=", code).where("regime", "in", auditedBy(tx.actor)).executeTakeFirst();
  return row ? `matter:${row.id}` : null;
}
