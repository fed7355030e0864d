-- Under row security a LIKE waits until the policy has judged every person of the commune, and the index by name is never used.
-- So the search goes through a function that repeats the policy: this commune, a regime that the transaction holds.
create function find_people_named(asked_regime text, pattern text) returns table (id bigint)
language sql stable rows 20 security definer set search_path = public
begin atomic
  select p.id from people p
  where p.commune_id = app_commune() and p.regime = asked_regime and asked_regime = any (app_regimes()) and p.norm like pattern;
end;
revoke execute on function find_people_named from public;
grant execute on function find_people_named to scope_commune;

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
