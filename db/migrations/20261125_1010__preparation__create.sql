-- Which preparation a resident's transaction was opened for, by its code.
create function app_preparation() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.preparation', true), '')::bigint;

-- What a resident prepared at home. It is no filing. The table holds neither a name nor a procedure: all of it is sealed under a key
-- made of the house's key and of the code in the resident's hand, and the code itself is not here, only its keyed hash.
create table preparations (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  lookup bytea not null,
  sealed bytea,
  begun_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null check (expires_at > begun_at),
  primary key (commune_id, id),
  unique (commune_id, lookup)
);
create index preparations_lookup on preparations (lookup);
create index preparations_kept on preparations (expires_at, commune_id) where sealed is not null;

alter table preparations enable row level security;
alter table preparations force row level security;

create policy preparations_begin on preparations for insert to scope_public with check (commune_id = app_commune() and finished_at is null);
create policy preparations_held on preparations for select to scope_public using (commune_id = app_commune() and id = app_preparation());
create policy preparations_go_on on preparations for update to scope_public
  using (commune_id = app_commune() and id = app_preparation() and sealed is not null)
  with check (commune_id = app_commune() and id = app_preparation() and sealed is not null);
create policy preparations_drop on preparations for delete to scope_public using (commune_id = app_commune() and id = app_preparation());
create policy preparations_read on preparations for select to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()));
-- Officers and the clock only ever erase.
create policy preparations_erase on preparations for update to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes())) with check (commune_id = app_commune() and sealed is null);
create policy preparations_clear on preparations for delete to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()) and expires_at < app_now());
grant select on preparations to scope_public, scope_commune;
grant insert (commune_id, province_id, lookup, sealed, begun_at, expires_at) on preparations to scope_public;
grant update (sealed, finished_at, expires_at) on preparations to scope_public;
grant update (sealed) on preparations to scope_commune;
grant delete on preparations to scope_public, scope_commune;

/* The preparation that a code opens, and the reference of the dossier that it became. */
create function find_public_preparation(asked bytea) returns table (commune_id int, id bigint, matter_ref text)
language sql stable security definer set search_path = public
begin atomic
  select p.commune_id, p.id, m.public_ref from preparations p
  left join dossiers d on d.commune_id = p.commune_id and d.preparation_id = p.id
  left join matters m on m.commune_id = d.commune_id and m.id = d.matter_id
  where p.lookup = asked limit 1;
end;
revoke execute on function find_public_preparation from public;
grant execute on function find_public_preparation to scope_public, scope_commune;

/* Communes that still keep what is over: preparations that ran out, and those that became dossiers. */
create function communes_keeping_preparations(at_instant timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select distinct p.commune_id from preparations p
  where p.sealed is not null
    and (p.expires_at < at_instant or exists (select from dossiers d where d.commune_id = p.commune_id and d.preparation_id = p.id));
end;
revoke execute on function communes_keeping_preparations from public;
grant execute on function communes_keeping_preparations to scope_gate;
