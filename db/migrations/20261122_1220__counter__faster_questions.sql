-- Under row security a LIKE waits until the policy has judged a row, so no index by trigrams is ever asked. Reading all names of one commune in
-- an ordinary index, and no table at all, takes a quarter of the time that the trigrams took even when they were asked (docs/adr/0009).
create index people_names on people (commune_id, regime, norm, id);
-- squawk-ignore require-concurrent-index-deletion
drop index people_name;

-- What a post answered since a day, for its figures: without it they read all that the post ever did.
create index matters_settled on matters (commune_id, settled_at) where settled_at is not null;

/* As before: how residents of each commune rated, nothing of a commune below five. Each rating is now read once, not once for every other of its commune. */
create or replace function rating_figures(at_communes int[], from_month date, to_month date)
returns table (commune_id int, score text, count bigint)
language sql stable security definer set search_path = public
begin atomic
  select counted.commune_id, counted.score, counted.count
  from (select r.commune_id, r.score, count(*), sum(count(*)) over (partition by r.commune_id) as together
        from ratings r where r.commune_id = any (at_communes) and r.month between from_month and to_month
        group by r.commune_id, r.score) counted
  where counted.together >= 5;
end;
