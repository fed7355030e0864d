-- Keys of programs that send reports in. Only a keyed hash is kept; nobody who asks from outside sees the table.
create table open_keys (
  id int generated always as identity primary key,
  name text not null check (name <> ''),
  key_hash bytea not null unique,
  most_an_hour int not null check (most_an_hour > 0),
  made_at timestamptz not null,
  ended_at timestamptz,
  -- How often it was used in the last hour in which it was used.
  hour timestamptz,
  used int not null default 0
);
alter table open_keys enable row level security;
alter table open_keys force row level security;
create policy open_keys_read on open_keys for select to scope_gate using (true);
create policy open_keys_add on open_keys for insert to scope_gate with check (ended_at is null and used = 0);
create policy open_keys_end on open_keys for update to scope_gate using (ended_at is null) with check (ended_at is not null);
grant select (id, name, most_an_hour, made_at, ended_at) on open_keys to scope_gate;
grant insert (name, key_hash, most_an_hour, made_at) on open_keys to scope_gate;
grant update (ended_at) on open_keys to scope_gate;

/* Counts one use of a key, also beside others at the same instant: "used"; "spent" when this hour's are gone; "unknown". */
create function use_open_key(asked bytea) returns text
language plpgsql volatile security definer set search_path = public as $$
declare
  this_hour timestamptz := date_trunc('hour', app_now());
  held open_keys;
begin
  select k.* into held from open_keys k where k.key_hash = asked and k.ended_at is null for update;
  if held.id is null then return 'unknown'; end if;
  if held.hour = this_hour and held.used >= held.most_an_hour then return 'spent'; end if;
  update open_keys set used = case when hour = this_hour then used + 1 else 1 end, hour = this_hour where id = held.id;
  return 'used';
end $$;
revoke execute on function use_open_key from public;
grant execute on function use_open_key to scope_public;
