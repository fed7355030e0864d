-- What the post and somebody who holds only a receipt write to each other. Sealed: it may name persons. What the holder of the
-- receipt writes comes in through the door, in the door's name.
create table messages (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  matter_id bigint not null,
  regime text not null,
  from_post boolean not null,
  actor_id int not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (commune_id, id)
);
create index messages_matter on messages (commune_id, matter_id, id);
alter table messages enable row level security;
alter table messages force row level security;
create policy messages_read on messages for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()));
create policy messages_write on messages for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and actor_id = app_actor());
create policy messages_held on messages for select to scope_public using (commune_id = app_commune() and matter_id = app_matter());
grant select on messages to scope_commune;
grant select (commune_id, id, matter_id, from_post, sealed, at) on messages to scope_public;
grant insert (commune_id, province_id, matter_id, regime, from_post, actor_id, sealed, at) on messages to scope_commune;
