-- Reports of crime and incidents. One row a report: what it is, as it is read now; every change of it stands in the timeline.
-- What was told lies sealed: it may name persons. Who stands behind is in the identities of the kernel.
create table incidents (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  kind text not null check (kind in ('denunciation', 'tip', 'proposal', 'incident')),
  nature text not null,
  -- Of a kind that everybody may follow: noise, a street light, order in public places.
  open_kind boolean not null,
  -- Which term runs: urgent, urgentRemote, check, classify; null where the law sets none.
  track text,
  happened_on date,
  name_refused boolean not null default false,
  account_sealed bytea not null,
  place_sealed bytea,
  received_at timestamptz not null,
  written_by int not null,
  primary key (commune_id, matter_id)
);
create index incidents_received on incidents (commune_id, received_at, matter_id);
create index incidents_nature on incidents (commune_id, nature, received_at);

-- What somebody said, what an officer found. Nothing is mended: who says it anew is written down anew.
create table incident_statements (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  kind text not null check (kind in ('statement', 'note')),
  identity_id bigint,
  sealed bytea not null,
  at timestamptz not null,
  written_by int not null,
  primary key (commune_id, matter_id, seq)
);

-- What the post did: a group sent home, somebody called in and warned, an administrative measure. The fact and its legal basis, no names.
create table incident_measures (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  measure text not null,
  people int not null check (people >= 0),
  done_on date not null,
  legal_basis text not null,
  written_at timestamptz not null,
  written_by int not null,
  primary key (commune_id, matter_id, seq)
);
create index incident_measures_done on incident_measures (commune_id, done_on, measure);

-- To whom a report was handed over, by the law of that day, and what that authority answered.
create table incident_referrals (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  authority text not null,
  authority_from date not null,
  papers text not null,
  referred_at timestamptz not null,
  referred_by int not null,
  acknowledged_at timestamptz,
  acknowledged_by int,
  answer text,
  primary key (commune_id, matter_id, seq),
  check ((acknowledged_at is null) = (acknowledged_by is null))
);

-- Reports that tell of the same thing. Stands once for each pair, the older one first.
create table incident_links (
  commune_id int not null,
  older_id bigint not null,
  newer_id bigint not null,
  province_id int not null,
  reason text not null,
  linked_at timestamptz not null,
  linked_by int not null,
  primary key (commune_id, older_id, newer_id),
  check (older_id < newer_id)
);
create index incident_links_newer on incident_links (commune_id, newer_id);

-- Where a thing or a file is, and who holds it: a chain, the last line holds.
create table incident_custody (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  thing text not null,
  event text not null check (event in ('taken', 'stored', 'passedOn', 'returned')),
  holder_sealed bytea not null,
  place text not null,
  at timestamptz not null,
  written_by int not null,
  primary key (commune_id, matter_id, seq)
);

-- Who is on duty on a day. Who no longer is stays in the list.
create table duty_rosters (
  commune_id int not null,
  duty_on date not null,
  officer_id int not null,
  province_id int not null,
  written_at timestamptz not null,
  written_by int not null,
  removed_at timestamptz,
  primary key (commune_id, duty_on, officer_id)
);

-- Figures of a year that a chief gave to the public. Below the smallest number that may be told there is none.
create table incident_releases (
  commune_id int not null,
  year int not null,
  nature text not null,
  province_id int not null,
  cases int check (cases is null or cases = 0 or cases >= 3),
  released_at timestamptz not null,
  released_by int not null,
  primary key (commune_id, year, nature)
);

alter table incidents enable row level security;
alter table incidents force row level security;
alter table incident_statements enable row level security;
alter table incident_statements force row level security;
alter table incident_measures enable row level security;
alter table incident_measures force row level security;
alter table incident_referrals enable row level security;
alter table incident_referrals force row level security;
alter table incident_links enable row level security;
alter table incident_links force row level security;
alter table incident_custody enable row level security;
alter table incident_custody force row level security;
alter table duty_rosters enable row level security;
alter table duty_rosters force row level security;
alter table incident_releases enable row level security;
alter table incident_releases force row level security;

create policy incidents_read on incidents for select to scope_commune using (commune_id = app_commune() and 'incidents' = any (app_regimes()));
create policy incidents_receive on incidents for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor()
    and (app_may('incidents.receive', commune_id, province_id) or app_may('incidents.handIn', commune_id, province_id)));
create policy incidents_grade on incidents for update to scope_commune
  using (commune_id = app_commune())
  with check (commune_id = app_commune() and (app_may('incidents.process', commune_id, province_id) or app_may('incidents.refer', commune_id, province_id)));
create policy incident_statements_read on incident_statements for select to scope_commune using (commune_id = app_commune() and 'incidents' = any (app_regimes()));
create policy incident_statements_append on incident_statements for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('incidents.process', commune_id, province_id));
create policy incident_measures_read on incident_measures for select to scope_commune using (commune_id = app_commune() and 'incidents' = any (app_regimes()));
create policy incident_measures_append on incident_measures for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('incidents.process', commune_id, province_id));
create policy incident_referrals_read on incident_referrals for select to scope_commune using (commune_id = app_commune() and 'incidents' = any (app_regimes()));
create policy incident_referrals_append on incident_referrals for insert to scope_commune
  with check (commune_id = app_commune() and referred_by = app_actor() and app_may('incidents.refer', commune_id, province_id));
create policy incident_referrals_answer on incident_referrals for update to scope_commune
  using (commune_id = app_commune() and acknowledged_at is null)
  with check (commune_id = app_commune() and acknowledged_by = app_actor() and app_may('incidents.process', commune_id, province_id));
create policy incident_links_read on incident_links for select to scope_commune using (commune_id = app_commune() and 'incidents' = any (app_regimes()));
create policy incident_links_append on incident_links for insert to scope_commune
  with check (commune_id = app_commune() and linked_by = app_actor() and app_may('incidents.process', commune_id, province_id));
create policy incident_custody_read on incident_custody for select to scope_commune using (commune_id = app_commune() and 'incidents' = any (app_regimes()));
create policy incident_custody_append on incident_custody for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('incidents.process', commune_id, province_id));
create policy duty_rosters_read on duty_rosters for select to scope_commune using (commune_id = app_commune() and 'incidents' = any (app_regimes()));
create policy duty_rosters_write on duty_rosters for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('incidents.assign', commune_id, province_id));
create policy duty_rosters_change on duty_rosters for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('incidents.assign', commune_id, province_id));
create policy incident_releases_read on incident_releases for select to scope_commune, scope_public using (commune_id = app_commune());
create policy incident_releases_write on incident_releases for insert to scope_commune
  with check (commune_id = app_commune() and released_by = app_actor() and app_may('incidents.figures', commune_id, province_id));
create policy incident_releases_change on incident_releases for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and released_by = app_actor() and app_may('incidents.figures', commune_id, province_id));

grant select, insert on incidents, incident_statements, incident_measures, incident_referrals, incident_links, incident_custody, duty_rosters, incident_releases to scope_commune;
grant update (kind, nature, open_kind, track) on incidents to scope_commune;
grant update (acknowledged_at, acknowledged_by, answer) on incident_referrals to scope_commune;
grant update (removed_at, written_at, written_by) on duty_rosters to scope_commune;
grant update (cases, released_at, released_by) on incident_releases to scope_commune;
grant select on incident_releases to scope_public;
