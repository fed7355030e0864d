/* Officers of the asker's own commune who hold a right on a day: whom a report may be given to, who may be on duty. */
create function officers_who_may(asked_right text, on_day date) returns table (id int, name text)
language sql stable security definer set search_path = public
begin atomic
  select distinct a.id, a.name from accounts a
  join account_grants g on g.account_id = a.id and g.scope = 'commune' and g.unit_id = app_commune() and g.valid_from <= on_day and (g.valid_to is null or g.valid_to > on_day)
  join role_rights r on r.role = g.role and r."right" = asked_right and (g.regimes is null or r.regime = any (g.regimes))
  where a.closed_at is null order by a.name, a.id limit 100;
end;
revoke execute on function officers_who_may from public;
grant execute on function officers_who_may to scope_commune;
