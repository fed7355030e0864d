-- Open work is what officers look at: what waits aside while the door is crowded must not be waded through.
create index matters_aside on matters (commune_id, kind, id) where state = 'aside';

/* What everybody may follow at a post: reports of open kinds by their code, never by the reference of a receipt, and nothing of what was told. */
create function public_reports(at_commune int, after_id bigint, at_most int)
returns table (id bigint, code text, nature text, state text, hamlet_id int, received_at timestamptz, closed_at timestamptz, outcome text)
language sql stable security definer set search_path = public
begin atomic
  select m.id, m.code, i.nature, m.state, m.hamlet_id, date_trunc('hour', m.received_at), m.closed_at, m.outcome
  from incidents i join matters m on m.commune_id = i.commune_id and m.id = i.matter_id
  where i.commune_id = at_commune and i.open_kind and m.state not in ('aside', 'discarded') and m.id < after_id
  order by m.id desc limit least(at_most, 200);
end;
revoke execute on function public_reports from public;
grant execute on function public_reports to scope_public;
create index incidents_open_kind on incidents (commune_id, matter_id) where open_kind;
