-- What is told of ratings. A box that answers any question about any span gives single ratings away by subtraction: last month from the
-- quarter, one procedure from all, five minutes ago from now. So ratings leave it once, in parcels of five or more that never overlap and
-- never change; whatever is shown is a sum of whole parcels, and so is every difference.
create table rating_releases (
  commune_id int not null,
  from_month date not null,
  to_month date not null,
  procedure_code text not null,
  province_id int not null,
  very_satisfied int not null,
  satisfied int not null,
  not_satisfied int not null,
  primary key (commune_id, from_month, procedure_code),
  check (from_month <= to_month),
  check (very_satisfied + satisfied + not_satisfied >= 5)
);
create index rating_releases_to on rating_releases (commune_id, to_month);
alter table rating_releases enable row level security;
alter table rating_releases force row level security;
-- They stand on the first page of every post.
create policy rating_releases_read on rating_releases for select using (true);
grant select on rating_releases to scope_public, scope_commune, scope_province, scope_nation;

/* Takes from the box what may be told by now, and returns how many parcels that was. Only months that are over (for an hour, so that nobody is
   still rating in them); a month with fewer than five waits for the next. Within, a procedure has a parcel of its own from five on; the others lie in one
   together ('' for the procedure), into which the smallest of the large ones goes too when they would be fewer than five. Safe to run twice. */
create function release_ratings() returns int
language plpgsql security definer set search_path = public as $$
declare
  this_month constant date := date_trunc('month', (app_now() - interval '1 hour') at time zone 'Asia/Ho_Chi_Minh');
  done int := 0;
  put int;
  at_commune int;
  next_month date;
  span_from date;
  kept int;
  counted record;
begin
  perform pg_advisory_xact_lock(hashtext('release_ratings'));
  for at_commune, next_month in
    select r.commune_id, (max(l.to_month) + interval '1 month')::date from ratings r
    left join lateral (select to_month from rating_releases p where p.commune_id = r.commune_id order by p.to_month desc limit 1) l on true
    where r.month < this_month and (l.to_month is null or r.month > l.to_month) group by r.commune_id
  loop
    span_from := next_month;
    kept := 0;
    for counted in
      select month, count(*)::int as count from ratings
      where commune_id = at_commune and month < this_month and (next_month is null or month >= next_month) group by month order by month
    loop
      span_from := coalesce(span_from, counted.month);
      kept := kept + counted.count;
      continue when kept < 5;
      with by_procedure as (
        select procedure_code, count(*) as count from ratings
        where commune_id = at_commune and month between span_from and counted.month group by procedure_code
      ), few as (
        select coalesce(sum(count) filter (where count < 5), 0) as count from by_procedure
      ), alone as (
        select b.procedure_code from by_procedure b, few
        where b.count >= 5 and (few.count = 0 or few.count >= 5
          or b.procedure_code <> (select s.procedure_code from by_procedure s where s.count >= 5 order by s.count, s.procedure_code limit 1))
      )
      insert into rating_releases (commune_id, from_month, to_month, procedure_code, province_id, very_satisfied, satisfied, not_satisfied)
      select at_commune, span_from, counted.month, coalesce(a.procedure_code, ''), min(r.province_id),
        count(*) filter (where r.score = 'verySatisfied'), count(*) filter (where r.score = 'satisfied'), count(*) filter (where r.score = 'notSatisfied')
      from ratings r left join alone a on a.procedure_code = r.procedure_code
      where r.commune_id = at_commune and r.month between span_from and counted.month
      group by coalesce(a.procedure_code, '');
      get diagnostics put = row_count;
      done := done + put;
      span_from := (counted.month + interval '1 month')::date;
      kept := 0;
    end loop;
  end loop;
  return done;
end $$;
revoke execute on function release_ratings from public;
grant execute on function release_ratings to scope_gate;

drop function rating_figures;
