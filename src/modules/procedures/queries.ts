import { type ColumnType, type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../base/day.ts";
import type { Place } from "../../kernel/actor.ts";
import { findMatter, type Matter } from "../../kernel/matter.ts";
import type { Json } from "../../kernel/tables.ts";
import type { Tx } from "../../kernel/tx.ts";
import { placeOf } from "../../kernel/tx.ts";
import { listEndings } from "../papers/index.ts";
import { listBrought, listRequests } from "./queries/supplements.ts";

/** A paper that the resident put on the counter. */
export type HandedOver = { readonly code: string; readonly originals: number; readonly copies: number };

type IntakesTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  ref: string;
  officerId: number;
  sealed: Buffer;
  createdAt: Date;
  matterId: number | null;
};
type DossiersTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  personId: number;
  /** Null when it did not come over the counter. */
  intakeId: number | null;
  procedureCode: string;
  /** First day of the version of the law that the dossier was received under; it stays under it. */
  procedureFrom: Day;
  caseId: string;
  conditions: Json<readonly string[]>;
  request: string;
  handedOver: Json<readonly HandedOver[]>;
  feeDong: ColumnType<number, bigint, bigint>;
  exemption: string | null;
  idLast4: string;
  phoneLast4: string | null;
  proposal: Generated<unknown>;
  /** How the declaration was made; null where there was none. */
  declared: "answered" | "onPaper" | null;
  formCode: string | null;
  /** First day of the period of the form that the answers belong to. */
  formFrom: Day | null;
  answersSealed: Buffer | null;
  preparationId: number | null;
  /** Its number on the national portal, when it was filed or joined there. */
  nationalNumber: Generated<string | null>;
};
type RatingsTable = { communeId: number; id: Generated<number>; provinceId: number; month: Day; procedureCode: string; score: Score; once: Buffer };
type Slice = { intakes: IntakesTable; dossiers: DossiersTable; ratings: RatingsTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

export const scores = ["verySatisfied", "satisfied", "notSatisfied"] as const;
export type Score = (typeof scores)[number];
export type Intake = Selectable<IntakesTable>;
export type Dossier = Selectable<DossiersTable>;

export async function insertIntake(tx: Tx, row: Omit<Intake, "id" | "matterId">): Promise<void> {
  await on(tx)
    .insertInto("intakes")
    .values({ ...row, matterId: null })
    .execute();
}

/** The intake of this reference, if it is the actor's own; locked, so that a double submit waits for the first. */
export async function lockIntake(tx: Tx, communeId: number, ref: string): Promise<Intake | null> {
  return (await on(tx).selectFrom("intakes").selectAll().where("communeId", "=", communeId).where("ref", "=", ref).forUpdate().executeTakeFirst()) ?? null;
}

export async function findIntake(tx: Tx, communeId: number, ref: string): Promise<Intake | null> {
  return (await on(tx).selectFrom("intakes").selectAll().where("communeId", "=", communeId).where("ref", "=", ref).executeTakeFirst()) ?? null;
}

/** Notes that the intake became a dossier, and erases what it held. */
export async function useIntake(tx: Tx, intake: Intake, matterId: number): Promise<void> {
  await on(tx)
    .updateTable("intakes")
    .set({ matterId, sealed: Buffer.alloc(0) })
    .where("communeId", "=", intake.communeId)
    .where("id", "=", intake.id)
    .execute();
}

/** Erases the actor's intakes from before an instant: a resident who left, a shift that ended. */
export async function eraseIntakes(tx: Tx, communeId: number, before: Date): Promise<void> {
  await on(tx).deleteFrom("intakes").where("communeId", "=", communeId).where("createdAt", "<", before).execute();
}

/** @returns false when the preparation of the row became a dossier already */
export async function insertDossier(
  tx: Tx,
  row: Omit<Dossier, "proposal" | "nationalNumber" | "feeDong" | "conditions" | "handedOver"> & {
    feeDong: bigint;
    conditions: readonly string[];
    handedOver: readonly HandedOver[];
    nationalNumber?: string;
  },
): Promise<boolean> {
  const inserted = await on(tx)
    .insertInto("dossiers")
    .values({ ...row, conditions: JSON.stringify(row.conditions), handedOver: JSON.stringify(row.handedOver) })
    .onConflict((conflict) => conflict.columns(["communeId", "preparationId"]).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function setProposal(tx: Tx, { communeId, id }: { communeId: number; id: number }, value: unknown): Promise<void> {
  await on(tx)
    .updateTable("dossiers")
    .set({ proposal: JSON.stringify(value) })
    .where("communeId", "=", communeId)
    .where("matterId", "=", id)
    .execute();
}

/** A dossier and its matter, by the reference in its address. */
export type Whole = { readonly matter: Matter; readonly dossier: Dossier };

export async function findByRef(tx: Tx, communeId: number, publicRef: string): Promise<Whole | null> {
  const matter = await findMatter(tx, communeId, { kind: "dossier", ref: publicRef });
  if (!matter) return null;
  const dossier = await on(tx).selectFrom("dossiers").selectAll().where("communeId", "=", communeId).where("matterId", "=", matter.id).executeTakeFirst();
  return dossier ? { matter, dossier } : null;
}

/** The timeline of a matter, oldest first, with the names of those who acted. */
export async function listTimeline(tx: Tx, { communeId, id }: { communeId: number; id: number }) {
  return await tx.db
    .selectFrom("timeline as t")
    .leftJoin("accounts as a", "a.id", "t.actorId")
    .select(["t.seq", "t.at", "t.action", "t.fromState", "t.toState", "t.note", "t.facts", "t.public", "a.name as actorName", "a.rank as actorRank"])
    .where("t.communeId", "=", communeId)
    .where("t.matterId", "=", id)
    .orderBy("t.seq")
    .limit(200)
    .execute();
}

/** How the due instant came about, as last computed, under the term that the dossier was received with. */
export async function findClock(tx: Tx, { communeId, id }: { communeId: number; id: number }) {
  const last = tx.db
    .selectFrom("clocks as c")
    .innerJoin("clocks as s", (join) => join.onRef("s.communeId", "=", "c.communeId").onRef("s.matterId", "=", "c.matterId").on("s.cause", "=", "start"))
    .select(["c.cause", "s.term", "s.startedAt", "c.dueAt", "c.steps", "s.basis"])
    .where("c.communeId", "=", communeId)
    .where("c.matterId", "=", id);
  return (await last.orderBy("c.seq", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** How often each procedure is among the newest receipts of a post since a day, 200 at most: the counter offers the usual ones first. */
export async function countByProcedure(tx: Tx, { communeId, provinceId }: Place, since: Date): Promise<ReadonlyMap<string, number>> {
  // The index by the day of receipt begins with the province.
  const newest = tx.db
    .selectFrom("matters")
    .select("id")
    .where("provinceId", "=", provinceId)
    .where("communeId", "=", communeId)
    .where("kind", "=", "dossier")
    .where("receivedAt", ">", since)
    .orderBy("receivedAt", "desc")
    .limit(200);
  const rows = await on(tx)
    .selectFrom(newest.as("m"))
    .innerJoin("dossiers as d", "d.matterId", "m.id")
    .select(["d.procedureCode", (eb) => eb.fn.countAll<number>().as("count")])
    .where("d.communeId", "=", communeId)
    .groupBy("d.procedureCode")
    .execute();
  return new Map(rows.map((row) => [row.procedureCode, row.count]));
}

/** The reference of a dossier, for whoever knows its code and four digits. */
export async function findRef(tx: Tx, code: string, last4: string): Promise<string | null> {
  const { rows } = await sql<{ ref: string | null }>`select find_dossier_ref(${code}, ${last4}) as ref`.execute(tx.db);
  return rows[0]?.ref ?? null;
}

/** What a resident may see of an opened dossier. */
export async function findTracked(tx: Tx, { communeId, matterId }: { communeId: number; matterId: number }) {
  const matter = await tx.db.selectFrom("matters").selectAll().where("communeId", "=", communeId).where("id", "=", matterId).where("kind", "=", "dossier").executeTakeFirst();
  if (!matter) return null;
  const dossier = await on(tx)
    .selectFrom("dossiers")
    .select(["procedureCode", "procedureFrom", "caseId", "conditions", "handedOver", "feeDong"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .executeTakeFirstOrThrow();
  const steps = await tx.db
    .selectFrom("timeline")
    .select(["seq", "at", "action", "toState", "facts"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .orderBy("seq")
    .limit(200)
    .execute();
  const id = matterId;
  const [requests, brought, clock] = await Promise.all([listRequests(tx, { communeId, id }), listBrought(tx, { communeId, id }), findClock(tx, { communeId, id })]);
  const papers = await listEndings(tx, { communeId, matterId });
  return { matter, dossier, steps, requests, brought, papers, clock };
}

/** Puts a rating in the box. @returns false when this dossier was rated already */
export async function putRating(tx: Tx, row: Omit<Selectable<RatingsTable>, "id">): Promise<boolean> {
  // Whoever puts a rating in may not read it back, so nothing is returned but whether it went in.
  const result = await on(tx)
    .insertInto("ratings")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What a list shows of a dossier besides its matter. */
export type DossierFace = { readonly fullName: string; readonly idLast4: string };

/** Faces of the dossiers of the actor's commune, by matter. */
export async function findFaces(tx: Tx, matterIds: readonly number[]): Promise<ReadonlyMap<number, DossierFace>> {
  if (matterIds.length === 0) return new Map();
  const { communeId } = placeOf(tx.actor);
  // One array parameter, so that lists of every length share one prepared statement.
  const { rows } = await sql<DossierFace & { matterId: number }>`
    select d.matter_id, p.full_name, p.id_last4 from dossiers d
    join people p on p.commune_id = d.commune_id and p.id = d.person_id
    where d.commune_id = ${communeId} and d.matter_id = any(${matterIds}::bigint[])`.execute(tx.db);
  return new Map(rows.map(({ matterId, ...face }) => [matterId, face]));
}

/** The matter of a dossier of the actor's commune. */
export async function getMatter(tx: Tx, communeId: number, id: number): Promise<Matter> {
  return await tx.db.selectFrom("matters").selectAll().where("communeId", "=", communeId).where("id", "=", id).executeTakeFirstOrThrow();
}

/** The clock of a dossier as it was started: what the receipt promised, whatever happened later. */
export async function findFirstClock(tx: Tx, { communeId, id }: { communeId: number; id: number }) {
  const clock = tx.db.selectFrom("clocks").select(["dueAt", "steps"]).where("communeId", "=", communeId).where("matterId", "=", id).where("cause", "=", "start");
  return (await clock.executeTakeFirst()) ?? null;
}

/** The name of the officer who did a step of a dossier. */
export async function findActorOf(tx: Tx, { communeId, id }: { communeId: number; id: number }, seq: number): Promise<string | null> {
  const step = tx.db
    .selectFrom("timeline as t")
    .innerJoin("accounts as a", "a.id", "t.actorId")
    .select("a.name")
    .where("t.communeId", "=", communeId)
    .where("t.matterId", "=", id)
    .where("t.seq", "=", seq);
  return (await step.executeTakeFirst())?.name ?? null;
}

/** The name of the officer who received a dossier. */
export async function findReceiver(tx: Tx, matter: { communeId: number; id: number }): Promise<string | null> {
  return await findActorOf(tx, matter, 1);
}
