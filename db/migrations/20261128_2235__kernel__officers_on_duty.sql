-- Whoever stands in the roster is rung first, whatever the regime of what came. Who it is, is no secret of one regime; the roster itself stays where it is.
/* Officers of the asker's post whose shift covers the instant of the transaction; one that ends no later than it begins goes on into the next day. */
create function officers_on_duty() returns table (id int)
language sql stable security definer set search_path = public
begin atomic
  select distinct d.officer_id from duty_rosters d
  where d.commune_id = app_commune() and d.removed_at is null
    and d.duty_on between (app_now() at time zone 'Asia/Ho_Chi_Minh')::date - 1 and (app_now() at time zone 'Asia/Ho_Chi_Minh')::date
    and app_now() >= (d.duty_on + d.starts) at time zone 'Asia/Ho_Chi_Minh'
    and app_now() < (d.duty_on + d.ends) at time zone 'Asia/Ho_Chi_Minh' + case when d.ends <= d.starts then interval '1 day' else interval '0' end
  order by d.officer_id limit 100;
end;
revoke execute on function officers_on_duty from public;
grant execute on function officers_on_duty to scope_commune;
