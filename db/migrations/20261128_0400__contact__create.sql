-- Calls, visits and summonses that officers stand for. The code is here as a keyed hash and sealed for the officer who holds it; of the
-- phone that was called there is only a keyed hash. Nobody but that officer sees a row, and no row is ever changed but to be emptied.
create table contacts (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  officer_id int not null,
  kind text not null check (kind in ('call', 'visit', 'summons')),
  lookup bytea,
  code_sealed bytea,
  phone_hash bytea,
  at timestamptz not null,
  valid_until timestamptz not null check (valid_until > at),
  erase_at timestamptz not null check (erase_at >= valid_until),
  primary key (commune_id, id),
  check ((lookup is null) = (code_sealed is null))
);
create unique index contacts_lookup on contacts (lookup) where lookup is not null;
create index contacts_phone on contacts (phone_hash, at) where phone_hash is not null;
create index contacts_own on contacts (commune_id, officer_id, id desc);
create index contacts_kept on contacts (erase_at) where lookup is not null;
alter table contacts enable row level security;
alter table contacts force row level security;
create policy contacts_vouch on contacts for insert to scope_commune
  with check (commune_id = app_commune() and officer_id = app_actor() and app_may('contact.vouch', commune_id, province_id));
create policy contacts_own on contacts for select to scope_commune
  using (commune_id = app_commune() and officer_id = app_actor() and 'contact' = any (app_regimes()));
grant insert (commune_id, province_id, officer_id, kind, lookup, code_sealed, phone_hash, at, valid_until, erase_at) on contacts to scope_commune;
grant select on contacts to scope_commune;

/* Whose call, visit or summons a code stands for, while it is valid; nothing for every other text alike. */
create function vouched_contact(asked bytea) returns table (commune_id int, officer_name text, officer_rank text, kind text, at timestamptz, valid_until timestamptz)
language sql stable security definer set search_path = public
begin atomic
  select c.commune_id, a.name, a.rank, c.kind, c.at, c.valid_until from contacts c join accounts a on a.id = c.officer_id
  where c.lookup = asked and c.valid_until > app_now() limit 1;
end;
revoke execute on function vouched_contact from public;
grant execute on function vouched_contact to scope_public;

/* Which post called a phone between two instants; never who. */
create function called_phone(asked bytea, from_instant timestamptz, to_instant timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select c.commune_id from contacts c where c.phone_hash = asked and c.at between from_instant and to_instant order by c.at desc limit 1;
end;
revoke execute on function called_phone from public;
grant execute on function called_phone to scope_public;

/* Empties what was kept long enough. @returns how many */
create function erase_past_contacts() returns bigint
language sql volatile security definer set search_path = public
begin atomic
  with emptied as (
    update contacts c set lookup = null, code_sealed = null, phone_hash = null where c.lookup is not null and c.erase_at <= app_now() returning 1
  ) select count(*) from emptied;
end;
revoke execute on function erase_past_contacts from public;
grant execute on function erase_past_contacts to scope_gate;
