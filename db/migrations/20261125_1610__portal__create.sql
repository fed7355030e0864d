-- What came from the national portal and was taken in: each message once, each national number once.
create table portal_arrivals (
  commune_id int not null,
  message_id text not null,
  province_id int not null,
  national_number text not null,
  matter_id bigint not null,
  -- Keyed hash of what was filed: the same message with other content is noticed, and nothing can be guessed from it.
  content_hash bytea not null,
  arrived_at timestamptz not null,
  primary key (commune_id, message_id)
);
create index portal_arrivals_number on portal_arrivals (commune_id, national_number);
create index portal_arrivals_matter on portal_arrivals (commune_id, matter_id);

-- What the portal is to be told, after the commit, at least once, under an id that stays the same.
create table portal_messages (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  matter_id bigint not null,
  message_id text not null,
  kind text not null check (kind in ('receipt', 'status')),
  body jsonb not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  primary key (commune_id, id),
  unique (commune_id, message_id)
);
create index portal_messages_waiting on portal_messages (commune_id, id) where sent_at is null;
create index portal_messages_matter on portal_messages (commune_id, matter_id);

alter table portal_arrivals enable row level security;
alter table portal_arrivals force row level security;
alter table portal_messages enable row level security;
alter table portal_messages force row level security;
create policy portal_arrivals_read on portal_arrivals for select to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy portal_arrivals_keep on portal_arrivals for insert to scope_commune
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()) and app_may('portal.exchange', commune_id, province_id));
create policy portal_messages_read on portal_messages for select to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy portal_messages_queue on portal_messages for insert to scope_commune
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()) and app_may('portal.exchange', commune_id, province_id));
create policy portal_messages_send on portal_messages for update to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()) and app_may('portal.exchange', commune_id, province_id));
grant select, insert on portal_arrivals to scope_commune;
grant select on portal_messages to scope_commune;
grant insert (commune_id, province_id, matter_id, message_id, kind, body, queued_at) on portal_messages to scope_commune;
grant update (sent_at, attempts) on portal_messages to scope_commune;

/* Communes that have something to tell the national portal: steps not yet reported, or messages not yet sent. */
create function communes_with_portal_news() returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select d.commune_id from dossiers d
  join matters m on m.commune_id = d.commune_id and m.id = d.matter_id
  where d.national_number is not null and not d.national_done and (m.version > d.national_reported or m.closed_at is not null)
  union
  select p.commune_id from portal_messages p where p.sent_at is null;
end;
revoke execute on function communes_with_portal_news from public;
grant execute on function communes_with_portal_news to scope_gate;
