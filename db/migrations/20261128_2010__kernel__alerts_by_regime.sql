-- What an officer was told of a regime is hers to read as long as she works in it, as everything else of that regime is.
alter policy alerts_own on alerts using (commune_id = app_commune() and account_id = app_actor() and regime = any (app_regimes()));
alter policy alerts_own_read on alerts
  using (commune_id = app_commune() and account_id = app_actor() and regime = any (app_regimes()))
  with check (commune_id = app_commune() and account_id = app_actor() and regime = any (app_regimes()));
-- The gate counts before it knows which regimes she works in today, so it counts each apart.
grant select (commune_id, regime) on alerts to scope_gate;
