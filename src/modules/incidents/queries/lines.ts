import { sql } from "kysely";
import type { Tx } from "../../../kernel/tx.ts";
import { type At, type CustodyRow, type LinkRow, type MeasureRow, on, type ReferralRow, type StatementRow } from "./tables.ts";

/** More than this on one report is never shown. */
const most = 200;
type Named<Row> = Row & { readonly writerName: string | null };

/** The lines of a report in one of its tables, oldest first, each with who wrote it. */
async function listNamed<Row>(tx: Tx, table: "incident_statements" | "incident_measures" | "incident_custody", { communeId, matterId }: At): Promise<readonly Named<Row>[]> {
  const { rows } = await sql<Named<Row>>`
    select s.*, a.name as writer_name from ${sql.table(table)} s left join accounts a on a.id = s.written_by
    where s.commune_id = ${communeId} and s.matter_id = ${matterId} order by s.seq limit ${most}`.execute(tx.db);
  return rows;
}

export async function insertStatement(tx: Tx, row: StatementRow): Promise<void> {
  await on(tx).insertInto("incidentStatements").values(row).execute();
}

/** What was said and noted, oldest first. */
export const listStatements = (tx: Tx, at: At) => listNamed<StatementRow>(tx, "incident_statements", at);

export async function insertMeasure(tx: Tx, row: MeasureRow): Promise<void> {
  await on(tx).insertInto("incidentMeasures").values(row).execute();
}

export const listMeasures = (tx: Tx, at: At) => listNamed<MeasureRow>(tx, "incident_measures", at);

export async function insertReferral(tx: Tx, row: Omit<ReferralRow, "acknowledgedAt" | "acknowledgedBy" | "answer">): Promise<void> {
  await on(tx).insertInto("incidentReferrals").values(row).execute();
}

/** The latest handing over of a report; null before there is one. */
export async function findReferral(tx: Tx, { communeId, matterId }: At): Promise<ReferralRow | null> {
  const all = on(tx).selectFrom("incidentReferrals").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId);
  return (await all.orderBy("seq", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** The authority that a report was handed over to last, as the public part of its timeline tells it; null while it is here. */
export async function findGoneTo(tx: Tx, { communeId, matterId }: At): Promise<string | null> {
  const moves = tx.db.selectFrom("timeline").select("facts").where("communeId", "=", communeId).where("matterId", "=", matterId).where("public", "=", true);
  const last = await moves.where("action", "=", "refer").orderBy("seq", "desc").limit(1).executeTakeFirst();
  return typeof last?.facts["authority"] === "string" ? last.facts["authority"] : null;
}

export async function setAcknowledged(tx: Tx, referral: ReferralRow, answer: string): Promise<void> {
  await on(tx)
    .updateTable("incidentReferrals")
    .set({ acknowledgedAt: tx.now, acknowledgedBy: tx.actor.id, answer })
    .where("communeId", "=", referral.communeId)
    .where("matterId", "=", referral.matterId)
    .where("seq", "=", referral.seq)
    .execute();
}

export async function insertLink(tx: Tx, row: LinkRow): Promise<void> {
  await on(tx)
    .insertInto("incidentLinks")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Reports that belong to this one, each as it was linked last. */
export async function listLinked(
  tx: Tx,
  { communeId, matterId }: At,
): Promise<readonly { readonly publicRef: string; readonly code: string; readonly title: string; readonly reason: string; readonly sameCase: boolean }[]> {
  return await on(tx)
    .selectFrom("incidentLinks as l")
    .innerJoin("matters as m", (join) =>
      join.onRef("m.communeId", "=", "l.communeId").on((eb) => eb.or([eb("m.id", "=", eb.ref("l.olderId")), eb("m.id", "=", eb.ref("l.newerId"))])),
    )
    .distinctOn("m.id")
    .select(["m.publicRef", "m.code", "m.title", "l.reason", "l.sameCase"])
    .where("l.communeId", "=", communeId)
    .where((eb) => eb.or([eb("l.olderId", "=", matterId), eb("l.newerId", "=", matterId)]))
    .where("m.id", "!=", matterId)
    .orderBy("m.id")
    .orderBy("l.linkedAt", "desc")
    .limit(most)
    .execute();
}

export async function insertCustody(tx: Tx, row: CustodyRow): Promise<void> {
  await on(tx).insertInto("incidentCustody").values(row).execute();
}

export const listCustody = (tx: Tx, at: At) => listNamed<CustodyRow>(tx, "incident_custody", at);

/** How the due instant of a report is worked out, as it holds now; null where no term runs. */
export async function findClock(tx: Tx, { communeId, matterId }: At): Promise<{ readonly basis: string; readonly steps: unknown } | null> {
  const clocks = tx.db.selectFrom("clocks").select(["basis", "steps"]).where("communeId", "=", communeId).where("matterId", "=", matterId);
  return (await clocks.orderBy("seq", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** What was done with a report, oldest first. */
export async function listCourse(tx: Tx, { communeId, matterId }: At) {
  return await tx.db
    .selectFrom("timeline as t")
    .leftJoin("accounts as a", "a.id", "t.actorId")
    .select(["t.seq", "t.at", "t.action", "t.note", "t.facts", "a.name as actorName"])
    .where("t.communeId", "=", communeId)
    .where("t.matterId", "=", matterId)
    .orderBy("t.seq")
    .limit(most)
    .execute();
}
