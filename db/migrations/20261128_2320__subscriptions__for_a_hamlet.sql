-- A subscription of a third kind: a device on which somebody wants to be told of what a post announces to a hamlet in one regime. Whose it is, nobody knows.
alter table subscriptions add column hamlet_id int;
alter table subscriptions drop constraint subscriptions_check;
alter table subscriptions add constraint subscriptions_of_one check (num_nonnulls(matter_id, account_id, hamlet_id) = 1);
alter table subscriptions add constraint subscriptions_hamlet_by_push check (hamlet_id is null or channel = 'push');
create unique index subscriptions_hamlet_once on subscriptions (commune_id, regime, hamlet_id, address_hash) where ended_at is null and hamlet_id is not null;

-- Anybody starts one. It is seen and ended by its reference alone (subscriptions_held): no officer reads it, and no other resident.
create policy subscriptions_follow on subscriptions for insert to scope_public
  with check (commune_id = app_commune() and hamlet_id is not null and app_all_hamlets_of(array[hamlet_id], commune_id)
    and matter_id is null and account_id is null and channel = 'push' and confirmed_at is not null and ended_at is null);
grant insert (hamlet_id) on subscriptions to scope_public;

alter table deliveries add column announcement_id bigint;
alter table deliveries drop constraint deliveries_check1;
alter table deliveries add constraint deliveries_of_one check (num_nonnulls(notice_id, alert_id, announcement_id) <= 1);
grant insert (announcement_id) on deliveries to scope_commune;
-- What calls for one person goes before what goes to a whole commune: an officer is not woken after a thousand devices.
-- squawk-ignore require-concurrent-index-deletion
drop index deliveries_due;
create index deliveries_due on deliveries (commune_id, channel, (announcement_id is not null), next_at) where sent_at is null and gave_up_at is null;
-- One warning may have thousands of devices waiting: what is too old is found without reading them all.
create index deliveries_oldest on deliveries (commune_id, queued_at) where sent_at is null and gave_up_at is null;

/* The reference of the living subscription of a device, for whoever holds the device: who asks twice is led to the same page. */
create function hamlet_subscription_of(device bytea, at_commune int, in_regime text, of_hamlet int) returns text
language sql stable security definer set search_path = public
begin atomic
  select s.ref from subscriptions s
  where s.commune_id = at_commune and s.regime = in_regime and s.hamlet_id = of_hamlet and s.address_hash = device and s.ended_at is null;
end;
revoke execute on function hamlet_subscription_of from public;
grant execute on function hamlet_subscription_of to scope_public;

/* Communes in which something waits to be told now. */
create or replace function communes_with_tidings(at_instant timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select d.commune_id from deliveries d where d.sent_at is null and d.gave_up_at is null and d.next_at <= at_instant
  union
  select n.commune_id from notices n where n.sent_at is null and n.queued_at <= at_instant
  union
  select a.commune_id from alerts a where a.spread_at is null and a.queued_at <= at_instant
  union
  select w.commune_id from announcements w where w.spread_at is null and w.withdrawn_at is null and w.queued_at <= at_instant;
end;

/* Communes that keep an address which is to be erased: its matter was closed long enough ago, nobody confirmed it, or its officer has left. Each matter is looked up by itself: devices that are told of a hamlet live on without one, and their number is no reason to read every matter. */
create or replace function communes_keeping_addresses(closed_before timestamptz, asked_before timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select s.commune_id from subscriptions s
  where s.ended_at is null and s.matter_id is not null
    and (select m.closed_at from matters m where m.commune_id = s.commune_id and m.id = s.matter_id) < closed_before
  union
  select s.commune_id from subscriptions s where s.ended_at is null and s.confirmed_at is null and s.started_at < asked_before
  union
  select s.commune_id from subscriptions s
  join accounts a on a.id = s.account_id
  where s.ended_at is null and s.account_id is not null and a.closed_at is not null;
end;
