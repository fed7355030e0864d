-- What was wrong with a dossier, and when it was said. A request names all defects at once; a later request knows which of its own could have been named before.
create table supplement_requests (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  number int not null check (number >= 1),
  month date not null check (extract(day from month) = 1),
  asked_at timestamptz not null,
  asked_by int not null,
  repeated boolean not null,
  why text,
  primary key (commune_id, matter_id, seq),
  unique (commune_id, matter_id, number),
  check (not repeated or (number > 1 and why is not null))
);
create index supplement_requests_month on supplement_requests (commune_id, month, seq, matter_id);
create table defects (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  line int not null,
  province_id int not null,
  code text not null,
  paper text,
  what text,
  todo text,
  repeated boolean not null,
  primary key (commune_id, matter_id, seq, line),
  check ((code = 'other') = (what is not null and todo is not null))
);
-- Papers that came after the receipt, by the step with which they came.
create table brought_papers (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  paper text not null,
  province_id int not null,
  primary key (commune_id, matter_id, seq, paper)
);
-- Apologies for what will be late: drafted once for each due instant, dead as soon as that instant no longer stands.
create table apologies (
  commune_id int not null,
  matter_id bigint not null,
  due_at timestamptz not null,
  province_id int not null,
  drafted_at timestamptz not null,
  added int not null check (added >= 1),
  reason text,
  reason_by int,
  reason_at timestamptz,
  signed_seq int,
  primary key (commune_id, matter_id, due_at),
  check ((reason is null) = (reason_by is null) and (reason is null) = (reason_at is null)),
  check (signed_seq is null or reason is not null)
);

do $$
declare t text;
begin
  foreach t in array array['supplement_requests', 'defects', 'brought_papers', 'apologies'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %1$s_read on %1$I for select to scope_commune
      using (commune_id = app_commune() and ''counter'' = any (app_regimes()))', t);
  end loop;
  -- Rows are only ever added, by whoever may work on dossiers.
  foreach t in array array['defects', 'brought_papers'] loop
    execute format('create policy %1$s_append on %1$I for insert to scope_commune
      with check (commune_id = app_commune() and ''counter'' = any (app_regimes()) and app_may(''counter.process'', commune_id, province_id))', t);
  end loop;
  -- A resident sees what was asked of her, and what she brought.
  foreach t in array array['supplement_requests', 'defects', 'brought_papers'] loop
    execute format('create policy %1$s_public on %1$I for select to scope_public using (commune_id = app_commune() and matter_id = app_matter())', t);
  end loop;
end $$;
create policy supplement_requests_append on supplement_requests for insert to scope_commune
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()) and asked_by = app_actor() and app_may('counter.process', commune_id, province_id));
-- The province counts, and opens what was counted; what officers wrote stays at the post.
create policy supplement_requests_province on supplement_requests for select to scope_province
  using (province_id = app_province() and 'counter' = any (app_regimes()));
create policy supplement_requests_nation on supplement_requests for select to scope_nation using ('counter' = any (app_regimes()));
-- A draft says nothing yet, so the clock may write it; a reason is an officer's word, in his own name.
create policy apologies_draft on apologies for insert to scope_commune
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy apologies_write on apologies for update to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()) and app_may('counter.process', commune_id, province_id))
  with check (commune_id = app_commune() and 'counter' = any (app_regimes())
    and case when signed_seq is null then reason_by is null or reason_by = app_actor() else app_may('counter.sign', commune_id, province_id) end);

grant select, insert on supplement_requests, defects, brought_papers to scope_commune;
grant select (commune_id, matter_id, seq, number, asked_at, repeated, why) on supplement_requests to scope_public;
grant select (commune_id, matter_id, seq, line, code, paper, what, todo, repeated) on defects to scope_public;
grant select (commune_id, matter_id, seq, paper) on brought_papers to scope_public;
grant select (commune_id, matter_id, seq, province_id, number, month, asked_at, repeated) on supplement_requests to scope_province, scope_nation;
grant select on apologies to scope_commune;
grant insert (commune_id, matter_id, due_at, province_id, drafted_at, added) on apologies to scope_commune;
grant update (added, reason, reason_by, reason_at, signed_seq) on apologies to scope_commune;

/* Communes with running dossiers for which no apology was drafted, and the first due instant among these; what was put off `most` times already is left out. */
create function communes_without_apology(most int) returns table (commune_id int, first_due timestamptz)
language sql stable security definer set search_path = public
begin atomic
  select m.commune_id, min(m.due_at) from matters m
  where m.settled_at is null and m.due_at is not null and m.kind = 'dossier'
    and not exists (select from apologies a where a.commune_id = m.commune_id and a.matter_id = m.id and a.due_at = m.due_at)
    and (select count(*) from clocks c where c.commune_id = m.commune_id and c.matter_id = m.id and c.cause = 'extend') < most
  group by m.commune_id;
end;
revoke execute on function communes_without_apology from public;
grant execute on function communes_without_apology to scope_gate;
