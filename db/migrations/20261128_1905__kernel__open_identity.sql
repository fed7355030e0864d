-- Each regime has one right that opens its persons, and PostgreSQL names it: the caller gives none.
drop function open_identity(int, bigint, text, text);
/* The one way to a person: right, purpose and look in one. Null when there is no such row for the asker; an error when he may not. */
create function open_identity(at_commune int, identity_id bigint, given_purpose text) returns bytea
language plpgsql volatile security definer set search_path = public as $$
declare person identities;
begin
  select i.* into person from identities i
  where i.commune_id = at_commune and i.id = identity_id and i.commune_id = app_commune() and i.regime = any (app_regimes());
  if person.id is null then return null; end if;
  if not app_may(person.regime || '.identity', person.commune_id, person.province_id) then
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
