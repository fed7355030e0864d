-- The book of fees, closed day by day. What was counted at the closing stays; a dossier that comes later shows as a difference.
create table fee_closings (
  commune_id int not null,
  taken_on date not null,
  province_id int not null,
  closed_by int not null,
  closed_at timestamptz not null,
  dossiers int not null check (dossiers >= 0),
  sum_dong bigint not null check (sum_dong >= 0),
  primary key (commune_id, taken_on)
);
-- The dossiers that a closing counted, one by one, so that the difference can be named.
create table fee_closing_lines (
  commune_id int not null,
  taken_on date not null,
  matter_id bigint not null,
  province_id int not null,
  officer_id int not null,
  fee_dong bigint not null check (fee_dong >= 0),
  exemption text,
  primary key (commune_id, taken_on, matter_id)
);
create index fee_closing_lines_matter on fee_closing_lines (commune_id, matter_id);

alter table fee_closings enable row level security;
alter table fee_closings force row level security;
alter table fee_closing_lines enable row level security;
alter table fee_closing_lines force row level security;
create policy fee_closings_read on fee_closings for select to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy fee_closings_append on fee_closings for insert to scope_commune
  with check (commune_id = app_commune() and 'counter' = any (app_regimes())
    and closed_by = app_actor() and app_may('counter.closeDay', commune_id, province_id));
create policy fee_closing_lines_read on fee_closing_lines for select to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy fee_closing_lines_append on fee_closing_lines for insert to scope_commune
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()) and app_may('counter.closeDay', commune_id, province_id));
-- A closed day is never opened again: nobody may update or delete.
grant select, insert on fee_closings, fee_closing_lines to scope_commune;
