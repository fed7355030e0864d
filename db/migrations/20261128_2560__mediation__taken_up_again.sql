-- A dispute that had ended is taken up again: the agreement is not kept, the outcome was written by mistake, or the parties wish it. The outcome that stood until then stays here as it was.
create table dispute_endings (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  ended_at timestamptz not null,
  outcome text not null check (outcome in ('settled', 'unsettled', 'ended', 'excluded')),
  reason text,
  agreement_sealed bytea,
  why text not null check (why in ('notKept', 'mistake', 'wish')),
  resumed_at timestamptz not null,
  resumed_by int not null,
  primary key (commune_id, matter_id, seq)
);
alter table dispute_endings add constraint dispute_endings_dispute foreign key (commune_id, matter_id) references disputes (commune_id, matter_id);
alter table dispute_endings enable row level security;
alter table dispute_endings force row level security;
create policy dispute_endings_read on dispute_endings for select to scope_commune using (commune_id = app_commune() and 'mediation' = any (app_regimes()));
create policy dispute_endings_add on dispute_endings for insert to scope_commune
  with check (commune_id = app_commune() and resumed_by = app_actor() and app_may('mediation.record', commune_id, province_id));
grant select, insert on dispute_endings to scope_commune;

-- A visit that was promised for an agreement which is talked over again is made no more. What follows a visit that found the agreement broken is written with it.
alter table dispute_visits add column dropped_at timestamptz;
alter table dispute_visits add column step text;
alter table dispute_visits add constraint dispute_visits_step check (step in ('visit', 'resume', 'court')) not valid;
grant update (dropped_at, step) on dispute_visits to scope_commune;
