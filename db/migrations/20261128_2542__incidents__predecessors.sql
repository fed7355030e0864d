/* Communes that went into the actor's own as a whole, however long ago: their years are read with hers. What was split is nobody's whole year. */
create function incident_predecessors() returns setof int
language sql stable security definer set search_path = public
begin atomic
  with recursive gone(id) as (
    select old_id from unit_lineage where new_id = app_commune() and share = 'full'
    union select l.old_id from unit_lineage l join gone on l.new_id = gone.id where l.share = 'full'
  )
  select id from gone where id <> app_commune() and app_may('incidents.figures', app_commune(), app_province());
end;
/* Cases and persons concerned of these communes, as numbers and nothing else; for whoever may read the figures of the successor. */
create function predecessor_natures(from_at timestamptz, before_at timestamptz) returns table (nature text, cases int, people int)
language sql stable security definer set search_path = public
begin atomic
  select i.nature, count(*)::int, coalesce(sum((select count(*) from identities p where p.commune_id = i.commune_id and p.matter_id = i.matter_id and p.role = 'concerned'
      and not exists (select from identities c where c.commune_id = p.commune_id and c.corrects = p.id and c.matter_id = p.matter_id))), 0)::int
  from incidents i join matters m on m.commune_id = i.commune_id and m.id = i.matter_id
  where i.commune_id in (select incident_predecessors()) and i.received_at >= from_at and i.received_at < before_at and m.state not in ('aside', 'discarded', 'dismissed')
    and not exists (select from incident_links l where l.commune_id = i.commune_id and l.newer_id = i.matter_id and l.same_case
      and not exists (select from incident_links x where x.commune_id = l.commune_id and x.older_id = l.older_id and x.newer_id = l.newer_id and x.linked_at > l.linked_at) offset 0)
  group by i.nature;
end;
create function predecessor_measures(from_day date, to_day date) returns table (measure text, times int, people int)
language sql stable security definer set search_path = public
begin atomic
  select n.measure, count(*)::int, sum(n.people)::int from incident_measures n
  where n.commune_id in (select incident_predecessors()) and n.done_on between from_day and to_day
    and not exists (select from incident_measures c where c.commune_id = n.commune_id and c.matter_id = n.matter_id and c.corrects = n.seq)
  group by n.measure;
end;
revoke execute on function incident_predecessors, predecessor_natures, predecessor_measures from public;
grant execute on function incident_predecessors, predecessor_natures, predecessor_measures to scope_commune;
