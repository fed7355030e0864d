-- Whoever stands in the roster is rung first, whatever the regime of what came. Who it is, is no secret of one regime; the roster itself stays where it is.
create function officers_on_duty(on_day date) returns table (id int)
language sql stable security definer set search_path = public
begin atomic
  select d.officer_id from duty_rosters d where d.commune_id = app_commune() and d.duty_on = on_day and d.removed_at is null order by d.officer_id limit 100;
end;
revoke execute on function officers_on_duty from public;
grant execute on function officers_on_duty to scope_commune;
