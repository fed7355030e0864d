-- Each matter as it was last counted: what a figure opens. Nothing in it leads to a person; there is no reference either, because a
-- reference opens the resident's page.
create table counted_matters (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  regime text not null,
  kind text not null,
  procedure_code text not null,
  code text not null,
  received_month date not null check (extract(day from received_month) = 1),
  received_at timestamptz not null,
  due_at timestamptz,
  answered_month date check (extract(day from answered_month) = 1),
  answered_at timestamptz,
  standing text check (standing in ('onTime', 'onTimeAfterPause', 'pausedUnasked', 'extended', 'late', 'withdrawn', 'stopped', 'untimed')),
  was_withdrawn boolean not null,
  is_open boolean not null,
  is_late_now boolean not null,
  online boolean not null,
  digitised boolean,
  pauses int not null,
  unasked_pauses int not null,
  paused_minutes int not null,
  returns int not null,
  repeat_returns int not null,
  reopened int not null,
  handling_minutes int,
  primary key (commune_id, matter_id),
  check ((answered_at is null) = (standing is null) and (answered_at is null) = (answered_month is null))
);
create index counted_matters_received on counted_matters (commune_id, received_month, matter_id);
create index counted_matters_answered on counted_matters (commune_id, answered_month, matter_id) where answered_month is not null;
create index counted_matters_open on counted_matters (commune_id, matter_id) where is_open;

-- Sums of the above. `procedure_code` '' is all procedures together. What was received stands in the month of the receipt (with what of it
-- is open and late now), everything else in the month of the first answer: taking a dossier up again moves nothing to another month.
-- `handling` counts answers by working time, in buckets each 1.15 times as wide as the one before.
create table matter_stats (
  commune_id int not null,
  month date not null check (extract(day from month) = 1),
  kind text not null,
  procedure_code text not null,
  province_id int not null,
  regime text not null,
  received int not null,
  online int not null,
  open int not null,
  late_now int not null,
  on_time int not null,
  on_time_after_pause int not null,
  paused_unasked int not null,
  extended int not null,
  late int not null,
  late_withdrawn int not null,
  withdrawn int not null,
  stopped int not null,
  untimed int not null,
  paused_matters int not null,
  returned_matters int not null,
  repeated_matters int not null,
  reopened_matters int not null,
  digitisable int not null,
  digitised int not null,
  pauses int not null,
  unasked_pauses int not null,
  paused_minutes bigint not null,
  returns int not null,
  repeat_returns int not null,
  reopened int not null,
  handling int[] not null,
  primary key (commune_id, month, kind, procedure_code)
);
create index matter_stats_province on matter_stats (province_id, procedure_code, month);
create index matter_stats_open on matter_stats (province_id, procedure_code, commune_id) where open > 0;

-- Until when a commune was counted, and since when from the beginning. Whoever counts holds this row, so that two never count at once.
create table stats_marks (
  commune_id int not null,
  province_id int not null,
  counted_at timestamptz,
  rebuilt_at timestamptz,
  primary key (commune_id)
);

do $$
declare t text;
begin
  foreach t in array array['counted_matters', 'matter_stats', 'stats_marks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['counted_matters', 'matter_stats'] loop
    execute format('create policy %1$s_commune on %1$I for select to scope_commune using (commune_id = app_commune() and regime = any (app_regimes()))', t);
    execute format('create policy %1$s_province on %1$I for select to scope_province using (province_id = app_province() and regime = any (app_regimes()))', t);
    execute format('create policy %1$s_nation on %1$I for select to scope_nation using (regime = any (app_regimes()))', t);
  end loop;
  -- Figures are written by the job alone, which is nobody: an officer's transaction always has a number.
  foreach t in array array['counted_matters', 'matter_stats'] loop
    execute format('create policy %1$s_put on %1$I for insert to scope_commune with check (commune_id = app_commune() and app_actor() is null and regime = any (app_regimes()))', t);
    execute format('create policy %1$s_set on %1$I for update to scope_commune using (commune_id = app_commune() and app_actor() is null and regime = any (app_regimes()))', t);
    execute format('create policy %1$s_take on %1$I for delete to scope_commune using (commune_id = app_commune() and app_actor() is null and regime = any (app_regimes()))', t);
  end loop;
  foreach t in array array['counted_matters', 'matter_stats', 'stats_marks'] loop
    execute format('grant select on %I to scope_commune, scope_province, scope_nation', t);
    execute format('grant insert on %I to scope_commune', t);
  end loop;
end $$;
create policy stats_marks_put on stats_marks for insert to scope_commune with check (commune_id = app_commune() and app_actor() is null);
create policy stats_marks_set on stats_marks for update to scope_commune using (commune_id = app_commune() and app_actor() is null);
create policy stats_marks_commune on stats_marks for select to scope_commune using (commune_id = app_commune());
create policy stats_marks_province on stats_marks for select to scope_province using (province_id = app_province());
create policy stats_marks_nation on stats_marks for select to scope_nation using (true);
grant delete on counted_matters, matter_stats to scope_commune;
grant update (procedure_code, received_month, received_at, due_at, answered_month, answered_at, standing, was_withdrawn, is_open, is_late_now, online, digitised,
  pauses, unasked_pauses, paused_minutes, returns, repeat_returns, reopened, handling_minutes) on counted_matters to scope_commune;
grant update (received, online, open, late_now, on_time, on_time_after_pause, paused_unasked, extended, late, late_withdrawn, withdrawn, stopped, untimed,
  paused_matters, returned_matters, repeated_matters, reopened_matters, digitisable, digitised,
  pauses, unasked_pauses, paused_minutes, returns, repeat_returns, reopened, handling) on matter_stats to scope_commune;
grant update (counted_at, rebuilt_at) on stats_marks to scope_commune;

-- Communes in which there ever was a matter, found by stepping from one to the next in the index.
create function communes_with_matters() returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  with recursive c as (
    (select m.commune_id from matters m order by m.commune_id limit 1)
    union all
    select (select m.commune_id from matters m where m.commune_id > c.commune_id order by m.commune_id limit 1) from c where c.commune_id is not null
  )
  select c.commune_id from c where c.commune_id is not null;
end;
revoke execute on function communes_with_matters from public;
grant execute on function communes_with_matters to scope_gate;
