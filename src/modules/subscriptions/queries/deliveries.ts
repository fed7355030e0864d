import { type Generated, type Selectable, sql } from "kysely";
import type { Lang } from "../../../base/lang.ts";
import type { Regime } from "../../../kernel/rights.ts";
import type { Facts } from "../../../kernel/tables.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { ChannelName, OfMatter } from "./subscriptions.ts";

/** Why something was not taken, or is not sent any more. It says nothing about whom it was for. */
export type DeliveryFault = "timeout" | "connection" | "busy" | "refused" | "gone" | "ourFault" | "expired" | "ended";

type DeliveriesTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  regime: Regime;
  subscriptionId: number;
  channel: ChannelName;
  matterId: number | null;
  accountId: number | null;
  noticeId: number | null;
  alertId: number | null;
  announcementId: number | null;
  key: string;
  queuedAt: Date;
  nextAt: Date;
  attempts: Generated<number>;
  lastError: DeliveryFault | null;
  sentAt: Date | null;
  gaveUpAt: Date | null;
};
const on = (tx: Tx) => tx.db.withTables<{ deliveries: DeliveriesTable }>();

/** Writes down to whom taken notices go: whoever confirmed for the matter, over every way that was chosen. */
export async function spreadNotices(tx: Tx, noticeIds: readonly number[]): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await sql`
    insert into deliveries (commune_id, province_id, regime, subscription_id, channel, matter_id, notice_id, key, queued_at, next_at)
    select s.commune_id, s.province_id, n.regime, s.id, s.channel, s.matter_id, n.id, 'notice:' || n.id || ':' || s.id, ${tx.now}, ${tx.now}
    from notices n join subscriptions s on s.commune_id = n.commune_id and s.matter_id = n.matter_id
    where n.commune_id = ${communeId} and n.id = any(${noticeIds}::bigint[]) and s.ended_at is null and s.confirmed_at is not null
    order by n.id, s.id
    on conflict do nothing`.execute(tx.db);
}

/** Writes down on which devices taken alerts wake their officers; with the instant of the alert, which may be rounded where who told of it stays unknown. */
export async function spreadAlerts(tx: Tx, alertIds: readonly number[]): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await sql`
    insert into deliveries (commune_id, province_id, regime, subscription_id, channel, account_id, alert_id, key, queued_at, next_at)
    select s.commune_id, s.province_id, a.regime, s.id, s.channel, s.account_id, a.id, 'alert:' || a.id || ':' || s.id, a.queued_at, a.queued_at
    from alerts a join subscriptions s on s.commune_id = a.commune_id and s.account_id = a.account_id
    where a.commune_id = ${communeId} and a.id = any(${alertIds}::bigint[]) and s.ended_at is null
    order by a.id, s.id
    on conflict do nothing`.execute(tx.db);
}

/** Writes down on which devices taken announcements are told: each device once, whatever number of hamlets it asked for. An old one is given up as if it had waited here. */
export async function spreadAnnouncements(tx: Tx, announcementIds: readonly number[]): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await sql`
    insert into deliveries (commune_id, province_id, regime, subscription_id, channel, announcement_id, key, queued_at, next_at)
    select distinct on (w.id, s.address_hash) s.commune_id, s.province_id, w.regime, s.id, s.channel, w.id, 'announcement:' || w.id || ':' || s.id, w.queued_at, ${tx.now}::timestamptz
    from announcements w join subscriptions s on s.commune_id = w.commune_id and s.regime = w.regime
    where w.commune_id = ${communeId} and w.id = any(${announcementIds}::bigint[]) and s.ended_at is null and s.hamlet_id is not null
      and (w.hamlet_ids = '{}' or s.hamlet_id = any(w.hamlet_ids))
    order by w.id, s.address_hash, s.id
    on conflict do nothing`.execute(tx.db);
}

/** Writes down the letters that ask for a confirmation: one for each time that somebody asked. */
export async function spreadConfirmations(tx: Tx): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await sql`
    insert into deliveries (commune_id, province_id, regime, subscription_id, channel, matter_id, key, queued_at, next_at)
    select s.commune_id, s.province_id, s.regime, s.id, s.channel, s.matter_id, 'confirm:' || s.id || ':' || s.asked, ${tx.now}, ${tx.now}
    from subscriptions s
    where s.commune_id = ${communeId} and s.confirmed_at is null and s.ended_at is null
    on conflict do nothing`.execute(tx.db);
}

/** What was claimed for sending, with all that is needed to write it. `address` null: the subscription ended meanwhile. */
export type Claimed = {
  readonly communeId: number;
  readonly id: number;
  readonly key: string;
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly subscriptionId: number;
  readonly ref: string;
  readonly lang: Lang;
  readonly address: Buffer | null;
  readonly confirmed: boolean;
  readonly noticeTemplate: string | null;
  readonly code: string | null;
  readonly alertTemplate: string | null;
  readonly alertFacts: Facts | null;
  readonly headline: string | null;
  readonly href: string | null;
  /** Taken back after it was written down. */
  readonly withdrawn: boolean;
};

/** Claims what is due on a channel: what calls for one person before what goes to many, each oldest first. Nobody else claims it before `until`: who dies with it in hand holds it up no longer than that. */
export async function claimDue(tx: Tx, channel: ChannelName, { most, until }: { readonly most: number; readonly until: Date }): Promise<readonly Claimed[]> {
  const { communeId } = placeOf(tx.actor);
  const { rows } = await sql<Claimed>`
    with due as materialized (
      select id from deliveries
      where commune_id = ${communeId} and channel = ${channel} and sent_at is null and gave_up_at is null and next_at <= ${tx.now}
      order by (announcement_id is not null), next_at limit ${most} for update skip locked
    ), claimed as (
      update deliveries d set attempts = d.attempts + 1, next_at = ${until} from due where d.commune_id = ${communeId} and d.id = due.id
      returning d.commune_id, d.id, d.key, d.attempts, d.queued_at, d.subscription_id, d.notice_id, d.alert_id, d.announcement_id
    )
    select c.commune_id, c.id, c.key, c.attempts, c.queued_at, c.subscription_id, s.ref, s.lang, s.address_sealed as address,
           s.confirmed_at is not null as confirmed, n.template as notice_template, m.code, a.template as alert_template, a.facts as alert_facts,
           w.headline, w.href, w.withdrawn_at is not null as withdrawn
    from claimed c
    join subscriptions s on s.commune_id = c.commune_id and s.id = c.subscription_id
    left join notices n on n.commune_id = c.commune_id and n.id = c.notice_id
    left join matters m on m.commune_id = n.commune_id and m.id = n.matter_id
    left join alerts a on a.commune_id = c.commune_id and a.id = c.alert_id
    left join announcements w on w.commune_id = c.commune_id and w.id = c.announcement_id`.execute(tx.db);
  return rows;
}

type One = Pick<Claimed, "communeId" | "id">;
const open = (tx: Tx, { communeId, id }: One) =>
  on(tx).updateTable("deliveries").where("communeId", "=", communeId).where("id", "=", id).where("sentAt", "is", null).where("gaveUpAt", "is", null);

/** When a telling ended: its own instant, but for an alert, which is written down with the instant of its cause alone. */
const endedAt = (tx: Tx) => sql<Date>`case when alert_id is null then ${tx.now}::timestamptz else queued_at end`;

export async function setSent(tx: Tx, one: One): Promise<void> {
  await open(tx, one)
    .set({ sentAt: endedAt(tx), nextAt: endedAt(tx), lastError: null })
    .execute();
}

export async function setLater(tx: Tx, one: One, { fault, at }: { readonly fault: DeliveryFault; readonly at: Date }): Promise<void> {
  await open(tx, one).set({ lastError: fault, nextAt: at }).execute();
}

export async function setGivenUp(tx: Tx, one: One, fault: DeliveryFault): Promise<void> {
  await open(tx, one)
    .set({ lastError: fault, gaveUpAt: endedAt(tx), nextAt: endedAt(tx) })
    .execute();
}

/** Gives back what was claimed and not tried: it counts as no attempt. */
export async function giveBack(tx: Tx, ids: readonly number[], at: Date): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await sql`
    update deliveries set attempts = attempts - 1, next_at = ${at}
    where commune_id = ${communeId} and id = any(${ids}::bigint[]) and sent_at is null and gave_up_at is null`.execute(tx.db);
}

/** Gives up what has waited since before an instant, so that nothing old is told and nothing piles up. */
export async function giveUpOld(tx: Tx, before: Date): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  await on(tx)
    .updateTable("deliveries")
    .set({ gaveUpAt: tx.now, lastError: "expired" })
    .where("communeId", "=", communeId)
    .where("sentAt", "is", null)
    .where("gaveUpAt", "is", null)
    .where("queuedAt", "<", before)
    .execute();
}

/** Communes in which something waits to be told; asked at the gate. */
export async function listCommunesWaiting(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ communeId: number }>`select * from communes_with_tidings(${tx.now})`.execute(tx.db);
  return rows.map(({ communeId }) => communeId);
}

/** How one telling went, for pages; `noticeId` null: the letter that asks for a confirmation. */
export type Told = Pick<Selectable<DeliveriesTable>, "id" | "subscriptionId" | "channel" | "noticeId" | "queuedAt" | "sentAt" | "gaveUpAt" | "lastError">;
const shown = ["id", "subscriptionId", "channel", "noticeId", "queuedAt", "sentAt", "gaveUpAt", "lastError"] as const;

/** What the resident who opened a matter was told, newest first, and letters to confirm that could not arrive; at most so many. */
export async function listToldOf(tx: Tx, { communeId, matterId }: OfMatter, most: number): Promise<readonly Told[]> {
  return await on(tx)
    .selectFrom("deliveries")
    .select(shown)
    .where("communeId", "=", communeId)
    .where("matterId", "=", matterId)
    .where((eb) => eb.or([eb("noticeId", "is not", null), eb("lastError", "in", forGood)]))
    .orderBy("id", "desc")
    .limit(most)
    .execute();
}

/** Faults by which the receiver says no for good. */
export const forGood: readonly DeliveryFault[] = ["gone", "refused"];

/** With what it was about; null: a letter that asks for a confirmation. */
export type ToldOfficer = Told & { readonly template: string | null };

/** All that was sent about a matter, newest first, for its officers; at most fifty. */
export async function listToldOfficer(tx: Tx, { communeId, matterId }: OfMatter): Promise<readonly ToldOfficer[]> {
  return await on(tx)
    .selectFrom("deliveries as d")
    .leftJoin("notices as n", (join) => join.onRef("n.communeId", "=", "d.communeId").onRef("n.id", "=", "d.noticeId"))
    .select(["d.id", "d.subscriptionId", "d.channel", "d.noticeId", "d.queuedAt", "d.sentAt", "d.gaveUpAt", "d.lastError", "n.template"])
    .where("d.communeId", "=", communeId)
    .where("d.matterId", "=", matterId)
    .orderBy("d.id", "desc")
    .limit(50)
    .execute();
}

/** How notices of the actor's commune were told, by notice. */
export async function listToldByNotice(tx: Tx, noticeIds: readonly number[]): Promise<ReadonlyMap<number, readonly Told[]>> {
  if (noticeIds.length === 0) return new Map();
  const { communeId } = placeOf(tx.actor);
  const rows = await on(tx)
    .selectFrom("deliveries")
    .select(shown)
    .where("communeId", "=", communeId)
    .where(sql<boolean>`notice_id = any(${noticeIds}::bigint[])`)
    .orderBy("noticeId")
    .orderBy("id")
    .execute();
  return Map.groupBy(rows, (row) => row.noticeId ?? 0);
}
