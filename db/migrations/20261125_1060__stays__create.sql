-- The log of overnight stays. One row a declaration: which of its entries holds, and when the first was written, by which the log is read.
create table stays (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  entered_at timestamptz not null,
  entry int not null default 1 check (entry > 0),
  guests int not null check (guests > 0),
  primary key (commune_id, matter_id)
);
create index stays_log on stays (commune_id, entered_at, matter_id);

-- What was told. A correction is a further entry with its reason; nobody changes one. `due_at`: by when the stay was to be told.
create table stay_entries (
  commune_id int not null,
  matter_id bigint not null,
  entry int not null check (entry > 0),
  province_id int not null,
  written_at timestamptz not null,
  written_by int not null,
  reason text,
  procedure_code text not null,
  procedure_from date not null,
  host_name text not null,
  host_phone text,
  place_kind text not null,
  address text not null,
  hamlet_id int,
  arrived_at timestamptz not null,
  leaves_on date,
  purpose text not null,
  told_at timestamptz not null check (told_at <= written_at),
  due_at timestamptz not null,
  primary key (commune_id, matter_id, entry),
  check ((entry = 1) = (reason is null))
);

-- Guests of an entry. `who_hash` is one for the same person told of twice: by the number of her paper, else by name and birth.
create table stay_guests (
  commune_id int not null,
  matter_id bigint not null,
  entry int not null,
  number int not null check (number > 0),
  province_id int not null,
  full_name text not null,
  norm text not null,
  born_on date not null,
  sex text not null check (sex in ('male', 'female')),
  paper_kind text not null,
  paper_sealed bytea,
  paper_last4 text,
  who_hash bytea not null,
  primary key (commune_id, matter_id, entry, number),
  check ((paper_sealed is null) = (paper_last4 is null))
);
create index stay_guests_names on stay_guests (commune_id, norm, matter_id, entry);
create index stay_guests_who on stay_guests (commune_id, who_hash);

-- When guests left, as it was told. The last line about a guest holds; without an instant it says that she is still there after all.
create table stay_departures (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  guest int not null,
  province_id int not null,
  left_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by int not null,
  primary key (commune_id, matter_id, guest, seq)
);

alter table stays enable row level security;
alter table stays force row level security;
alter table stay_entries enable row level security;
alter table stay_entries force row level security;
alter table stay_guests enable row level security;
alter table stay_guests force row level security;
alter table stay_departures enable row level security;
alter table stay_departures force row level security;

create policy stays_read on stays for select to scope_commune using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy stays_enter on stays for insert to scope_commune
  with check (commune_id = app_commune() and app_may('counter.enterStay', commune_id, province_id));
create policy stays_correct on stays for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('counter.enterStay', commune_id, province_id));
create policy stay_entries_read on stay_entries for select to scope_commune using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy stay_entries_append on stay_entries for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('counter.enterStay', commune_id, province_id));
create policy stay_guests_read on stay_guests for select to scope_commune using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy stay_guests_append on stay_guests for insert to scope_commune
  with check (commune_id = app_commune() and app_may('counter.enterStay', commune_id, province_id));
create policy stay_departures_read on stay_departures for select to scope_commune using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy stay_departures_append on stay_departures for insert to scope_commune
  with check (commune_id = app_commune() and recorded_by = app_actor() and app_may('counter.enterStay', commune_id, province_id));

grant select, insert on stays, stay_entries, stay_guests, stay_departures to scope_commune;
grant update (entry, guests) on stays to scope_commune;
