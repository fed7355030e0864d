-- What each imported file says of a unit and of what became of it. Files differ: their words are kept side by side, so that each
-- import can name the differences, whichever file came first, and importing a file again changes nothing.
create table unit_statements (
  unit_id int not null references units (id),
  file text not null check (file in ('before', 'oldToNew', 'newFromOld')),
  name text not null,
  primary key (unit_id, file)
);
create table unit_lineage_statements (
  old_id int not null,
  new_id int not null,
  on_date date not null,
  file text not null check (file in ('oldToNew', 'newFromOld')),
  share text not null check (share in ('full', 'partial')),
  primary key (old_id, new_id, on_date, file),
  foreign key (old_id, new_id, on_date) references unit_lineage (old_id, new_id, on_date)
);

alter table unit_statements enable row level security;
alter table unit_statements force row level security;
alter table unit_lineage_statements enable row level security;
alter table unit_lineage_statements force row level security;
-- Public knowledge, as the units are. The owner alone writes, by the import command.
create policy unit_statements_read on unit_statements for select using (true);
create policy unit_lineage_statements_read on unit_lineage_statements for select using (true);
grant select on unit_statements, unit_lineage_statements to scope_public, scope_commune, scope_province, scope_nation, scope_gate;
