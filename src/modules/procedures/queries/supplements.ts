import { type Selectable, sql } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";

type RequestsTable = Place & {
  matterId: number;
  seq: number;
  number: number;
  month: Day;
  askedAt: Date;
  askedBy: number;
  repeated: boolean;
  why: string | null;
};
type DefectsTable = Place & { matterId: number; seq: number; line: number; code: string; paper: string | null; what: string | null; todo: string | null; repeated: boolean };
type BroughtTable = Place & { matterId: number; seq: number; paper: string };
type Slice = { supplementRequests: RequestsTable; defects: DefectsTable; broughtPapers: BroughtTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

type Of = { readonly communeId: number; readonly id: number };

/** One thing that a request named. `what` and `todo` are the officer's words where no rule foresaw it. */
export type AskedDefect = Pick<Selectable<DefectsTable>, "seq" | "code" | "paper" | "what" | "todo" | "repeated">;
/** One request for what is missing, with all that it named. */
export type SupplementRequest = Pick<Selectable<RequestsTable>, "seq" | "number" | "askedAt" | "repeated" | "why"> & { readonly defects: readonly AskedDefect[] };

/** The requests of a dossier, first to last, as its officers and its resident may see them. */
export async function listRequests(tx: Tx, { communeId, id }: Of): Promise<readonly SupplementRequest[]> {
  const requests = await on(tx)
    .selectFrom("supplementRequests")
    .select(["seq", "number", "askedAt", "repeated", "why"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", id)
    .orderBy("seq")
    .limit(100)
    .execute();
  if (requests.length === 0) return [];
  const defects = await on(tx)
    .selectFrom("defects")
    .select(["seq", "code", "paper", "what", "todo", "repeated"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", id)
    .orderBy("seq")
    .orderBy("line")
    .limit(2_000)
    .execute();
  const bySeq = Map.groupBy(defects, ({ seq }) => seq);
  return requests.map((request) => ({ ...request, defects: bySeq.get(request.seq) ?? [] }));
}

export async function insertRequest(tx: Tx, row: Selectable<RequestsTable>, defects: readonly Omit<AskedDefect, "seq">[]): Promise<void> {
  const { communeId, provinceId, matterId, seq } = row;
  await on(tx).insertInto("supplementRequests").values(row).execute();
  await on(tx)
    .insertInto("defects")
    .values(defects.map((defect, i) => ({ communeId, provinceId, matterId, seq, line: i + 1, ...defect })))
    .execute();
}

/** A paper that came after the receipt, and the step with which it came. */
export type Brought = { readonly seq: number; readonly paper: string };

/** What a resident brought after the receipt, in order. */
export async function listBrought(tx: Tx, { communeId, id }: Of): Promise<readonly Brought[]> {
  return await on(tx).selectFrom("broughtPapers").select(["seq", "paper"]).where("communeId", "=", communeId).where("matterId", "=", id).orderBy("seq").limit(1_000).execute();
}

export async function insertBrought(tx: Tx, matter: Place & { readonly id: number; readonly version: number }, papers: readonly string[]): Promise<void> {
  if (papers.length === 0) return;
  const { communeId, provinceId, id: matterId, version: seq } = matter;
  await on(tx)
    .insertInto("broughtPapers")
    .values(papers.map((paper) => ({ communeId, provinceId, matterId, seq, paper })))
    .execute();
}

/** How often a commune asked for something in a month, and how often again for what could have been said before. */
export type RepeatReturns = { readonly communeId: number; readonly month: Day; readonly requests: number; readonly repeated: number };

/** Requests and repeated requests by commune and month, for communes that the actor's scope reaches. A month without any is left out. */
export async function repeatReturns(
  tx: Tx,
  { communeIds, from, to }: { readonly communeIds: readonly number[]; readonly from: Day; readonly to: Day },
): Promise<readonly RepeatReturns[]> {
  const { rows } = await sql<RepeatReturns>`
    select r.commune_id, r.month, count(*)::int as requests, (count(*) filter (where r.repeated))::int as repeated
    from supplement_requests r where r.commune_id = any (${communeIds}::int[]) and r.month between ${from} and ${to}
    group by r.commune_id, r.month order by r.month desc, r.commune_id`.execute(tx.db);
  return rows;
}

/** Where a page of repeated requests begins: after this one. */
export type RepeatPosition = { readonly seq: number; readonly matterId: number };

export type RepeatedRequest = RepeatPosition & { readonly publicRef: string; readonly code: string; readonly title: string; readonly number: number; readonly askedAt: Date };

/** The dossiers behind the figure of one commune and month: each request that named what could have been named before. */
export async function listRepeated(
  tx: Tx,
  { communeId, month, after, size }: { readonly communeId: number; readonly month: Day; readonly after: RepeatPosition | null; readonly size: number },
): Promise<readonly RepeatedRequest[]> {
  const { rows } = await sql<RepeatedRequest>`
    select r.seq, r.matter_id, m.public_ref, m.code, m.title, r.number, r.asked_at
    from supplement_requests r join matters m on m.commune_id = r.commune_id and m.id = r.matter_id
    where r.commune_id = ${communeId} and r.month = ${month} and r.repeated
      and ${after ? sql`(r.seq, r.matter_id) > (${after.seq}, ${after.matterId})` : sql`true`}
    order by r.seq, r.matter_id limit ${size}`.execute(tx.db);
  return rows;
}

/** Why these requests came late, in the words of the post. For officers: the reason stays at the post. */
export async function listWhys(tx: Tx, communeId: number, month: Day): Promise<ReadonlyMap<string, string>> {
  const rows = await on(tx)
    .selectFrom("supplementRequests")
    .select(["matterId", "seq", "why"])
    .where("communeId", "=", communeId)
    .where("month", "=", month)
    .where("repeated", "=", true)
    .limit(1_000)
    .execute();
  return new Map(rows.map(({ matterId, seq, why }) => [`${matterId} ${seq}`, why ?? ""]));
}
