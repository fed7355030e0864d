-- Dated tree of units. A code is reused for other units over time, so (code, valid_from) is the identity and `id` its surrogate.
create table units (
  id int generated always as identity primary key,
  kind text not null check (kind in ('province', 'district', 'commune', 'hamlet')),
  code text not null,
  name text not null,
  short_name text not null,
  norm text not null,
  parent_id int references units (id),
  province_id int references units (id),
  valid_from date not null,
  valid_to date,
  source text not null,
  check (valid_to is null or valid_to > valid_from),
  unique (kind, code, valid_from)
);
create index units_parent on units (parent_id, kind, short_name);
create index units_code on units (code, valid_from desc);
create index units_norm on units (norm text_pattern_ops);

-- What became of a unit. `full`: the whole of it went there; `partial`: a part.
create table unit_lineage (
  old_id int not null references units (id),
  new_id int not null references units (id),
  on_date date not null,
  share text not null check (share in ('full', 'partial')),
  source text not null,
  primary key (old_id, new_id, on_date)
);
create index unit_lineage_new on unit_lineage (new_id, on_date);

create table unit_profiles (
  unit_id int not null references units (id),
  as_of date not null,
  area_hectares int check (area_hectares > 0),
  population int check (population >= 0),
  hamlet_count int check (hamlet_count >= 0),
  terrain text check (terrain in ('plain', 'hill', 'mountain', 'island')),
  phone text,
  address text,
  source text not null,
  primary key (unit_id, as_of)
);

alter table units enable row level security;
alter table units force row level security;
alter table unit_lineage enable row level security;
alter table unit_lineage force row level security;
alter table unit_profiles enable row level security;
alter table unit_profiles force row level security;
-- Units are public knowledge.
create policy units_read on units for select using (true);
create policy unit_lineage_read on unit_lineage for select using (true);
create policy unit_profiles_read on unit_profiles for select using (true);
grant select on units, unit_lineage, unit_profiles to scope_public, scope_commune, scope_province, scope_nation, scope_gate;
