-- Guards refuse a bad commit; they decide nothing. On Citus they can be left out.
create function guard_matter_has_timeline() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state and new.version = old.version then return null; end if;
  if not exists (select from timeline t where t.commune_id = new.commune_id and t.matter_id = new.id
                 and t.seq = new.version and t.to_state = new.state) then
    raise exception 'matter % changed its state without a timeline row', new.id using errcode = 'GD001';
  end if;
  return null;
end $$;
create constraint trigger matter_has_timeline after insert or update on matters
  deferrable initially deferred for each row execute function guard_matter_has_timeline();

-- Opens one matter to a resident who holds its reference.
create function find_public_matter(ref text) returns table (commune_id int, matter_id bigint)
language sql stable security definer set search_path = public
begin atomic
  select m.commune_id, m.id from matters m where m.public_ref = ref limit 1;
end;
revoke execute on function find_public_matter from public;
grant execute on function find_public_matter to scope_public;

-- Communes in which a deadline has passed and is not yet written down.
create function communes_with_new_breaches(at_instant timestamptz) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select distinct m.commune_id from matters m
  where m.settled_at is null and m.due_at < at_instant
    and not exists (select from breaches b where b.commune_id = m.commune_id and b.matter_id = m.id and b.due_at = m.due_at);
end;
revoke execute on function communes_with_new_breaches from public;
grant execute on function communes_with_new_breaches to scope_gate;
create index matters_due on matters (due_at) where settled_at is null;
