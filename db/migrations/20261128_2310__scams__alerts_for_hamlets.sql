-- A warning may be for some hamlets; none: the whole commune, as all were that went out before.
alter table scam_alerts add column hamlet_ids int[] not null default '{}';
grant insert (hamlet_ids) on scam_alerts to scope_commune;
grant select (hamlet_ids) on scam_alerts to scope_public;
alter policy scam_alerts_warn on scam_alerts
  with check (commune_id = app_commune() and published_by = app_actor() and app_may('scams.warn', commune_id, province_id) and app_all_hamlets_of(hamlet_ids, commune_id));
