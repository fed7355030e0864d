-- Matters that changed since they were last counted: a row a move, written in the move's own transaction and taken away by the job that
-- counts. A move that commits late is found late, and never lost, because nothing here goes by an instant or by the order of a number.
create table matter_touches (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  matter_id bigint not null,
  primary key (commune_id, id)
);
-- What was done before anything was counted waits like everything else. Before row security, which binds the owner too.
insert into matter_touches (commune_id, province_id, regime, matter_id) select commune_id, province_id, regime, id from matters;
alter table matter_touches enable row level security;
alter table matter_touches force row level security;
create policy matter_touches_append on matter_touches for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()));
-- Only work that nobody does by hand takes them away: an officer always has a number.
create policy matter_touches_read on matter_touches for select to scope_commune using (commune_id = app_commune() and app_actor() is null);
create policy matter_touches_take on matter_touches for delete to scope_commune using (commune_id = app_commune() and app_actor() is null);
grant insert (commune_id, province_id, regime, matter_id) on matter_touches to scope_commune;
grant select, delete on matter_touches to scope_commune;

-- Communes in which something waits to be counted.
create function communes_with_touches() returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select distinct t.commune_id from matter_touches t;
end;
revoke execute on function communes_with_touches from public;
grant execute on function communes_with_touches to scope_gate;
