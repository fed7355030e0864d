-- One role per scope. The login role owns nothing, bypasses nothing and inherits nothing: it can only become one of these,
-- for the length of one transaction. Roles belong to the whole cluster, so several databases may share them.
do $$
declare role_name text;
begin
  foreach role_name in array array['scope_public', 'scope_commune', 'scope_province', 'scope_nation', 'scope_gate'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin noinherit nosuperuser nocreatedb nocreaterole', role_name);
    end if;
  end loop;
exception when duplicate_object or unique_violation then null; -- two databases of one cluster migrated at the same moment
end $$;

revoke create on schema public from public;
grant usage on schema public to scope_public, scope_commune, scope_province, scope_nation, scope_gate;

-- What the transaction said about itself, readable in policies without a subquery.
create function app_commune() returns int language sql stable parallel safe
  return nullif(current_setting('app.commune', true), '')::int;
create function app_province() returns int language sql stable parallel safe
  return nullif(current_setting('app.province', true), '')::int;
create function app_actor() returns int language sql stable parallel safe
  return nullif(current_setting('app.actor', true), '')::int;
create function app_matter() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.matter', true), '')::bigint;
create function app_regimes() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.regimes', true), ''), ',');
create function app_now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
