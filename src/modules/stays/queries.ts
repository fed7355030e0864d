import { type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../base/day.ts";
import { normalise } from "../../base/vietnamese.ts";
import type { Place } from "../../kernel/actor.ts";
import type { Matter } from "../../kernel/matter.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { InstantPosition } from "../../web/position.ts";

type StaysTable = { communeId: number; matterId: number; provinceId: number; enteredAt: Date; entry: Generated<number>; guests: number };
type EntriesTable = {
  communeId: number;
  matterId: number;
  entry: number;
  provinceId: number;
  writtenAt: Date;
  writtenBy: number;
  reason: string | null;
  procedureCode: string;
  /** First day of the version of the law that the entry was measured by. */
  procedureFrom: Day;
  hostName: string;
  hostPhone: string | null;
  placeKind: string;
  address: string;
  hamletId: number | null;
  arrivedAt: Date;
  leavesOn: Day | null;
  purpose: string;
  toldAt: Date;
  dueAt: Date;
};
type GuestsTable = {
  communeId: number;
  matterId: number;
  entry: number;
  number: number;
  provinceId: number;
  fullName: string;
  norm: string;
  bornOn: Day;
  sex: "male" | "female";
  paperKind: string;
  paperSealed: Buffer | null;
  paperLast4: string | null;
  whoHash: Buffer;
};
type DeparturesTable = {
  communeId: number;
  matterId: number;
  seq: number;
  guest: number;
  provinceId: number;
  leftAt: Date | null;
  recordedAt: Date;
  recordedBy: number;
};
type Slice = { stays: StaysTable; stayEntries: EntriesTable; stayGuests: GuestsTable; stayDepartures: DeparturesTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

export type Stay = Selectable<StaysTable>;
export type Entry = Selectable<EntriesTable>;
export type GuestRow = Selectable<GuestsTable>;
type At = { readonly communeId: number; readonly matterId: number };

export async function insertStay(tx: Tx, row: Omit<Stay, "entry">): Promise<void> {
  await on(tx).insertInto("stays").values(row).execute();
}

/** Names the entry that holds from now on. */
export async function setEntry(tx: Tx, { communeId, matterId, entry, guests }: At & { readonly entry: number; readonly guests: number }): Promise<void> {
  await on(tx).updateTable("stays").set({ entry, guests }).where("communeId", "=", communeId).where("matterId", "=", matterId).execute();
}

export async function insertEntry(tx: Tx, entry: Entry, guests: readonly Omit<GuestRow, "norm">[]): Promise<void> {
  await on(tx).insertInto("stayEntries").values(entry).execute();
  await on(tx)
    .insertInto("stayGuests")
    .values(guests.map((guest) => ({ ...guest, norm: normalise(guest.fullName) })))
    .execute();
}

export async function insertDepartures(tx: Tx, rows: readonly Selectable<DeparturesTable>[]): Promise<void> {
  await on(tx)
    .insertInto("stayDepartures")
    .values([...rows])
    .execute();
}

export async function findStay(tx: Tx, { communeId, matterId }: At): Promise<Stay | null> {
  return (await on(tx).selectFrom("stays").selectAll().where("communeId", "=", communeId).where("matterId", "=", matterId).executeTakeFirst()) ?? null;
}

export type WrittenEntry = Entry & { readonly writerName: string | null; readonly hamletName: string | null };

/** Every entry of a declaration, oldest first; corrections are few. */
export async function listEntries(tx: Tx, { communeId, matterId }: At): Promise<readonly WrittenEntry[]> {
  return await on(tx)
    .selectFrom("stayEntries as e")
    .leftJoin("accounts as a", "a.id", "e.writtenBy")
    .leftJoin("units as h", "h.id", "e.hamletId")
    .selectAll("e")
    .select(["a.name as writerName", "h.name as hamletName"])
    .where("e.communeId", "=", communeId)
    .where("e.matterId", "=", matterId)
    .orderBy("e.entry")
    .limit(100)
    .execute();
}

/** A guest as lists and pages show her; the number of her paper stays sealed. `leftAt` null: as far as is known she is there. */
export type ShownGuest = Omit<GuestRow, "norm" | "whoHash" | "paperSealed"> & { readonly leftAt: Date | null };

const shownGuest = sql`g.commune_id, g.matter_id, g.entry, g.number, g.province_id, g.full_name, g.born_on, g.sex, g.paper_kind, g.paper_last4,
  (select d.left_at from stay_departures d where d.commune_id = g.commune_id and d.matter_id = g.matter_id and d.guest = g.number order by d.seq desc limit 1) as left_at`;

/** Guests of the entries that hold, by declaration. */
export async function findGuests(tx: Tx, communeId: number, matterIds: readonly number[]): Promise<ReadonlyMap<number, readonly ShownGuest[]>> {
  if (matterIds.length === 0) return new Map();
  const { rows } = await sql<ShownGuest>`
    select ${shownGuest} from stays s
    join stay_guests g on g.commune_id = s.commune_id and g.matter_id = s.matter_id and g.entry = s.entry
    where s.commune_id = ${communeId} and s.matter_id = any(${matterIds}::bigint[]) order by g.matter_id, g.number`.execute(tx.db);
  return Map.groupBy(rows, (row) => row.matterId);
}

/** The sealed numbers of the guests of one entry, to be shown for correcting or printed in the log. */
export async function listSealed(
  tx: Tx,
  { communeId, matterIds }: { readonly communeId: number; readonly matterIds: readonly number[] },
): Promise<readonly (Pick<GuestRow, "matterId" | "number"> & { readonly paperSealed: Buffer })[]> {
  const { rows } = await sql<Pick<GuestRow, "matterId" | "number"> & { paperSealed: Buffer }>`
    select g.matter_id, g.number, g.paper_sealed from stays s
    join stay_guests g on g.commune_id = s.commune_id and g.matter_id = s.matter_id and g.entry = s.entry
    where s.commune_id = ${communeId} and s.matter_id = any(${matterIds}::bigint[]) and g.paper_sealed is not null`.execute(tx.db);
  return rows;
}

/** One declaration as the log shows it, by the entry that holds. */
export type LogRow = Pick<Matter, "publicRef" | "code" | "channel"> &
  Pick<Stay, "matterId" | "enteredAt" | "entry" | "guests"> &
  Pick<Entry, "hostName" | "hostPhone" | "placeKind" | "address" | "arrivedAt" | "leavesOn" | "purpose" | "toldAt" | "dueAt"> & { readonly hamletName: string | null };

const logRow = sql`m.public_ref, m.code, m.channel, s.matter_id, s.entered_at, s.entry, s.guests, e.host_name, e.host_phone, e.place_kind, e.address, e.arrived_at, e.leaves_on,
  e.purpose, e.told_at, e.due_at, h.name as hamlet_name`;
const logJoins = sql`join matters m on m.commune_id = s.commune_id and m.id = s.matter_id
  join stay_entries e on e.commune_id = s.commune_id and e.matter_id = s.matter_id and e.entry = s.entry
  left join units h on h.id = e.hamlet_id`;

type Span = { readonly from: Date; readonly before: Date };

/** Declarations that the post entered in a span, the newest first. */
export async function listLog(
  tx: Tx,
  { communeId }: Place,
  { span, after, size }: { readonly span: Span; readonly after: InstantPosition | null; readonly size: number },
): Promise<readonly LogRow[]> {
  const { rows } = await sql<LogRow>`
    select ${logRow} from stays s ${logJoins}
    where s.commune_id = ${communeId} and s.entered_at >= ${span.from} and s.entered_at < ${span.before}
      and ${after ? sql`(s.entered_at, s.matter_id) < (${after.at}, ${after.id})` : sql`true`}
    order by s.entered_at desc, s.matter_id desc limit ${size}`.execute(tx.db);
  return rows;
}

export type LogSums = { readonly declarations: number; readonly guests: number; readonly late: number };

/** What the declarations of a span come to. */
export async function sumLog(tx: Tx, { communeId }: Place, { from, before }: Span): Promise<LogSums> {
  const { rows } = await sql<LogSums>`
    select count(*)::int as declarations, coalesce(sum(s.guests), 0)::int as guests, (count(*) filter (where e.told_at >= e.due_at))::int as late
    from stays s join stay_entries e on e.commune_id = s.commune_id and e.matter_id = s.matter_id and e.entry = s.entry
    where s.commune_id = ${communeId} and s.entered_at >= ${from} and s.entered_at < ${before}`.execute(tx.db);
  return rows[0] ?? { declarations: 0, guests: 0, late: 0 };
}

/** Declarations of the post by the name of a guest, marks aside, the newest first; at most 20. */
export async function searchStays(tx: Tx, { communeId }: Place, typed: string): Promise<readonly LogRow[]> {
  const pattern = `%${normalise(typed).replace(/[\\%_]/g, "\\$&")}%`;
  // Names are looked through in their index alone; declarations are fetched for the newest that fit, and only by the entry that holds.
  const { rows } = await sql<LogRow>`
    with named as materialized (select g.matter_id, g.entry from stay_guests g where g.commune_id = ${communeId} and g.norm like ${pattern})
    select ${logRow} from (select matter_id, max(entry) as entry from named group by matter_id order by matter_id desc limit 100) n
    join lateral (select * from stays s where s.commune_id = ${communeId} and s.matter_id = n.matter_id and s.entry = n.entry) s on true
    ${logJoins}
    order by s.entered_at desc, s.matter_id desc limit 20`.execute(tx.db);
  return rows;
}

/** A declaration that tells of a guest already. */
export type Known = { readonly publicRef: string; readonly code: string; readonly matterId: number; readonly number: number; readonly fullName: string };

/** Guests among these who are told of already for about the same time: arrived within a day of it, and not gone before. `except`: this declaration itself. */
export async function findKnown(
  tx: Tx,
  { communeId }: Place,
  given: { readonly hashes: readonly Buffer[]; readonly arrivedAt: Date; readonly except: number | null },
): Promise<readonly Known[]> {
  const { hashes, arrivedAt, except } = given;
  const { rows } = await sql<Known & { leftAt: Date | null }>`
    select m.public_ref, m.code, s.matter_id, g.number, g.full_name,
      (select d.left_at from stay_departures d where d.commune_id = g.commune_id and d.matter_id = g.matter_id and d.guest = g.number order by d.seq desc limit 1) as left_at
    from stay_guests g
    join stays s on s.commune_id = g.commune_id and s.matter_id = g.matter_id and s.entry = g.entry
    join stay_entries e on e.commune_id = s.commune_id and e.matter_id = s.matter_id and e.entry = s.entry
    join matters m on m.commune_id = s.commune_id and m.id = s.matter_id
    where g.commune_id = ${communeId} and g.who_hash = any(${hashes}::bytea[]) and s.matter_id is distinct from ${except}
      and e.arrived_at > ${arrivedAt}::timestamptz - interval '1 day' and e.arrived_at < ${arrivedAt}::timestamptz + interval '1 day'
    order by s.matter_id, g.number limit 50`.execute(tx.db);
  return rows.filter(({ leftAt }) => leftAt === null || leftAt > arrivedAt);
}

/** By which procedure stays of a commune were entered, by matter. */
export async function findProcedureCodes(tx: Tx, communeId: number, matterIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ matterId: number; procedureCode: string }>`
    select e.matter_id, e.procedure_code from stay_entries e where e.commune_id = ${communeId} and e.matter_id = any(${matterIds}::bigint[]) and e.entry = 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.matterId, row.procedureCode]));
}
