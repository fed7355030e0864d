-- A reference opens a matter of one kind only: the page of a dossier shows no report, and the page of a report no dossier.
drop function find_public_matter(text);
create function find_public_matter(ref text, of_kind text) returns table (commune_id int, matter_id bigint)
language sql stable security definer set search_path = public
begin atomic
  select m.commune_id, m.id from matters m where m.public_ref = ref and m.kind = of_kind limit 1;
end;
revoke execute on function find_public_matter from public;
grant execute on function find_public_matter to scope_public;
