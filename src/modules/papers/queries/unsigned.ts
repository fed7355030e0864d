import { type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Regime } from "../../../kernel/rights.ts";
import type { Tx } from "../../../kernel/tx.ts";

type UnsignedPapersTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  regime: Regime;
  matterId: number;
  form: string;
  number: number;
  symbol: string;
  code: string;
  signerId: number;
  signerName: string;
  issuedAt: Date;
  validUntil: Day | null;
  state: Generated<"out" | "accepted" | "void">;
  endedAt: Generated<Date | null>;
  endedFor: Generated<string | null>;
  length: number;
  sha256: Buffer;
  pdf: Buffer;
};
type Slice = { unsignedPapers: UnsignedPapersTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** A paper that is outside to be signed, or was. */
export type UnsignedPaper = Selectable<UnsignedPapersTable>;
/** The same without its bytes. */
export type OutsidePaper = Omit<UnsignedPaper, "pdf">;

const columns = [
  "communeId",
  "id",
  "provinceId",
  "regime",
  "matterId",
  "form",
  "number",
  "symbol",
  "code",
  "signerId",
  "signerName",
  "issuedAt",
  "validUntil",
  "state",
  "endedAt",
  "endedFor",
  "length",
  "sha256",
] as const;

export async function insertUnsigned(tx: Tx, row: Omit<UnsignedPaper, "id" | "state" | "endedAt" | "endedFor">): Promise<void> {
  await on(tx).insertInto("unsignedPapers").values(row).execute();
}

// As the index of those outside has it, in letters: as a parameter it would not be recognised.
const isOut = sql<boolean>`state = 'out'`;

/** Papers of a post that are outside, oldest first. */
export async function listOutside(tx: Tx, communeId: number, size: number): Promise<readonly OutsidePaper[]> {
  return await on(tx).selectFrom("unsignedPapers").select(columns).where("communeId", "=", communeId).where(isOut).orderBy("id").limit(size).execute();
}

/** Which of these beginnings of a file is a paper of the post, outside or ended: by length and hash. The newest thousand can come back. */
export async function listPrints(tx: Tx, communeId: number): Promise<readonly Pick<OutsidePaper, "id" | "length" | "sha256">[]> {
  return await on(tx).selectFrom("unsignedPapers").select(["id", "length", "sha256"]).where("communeId", "=", communeId).orderBy("id", "desc").limit(1_000).execute();
}

/** One of them with its bytes. */
export async function findUnsigned(tx: Tx, communeId: number, id: number): Promise<UnsignedPaper | null> {
  return (await on(tx).selectFrom("unsignedPapers").selectAll().where("communeId", "=", communeId).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** The paper of a matter and form that is outside. */
export async function findOutside(
  tx: Tx,
  { communeId, matterId, form }: { readonly communeId: number; readonly matterId: number; readonly form: string },
): Promise<UnsignedPaper | null> {
  const open = on(tx)
    .selectFrom("unsignedPapers")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .where("form", "=", form)
    .where("state", "=", "out");
  return (await open.executeTakeFirst()) ?? null;
}

/** The bytes of one that is outside, by its code. */
export async function findOutsideByCode(tx: Tx, communeId: number, code: string): Promise<UnsignedPaper | null> {
  return (await on(tx).selectFrom("unsignedPapers").selectAll().where("communeId", "=", communeId).where("code", "=", code).where("state", "=", "out").executeTakeFirst()) ?? null;
}

/** Ends one that is outside; its bytes are not needed any more. */
export async function endUnsigned(
  tx: Tx,
  { communeId, id }: Pick<UnsignedPaper, "communeId" | "id">,
  end: { readonly state: "accepted" | "void"; readonly endedFor: string | null },
): Promise<void> {
  await on(tx)
    .updateTable("unsignedPapers")
    .set({ ...end, endedAt: tx.now, pdf: Buffer.alloc(0) })
    .where("communeId", "=", communeId)
    .where("id", "=", id)
    .execute();
}

/** A number of a matter and form that went out this year, was taken back and never used. */
export async function findFreeNumber(tx: Tx, { communeId, matterId, form, year }: { communeId: number; matterId: number; form: string; year: number }): Promise<number | null> {
  const { rows } = await sql<{ number: number }>`
    select u.number from unsigned_papers u
    where u.commune_id = ${communeId} and u.matter_id = ${matterId} and u.form = ${form} and u.state = 'void'
      and extract(year from u.issued_at at time zone 'Asia/Ho_Chi_Minh') = ${year}
      and not exists (select from papers p where p.commune_id = u.commune_id and p.matter_id = u.matter_id and p.form = u.form and p.number = u.number)
    order by u.id limit 1`.execute(tx.db);
  return rows[0]?.number ?? null;
}
