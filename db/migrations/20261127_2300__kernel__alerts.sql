-- What an officer is to be told, one row for each officer. It names no person: a template, and the code of a matter at most.
create table alerts (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  account_id int not null,
  key text not null,
  template text not null,
  facts jsonb not null,
  queued_at timestamptz not null,
  -- When it was given to the devices on which he wants to be woken; null: that is still to be done.
  spread_at timestamptz,
  read_at timestamptz,
  primary key (commune_id, id),
  unique (commune_id, account_id, key)
);
create index alerts_mine on alerts (commune_id, account_id, id desc);
create index alerts_unread on alerts (account_id) where read_at is null;
create index alerts_waiting on alerts (commune_id, id) where spread_at is null;
create index alerts_waiting_somewhere on alerts (queued_at, commune_id) where spread_at is null;

alter table alerts enable row level security;
alter table alerts force row level security;
-- Whoever acts in a commune, or its clock, may tell its officers of a regime that he works in; each reads his own.
create policy alerts_queue on alerts for insert to scope_commune with check (commune_id = app_commune() and regime = any (app_regimes()));
create policy alerts_own on alerts for select to scope_commune using (commune_id = app_commune() and account_id = app_actor());
create policy alerts_own_read on alerts for update to scope_commune
  using (commune_id = app_commune() and account_id = app_actor()) with check (commune_id = app_commune() and account_id = app_actor());
-- Only the house's own jobs work in a commune as nobody.
create policy alerts_house on alerts for select to scope_commune using (commune_id = app_commune() and app_actor() is null);
create policy alerts_house_spread on alerts for update to scope_commune
  using (commune_id = app_commune() and app_actor() is null) with check (commune_id = app_commune() and app_actor() is null);
-- The gate counts what an officer has not seen, for the number beside the section.
create policy alerts_gate on alerts for select to scope_gate using (true);
grant select on alerts to scope_commune;
grant select (account_id, read_at) on alerts to scope_gate;
grant insert (commune_id, province_id, regime, account_id, key, template, facts, queued_at) on alerts to scope_commune;
grant update (spread_at, read_at) on alerts to scope_commune;

/* Officers of the asker's own post who hold a right there today. The same answer as app_may, for all of them at once. */
create function officers_holding(asked_right text, at_commune int) returns table (account_id int)
language sql stable security definer set search_path = public
begin atomic
  select distinct a.id from account_grants g
  join accounts a on a.id = g.account_id and a.closed_at is null
  join role_rights r on r.role = g.role
  where at_commune = app_commune() and g.scope = 'commune' and g.unit_id = at_commune
    and r."right" = asked_right
    and (g.regimes is null or r.regime = any (g.regimes))
    and g.valid_from <= (app_now() at time zone 'Asia/Ho_Chi_Minh')::date
    and (g.valid_to is null or g.valid_to > (app_now() at time zone 'Asia/Ho_Chi_Minh')::date);
end;
revoke execute on function officers_holding from public;
grant execute on function officers_holding to scope_commune;
create index account_grants_unit on account_grants (unit_id) where scope = 'commune';
