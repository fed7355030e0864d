-- Which proposal an officer has seen, as it was when he saw it. Only what was seen in its present form can be signed.
create table seen_proposals (
  commune_id int not null,
  account_id int not null,
  matter_id bigint not null,
  province_id int not null,
  regime text not null,
  version int not null,
  digest bytea not null,
  seen_at timestamptz not null,
  primary key (commune_id, account_id, matter_id)
);
alter table seen_proposals enable row level security;
alter table seen_proposals force row level security;
create policy seen_proposals_own on seen_proposals to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and account_id = app_actor())
  with check (commune_id = app_commune() and regime = any (app_regimes()) and account_id = app_actor()
    and app_may('counter.sign', commune_id, province_id));
grant select, insert on seen_proposals to scope_commune;
grant update (version, digest, seen_at) on seen_proposals to scope_commune;

-- The folder: what waits for a signature in a post, most urgent first. Few at a time, among all that was ever done.
create index matters_to_sign on matters (commune_id, state, due_at, id) where closed_at is null;
