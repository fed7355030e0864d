-- A deadline that came near. Frozen when it happens and always before the deadline itself; a new deadline has a row of its own.
create table escalations (
  commune_id int not null,
  matter_id bigint not null,
  due_at timestamptz not null,
  province_id int not null,
  regime text not null,
  at timestamptz not null check (at < due_at),
  lead jsonb not null,
  primary key (commune_id, matter_id, due_at)
);
create index escalations_coming on escalations (commune_id, due_at);

-- That somebody who may act on it has seen it, and what he did. The first word counts.
create table escalation_acts (
  commune_id int not null,
  matter_id bigint not null,
  due_at timestamptz not null,
  province_id int not null,
  regime text not null,
  at timestamptz not null,
  actor_id int not null,
  needs text not null,
  act text not null check (act in ('noted', 'assigned', 'instructed')),
  primary key (commune_id, matter_id, due_at)
);

-- How an officer likes to narrow the inbox. Days are counted from the day of looking, so that a filter stays true.
create table saved_filters (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  account_id int not null,
  name text not null check (name <> ''),
  is_default boolean not null,
  state_group text,
  assignee text,
  hamlet_id int,
  title text,
  due_from int,
  due_to int,
  supplement text,
  channel text,
  created_at timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, account_id, name)
);
create unique index saved_filters_default on saved_filters (commune_id, account_id) where is_default;

-- All open work of one officer, given to others on one day for one reason; and on which day it is offered back.
create table handovers (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  from_id int not null,
  by_id int not null,
  needs text not null,
  at timestamptz not null,
  reason text not null check (reason <> ''),
  return_on date,
  ended_at timestamptz,
  ended_by int,
  primary key (commune_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create index handovers_to_return on handovers (commune_id, return_on) where ended_at is null and return_on is not null;
create table handover_matters (
  commune_id int not null,
  handover_id bigint not null,
  matter_id bigint not null,
  province_id int not null,
  regime text not null,
  to_id int not null,
  primary key (commune_id, handover_id, matter_id)
);

alter table escalations enable row level security;
alter table escalations force row level security;
alter table escalation_acts enable row level security;
alter table escalation_acts force row level security;
alter table saved_filters enable row level security;
alter table saved_filters force row level security;
alter table handovers enable row level security;
alter table handovers force row level security;
alter table handover_matters enable row level security;
alter table handover_matters force row level security;

create policy escalations_read on escalations for select to scope_commune using (commune_id = app_commune() and regime = any (app_regimes()));
-- As with breaches: the clock is no account, so what it may write is bound to the instant of its transaction.
create policy escalations_append on escalations for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and at = app_now());
create policy escalation_acts_read on escalation_acts for select to scope_commune using (commune_id = app_commune() and regime = any (app_regimes()));
create policy escalation_acts_append on escalation_acts for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and actor_id = app_actor() and app_may(needs, commune_id, province_id));
create policy saved_filters_own on saved_filters to scope_commune
  using (commune_id = app_commune() and account_id = app_actor()) with check (commune_id = app_commune() and account_id = app_actor());
create policy handovers_read on handovers for select to scope_commune using (commune_id = app_commune());
create policy handovers_append on handovers for insert to scope_commune
  with check (commune_id = app_commune() and by_id = app_actor() and app_may(needs, commune_id, province_id));
create policy handovers_end on handovers for update to scope_commune
  using (commune_id = app_commune() and app_may(needs, commune_id, province_id)) with check (commune_id = app_commune() and ended_by = app_actor());
create policy handover_matters_read on handover_matters for select to scope_commune using (commune_id = app_commune() and regime = any (app_regimes()));
create policy handover_matters_append on handover_matters for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()));

grant select, insert on escalations, escalation_acts to scope_commune;
grant select, delete on saved_filters to scope_commune;
grant insert (commune_id, province_id, account_id, name, is_default, state_group, assignee, hamlet_id, title, due_from, due_to, supplement, channel, created_at) on saved_filters to scope_commune;
grant update (is_default) on saved_filters to scope_commune;
grant select on handovers to scope_commune;
grant insert (commune_id, province_id, from_id, by_id, needs, at, reason, return_on) on handovers to scope_commune;
grant update (ended_at, ended_by) on handovers to scope_commune;
grant select, insert on handover_matters to scope_commune;

/* The next deadline of each commune that nobody was told of yet, up to an instant. */
create function communes_with_coming_deadlines(after_instant timestamptz, until timestamptz) returns table (commune_id int, first_due timestamptz)
language sql stable security definer set search_path = public
begin atomic
  select m.commune_id, min(m.due_at) from matters m
  where m.settled_at is null and m.due_at > after_instant and m.due_at <= until
    and not exists (select from escalations e where e.commune_id = m.commune_id and e.matter_id = m.id and e.due_at = m.due_at)
  group by m.commune_id;
end;
revoke execute on function communes_with_coming_deadlines from public;
grant execute on function communes_with_coming_deadlines to scope_gate;
