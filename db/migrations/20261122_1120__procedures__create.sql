-- What the counter is in the middle of: read from a card, not yet a dossier. Sealed, its officer's own, erased after use.
create table intakes (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  ref text not null,
  officer_id int not null,
  sealed bytea not null,
  created_at timestamptz not null,
  matter_id bigint,
  primary key (commune_id, id),
  unique (commune_id, ref)
);
create index intakes_created on intakes (commune_id, created_at);

create table dossiers (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  person_id bigint not null,
  intake_id bigint not null,
  procedure_code text not null,
  procedure_from date not null,
  case_id text not null,
  conditions jsonb not null,
  request text not null,
  handed_over jsonb not null,
  fee_dong bigint not null check (fee_dong >= 0),
  exemption text,
  id_last4 text not null,
  phone_last4 text,
  proposal jsonb,
  primary key (commune_id, matter_id),
  unique (commune_id, intake_id)
);
create index dossiers_person on dossiers (commune_id, person_id);

-- A resident's word on how she was served. No officer reads it; figures appear from five on.
create table ratings (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  month date not null check (extract(day from month) = 1),
  procedure_code text not null,
  score text not null check (score in ('verySatisfied', 'satisfied', 'notSatisfied')),
  once bytea not null,
  primary key (commune_id, id),
  unique (commune_id, once)
);
create index ratings_month on ratings (commune_id, month);

alter table intakes enable row level security;
alter table intakes force row level security;
alter table dossiers enable row level security;
alter table dossiers force row level security;
alter table ratings enable row level security;
alter table ratings force row level security;
create policy intakes_own on intakes to scope_commune
  using (commune_id = app_commune() and officer_id = app_actor() and 'counter' = any (app_regimes()))
  with check (commune_id = app_commune() and officer_id = app_actor() and 'counter' = any (app_regimes()));
create policy dossiers_commune on dossiers to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()))
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy dossiers_public on dossiers for select to scope_public
  using (commune_id = app_commune() and matter_id = app_matter());
create policy ratings_put on ratings for insert to scope_public with check (commune_id = app_commune());
grant select, insert on intakes to scope_commune;
grant update (sealed, matter_id) on intakes to scope_commune;
grant delete on intakes to scope_commune;
grant select, insert on dossiers to scope_commune;
grant update (proposal) on dossiers to scope_commune;
grant select (commune_id, matter_id, procedure_code, procedure_from, case_id, conditions, handed_over, fee_dong) on dossiers to scope_public;
grant insert (commune_id, province_id, month, procedure_code, score, once) on ratings to scope_public;

/* The reference of a dossier, for whoever knows its code and the last four digits of the phone or of the identity number. */
create function find_dossier_ref(dossier_code text, last4 text) returns text
language sql stable security definer set search_path = public
begin atomic
  select m.public_ref from matters m
  join dossiers d on d.commune_id = m.commune_id and d.matter_id = m.id
  where m.code = dossier_code and (d.id_last4 = last4 or d.phone_last4 = last4) limit 1;
end;
revoke execute on function find_dossier_ref from public;
grant execute on function find_dossier_ref to scope_public;

/* How residents of each commune rated, in a span of months; nothing of a commune below five, so that no single word can be traced. */
create function rating_figures(at_communes int[], from_month date, to_month date)
returns table (commune_id int, score text, count bigint)
language sql stable security definer set search_path = public
begin atomic
  select r.commune_id, r.score, count(*) from ratings r
  where r.commune_id = any (at_communes) and r.month between from_month and to_month
    and (select count(*) from ratings a where a.commune_id = r.commune_id and a.month between from_month and to_month) >= 5
  group by r.commune_id, r.score;
end;
revoke execute on function rating_figures from public;
grant execute on function rating_figures to scope_public, scope_commune, scope_province, scope_nation;
