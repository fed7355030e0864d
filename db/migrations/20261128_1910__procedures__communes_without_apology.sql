-- Where an apology may have to be drafted is asked of what is due soon, not of all the running dossiers of the country.
drop function communes_without_apology(int);
/* Communes with running dossiers, due up to an instant, for which no apology was drafted, and the first due instant among these; what was put off `most` times already is left out. */
create function communes_without_apology(most int, until timestamptz) returns table (commune_id int, first_due timestamptz)
language sql stable security definer set search_path = public
begin atomic
  select m.commune_id, min(m.due_at) from matters m
  where m.settled_at is null and m.due_at <= until and m.kind = 'dossier'
    and not exists (select from apologies a where a.commune_id = m.commune_id and a.matter_id = m.id and a.due_at = m.due_at)
    and (select count(*) from clocks c where c.commune_id = m.commune_id and c.matter_id = m.id and c.cause = 'extend') < most
  group by m.commune_id;
end;
revoke execute on function communes_without_apology from public;
grant execute on function communes_without_apology to scope_gate;
