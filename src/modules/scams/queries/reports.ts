import { type Generated, type Selectable, sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import { findMatter, type Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { StepKind } from "../forms.ts";
import type { Stage } from "../law.ts";
import { type Outcome, outcomes, scam } from "../matter.ts";

type ReportsTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  stage: Stage;
  kind: string;
  bank: string | null;
  toldSealed: Buffer | null;
  attemptedDong: Generated<number | null>;
  lostDong: Generated<number | null>;
  savedDong: Generated<number | null>;
  settledAt: Generated<Date | null>;
  /** Whom it was told to, where the door wrote it down for an officer of another regime. */
  receivedBy: number | null;
};
type StepsTable = {
  communeId: number;
  matterId: number;
  seq: number;
  provinceId: number;
  kind: StepKind;
  bank: string | null;
  doneAt: Date;
  recordedAt: Date;
  recordedBy: number;
};
type Slice = { scamReports: ReportsTable; scamSteps: StepsTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

export type Report = Selectable<ReportsTable>;
export type WrittenStep = Selectable<StepsTable> & { readonly byName: string | null; readonly note: string | null };

export async function insertReport(tx: Tx, row: Omit<Report, "attemptedDong" | "lostDong" | "savedDong" | "settledAt">): Promise<void> {
  await on(tx).insertInto("scamReports").values(row).execute();
}

export async function insertStep(tx: Tx, row: Selectable<StepsTable>): Promise<void> {
  await on(tx).insertInto("scamSteps").values(row).execute();
}

export async function setAmounts(
  tx: Tx,
  { communeId, matterId }: { readonly communeId: number; readonly matterId: number },
  dong: Pick<Report, "attemptedDong" | "lostDong" | "savedDong" | "settledAt">,
) {
  await on(tx).updateTable("scamReports").set(dong).where("communeId", "=", communeId).where("matterId", "=", matterId).execute();
}

/** The matter of a reference with what was told; null when there is none, or row security hides it. */
export async function findReport(tx: Tx, communeId: number, publicRef: string): Promise<{ readonly matter: Matter; readonly report: Report } | null> {
  const matter = await findMatter(tx, communeId, { kind: scam.kind, ref: publicRef });
  const report = matter && (await on(tx).selectFrom("scamReports").selectAll().where("communeId", "=", communeId).where("matterId", "=", matter.id).executeTakeFirst());
  return matter && report ? { matter, report } : null;
}

/** What officers did, oldest first, each with the note of its move. */
export async function listSteps(tx: Tx, { communeId, id }: Pick<Matter, "communeId" | "id">): Promise<readonly WrittenStep[]> {
  return await on(tx)
    .selectFrom("scamSteps as s")
    .leftJoin("accounts as a", "a.id", "s.recordedBy")
    .leftJoin("timeline as t", (join) => join.onRef("t.communeId", "=", "s.communeId").onRef("t.matterId", "=", "s.matterId").onRef("t.seq", "=", "s.seq"))
    .selectAll("s")
    .select(["a.name as byName", "t.note as note"])
    .where("s.communeId", "=", communeId)
    .where("s.matterId", "=", id)
    .orderBy("s.doneAt")
    .orderBy("s.seq")
    .limit(200)
    .execute();
}

/** How it was said to have ended, with the amounts of that time where they were written down. */
export type SaidEnding = { readonly at: Date; readonly action: (typeof outcomes)[Outcome]; readonly facts: Partial<Record<"attempted" | "lost" | "saved", number>> } & Pick<
  WrittenStep,
  "byName" | "note"
>;

/** Every time that an officer said how it ended, oldest first. */
export async function listEndings(tx: Tx, { communeId, id }: Pick<Matter, "communeId" | "id">): Promise<readonly SaidEnding[]> {
  const { rows } = await sql<SaidEnding>`
    select t.at, t.action, t.facts, t.note, a.name as by_name from timeline t left join accounts a on a.id = t.actor_id
    where t.commune_id = ${communeId} and t.matter_id = ${id} and t.action = any(${Object.values(outcomes)}::text[])
    order by t.seq limit 50`.execute(tx.db);
  return rows;
}

export type ReportRow = Pick<Matter, "id" | "publicRef" | "code" | "state" | "outcome" | "receivedAt" | "dueAt" | "version"> &
  Pick<Report, "stage" | "kind" | "lostDong" | "savedDong" | "toldSealed">;

const columns = sql`m.id, m.public_ref, m.code, m.state, m.outcome, m.received_at, m.due_at, m.version, r.stage, r.kind, r.lost_dong, r.saved_dong, r.told_sealed`;

/** Open reports of a post: those still happening first, then what is due first. A post has some tens. */
export async function listOpenReports(tx: Tx, { communeId }: Place, size: number): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from matters m join scam_reports r on r.commune_id = m.commune_id and r.matter_id = m.id
    where m.commune_id = ${communeId} and m.kind = ${scam.kind} and m.regime = 'scams' and m.closed_at is null and m.state <> 'aside'
    order by r.stage = 'sent', m.due_at, m.id limit ${size}`.execute(tx.db);
  return rows;
}

/** Reports that have ended, newest first. */
export async function listSettled(tx: Tx, { communeId }: Place, page: { readonly before: number | null; readonly size: number }): Promise<readonly ReportRow[]> {
  const onward = page.before === null ? sql`` : sql`and r.matter_id < ${page.before}`;
  const { rows } = await sql<ReportRow>`
    select ${columns} from scam_reports r join matters m on m.commune_id = r.commune_id and m.id = r.matter_id
    where r.commune_id = ${communeId} and m.closed_at is not null and m.outcome <> 'discarded' ${onward}
    order by r.matter_id desc limit ${page.size}`.execute(tx.db);
  return rows;
}

/** Reports that wait to be sifted, newest first. */
export async function listAside(tx: Tx, { communeId }: Place, size: number): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from matters m join scam_reports r on r.commune_id = m.commune_id and r.matter_id = m.id
    where m.commune_id = ${communeId} and m.kind = ${scam.kind} and m.regime = 'scams' and m.state = 'aside' and m.closed_at is null
    order by m.id desc limit ${size}`.execute(tx.db);
  return rows;
}

export type Sums = {
  readonly stopped: number;
  readonly partlySaved: number;
  readonly lost: number;
  readonly attemptedDong: number;
  readonly lostDong: number;
  readonly savedDong: number;
};

/** What ended since an instant. */
export async function sumSince(tx: Tx, { communeId }: Place, since: Date): Promise<Sums> {
  const { rows } = await sql<Sums>`
    select count(*) filter (where m.outcome = 'stopped') as stopped, count(*) filter (where m.outcome = 'partlySaved') as partly_saved,
      count(*) filter (where m.outcome = 'lost') as lost, coalesce(sum(r.attempted_dong), 0)::bigint as attempted_dong,
      coalesce(sum(r.lost_dong), 0)::bigint as lost_dong, coalesce(sum(r.saved_dong), 0)::bigint as saved_dong
    from scam_reports r join matters m on m.commune_id = r.commune_id and m.id = r.matter_id
    where r.commune_id = ${communeId} and r.settled_at >= ${since}`.execute(tx.db);
  return rows[0] as Sums;
}
