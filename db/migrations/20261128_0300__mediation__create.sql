-- The hamlet's own team of mediators. Whoever leaves gets a last day; the row stays, because old disputes name it.
create table mediators (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  hamlet_id int not null,
  full_name text not null,
  phone text,
  leads boolean not null default false,
  from_day date not null,
  to_day date,
  added_by int not null,
  primary key (commune_id, id),
  check (to_day is null or to_day >= from_day)
);
create index mediators_team on mediators (commune_id, hamlet_id, id);

-- A dispute: its kind and place in the open, what was told and what was agreed sealed. Who the parties are lies in identities.
create table disputes (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  kind text not null,
  hamlet_id int not null,
  spot text not null,
  spot_norm text not null,
  asked_by text not null check (asked_by in ('party', 'witnessed', 'referred')),
  told_sealed bytea not null,
  received_at timestamptz not null,
  assigned_at timestamptz,
  start_by timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('settled', 'unsettled', 'ended', 'excluded')),
  reason text,
  agreement_sealed bytea,
  primary key (commune_id, matter_id),
  check ((ended_at is null) = (outcome is null)),
  check ((assigned_at is null) = (start_by is null))
);
create index disputes_register on disputes (commune_id, received_at, matter_id);
create index disputes_spot on disputes (commune_id, hamlet_id, spot_norm, matter_id);
create index disputes_open on disputes (commune_id, matter_id) where ended_at is null;

-- Who mediates, by the move that named them; the rows of the last such move hold.
create table dispute_mediators (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  mediator_id bigint not null,
  province_id int not null,
  primary key (commune_id, matter_id, seq, mediator_id)
);

create table dispute_sessions (
  commune_id int not null,
  matter_id bigint not null,
  number int not null check (number > 0),
  province_id int not null,
  held_at timestamptz not null,
  is_public boolean not null,
  police_helped boolean not null,
  told_sealed bytea not null,
  written_at timestamptz not null check (written_at >= held_at),
  written_by int not null,
  primary key (commune_id, matter_id, number)
);

-- A visit after an agreement: promised for a day, then made. One row a visit; what was found is written once.
create table dispute_visits (
  commune_id int not null,
  matter_id bigint not null,
  number int not null check (number > 0),
  province_id int not null,
  planned_on date not null,
  visited_on date,
  finding text check (finding in ('kept', 'partly', 'broken')),
  note_sealed bytea,
  written_at timestamptz,
  written_by int,
  primary key (commune_id, matter_id, number),
  check ((visited_on is null) = (finding is null))
);
create index dispute_visits_planned on dispute_visits (commune_id, planned_on, matter_id);
-- Those that wait are few among many that were made.
create index dispute_visits_waiting on dispute_visits (commune_id, planned_on, matter_id) where visited_on is null;

alter table mediators enable row level security;
alter table mediators force row level security;
alter table disputes enable row level security;
alter table disputes force row level security;
alter table dispute_mediators enable row level security;
alter table dispute_mediators force row level security;
alter table dispute_sessions enable row level security;
alter table dispute_sessions force row level security;
alter table dispute_visits enable row level security;
alter table dispute_visits force row level security;

create policy mediators_read on mediators for select to scope_commune using (commune_id = app_commune() and 'mediation' = any (app_regimes()));
create policy mediators_add on mediators for insert to scope_commune
  with check (commune_id = app_commune() and added_by = app_actor() and app_may('mediation.assign', commune_id, province_id));
create policy mediators_end on mediators for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('mediation.assign', commune_id, province_id));
create policy disputes_read on disputes for select to scope_commune using (commune_id = app_commune() and 'mediation' = any (app_regimes()));
create policy disputes_open on disputes for insert to scope_commune
  with check (commune_id = app_commune() and app_may('mediation.record', commune_id, province_id));
create policy disputes_move on disputes for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('mediation.record', commune_id, province_id));
create policy dispute_mediators_read on dispute_mediators for select to scope_commune using (commune_id = app_commune() and 'mediation' = any (app_regimes()));
create policy dispute_mediators_add on dispute_mediators for insert to scope_commune
  with check (commune_id = app_commune() and app_may('mediation.assign', commune_id, province_id));
create policy dispute_sessions_read on dispute_sessions for select to scope_commune using (commune_id = app_commune() and 'mediation' = any (app_regimes()));
create policy dispute_sessions_add on dispute_sessions for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('mediation.record', commune_id, province_id));
create policy dispute_visits_read on dispute_visits for select to scope_commune using (commune_id = app_commune() and 'mediation' = any (app_regimes()));
create policy dispute_visits_plan on dispute_visits for insert to scope_commune
  with check (commune_id = app_commune() and app_may('mediation.record', commune_id, province_id));
create policy dispute_visits_make on dispute_visits for update to scope_commune
  using (commune_id = app_commune() and visited_on is null) with check (commune_id = app_commune() and written_by = app_actor() and app_may('mediation.record', commune_id, province_id));

grant select on mediators, disputes, dispute_mediators, dispute_sessions, dispute_visits to scope_commune;
grant insert (commune_id, province_id, hamlet_id, full_name, phone, leads, from_day, added_by) on mediators to scope_commune;
grant update (to_day) on mediators to scope_commune;
grant insert on disputes, dispute_mediators, dispute_sessions, dispute_visits to scope_commune;
grant update (assigned_at, start_by, started_at, ended_at, outcome, reason, agreement_sealed) on disputes to scope_commune;
grant update (visited_on, finding, note_sealed, written_at, written_by) on dispute_visits to scope_commune;
