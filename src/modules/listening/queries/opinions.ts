import { type RawBuilder, sql } from "kysely";
import { normalise } from "../../../base/vietnamese.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { type At, type Heading, type Opinion, on, type Turn, type Words } from "./tables.ts";

export async function insertOpinion(tx: Tx, row: Omit<Opinion, "contests" | "norm">): Promise<void> {
  await on(tx).insertInto("opinions").values(row).execute();
}

/** An opinion as row security shows it to the asker. */
export async function findOpinion(tx: Tx, { communeId, matterId }: At): Promise<Opinion | null> {
  return (await on(tx).selectFrom("opinions").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).executeTakeFirst()) ?? null;
}

export async function insertTurn(tx: Tx, turn: Turn): Promise<void> {
  await on(tx).insertInto("opinionTurns").values(turn).execute();
}

/** Answers and what was said against them, oldest first; a few dozen at most. */
export async function listTurns(tx: Tx, { communeId, matterId }: At): Promise<readonly Pick<Turn, "seq" | "kind" | "words" | "at">[]> {
  return await on(tx)
    .selectFrom("opinionTurns")
    .select(["seq", "kind", "words", "at"])
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .orderBy("seq")
    .limit(100)
    .execute();
}

export async function countContest(tx: Tx, { communeId, matterId }: At): Promise<void> {
  await on(tx)
    .updateTable("opinions")
    .set((eb) => ({ contests: eb("contests", "+", 1) }))
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .execute();
}

export type OpinionRow = Pick<Matter, "publicRef" | "code" | "state" | "dueAt" | "settledAt" | "version" | "writtenAt"> &
  Pick<Opinion, "matterId" | "heading" | "said" | "takenAt" | "contests" | "voice"> & { readonly hamletName: string | null; readonly assigneeName: string | null };

const row = sql`m.public_ref, m.code, m.state, m.due_at, m.settled_at, m.version, m.written_at, o.matter_id, o.heading, o.said, o.taken_at, o.contests, o.voice,
  h.name as hamlet_name, a.name as assignee_name`;
const joins = sql`join matters m on m.commune_id = o.commune_id and m.id = o.matter_id
  left join units h on h.id = o.hamlet_id left join accounts a on a.id = m.assignee_id`;

/** `after`: of open ones when and which was due last, otherwise when and which was taken last. */
export type Asked = { readonly open: boolean; readonly words: string; readonly after: InstantPosition | null; readonly size: number };

/** More words than that nobody looks for. */
const mostWords = 8;

/** What to look for of some words, marks and case aside; the longest, which is most likely the rarest, first. */
const patternsOf = (words: string): readonly string[] =>
  normalise(words)
    .split(" ")
    .filter((word) => word !== "")
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostWords)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

/** Where the next page begins after an opinion. */
export const positionOf = ({ dueAt, takenAt, matterId }: OpinionRow, open: boolean): InstantPosition => ({ at: open && dueAt !== null ? dueAt : takenAt, id: matterId });

/** Open opinions, and ended ones with an unread message, each half in the order of its index. */
function openOnes({ communeId }: Pick<Place, "communeId">, { after, size }: Pick<Asked, "after" | "size">): RawBuilder<unknown> {
  const half = (which: RawBuilder<boolean>) => sql`(select id, due_at from matters
    where commune_id = ${communeId} and ${which} and kind = 'opinion' and state not in ('aside', 'discarded') and ${after ? sql`(due_at, id) > (${after.at}, ${after.id})` : sql`true`}
    order by due_at, id limit ${size})`;
  return sql`select id from (${half(sql`closed_at is null`)} union all ${half(sql`closed_at is not null and written_at is not null`)}) both_halves order by due_at, id limit ${size}`;
}

/**
 * Opinions of a post without those that wait aside; those in which some words stand, if asked for. Open ones and those with an unread message alone: what is due first before
 * the others. All of them: the newest first.
 */
export async function listOpinions(tx: Tx, { communeId }: Place, { open, words, after, size }: Asked): Promise<readonly OpinionRow[]> {
  const patterns = patternsOf(words);
  const found = sql`select matter_id from find_opinions(${patterns}::text[], ${open}, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::bigint, ${size})`;
  const all = sql`m.state not in ('aside', 'discarded') and ${after ? sql`(o.taken_at, o.matter_id) < (${after.at}, ${after.id})` : sql`true`}`;
  const some = patterns.length > 0 ? found : open ? openOnes({ communeId }, { after, size }) : null;
  const { rows } = await sql<OpinionRow>`
    select ${row} from opinions o ${joins}
    where o.commune_id = ${communeId} and ${some ? sql`o.matter_id = any (array(${some}))` : all}
    order by ${open ? sql`m.due_at, o.matter_id` : sql`o.taken_at desc, o.matter_id desc`} limit ${size}`.execute(tx.db);
  return rows;
}

/** What was said in one meeting, without what was struck out, the newest first; at most 500. */
export async function listOfMeeting(tx: Tx, { communeId, matterId }: At): Promise<readonly OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`
    select ${row} from opinions o ${joins}
    where o.commune_id = ${communeId} and o.meeting_id = ${matterId} and m.state <> 'discarded' order by o.matter_id desc limit 500`.execute(tx.db);
  return rows;
}

/** What was answered last to each opinion of a meeting, by matter. */
export async function findAnswersOf(tx: Tx, { communeId, matterId }: At): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ matterId: number; words: string }>`
    select distinct on (t.matter_id) t.matter_id, t.words from opinions o
    join opinion_turns t on t.commune_id = o.commune_id and t.matter_id = o.matter_id and t.kind <> 'contest'
    where o.commune_id = ${communeId} and o.meeting_id = ${matterId} order by t.matter_id, t.seq desc limit 500`.execute(tx.db);
  return new Map(rows.map((row) => [row.matterId, row.words]));
}

/** Opinions of a hamlet and those of no hamlet in particular (null: of the whole commune) that are still open and older than an instant, the oldest first. */
export async function listStillOpen(tx: Tx, { communeId }: Place, asked: { readonly hamletId: number | null; readonly before: Date }): Promise<readonly OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`
    select ${row} from opinions o ${joins}
    where o.commune_id = ${communeId} and m.closed_at is null and m.kind = 'opinion' and m.state <> 'aside' and o.taken_at < ${asked.before}
      and ${asked.hamletId === null ? sql`true` : sql`(o.hamlet_id = ${asked.hamletId} or o.hamlet_id is null)`}
    order by o.taken_at, o.matter_id limit 100`.execute(tx.db);
  return rows;
}

/** Opinions that wait until somebody has sifted them, the newest first. */
export async function listAside(tx: Tx, { communeId }: Place, size: number): Promise<readonly OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`
    select ${row} from opinions o ${joins}
    where o.commune_id = ${communeId} and m.commune_id = ${communeId} and m.kind = 'opinion' and m.state = 'aside'
    order by m.id desc limit ${size}`.execute(tx.db);
  return rows;
}

export async function insertWords(tx: Tx, given: Omit<Words, "id" | "withdrawnAt">): Promise<void> {
  const { communeId, provinceId, matterId, hamletId, said, done, publishedAt, publishedBy, contestedAt } = given;
  await sql`insert into public_words (commune_id, province_id, matter_id, hamlet_id, said, done, published_at, published_by, contested_at)
    values (${communeId}, ${provinceId}, ${matterId}, ${hamletId}, ${said}, ${done}, ${publishedAt}, ${publishedBy}, ${contestedAt})`.execute(tx.db);
}

/** What is public of a matter now. */
export async function findWords(tx: Tx, { communeId, matterId }: At): Promise<Pick<Words, "said" | "done" | "publishedAt"> | null> {
  const found = on(tx).selectFrom("publicWords").select(["said", "done", "publishedAt"]).where("communeId", "=", communeId).where("matterId", "=", matterId);
  return (await found.where("withdrawnAt", "is", null).executeTakeFirst()) ?? null;
}

export const withdrawWords = (tx: Tx, at: At): Promise<void> => setWords(tx, at, { withdrawnAt: tx.now });

/** Says beside what is public of a matter that it is open again; null: no longer. */
export const markContested = (tx: Tx, at: At, contestedAt: Date | null): Promise<void> => setWords(tx, at, { contestedAt });

async function setWords(tx: Tx, { communeId, matterId }: At, change: Partial<Pick<Words, "withdrawnAt" | "contestedAt">>): Promise<void> {
  const standing = on(tx).updateTable("publicWords").set(change).where("communeId", "=", communeId).where("matterId", "=", matterId);
  await standing.where("withdrawnAt", "is", null).execute();
}

export type FigureRow = {
  readonly heading: Heading;
  readonly all: number;
  readonly open: number;
  readonly onSpot: number;
  readonly inTime: number;
  readonly late: number;
  readonly contested: number;
};

/** What the opinions taken within a span come to, by heading. */
export async function countOpinions(tx: Tx, { communeId }: Place, span: { readonly from: Date; readonly before: Date }): Promise<readonly FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select o.heading, count(*)::int as "all", (count(*) filter (where m.closed_at is null))::int as open,
      (count(*) filter (where exists (select from opinion_turns t where t.commune_id = o.commune_id and t.matter_id = o.matter_id and t.kind = 'onSpot')))::int as on_spot,
      (count(*) filter (where m.closed_at is not null and m.settled_at <= m.due_at))::int as in_time,
      (count(*) filter (where coalesce(m.settled_at, ${tx.now}::timestamptz) > m.due_at))::int as late,
      (count(*) filter (where o.contests > 0))::int as contested
    from opinions o join matters m on m.commune_id = o.commune_id and m.id = o.matter_id
    where o.commune_id = ${communeId} and o.taken_at >= ${span.from} and o.taken_at < ${span.before} and m.state not in ('aside', 'discarded')
    group by o.heading`.execute(tx.db);
  return rows;
}

/** Opinions of each commune of a province by the matters alone: a province reads figures, not words. */
export async function countByCommune(
  tx: Tx,
  span: { readonly from: Date; readonly before: Date },
): Promise<readonly { communeId: number; all: number; open: number; late: number }[]> {
  const { rows } = await sql<{ communeId: number; all: number; open: number; late: number }>`
    select m.commune_id, count(*)::int as "all", (count(*) filter (where m.closed_at is null))::int as open,
      (count(*) filter (where coalesce(m.settled_at, ${tx.now}::timestamptz) > m.due_at))::int as late
    from matters m where m.kind = 'opinion' and m.state not in ('aside', 'discarded') and m.received_at >= ${span.from} and m.received_at < ${span.before}
    group by m.commune_id order by m.commune_id`.execute(tx.db);
  return rows;
}

/** Opinions whose words hold a text, newest first; the numbers only. */
export async function searchOpinions(tx: Tx, communeId: number, text: string): Promise<readonly number[]> {
  const rows = await listOpinions(tx, { communeId, provinceId: 0 }, { open: false, words: text, after: null, size: 20 });
  return rows.map(({ matterId }) => matterId);
}
