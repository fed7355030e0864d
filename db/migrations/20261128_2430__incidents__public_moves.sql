-- A program that follows reports asks by when each last changed: the last time that its state did, also while it is open.
drop function public_reports(int, text[], timestamptz, timestamptz, boolean, int);
drop function public_report(int, text);
/* When a matter last came into another state than before; when it was received, for one that stands where it began. */
create function last_state_at(of_commune int, of_matter bigint, received timestamptz) returns timestamptz
language sql stable security definer set search_path = public
begin atomic
  select coalesce(max(t.at), received) from timeline t where t.commune_id = of_commune and t.matter_id = of_matter and t.from_state <> t.to_state;
end;
/* What everybody may follow at a post: reports of open kinds by their code, never by the reference of a receipt, and nothing of what was told. */
create function public_reports(at_commune int, of_kinds text[], from_at timestamptz, to_at timestamptz, still_open boolean, at_most int)
returns table (code text, nature text, state text, hamlet_id int, received_at timestamptz, moved_at timestamptz, closed_at timestamptz, outcome text)
language sql stable security definer set search_path = public
begin atomic
  select m.code, i.nature, m.state, m.hamlet_id, date_trunc('hour', m.received_at), last_state_at(m.commune_id, m.id, date_trunc('hour', m.received_at)), m.closed_at, m.outcome
  from incidents i join matters m on m.commune_id = i.commune_id and m.id = i.matter_id
  where i.commune_id = at_commune and i.open_kind and m.state not in ('aside', 'discarded')
    and i.nature = any (of_kinds) and date_trunc('hour', m.received_at) >= from_at and date_trunc('hour', m.received_at) < to_at
    and (still_open is null or still_open = (m.closed_at is null))
  order by m.id desc limit least(at_most, 1000);
end;
/* One of them, by its code. */
create function public_report(at_commune int, by_code text)
returns table (code text, nature text, state text, hamlet_id int, received_at timestamptz, moved_at timestamptz, closed_at timestamptz, outcome text)
language sql stable security definer set search_path = public
begin atomic
  select m.code, i.nature, m.state, m.hamlet_id, date_trunc('hour', m.received_at), last_state_at(m.commune_id, m.id, date_trunc('hour', m.received_at)), m.closed_at, m.outcome
  from matters m join incidents i on i.commune_id = m.commune_id and i.matter_id = m.id
  where m.commune_id = at_commune and m.code = by_code and m.kind = 'incident' and i.open_kind and m.state not in ('aside', 'discarded')
  limit 1;
end;
revoke execute on function public_reports, public_report, last_state_at from public;
grant execute on function public_reports, public_report to scope_public;
