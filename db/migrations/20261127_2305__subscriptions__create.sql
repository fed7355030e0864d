-- Which subscription a transaction was opened for, by the reference that stands in a letter.
create function app_subscription() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.subscription', true), '')::bigint;

-- An address at which somebody wants to be told: of one matter (a resident), or of what calls for him (an officer).
-- The address is sealed, and erased with the end of the subscription.
create table subscriptions (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  matter_id bigint,
  account_id int,
  ref text not null,
  channel text not null check (channel in ('email', 'push')),
  lang text not null check (lang in ('vi', 'en')),
  address_sealed bytea,
  address_hash bytea,
  started_at timestamptz not null,
  -- How often a confirmation was asked for; each has a letter of its own.
  asked int not null default 1 check (asked between 1 and 1000),
  confirmed_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('stopped', 'gone', 'refused', 'unconfirmed', 'closed')),
  primary key (commune_id, id),
  unique (commune_id, ref),
  check ((matter_id is null) <> (account_id is null)),
  check (account_id is null or channel = 'push'),
  check (channel = 'email' or confirmed_at is not null),
  check ((ended_at is null) = (end_reason is null)),
  check ((ended_at is null) = (address_sealed is not null)),
  check ((ended_at is null) = (address_hash is not null))
);
create index subscriptions_ref on subscriptions (ref);
create index subscriptions_matter on subscriptions (commune_id, matter_id, id);
create unique index subscriptions_once on subscriptions (commune_id, matter_id, address_hash) where ended_at is null and matter_id is not null;
create unique index subscriptions_device_once on subscriptions (commune_id, account_id, address_hash) where ended_at is null and account_id is not null;
create index subscriptions_asked on subscriptions (commune_id, started_at) where confirmed_at is null and ended_at is null;
create index subscriptions_live on subscriptions (commune_id, matter_id) where ended_at is null and matter_id is not null;

-- One telling of one notice (or alert, or request to confirm) over one subscription.
create table deliveries (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  subscription_id bigint not null,
  channel text not null,
  matter_id bigint,
  account_id int,
  notice_id bigint,
  alert_id bigint,
  -- What is sent twice carries the same mark for the receiver's programme, made from this.
  key text not null,
  queued_at timestamptz not null,
  next_at timestamptz not null,
  attempts int not null default 0 check (attempts >= 0),
  last_error text check (last_error in ('timeout', 'connection', 'busy', 'refused', 'gone', 'ourFault', 'expired', 'ended')),
  sent_at timestamptz,
  gave_up_at timestamptz,
  primary key (commune_id, id),
  unique (commune_id, key),
  check (sent_at is null or gave_up_at is null),
  check (notice_id is null or alert_id is null)
);
create index deliveries_due on deliveries (commune_id, channel, next_at) where sent_at is null and gave_up_at is null;
create index deliveries_due_somewhere on deliveries (next_at, commune_id) where sent_at is null and gave_up_at is null;
create index deliveries_matter on deliveries (commune_id, matter_id, id desc);
create index deliveries_notice on deliveries (commune_id, notice_id, id);

-- How many letters that ask for a confirmation went to one address, or for one matter, on a day: by a keyed hash, forgotten after the day.
create table confirmation_counts (
  hash bytea not null,
  day date not null,
  count int not null check (count > 0),
  primary key (hash, day)
);
create index confirmation_counts_day on confirmation_counts (day);

alter table subscriptions enable row level security;
alter table subscriptions force row level security;
alter table deliveries enable row level security;
alter table deliveries force row level security;
alter table confirmation_counts enable row level security;
alter table confirmation_counts force row level security;

-- A resident sees and ends the subscriptions of the matter that she opened. Confirming is for whoever holds the letter.
create policy subscriptions_of_matter on subscriptions for select to scope_public using (commune_id = app_commune() and matter_id = app_matter());
create policy subscriptions_ask on subscriptions for insert to scope_public
  with check (commune_id = app_commune() and matter_id = app_matter() and ended_at is null and (channel = 'push') = (confirmed_at is not null));
create policy subscriptions_change on subscriptions for update to scope_public
  using (commune_id = app_commune() and matter_id = app_matter())
  with check (commune_id = app_commune() and matter_id = app_matter() and (ended_at is not null or confirmed_at is null));
create policy subscriptions_held on subscriptions for select to scope_public using (commune_id = app_commune() and id = app_subscription());
create policy subscriptions_held_change on subscriptions for update to scope_public
  using (commune_id = app_commune() and id = app_subscription()) with check (commune_id = app_commune() and id = app_subscription());
-- At the counter an address is put in and never read back.
create policy subscriptions_at_counter on subscriptions for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and matter_id is not null and channel = 'email' and confirmed_at is null
    and ended_at is null and app_may('counter.receive', commune_id, province_id));
-- An officer's devices are his own.
create policy subscriptions_own on subscriptions for select to scope_commune using (commune_id = app_commune() and account_id = app_actor());
create policy subscriptions_own_start on subscriptions for insert to scope_commune with check (commune_id = app_commune() and account_id = app_actor() and ended_at is null);
create policy subscriptions_own_end on subscriptions for update to scope_commune
  using (commune_id = app_commune() and account_id = app_actor()) with check (commune_id = app_commune() and account_id = app_actor() and ended_at is not null);
-- The house's own jobs, which work in a commune as nobody, send and erase.
create policy subscriptions_house on subscriptions for select to scope_commune using (commune_id = app_commune() and app_actor() is null);
create policy subscriptions_house_end on subscriptions for update to scope_commune
  using (commune_id = app_commune() and app_actor() is null) with check (commune_id = app_commune() and ended_at is not null);
grant select on subscriptions to scope_public, scope_commune;
grant insert (commune_id, province_id, regime, matter_id, ref, channel, lang, address_sealed, address_hash, started_at, confirmed_at) on subscriptions to scope_public;
grant insert (commune_id, province_id, regime, matter_id, account_id, ref, channel, lang, address_sealed, address_hash, started_at, confirmed_at) on subscriptions to scope_commune;
grant update (asked, confirmed_at, ended_at, end_reason, address_sealed, address_hash) on subscriptions to scope_public;
grant update (ended_at, end_reason, address_sealed, address_hash) on subscriptions to scope_commune;

-- Officers see what was told and whether it arrived, never where to; what goes to an officer is his own.
create policy deliveries_read on deliveries for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and account_id is null);
create policy deliveries_own on deliveries for select to scope_commune using (commune_id = app_commune() and account_id = app_actor());
create policy deliveries_of_matter on deliveries for select to scope_public using (commune_id = app_commune() and matter_id = app_matter());
create policy deliveries_house on deliveries to scope_commune
  using (commune_id = app_commune() and app_actor() is null) with check (commune_id = app_commune() and app_actor() is null);
grant select on deliveries to scope_commune;
grant select (commune_id, id, subscription_id, channel, matter_id, notice_id, queued_at, sent_at, gave_up_at, last_error) on deliveries to scope_public;
grant insert (commune_id, province_id, regime, subscription_id, channel, matter_id, account_id, notice_id, alert_id, key, queued_at, next_at) on deliveries to scope_commune;
grant update (next_at, attempts, last_error, sent_at, gave_up_at) on deliveries to scope_commune;

create policy confirmation_counts_gate on confirmation_counts for select to scope_gate using (true);
grant select on confirmation_counts to scope_gate;

/* The subscription that a reference opens. */
create function find_subscription(held text) returns table (commune_id int, id bigint)
language sql stable security definer set search_path = public
begin atomic
  select s.commune_id, s.id from subscriptions s where s.ref = held limit 1;
end;
revoke execute on function find_subscription from public;
grant execute on function find_subscription to scope_public;

/* Counts one more letter under a hash, unless the day has had its most. True when it may go. */
create function count_confirmation(counted bytea, on_day date, most int) returns boolean
language sql volatile security definer set search_path = public
begin atomic
  insert into confirmation_counts as c (hash, day, count) values (counted, on_day, 1)
  on conflict (hash, day) do update set count = c.count + 1 where c.count < most
  returning true;
end;
revoke execute on function count_confirmation from public;
grant execute on function count_confirmation to scope_public, scope_commune;

/* Forgets the counts of days gone by. */
create function forget_confirmations(before_day date) returns void
language sql volatile security definer set search_path = public
begin atomic
  delete from confirmation_counts where day < before_day;
end;
revoke execute on function forget_confirmations from public;
grant execute on function forget_confirmations to scope_gate;

/* Communes in which something waits to be told now. */
create function communes_with_tidings(at_instant timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select d.commune_id from deliveries d where d.sent_at is null and d.gave_up_at is null and d.next_at <= at_instant
  union
  select n.commune_id from notices n where n.sent_at is null and n.queued_at <= at_instant
  union
  select a.commune_id from alerts a where a.spread_at is null and a.queued_at <= at_instant;
end;
revoke execute on function communes_with_tidings from public;
grant execute on function communes_with_tidings to scope_gate;

/* Communes that keep an address which is to be erased: its matter was closed long enough ago, nobody confirmed it, or its officer has left. */
create function communes_keeping_addresses(closed_before timestamptz, asked_before timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select s.commune_id from subscriptions s
  join matters m on m.commune_id = s.commune_id and m.id = s.matter_id
  where s.ended_at is null and s.matter_id is not null and m.closed_at < closed_before
  union
  select s.commune_id from subscriptions s where s.ended_at is null and s.confirmed_at is null and s.started_at < asked_before
  union
  select s.commune_id from subscriptions s
  join accounts a on a.id = s.account_id
  where s.ended_at is null and s.account_id is not null and a.closed_at is not null;
end;
revoke execute on function communes_keeping_addresses from public;
grant execute on function communes_keeping_addresses to scope_gate;
