-- The parties may agree on a later beginning than the term of the law. Each agreement stays as it was written; the last one holds.
create table dispute_starts (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  agreed_on date not null,
  start_on date not null,
  how text not null check (how in ('spoken', 'written')),
  basis text not null,
  written_at timestamptz not null,
  written_by int not null,
  primary key (commune_id, matter_id, seq),
  check (start_on > agreed_on)
);
alter table dispute_starts add constraint dispute_starts_dispute foreign key (commune_id, matter_id) references disputes (commune_id, matter_id);
alter table dispute_starts enable row level security;
alter table dispute_starts force row level security;
create policy dispute_starts_read on dispute_starts for select to scope_commune using (commune_id = app_commune() and 'mediation' = any (app_regimes()));
create policy dispute_starts_add on dispute_starts for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('mediation.record', commune_id, province_id));
grant select, insert on dispute_starts to scope_commune;
