-- Since when somebody who holds a receipt has written what nobody of the post has answered or read; of what is written anonymously, the beginning of its hour.
alter table matters add written_at timestamptz;
grant update (written_at) on matters to scope_commune;
-- Also of matters that have ended: the inbox does not show those, and a message to one would be seen by nobody.
create index matters_written on matters (commune_id, kind, id) where written_at is not null;

-- What is looked for among open opinions is looked for among those with an unread message too.
create or replace function find_opinions(patterns text[], only_open boolean, before_at timestamptz, before_id bigint, size int) returns table (matter_id bigint)
language sql stable security definer set search_path = public
begin atomic
  with found as materialized (
    select o.matter_id, o.taken_at from opinions o
    where o.commune_id + 0 = app_commune() and app_may('listening.read', app_commune(), app_province())
      and o.norm like patterns[1] and o.norm like coalesce(patterns[2], patterns[1]) and o.norm like all (patterns)
  )
  select f.matter_id from found f join matters m on m.commune_id = app_commune() and m.id = f.matter_id
  where m.state not in ('aside', 'discarded') and (not only_open or m.closed_at is null or m.written_at is not null)
    and (before_at is null or (f.taken_at, f.matter_id) < (before_at, before_id))
  order by f.taken_at desc, f.matter_id desc limit size;
end;
