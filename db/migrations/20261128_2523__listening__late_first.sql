-- What is due first stands first in the list of open opinions, also among those with some words: there `before_at` and `before_id` are the due instant and the number after which the page begins.
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
    and (before_at is null or case when only_open then (m.due_at, f.matter_id) > (before_at, before_id) else (f.taken_at, f.matter_id) < (before_at, before_id) end)
  order by case when only_open then m.due_at end, case when only_open then f.matter_id end, f.taken_at desc, f.matter_id desc limit size;
end;

-- Promises by their day: those that are still to be kept, and the far more that were reported on.
create index commitments_open on commitments (commune_id, due_on, matter_id) where outcome is null;
create index commitments_reported on commitments (commune_id, due_on, matter_id) where outcome is not null;
