-- What was told of a fraud, one row a matter. Words of whoever reported are sealed; who that is stands in identities. Amounts are what
-- was at stake, what went and what was kept from going.
create table scam_reports (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  stage text not null check (stage in ('talking', 'sending', 'sent')),
  kind text not null,
  bank text,
  told_sealed bytea,
  attempted_dong bigint check (attempted_dong >= 0),
  lost_dong bigint check (lost_dong >= 0),
  saved_dong bigint check (saved_dong >= 0),
  settled_at timestamptz,
  primary key (commune_id, matter_id),
  check (lost_dong + saved_dong <= attempted_dong),
  check ((settled_at is null) = (attempted_dong is null))
);
create index scam_reports_settled on scam_reports (commune_id, settled_at) where settled_at is not null;

-- What officers did about it, to the minute. Never changed.
create table scam_steps (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  kind text not null check (kind in ('called', 'bankContacted', 'bankHeld', 'stoppedOnSpot', 'evidence', 'referred', 'other')),
  bank text,
  done_at timestamptz not null,
  recorded_at timestamptz not null check (recorded_at >= done_at),
  recorded_by int not null,
  primary key (commune_id, matter_id, seq)
);

-- Numbers, accounts and links of swindlers: a keyed hash by which they are found again, and the text itself sealed for officers.
create table scam_marks (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  matter_id bigint not null,
  kind text not null check (kind in ('number', 'link')),
  lookup bytea not null,
  sealed bytea not null,
  added_at timestamptz not null,
  added_by int not null,
  primary key (commune_id, id),
  unique (commune_id, matter_id, lookup)
);
create index scam_marks_lookup on scam_marks (commune_id, lookup);

-- What the post tells everybody. Taken back, it stays here with its reason.
create table scam_alerts (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  ref text not null,
  kind text not null,
  headline text not null,
  body text not null,
  matter_id bigint,
  published_at timestamptz not null,
  published_by int not null,
  withdrawn_at timestamptz,
  withdrawn_by int,
  withdrawn_for text,
  primary key (commune_id, id),
  check ((withdrawn_at is null) = (withdrawn_for is null))
);
create unique index scam_alerts_ref on scam_alerts (ref);
create index scam_alerts_newest on scam_alerts (commune_id, id desc) where withdrawn_at is null;

alter table scam_reports enable row level security;
alter table scam_reports force row level security;
alter table scam_steps enable row level security;
alter table scam_steps force row level security;
alter table scam_marks enable row level security;
alter table scam_marks force row level security;
alter table scam_alerts enable row level security;
alter table scam_alerts force row level security;

create policy scam_reports_read on scam_reports for select to scope_commune using (commune_id = app_commune() and 'scams' = any (app_regimes()));
create policy scam_reports_take on scam_reports for insert to scope_commune
  with check (commune_id = app_commune() and (app_may('scams.receive', commune_id, province_id) or app_may('scams.handIn', commune_id, province_id)));
create policy scam_reports_settle on scam_reports for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('scams.process', commune_id, province_id));
create policy scam_steps_read on scam_steps for select to scope_commune using (commune_id = app_commune() and 'scams' = any (app_regimes()));
create policy scam_steps_append on scam_steps for insert to scope_commune
  with check (commune_id = app_commune() and recorded_by = app_actor() and app_may('scams.process', commune_id, province_id));
create policy scam_marks_read on scam_marks for select to scope_commune using (commune_id = app_commune() and 'scams' = any (app_regimes()));
create policy scam_marks_add on scam_marks for insert to scope_commune
  with check (commune_id = app_commune() and added_by = app_actor()
    and (app_may('scams.receive', commune_id, province_id) or app_may('scams.handIn', commune_id, province_id)));
create policy scam_alerts_public on scam_alerts for select to scope_public using (commune_id = app_commune() and withdrawn_at is null);
create policy scam_alerts_read on scam_alerts for select to scope_commune using (commune_id = app_commune() and 'scams' = any (app_regimes()));
create policy scam_alerts_warn on scam_alerts for insert to scope_commune
  with check (commune_id = app_commune() and published_by = app_actor() and app_may('scams.warn', commune_id, province_id));
create policy scam_alerts_withdraw on scam_alerts for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and withdrawn_by = app_actor() and app_may('scams.warn', commune_id, province_id));

grant select, insert on scam_reports, scam_steps to scope_commune;
grant update (attempted_dong, lost_dong, saved_dong, settled_at) on scam_reports to scope_commune;
grant select on scam_marks, scam_alerts to scope_commune;
grant insert (commune_id, province_id, matter_id, kind, lookup, sealed, added_at, added_by) on scam_marks to scope_commune;
grant insert (commune_id, province_id, ref, kind, headline, body, matter_id, published_at, published_by) on scam_alerts to scope_commune;
grant update (withdrawn_at, withdrawn_by, withdrawn_for) on scam_alerts to scope_commune;
grant select (commune_id, id, province_id, ref, kind, headline, body, published_at, withdrawn_at) on scam_alerts to scope_public;

/* How many frauds of a post, taken up by an officer and not found to be none, had this number, account or link. */
create function count_scam_mark(at_commune int, asked bytea) returns bigint
language sql stable security definer set search_path = public
begin atomic
  select count(*) from scam_marks k join matters m on m.commune_id = k.commune_id and m.id = k.matter_id
  where k.commune_id = at_commune and k.lookup = asked
    and (m.state = 'working' or (m.state = 'settled' and m.outcome in ('stopped', 'partlySaved', 'lost')));
end;
revoke execute on function count_scam_mark from public;
grant execute on function count_scam_mark to scope_public, scope_commune;
