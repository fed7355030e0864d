-- What was taken down wrong in a room is put right until the minutes are closed; what stood there before is kept.
create table opinion_corrections (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  heading text not null check (heading in ('strength', 'shortcoming', 'cause', 'proposal')),
  said text not null check (length(said) between 1 and 4000),
  at timestamptz not null,
  by_id int not null,
  primary key (commune_id, matter_id, seq),
  foreign key (commune_id, matter_id) references opinions (commune_id, matter_id)
);
alter table opinion_corrections enable row level security;
alter table opinion_corrections force row level security;
create policy opinion_corrections_read on opinion_corrections for select to scope_commune using (commune_id = app_commune() and 'listening' = any (app_regimes()));
create policy opinion_corrections_keep on opinion_corrections for insert to scope_commune
  with check (commune_id = app_commune() and by_id = app_actor() and app_may('listening.receive', commune_id, province_id));
grant select, insert on opinion_corrections to scope_commune;
grant update (heading, said) on opinions to scope_commune;
