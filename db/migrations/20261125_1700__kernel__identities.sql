-- Who stands behind a matter: who reported, who was hurt, who was there. What a person is lies sealed, apart from what was told.
-- Nobody may select it: it is given out by open_identity alone, which asks for a right and a purpose and writes the look down first.
create table identities (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  matter_id bigint not null,
  regime text not null,
  role text not null,
  minor boolean not null default false,
  sealed bytea not null,
  -- Keyed hash of a number or a phone: finds the same person again within one regime, and nowhere else.
  lookup_hash bytea,
  -- The row that this one corrects; nothing is mended in place.
  corrects bigint,
  added_at timestamptz not null,
  added_by int,
  primary key (commune_id, id)
);
create index identities_matter on identities (commune_id, matter_id, id);
create index identities_lookup on identities (commune_id, regime, lookup_hash) where lookup_hash is not null;
alter table identities enable row level security;
alter table identities force row level security;
create policy identities_read on identities for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()));
create policy identities_add on identities for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and added_by is not distinct from app_actor());
grant select (commune_id, id, province_id, matter_id, regime, role, minor, lookup_hash, corrects, added_at, added_by) on identities to scope_commune;
grant insert (commune_id, province_id, matter_id, regime, role, minor, sealed, lookup_hash, corrects, added_at, added_by) on identities to scope_commune;

/* The one way to a person: right, purpose and look in one. Null when there is no such row for the asker; an error when he may not. */
create function open_identity(at_commune int, identity_id bigint, asked_right text, given_purpose text) returns bytea
language plpgsql volatile security definer set search_path = public as $$
declare person identities;
begin
  select i.* into person from identities i
  where i.commune_id = at_commune and i.id = identity_id and i.commune_id = app_commune() and i.regime = any (app_regimes());
  if person.id is null then return null; end if;
  if not app_may(asked_right, person.commune_id, person.province_id)
    or not exists (select from role_rights r where r."right" = asked_right and r.regime = person.regime) then
    raise exception 'identity % is not for this asker', identity_id using errcode = 'GD003';
  end if;
  if length(trim(given_purpose)) < 5 then
    raise exception 'identity % was asked for without a purpose', identity_id using errcode = 'GD004';
  end if;
  insert into reads (commune_id, province_id, regime, at, actor_id, subject, purpose)
  values (person.commune_id, person.province_id, person.regime, app_now(), app_actor(), 'matter:' || person.matter_id, trim(given_purpose));
  return person.sealed;
end $$;
revoke execute on function open_identity from public;
grant execute on function open_identity to scope_commune;
