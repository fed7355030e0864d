import { type Kysely, sql } from "kysely";
import { type Database, queriesOn } from "../platform/database.ts";
import { auditLink, beginningOfChain, sealLink, timelineLink } from "./record.ts";
import type { KernelTables } from "./tables.ts";
import { type AuditRow, beginning, keyOf, listAuditOf, listMattersAfter, listOtherAuditAfter, listTimelineOf, type MatterEnd, type TimelineRow } from "./verify-chains/rows.ts";

/** What can be wrong with a record. */
export type BreakKind =
  /** A number in the row of numbers is missing or comes twice. */
  | "gap"
  /** The row does not continue the one before it. */
  | "notLinked"
  /** The row's content is not what was sealed. */
  | "contentChanged"
  /** The matter does not end where its timeline ends: a last row is missing, or was sealed anew. */
  | "endDiffers"
  | "versionDiffers"
  /** The matter is in a state that its timeline does not tell. */
  | "stateDiffers"
  | "timelineMissing"
  /** The timeline row names another change than the audit has. */
  | "changeDiffers"
  | "auditMissing"
  /** The audit has a row that the timeline has not. */
  | "auditLeftOver"
  /** Rows whose matter is gone. */
  | "matterMissing";

export type Chain = "timeline" | "audit" | "matter";

/** One break: `subject` is "matter:12" or "account:3", `seq` the row, null for the matter itself. */
export type Break = { readonly communeId: number; readonly subject: string; readonly chain: Chain; readonly seq: number | null; readonly kind: BreakKind };

export type ChainReport = { readonly matters: number; readonly timelineRows: number; readonly auditRows: number; readonly breaks: number };

export type VerifyOptions = {
  /** Matters, or rows of the audit, read at a time. */
  readonly batch: number;
  readonly onBreak: (found: Break) => void;
  readonly onProgress: (matters: number) => void;
};

/**
 * Recomputes every chain of the record, in one snapshot, by key and in batches.
 *
 * Covered are the timeline and the audit, and of the matter its state, its version and the end of its timeline.
 * It finds whatever was changed there without sealing all that follows and the matter itself anew. Somebody who owns the database and reseals
 * a whole chain to its end is found only by comparing with ends that were kept elsewhere.
 *
 * @param owner connections of the role that owns the tables: row security hides nothing from it
 */
export async function verifyChains(owner: Database, options: VerifyOptions): Promise<ChainReport> {
  const client = await owner.pool.connect();
  const count = { matters: 0, timelineRows: 0, auditRows: 0, breaks: 0 };
  const found = (broken: Break): void => {
    count.breaks++;
    options.onBreak(broken);
  };
  try {
    await client.query("begin isolation level repeatable read read only");
    const db = queriesOn<KernelTables>(client);
    await walkMatters(db, options, count, found);
    await walkOtherAudit(db, options, count, found);
    await findOrphans(db, found);
    return count;
  } finally {
    await client.query("rollback").catch(() => {});
    client.release();
  }
}

type Count = { matters: number; timelineRows: number; auditRows: number };
type Found = (broken: Break) => void;

async function walkMatters(db: Kysely<KernelTables>, { batch, onProgress }: VerifyOptions, count: Count, found: Found): Promise<void> {
  let after = { communeId: beginning, id: beginning };
  for (;;) {
    const matters = await listMattersAfter(db, after, batch);
    const last = matters.at(-1);
    if (!last) return;
    const timelines = await listTimelineOf(db, after, last);
    const audits = await listAuditOf(db, matters);
    for (const matter of matters) {
      const rows = timelines.get(keyOf(matter.communeId, `matter:${matter.id}`)) ?? [];
      const changes = audits.get(keyOf(matter.communeId, `matter:${matter.id}`)) ?? [];
      checkMatter(matter, rows, changes, found);
      count.timelineRows += rows.length;
      count.auditRows += changes.length;
    }
    count.matters += matters.length;
    onProgress(count.matters);
    after = last;
  }
}

function checkMatter(matter: MatterEnd, rows: readonly TimelineRow[], changes: readonly AuditRow[], found: Found): void {
  const { communeId } = matter;
  const subject = `matter:${matter.id}`;
  const at = (chain: Chain, seq: number | null) => (kind: BreakKind) => found({ communeId, subject, chain, seq, kind });
  checkChain(rows, timelineLink, (seq, kind) => at("timeline", seq)(kind));
  checkChain(changes, auditLink, (seq, kind) => at("audit", seq)(kind));
  checkPairs(rows, changes, at);
  const last = rows.at(-1);
  const ending = at("matter", null);
  if (!last) {
    ending("timelineMissing");
    return;
  }
  if (!last.hash.equals(matter.timelineHash)) ending("endDiffers");
  if (last.seq !== matter.version) ending("versionDiffers");
  if (last.toState !== matter.state) ending("stateDiffers");
}

function checkPairs(rows: readonly TimelineRow[], changes: readonly AuditRow[], at: (chain: Chain, seq: number) => (kind: BreakKind) => void): void {
  const bySeq = new Map(changes.map((change) => [change.seq, change]));
  for (const row of rows) {
    const change = bySeq.get(row.seq);
    if (!change) at("audit", row.seq)("auditMissing");
    else if (!change.hash.equals(row.changeHash)) at("timeline", row.seq)("changeDiffers");
    bySeq.delete(row.seq);
  }
  for (const seq of bySeq.keys()) at("audit", seq)("auditLeftOver");
}

type Link = { readonly seq: number; readonly prevHash: Buffer; readonly hash: Buffer };

function checkChain<Row extends Link>(rows: readonly Row[], linkOf: (row: Row) => unknown, broken: (seq: number, kind: BreakKind) => void): void {
  let before: Link = { seq: 0, prevHash: beginningOfChain, hash: beginningOfChain };
  for (const row of rows) {
    if (row.seq !== before.seq + 1) broken(row.seq, "gap");
    if (!row.prevHash.equals(before.hash)) broken(row.seq, "notLinked");
    if (!sealLink(row.prevHash, linkOf(row)).equals(row.hash)) broken(row.seq, "contentChanged");
    before = row;
  }
}

/** Chains that belong to no matter, as those of accounts. One chain may go on in the next batch. */
async function walkOtherAudit(db: Kysely<KernelTables>, { batch }: VerifyOptions, count: Count, found: Found): Promise<void> {
  let rest: AuditRow[] = [];
  let after = { communeId: beginning, subject: "", seq: beginning };
  for (;;) {
    const rows = await listOtherAuditAfter(db, after, batch);
    const chains = [...Map.groupBy([...rest, ...rows], ({ communeId, subject }) => keyOf(communeId, subject)).values()];
    // The last one is kept until the batch after it shows that it is complete.
    rest = rows.length === 0 ? [] : (chains.pop() ?? []);
    for (const chain of chains) {
      checkChain(chain, auditLink, (seq, kind) => found({ communeId: chain[0]?.communeId ?? 0, subject: chain[0]?.subject ?? "", chain: "audit", seq, kind }));
    }
    count.auditRows += rows.length;
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}

async function findOrphans(db: Kysely<KernelTables>, found: Found): Promise<void> {
  const { rows } = await sql<{ communeId: number; subject: string; chain: Chain; seq: number }>`
    select t.commune_id, 'matter:' || t.matter_id as subject, 'timeline' as chain, t.seq from timeline t
    where not exists (select from matters m where m.commune_id = t.commune_id and m.id = t.matter_id)
    union all
    select a.commune_id, a.subject, 'audit', a.seq from audit a
    where a.subject like 'matter:%' and not exists (select from matters m where m.commune_id = a.commune_id and 'matter:' || m.id = a.subject)
    order by 1, 2, 3, 4`.execute(db);
  for (const row of rows) found({ ...row, kind: "matterMissing" });
}
