import { type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../base/day.ts";
import type { Place } from "../../kernel/actor.ts";
import type { Regime } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";

type PapersTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  regime: Regime;
  matterId: number;
  form: string;
  number: number;
  symbol: string;
  code: string;
  signerName: string;
  issuedAt: Date;
  validUntil: Day | null;
  sha256: Buffer;
  supersededAt: Generated<Date | null>;
  supersededBy: Generated<number | null>;
  supersededFor: Generated<string | null>;
  revokedAt: Generated<Date | null>;
  revokedFor: Generated<string | null>;
};
type PaperFilesTable = { communeId: number; paperId: number; regime: Regime; pdf: Buffer };
type Slice = { papers: PapersTable; paperFiles: PaperFilesTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** A paper of the post, without its file. */
export type IssuedPaper = Selectable<PapersTable>;

/** What is known of a paper when it is kept. */
export type NewPaperRow = Omit<IssuedPaper, "id" | "supersededAt" | "supersededBy" | "supersededFor" | "revokedAt" | "revokedFor">;

export async function insertPaper(tx: Tx, row: NewPaperRow, pdf: Buffer): Promise<IssuedPaper> {
  const paper = await on(tx).insertInto("papers").values(row).returningAll().executeTakeFirstOrThrow();
  await on(tx).insertInto("paperFiles").values({ communeId: row.communeId, paperId: paper.id, regime: row.regime, pdf }).execute();
  return paper;
}

/** The papers of a matter, newest first. */
export async function listPapers(tx: Tx, { communeId, matterId }: { communeId: number; matterId: number }): Promise<readonly IssuedPaper[]> {
  return await on(tx).selectFrom("papers").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).orderBy("id", "desc").limit(50).execute();
}

/** Those among matters of a commune with a signed file: a result, or a letter about it. A paper that was revoked or replaced later was signed all the same. */
export async function findSigned(tx: Tx, communeId: number, matterIds: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ matterId: number }>`
    select distinct p.matter_id from papers p where p.commune_id = ${communeId} and p.matter_id = any(${matterIds}::bigint[])`.execute(tx.db);
  return new Set(rows.map((row) => row.matterId));
}

export async function findPaper(tx: Tx, communeId: number, code: string): Promise<IssuedPaper | null> {
  return (await on(tx).selectFrom("papers").selectAll().where("communeId", "=", communeId).where("code", "=", code).executeTakeFirst()) ?? null;
}

export async function findPaperFile(tx: Tx, paper: { communeId: number; id: number }): Promise<Buffer | null> {
  const row = await on(tx).selectFrom("paperFiles").select("pdf").where("communeId", "=", paper.communeId).where("paperId", "=", paper.id).executeTakeFirst();
  return row?.pdf ?? null;
}

export async function setRevoked(tx: Tx, place: Place, id: number, reason: string): Promise<void> {
  await on(tx).updateTable("papers").set({ revokedAt: tx.now, revokedFor: reason }).where("communeId", "=", place.communeId).where("id", "=", id).execute();
}

export async function setSuperseded(tx: Tx, place: Pick<Place, "communeId">, { id, by, reason }: { id: number; by: number; reason: string | null }): Promise<void> {
  await on(tx).updateTable("papers").set({ supersededAt: tx.now, supersededBy: by, supersededFor: reason }).where("communeId", "=", place.communeId).where("id", "=", id).execute();
}

/** What anybody may learn of a paper: never whom it is about. */
export type PublicPaper = {
  readonly communeId: number;
  readonly form: string;
  readonly number: number;
  readonly symbol: string;
  readonly code: string;
  readonly signerName: string;
  readonly issuedAt: Date;
  readonly validUntil: Day | null;
  readonly supersededAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedFor: string | null;
  readonly supersededFor: string | null;
  /** What took its place. */
  readonly successorForm: string | null;
  readonly successorNumber: string | null;
  readonly successorIssuedAt: Date | null;
};

/** A paper by its code or by the hash of its file. */
export async function findPublicPaper(tx: Tx, by: { readonly code: string } | { readonly sha256: Buffer }): Promise<PublicPaper | null> {
  const code = "code" in by ? by.code : null;
  const sha256 = "sha256" in by ? by.sha256 : null;
  const { rows } = await sql<PublicPaper>`select * from verify_paper(${code}, ${sha256})`.execute(tx.db);
  return rows[0] ?? null;
}

/** How a paper of an opened dossier ended, for its resident: the columns that she may see. */
export type EndedPaper = Pick<IssuedPaper, "form" | "issuedAt" | "supersededAt" | "supersededFor" | "revokedAt" | "revokedFor">;

/** The papers of a matter that a resident's transaction was opened for, newest first. */
export async function listEndings(tx: Tx, { communeId, matterId }: { communeId: number; matterId: number }): Promise<readonly EndedPaper[]> {
  const papers = on(tx)
    .selectFrom("papers")
    .select(["form", "issuedAt", "supersededAt", "supersededFor", "revokedAt", "revokedFor"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId);
  return await papers.orderBy("issuedAt", "desc").limit(50).execute();
}
