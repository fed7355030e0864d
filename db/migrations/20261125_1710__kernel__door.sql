/* The account in whose name a post takes in what residents hand in by themselves. Nobody can sign in with it. */
create function door_account() returns int
language sql stable security definer set search_path = public
begin atomic
  select a.id from accounts a join account_grants g on g.account_id = a.id
  where g.role = 'door' and g.scope = 'nation' and a.closed_at is null and a.password_hash is null order by a.id limit 1;
end;
revoke execute on function door_account from public;
grant execute on function door_account to scope_public;
