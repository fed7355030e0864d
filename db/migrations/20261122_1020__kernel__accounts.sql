-- Officers and what they may do. A catalogue of the deployment: no tenant owns it, the gate alone writes it.
create table accounts (
  id int generated always as identity primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  rank text not null default '',
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  unit_id int not null references units (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  closed_at timestamptz
);
create table role_rights (
  role text not null,
  "right" text not null,
  regime text not null,
  primary key (role, "right")
);
-- A role, in one unit, for some regimes, between two days. Null regimes: all that the role has rights in.
create table account_grants (
  id int generated always as identity primary key,
  account_id int not null references accounts (id),
  role text not null,
  unit_id int references units (id),
  scope text not null check (scope in ('commune', 'province', 'nation')),
  regimes text[],
  valid_from date not null,
  valid_to date,
  check ((scope = 'nation') = (unit_id is null)),
  check (valid_to is null or valid_to > valid_from)
);
create index account_grants_account on account_grants (account_id);
create table sessions (
  token_hash bytea primary key,
  account_id int not null references accounts (id),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  demo boolean not null default false
);
create index sessions_account on sessions (account_id);
create index sessions_end on sessions (ends_at);
-- Failed sign-ins by account, to lock out who guesses. No address is kept.
create table sign_in_failures (
  login text not null,
  at timestamptz not null
);
create index sign_in_failures_login on sign_in_failures (login, at);

alter table accounts enable row level security;
alter table accounts force row level security;
alter table role_rights enable row level security;
alter table role_rights force row level security;
alter table account_grants enable row level security;
alter table account_grants force row level security;
alter table sessions enable row level security;
alter table sessions force row level security;
alter table sign_in_failures enable row level security;
alter table sign_in_failures force row level security;
create policy accounts_gate on accounts to scope_gate using (true) with check (true);
create policy account_grants_gate on account_grants to scope_gate using (true) with check (true);
create policy sessions_gate on sessions to scope_gate using (true) with check (true);
create policy sign_in_failures_gate on sign_in_failures to scope_gate using (true) with check (true);
create policy role_rights_read on role_rights for select using (true);
-- Colleagues' names stand on timelines; everything else about an account is the gate's.
create policy accounts_names on accounts for select to scope_commune, scope_province, scope_nation using (true);
grant select (id, login, name, rank, unit_id, closed_at) on accounts to scope_commune, scope_province, scope_nation;
grant select on accounts, account_grants, sessions, sign_in_failures, role_rights to scope_gate;
grant insert (login, name, rank, password_hash, totp_secret, unit_id) on accounts to scope_gate;
grant update (password_hash, totp_secret, totp_last_step, last_seen_at, closed_at) on accounts to scope_gate;
grant insert (account_id, role, unit_id, scope, regimes, valid_from, valid_to) on account_grants to scope_gate;
grant update (valid_to) on account_grants to scope_gate;
grant insert, delete on sessions to scope_gate;
grant update (seen_at) on sessions to scope_gate;
grant insert, delete on sign_in_failures to scope_gate;

/* The database's own answer to "may this officer do this here": asked again when a record is written. */
create function app_may(asked_right text, at_commune int, at_province int) returns boolean
language sql stable security definer set search_path = public
begin atomic
  select exists (
    select from account_grants g
    join role_rights r on r.role = g.role
    join accounts a on a.id = g.account_id and a.closed_at is null
    where g.account_id = app_actor()
      and r."right" = asked_right
      and (g.regimes is null or r.regime = any (g.regimes))
      and g.valid_from <= (app_now() at time zone 'Asia/Ho_Chi_Minh')::date
      and (g.valid_to is null or g.valid_to > (app_now() at time zone 'Asia/Ho_Chi_Minh')::date)
      and (g.scope = 'nation'
        or (g.scope = 'province' and g.unit_id = at_province)
        or (g.scope = 'commune' and g.unit_id = at_commune)));
end;
