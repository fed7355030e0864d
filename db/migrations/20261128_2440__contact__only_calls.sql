/* Which post called a phone between two instants; never who. A visit or a summons that a number was written beside was no call. */
create or replace function called_phone(asked bytea, from_instant timestamptz, to_instant timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select c.commune_id from contacts c where c.phone_hash = asked and c.kind = 'call' and c.at between from_instant and to_instant order by c.at desc limit 1;
end;
