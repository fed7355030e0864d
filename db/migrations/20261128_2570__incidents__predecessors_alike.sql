/* Counted as this commune counts its own: a report linked to an older one of the same case is left out only where the older one counts itself. */
create or replace function predecessor_natures(from_at timestamptz, before_at timestamptz) returns table (nature text, cases int, people int)
language sql stable security definer set search_path = public
begin atomic
  select i.nature, count(*)::int, coalesce(sum((select count(*) from identities p where p.commune_id = i.commune_id and p.matter_id = i.matter_id and p.role = 'concerned'
      and not exists (select from identities c where c.commune_id = p.commune_id and c.corrects = p.id and c.matter_id = p.matter_id))), 0)::int
  from incidents i join matters m on m.commune_id = i.commune_id and m.id = i.matter_id
  where i.commune_id in (select incident_predecessors()) and i.received_at >= from_at and i.received_at < before_at and m.state not in ('aside', 'discarded', 'dismissed')
    and not exists (select from incident_links l join matters o on o.commune_id = l.commune_id and o.id = l.older_id
      where l.commune_id = i.commune_id and l.newer_id = i.matter_id and l.same_case and o.state not in ('aside', 'discarded', 'dismissed')
        and not exists (select from incident_links x where x.commune_id = l.commune_id and x.older_id = l.older_id and x.newer_id = l.newer_id and x.linked_at > l.linked_at) offset 0)
  group by i.nature;
end;
