-- Everything that somebody asks of the post and that must end. Details live in the tables of the modules.
create table matters (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  kind text not null,
  regime text not null,
  code text not null,
  public_ref text not null,
  state text not null,
  hamlet_id int,
  channel text not null,
  title text not null,
  received_at timestamptz not null,
  due_at timestamptz,
  paused_at timestamptz,
  settled_at timestamptz,
  assignee_id int,
  closed_at timestamptz,
  outcome text,
  version int not null default 1,
  timeline_hash bytea not null,
  primary key (commune_id, id),
  unique (commune_id, code),
  unique (commune_id, public_ref)
);
-- `settled_at`: the clock has stopped, the answer is ready; `closed_at`: it is in the resident's hand.
-- The inbox: open work of a commune by what is due first. Paused work has no due instant and comes last.
create index matters_inbox on matters (commune_id, due_at, id) where closed_at is null;
create index matters_province on matters (province_id, commune_id, received_at);
-- Public look-ups come without a commune.
create index matters_code on matters (code);
create index matters_ref on matters (public_ref);

-- What happened, in order, each row sealed by the one before it.
create table timeline (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  regime text not null,
  at timestamptz not null,
  actor_id int,
  action text not null,
  from_state text,
  to_state text not null,
  needs text not null,
  public boolean not null,
  note text,
  facts jsonb not null,
  change_hash bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (commune_id, matter_id, seq)
);

-- Who changed what, with the values before and after. The chain runs per subject.
create table audit (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int,
  regime text not null,
  subject text not null,
  seq int not null,
  at timestamptz not null,
  actor_id int,
  action text not null,
  change jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (commune_id, id),
  unique (commune_id, subject, seq)
);

-- Who read personal data, why. Written in a transaction of its own, after the page.
create table reads (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int,
  regime text not null,
  at timestamptz not null,
  actor_id int not null,
  subject text not null,
  purpose text not null,
  primary key (commune_id, id)
);
create index reads_subject on reads (commune_id, subject, id desc);
create index reads_newest on reads (province_id, at desc, id desc);
create index audit_newest on audit (province_id, at desc, id desc);

-- How a due instant came about, each time that it was computed.
create table clocks (
  commune_id int not null,
  province_id int not null,
  matter_id bigint not null,
  seq int not null,
  regime text not null,
  computed_at timestamptz not null,
  cause text not null check (cause in ('start', 'pause', 'resume', 'extend')),
  term jsonb not null,
  started_at timestamptz not null,
  due_at timestamptz,
  steps jsonb not null,
  basis text not null,
  primary key (commune_id, matter_id, seq)
);
create table pauses (
  commune_id int not null,
  province_id int not null,
  matter_id bigint not null,
  seq int not null,
  regime text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  reason text not null,
  legal_basis text not null,
  primary key (commune_id, matter_id, seq),
  check (to_at is null or to_at >= from_at)
);
-- A deadline that passed. Frozen when it happens; no later edit of calendars or terms touches it.
create table breaches (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  regime text not null,
  due_at timestamptz not null,
  noticed_at timestamptz not null,
  primary key (commune_id, matter_id, due_at)
);
-- Sequences inside the transaction: a failure leaves no gap.
create table numbers (
  commune_id int not null,
  key text not null,
  last int not null,
  primary key (commune_id, key)
);
-- What is to be told to whom, after the commit, at least once.
create table notices (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  matter_id bigint not null,
  regime text not null,
  key text not null,
  template text not null,
  facts jsonb not null,
  queued_at timestamptz not null,
  channel text,
  sent_at timestamptz,
  attempts int not null default 0,
  primary key (commune_id, id),
  unique (commune_id, key)
);
create index notices_waiting on notices (commune_id, queued_at) where sent_at is null;
create index notices_matter on notices (commune_id, matter_id);

do $$
declare t text;
begin
  foreach t in array array['matters', 'timeline', 'audit', 'reads', 'clocks', 'pauses', 'breaches', 'numbers', 'notices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- One column against one setting decides; the regime filters what is left.
  foreach t in array array['matters', 'timeline', 'clocks', 'pauses', 'breaches', 'notices'] loop
    execute format('create policy %1$s_commune on %1$I to scope_commune
      using (commune_id = app_commune() and regime = any (app_regimes()))
      with check (commune_id = app_commune() and regime = any (app_regimes()))', t);
    execute format('create policy %1$s_nation on %1$I for select to scope_nation using (regime = any (app_regimes()))', t);
  end loop;
  foreach t in array array['matters', 'timeline', 'breaches'] loop
    execute format('create policy %1$s_province on %1$I for select to scope_province
      using (province_id = app_province() and regime = any (app_regimes()))', t);
  end loop;
  -- A resident sees the one matter whose reference she holds.
  foreach t in array array['timeline', 'clocks', 'pauses'] loop
    execute format('create policy %1$s_public on %1$I for select to scope_public
      using (commune_id = app_commune() and matter_id = app_matter()%2$s)', t, case t when 'timeline' then ' and public' else '' end);
  end loop;
end $$;
create policy matters_public on matters for select to scope_public using (commune_id = app_commune() and id = app_matter());
create policy numbers_commune on numbers to scope_commune using (commune_id = app_commune()) with check (commune_id = app_commune());

-- The record only grows. Whoever adds to it adds in his own name and with the right that the act needs.
drop policy timeline_commune on timeline;
create policy timeline_read on timeline for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()));
create policy timeline_append on timeline for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes())
    and actor_id is not distinct from app_actor() and app_may(needs, commune_id, province_id));
create policy audit_append on audit for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and actor_id is not distinct from app_actor());
create policy audit_read on audit for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and app_may('record.read', commune_id, province_id));
create policy audit_read_province on audit for select to scope_province
  using (province_id = app_province() and regime = any (app_regimes()) and app_may('record.read', commune_id, province_id));
create policy audit_read_nation on audit for select to scope_nation
  using (regime = any (app_regimes()) and app_may('record.read', commune_id, province_id));
-- The gate writes about accounts, and reads the end of a chain to add the next link.
create policy audit_gate on audit to scope_gate using (regime = 'internal') with check (regime = 'internal');
create policy reads_append on reads for insert to scope_commune, scope_province, scope_nation
  with check (actor_id = app_actor() and regime = any (app_regimes()));
create policy reads_read on reads for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and app_may('record.read', commune_id, province_id));
create policy reads_read_province on reads for select to scope_province
  using (province_id = app_province() and regime = any (app_regimes()) and app_may('record.read', commune_id, province_id));
create policy reads_read_nation on reads for select to scope_nation
  using (regime = any (app_regimes()) and app_may('record.read', commune_id, province_id));

grant select on matters, clocks, pauses to scope_public, scope_commune, scope_province, scope_nation;
grant select on timeline to scope_commune, scope_province, scope_nation;
-- Notes are for officers: a resident sees what was done, not what was written about it.
grant select (commune_id, matter_id, seq, at, action, to_state, facts, public) on timeline to scope_public;
grant select on breaches, audit, reads to scope_commune, scope_province, scope_nation;
grant select on notices to scope_commune, scope_nation;
grant select on audit to scope_gate;
grant insert (commune_id, province_id, kind, regime, code, public_ref, state, hamlet_id, channel, title, received_at, due_at, assignee_id, timeline_hash) on matters to scope_commune;
grant update (state, due_at, paused_at, settled_at, assignee_id, closed_at, outcome, version, timeline_hash) on matters to scope_commune;
grant insert on timeline, clocks, breaches to scope_commune;
grant insert (commune_id, province_id, regime, subject, seq, at, actor_id, action, change, prev_hash, hash) on audit to scope_commune, scope_gate;
grant insert (commune_id, province_id, regime, at, actor_id, subject, purpose) on reads to scope_commune, scope_province, scope_nation;
grant insert on pauses to scope_commune;
grant update (to_at) on pauses to scope_commune;
grant select, insert, update (last) on numbers to scope_commune;
grant insert (commune_id, province_id, matter_id, regime, key, template, facts, queued_at) on notices to scope_commune;
grant update (channel, sent_at, attempts) on notices to scope_commune;
