import { sql } from "kysely";
import { dayOf, instantAt } from "../../../base/day.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { type At, type Household, type Meeting, type NewMeeting, on } from "./tables.ts";

export async function insertMeeting(tx: Tx, row: NewMeeting): Promise<void> {
  await on(tx).insertInto("meetings").values(row).execute();
}

export async function findMeeting(tx: Tx, { communeId, matterId }: At): Promise<(Meeting & { readonly hamletName: string | null }) | null> {
  const found = on(tx).selectFrom("meetings as g").leftJoin("units as h", "h.id", "g.hamletId").selectAll("g").select("h.name as hamletName");
  return (await found.where("g.communeId", "=", communeId).where("g.matterId", "=", matterId).executeTakeFirst()) ?? null;
}

type Change = Partial<
  Pick<Meeting, "topic" | "hamletId" | "place" | "startsAt" | "endsAt" | "hosts" | "agenda" | "plannedAt" | "calledOffAt" | "calledOffBecause" | "minutedAt" | "conclusion"> & {
    readonly minutes: string;
  }
>;

export async function updateMeeting(tx: Tx, { communeId, matterId }: At, change: Change): Promise<void> {
  await on(tx).updateTable("meetings").set(change).where("communeId", "=", communeId).where("matterId", "=", matterId).execute();
}

export type MeetingRow = Pick<Matter, "publicRef" | "code" | "state"> &
  Pick<Meeting, "matterId" | "kind" | "topic" | "place" | "startsAt"> & { readonly hamletName: string | null; readonly opinions: number };

/** Meetings of a post, the latest first. */
export async function listMeetings(
  tx: Tx,
  { communeId }: Place,
  { after, size }: { readonly after: InstantPosition | null; readonly size: number },
): Promise<readonly MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.public_ref, m.code, m.state, g.matter_id, g.kind, g.topic, g.place, g.starts_at, h.name as hamlet_name,
      (select count(*)::int from opinions o join matters q on q.commune_id = o.commune_id and q.id = o.matter_id
        where o.commune_id = g.commune_id and o.meeting_id = g.matter_id and q.state <> 'discarded') as opinions
    from meetings g join matters m on m.commune_id = g.commune_id and m.id = g.matter_id left join units h on h.id = g.hamlet_id
    where g.commune_id = ${communeId} and ${after ? sql`(g.starts_at, g.matter_id) < (${after.at}, ${after.id})` : sql`true`}
    order by g.starts_at desc, g.matter_id desc limit ${size}`.execute(tx.db);
  return rows;
}

export type PublicMeeting = Pick<
  Meeting,
  "publicRef" | "kind" | "topic" | "place" | "startsAt" | "endsAt" | "hosts" | "agenda" | "plannedAt" | "calledOffAt" | "calledOffBecause" | "hamletId"
> & {
  readonly hamletName: string | null;
  readonly hamletCode: string | null;
};

const asPublic = sql`g.public_ref, g.kind, g.topic, g.place, g.starts_at, g.ends_at, g.hosts, g.agenda, g.planned_at, g.called_off_at, g.called_off_because, g.hamlet_id,
  h.name as hamlet_name, h.code as hamlet_code`;

/**
 * Meetings of a commune that are open to everybody and not over, the next first; for a transaction to which the commune was opened. One that was called off is told of until
 * its day has passed: who heard that it takes place must hear that it does not.
 */
export async function listComingMeetings(tx: Tx, communeId: number, hamletId: number | null): Promise<readonly PublicMeeting[]> {
  const { rows } = await sql<PublicMeeting>`
    select ${asPublic} from meetings g left join units h on h.id = g.hamlet_id
    where g.commune_id = ${communeId} and g.kind <> 'cell' and g.ends_at >= ${instantAt(dayOf(tx.now), "00:00")} and (g.called_off_at is not null or g.ends_at >= ${tx.now})
      and g.minuted_at is null and ${hamletId === null ? sql`true` : sql`(g.hamlet_id = ${hamletId} or g.hamlet_id is null)`}
    order by g.starts_at, g.matter_id limit 50`.execute(tx.db);
  return rows;
}

/** A meeting open to everybody by its reference. */
export async function findPublicMeeting(tx: Tx, communeId: number, ref: string): Promise<PublicMeeting | null> {
  const { rows } = await sql<PublicMeeting>`
    select ${asPublic} from meetings g left join units h on h.id = g.hamlet_id where g.commune_id = ${communeId} and g.public_ref = ${ref} and g.kind <> 'cell'`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertHousehold(tx: Tx, row: Household): Promise<void> {
  await on(tx).insertInto("meetingHouseholds").values(row).execute();
}

/** Whether the form with a key has noted a household in a meeting already. */
export async function isNoted(tx: Tx, { communeId, matterId }: At, key: string): Promise<boolean> {
  const found = on(tx).selectFrom("meetingHouseholds").select("number").where("communeId", "=", communeId).where("meetingId", "=", matterId);
  return (await found.where("formKey", "=", key).executeTakeFirst()) !== undefined;
}

/** How many households and people came, and the number of the last line. */
export async function countHouseholds(tx: Tx, { communeId, matterId }: At): Promise<{ readonly households: number; readonly people: number; readonly last: number }> {
  const { rows } = await sql<{ households: number; people: number; last: number }>`
    select count(*)::int as households, coalesce(sum(people), 0)::int as people, coalesce(max(number), 0)::int as last
    from meeting_households where commune_id = ${communeId} and meeting_id = ${matterId}`.execute(tx.db);
  return rows[0] ?? { households: 0, people: 0, last: 0 };
}

/** Who came, as noted; at most 500 households. */
export async function listHouseholds(tx: Tx, { communeId, matterId }: At): Promise<readonly Pick<Household, "number" | "sealed" | "people">[]> {
  return await on(tx)
    .selectFrom("meetingHouseholds")
    .select(["number", "sealed", "people"])
    .where("communeId", "=", communeId)
    .where("meetingId", "=", matterId)
    .orderBy("number")
    .limit(500)
    .execute();
}
