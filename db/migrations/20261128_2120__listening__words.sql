-- What was said, as it is looked for: `normalise` in src/base/vietnamese.ts, kept by the database so that opinions from before are found too; a test holds the two equal.
-- squawk-ignore adding-field-with-default
alter table opinions add norm text not null generated always as (
  regexp_replace(
    btrim(regexp_replace(replace(lower(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd'), '[\s\u200b\ufeff]+', ' ', 'g')),
    '(?<=[bcdghklmnpqrstvx]|qu)y(?![a-z])', 'i', 'g')
) stored;
-- "+ 0": a question that is put this way has no other index to go by, and does not walk through all that a post was told instead.
-- Written through: what was taken in a meeting comes line by line, and nothing waits in a list that every search would walk through.
create index opinions_words on opinions using gin ((commune_id + 0), norm gin_trgm_ops) with (fastupdate = off);

/*
 * Opinions of the asker's post in which all of some patterns stand, the newest first. LIKE is not leakproof, so under row security it waits until every opinion of the post was
 * judged, and what was said is too long for an ordinary index: this repeats the policy of the table and asks the trigrams first. The first two patterns should be the rarest.
 */
create function find_opinions(patterns text[], only_open boolean, before_at timestamptz, before_id bigint, size int) returns table (matter_id bigint)
language sql stable security definer set search_path = public
begin atomic
  with found as materialized (
    select o.matter_id, o.taken_at from opinions o
    where o.commune_id + 0 = app_commune() and 'listening' = any (app_regimes())
      and o.norm like patterns[1] and o.norm like coalesce(patterns[2], patterns[1]) and o.norm like all (patterns)
  )
  select f.matter_id from found f join matters m on m.commune_id = app_commune() and m.id = f.matter_id
  where m.state not in ('aside', 'discarded') and (not only_open or m.closed_at is null)
    and (before_at is null or (f.taken_at, f.matter_id) < (before_at, before_id))
  order by f.taken_at desc, f.matter_id desc limit size;
end;
revoke execute on function find_opinions from public;
grant execute on function find_opinions to scope_commune;
