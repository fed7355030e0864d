-- Which appointment a resident's transaction was opened for, by its reference.
create function app_appointment() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.appointment', true), '')::bigint;

-- How a desk of a post works from a day on. The line with the latest `valid_from` not after a day holds on it.
create table desks (
  commune_id int not null,
  number int not null check (number between 1 and 20),
  valid_from date not null,
  province_id int not null,
  name text not null check (name <> ''),
  open boolean not null,
  slot_minutes int not null check (slot_minutes between 5 and 120),
  places int not null check (places between 0 and 20),
  written_by int not null,
  written_at timestamptz not null,
  primary key (commune_id, number, valid_from)
);

-- A time that a resident asked for. The person's data are erased when it is cancelled, and after its day.
create table appointments (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  ref text not null,
  procedure_code text not null,
  day date not null,
  desk_number int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place int check (place > 0),
  booked_at timestamptz not null,
  cancelled_at timestamptz,
  called_by text,
  phone_sealed bytea,
  phone_hash bytea,
  phone_last4 text check (phone_last4 ~ '^[0-9]{4}$'),
  primary key (commune_id, id),
  unique (commune_id, ref),
  -- One place is given once; a cancelled appointment gives its place back.
  unique (commune_id, desk_number, starts_at, place),
  check ((place is null) = (cancelled_at is not null))
);
create index appointments_day on appointments (commune_id, day, starts_at, id);
create index appointments_ref on appointments (ref);
create index appointments_kept on appointments (day, commune_id) where phone_sealed is not null;

-- A number in the line of one day. It carries nothing about the person who holds it.
create table tickets (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  ref text not null,
  day date not null,
  number int not null check (number > 0),
  lane text not null check (lane in ('priority', 'appointment', 'ordinary')),
  appointment_id bigint,
  issued_at timestamptz not null,
  ready_at timestamptz not null check (ready_at >= issued_at),
  state text not null check (state in ('waiting', 'called', 'serving', 'done', 'noShow')),
  desk_number int,
  called_at timestamptz,
  version int not null default 1,
  primary key (commune_id, id),
  unique (commune_id, ref),
  unique (commune_id, day, number),
  unique (commune_id, appointment_id),
  check ((state = 'waiting') = (desk_number is null))
);
create index tickets_line on tickets (commune_id, day, state, ready_at, number);
create index tickets_ref on tickets (ref);
-- A desk has one person before it.
create unique index tickets_at_desk on tickets (commune_id, day, desk_number) where state in ('called', 'serving');

-- What happened to a ticket, in order: waiting and serving times are measured from these lines, which only grow.
create table ticket_events (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  ticket_id bigint not null,
  seq int not null,
  at timestamptz not null,
  day date not null,
  action text not null check (action in ('take', 'call', 'again', 'start', 'finish', 'noShow', 'comeBack')),
  lane text not null,
  desk_number int,
  actor_id int,
  primary key (commune_id, id),
  unique (commune_id, ticket_id, seq),
  check (action = 'take' or (desk_number is not null and actor_id is not null))
);
create index ticket_events_desk on ticket_events (commune_id, day, desk_number, id) where action = 'call';

alter table desks enable row level security;
alter table desks force row level security;
alter table appointments enable row level security;
alter table appointments force row level security;
alter table tickets enable row level security;
alter table tickets force row level security;
alter table ticket_events enable row level security;
alter table ticket_events force row level security;

-- How a post works is public; the chief writes it.
create policy desks_public on desks for select to scope_public using (commune_id = app_commune());
create policy desks_read on desks for select to scope_commune using (commune_id = app_commune());
create policy desks_write on desks for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and app_may('counter.assign', commune_id, province_id));
-- An officer who calls locks his desk by it; only the chief's statements change a line.
create policy desks_change on desks for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and written_by = app_actor() and app_may('counter.assign', commune_id, province_id));
grant select on desks to scope_public, scope_commune;
grant insert on desks to scope_commune;
grant update (name, open, slot_minutes, places, written_by, written_at) on desks to scope_commune;

create policy appointments_commune on appointments to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()))
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy appointments_book on appointments for insert to scope_public with check (commune_id = app_commune());
create policy appointments_held on appointments for select to scope_public using (commune_id = app_commune() and id = app_appointment());
create policy appointments_cancel on appointments for update to scope_public
  using (commune_id = app_commune() and id = app_appointment()) with check (commune_id = app_commune() and id = app_appointment());
grant select on appointments to scope_commune;
grant select (commune_id, id, province_id, ref, procedure_code, day, desk_number, starts_at, ends_at, place, cancelled_at, called_by, phone_last4) on appointments to scope_public;
grant insert (commune_id, province_id, ref, procedure_code, day, desk_number, starts_at, ends_at, place, booked_at, called_by, phone_sealed, phone_hash, phone_last4) on appointments to scope_public;
grant update (place, cancelled_at, called_by, phone_sealed, phone_hash, phone_last4) on appointments to scope_public;
grant update (called_by, phone_sealed, phone_hash, phone_last4) on appointments to scope_commune;

create policy tickets_commune on tickets to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()))
  with check (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy tickets_public on tickets for select to scope_public using (commune_id = app_commune());
create policy tickets_take on tickets for insert to scope_public with check (commune_id = app_commune() and state = 'waiting');
grant select on tickets to scope_public, scope_commune;
grant insert (commune_id, province_id, ref, day, number, lane, appointment_id, issued_at, ready_at, state) on tickets to scope_public, scope_commune;
grant update (state, desk_number, called_at, version) on tickets to scope_commune;

create policy ticket_events_read on ticket_events for select to scope_commune
  using (commune_id = app_commune() and 'counter' = any (app_regimes()));
create policy ticket_events_append on ticket_events for insert to scope_commune
  with check (commune_id = app_commune() and actor_id is not distinct from app_actor() and app_may('counter.receive', commune_id, province_id));
create policy ticket_events_take on ticket_events for insert to scope_public
  with check (commune_id = app_commune() and action = 'take' and actor_id is null);
grant select on ticket_events to scope_commune;
grant insert (commune_id, province_id, ticket_id, seq, at, day, action, lane, desk_number, actor_id) on ticket_events to scope_public, scope_commune;

-- The machine at the door counts the tickets of its post, and no other sequence.
create policy numbers_tickets on numbers to scope_public
  using (commune_id = app_commune() and starts_with(key, 'ticket:')) with check (commune_id = app_commune() and starts_with(key, 'ticket:'));
grant select, insert, update (last) on numbers to scope_public;

/* The places of some days that are taken, without a word on who took them. */
create function taken_places(at_commune int, from_day date, to_day date)
returns table (desk_number int, starts_at timestamptz, ends_at timestamptz, place int)
language sql stable security definer set search_path = public
begin atomic
  select a.desk_number, a.starts_at, a.ends_at, a.place from appointments a
  where a.commune_id = at_commune and a.day between from_day and to_day and a.place is not null;
end;
revoke execute on function taken_places from public;
grant execute on function taken_places to scope_public, scope_commune;

/* How many appointments one phone has on a day. */
create function appointments_of_phone(at_commune int, hash bytea, on_day date) returns int
language sql stable security definer set search_path = public
begin atomic
  select count(*)::int from appointments a
  where a.commune_id = at_commune and a.day = on_day and a.phone_hash = hash and a.cancelled_at is null;
end;
revoke execute on function appointments_of_phone from public;
grant execute on function appointments_of_phone to scope_public;

/* The appointment that a reference opens. */
create function find_public_appointment(asked text) returns table (commune_id int, id bigint)
language sql stable security definer set search_path = public
begin atomic
  select a.commune_id, a.id from appointments a where a.ref = asked limit 1;
end;
revoke execute on function find_public_appointment from public;
grant execute on function find_public_appointment to scope_public;

/* References of today's appointments that are not yet in the line, for the last four digits of a phone: at the machine at the door. */
create function appointments_to_check_in(at_commune int, on_day date, last4 text) returns table (ref text)
language sql stable security definer set search_path = public
begin atomic
  select a.ref from appointments a
  where a.commune_id = at_commune and a.day = on_day and a.phone_last4 = last4 and a.cancelled_at is null
    and not exists (select from tickets t where t.commune_id = a.commune_id and t.appointment_id = a.id)
  order by a.starts_at limit 2;
end;
revoke execute on function appointments_to_check_in from public;
grant execute on function appointments_to_check_in to scope_public;

/* The ticket that a reference opens. */
create function find_public_ticket(asked text) returns table (commune_id int, id bigint)
language sql stable security definer set search_path = public
begin atomic
  select t.commune_id, t.id from tickets t where t.ref = asked limit 1;
end;
revoke execute on function find_public_ticket from public;
grant execute on function find_public_ticket to scope_public;

/* How many wait in a post: a figure for everybody. */
create function waiting_now(at_commune int, on_day date) returns int
language sql stable security definer set search_path = public
begin atomic
  select count(*)::int from tickets t where t.commune_id = at_commune and t.day = on_day and t.state = 'waiting';
end;
revoke execute on function waiting_now from public;
grant execute on function waiting_now to scope_public, scope_commune, scope_province, scope_nation;

/* Communes that still keep the data of persons whose appointment was before a day. */
create function communes_keeping_appointments(before_day date) returns table (commune_id int)
language sql stable security definer set search_path = public
begin atomic
  select distinct a.commune_id from appointments a where a.day < before_day and a.phone_sealed is not null;
end;
revoke execute on function communes_keeping_appointments from public;
grant execute on function communes_keeping_appointments to scope_gate;
