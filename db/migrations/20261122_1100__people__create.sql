create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Residents whom the post has served. One row per person, commune and regime: registers of different regimes never meet.
create table people (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  full_name text not null,
  norm text not null,
  born_on date not null,
  sex text not null check (sex in ('male', 'female')),
  address text not null,
  hamlet_id int,
  phone text,
  id_number_sealed bytea not null,
  id_number_hash bytea not null,
  id_last4 text not null check (id_last4 ~ '^[0-9]{4}$'),
  created_at timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, regime, id_number_hash)
);
create index people_name on people using gin (commune_id, norm gin_trgm_ops);
create index people_last4 on people (commune_id, id_last4);

alter table people enable row level security;
alter table people force row level security;
create policy people_commune on people to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()))
  with check (commune_id = app_commune() and regime = any (app_regimes()));
grant select on people to scope_commune;
grant insert (commune_id, province_id, regime, full_name, norm, born_on, sex, address, hamlet_id, phone, id_number_sealed, id_number_hash, id_last4, created_at) on people to scope_commune;
grant update (full_name, norm, born_on, sex, address, hamlet_id, phone) on people to scope_commune;
