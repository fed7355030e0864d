/* Whether all of these are hamlets of a commune, as they are or as they were. */
create function app_all_hamlets_of(asked int[], of_commune int) returns boolean language sql stable as $$
  select not exists (
    select from unnest(asked) h where not exists (select from units u where u.id = h and u.kind = 'hamlet' and u.parent_id = of_commune)
  )
$$;

-- What a post tells everybody who asked to be told, beside the public page that says the same: a headline and where to read on. No person stands in it.
create table announcements (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  key text not null,
  -- For whom; none: the whole commune.
  hamlet_ids int[] not null,
  headline text not null,
  href text not null check (href like '/%' and href not like '//%'),
  queued_at timestamptz not null,
  -- When it was written down to whom it goes; null: that is still to be done.
  spread_at timestamptz,
  -- Taken back: whoever was not told by then is not told any more.
  withdrawn_at timestamptz,
  primary key (commune_id, id),
  unique (commune_id, key)
);
create index announcements_waiting on announcements (commune_id, id) where spread_at is null and withdrawn_at is null;
create index announcements_waiting_somewhere on announcements (queued_at, commune_id) where spread_at is null and withdrawn_at is null;

alter table announcements enable row level security;
alter table announcements force row level security;
-- Who works in a regime of a post announces in it, for its own hamlets, and takes back. The house's own jobs, which work in a commune as nobody, spread.
create policy announcements_queue on announcements for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and spread_at is null and withdrawn_at is null and app_all_hamlets_of(hamlet_ids, commune_id));
create policy announcements_read on announcements for select to scope_commune using (commune_id = app_commune() and regime = any (app_regimes()));
create policy announcements_withdraw on announcements for update to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and app_actor() is not null)
  with check (commune_id = app_commune() and regime = any (app_regimes()) and withdrawn_at is not null);
create policy announcements_house on announcements for select to scope_commune using (commune_id = app_commune() and app_actor() is null);
create policy announcements_house_spread on announcements for update to scope_commune
  using (commune_id = app_commune() and app_actor() is null) with check (commune_id = app_commune() and app_actor() is null);
grant select on announcements to scope_commune;
grant insert (commune_id, province_id, regime, key, hamlet_ids, headline, href, queued_at) on announcements to scope_commune;
grant update (spread_at, withdrawn_at) on announcements to scope_commune;
