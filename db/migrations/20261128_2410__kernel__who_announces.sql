-- Working in a regime is not enough to wake the telephones of a commune: each regime has one right that announces, and no other does.
create function app_may_announce(of_regime text, at_commune int, at_province int) returns boolean
language sql stable set search_path = public
begin atomic
  select app_may(case of_regime when 'scams' then 'scams.warn' end, at_commune, at_province);
end;
alter policy announcements_queue on announcements
  with check (commune_id = app_commune() and app_may_announce(regime, commune_id, province_id) and spread_at is null and withdrawn_at is null
    and app_all_hamlets_of(hamlet_ids, commune_id));
alter policy announcements_withdraw on announcements
  using (commune_id = app_commune() and app_actor() is not null and app_may_announce(regime, commune_id, province_id))
  with check (commune_id = app_commune() and app_may_announce(regime, commune_id, province_id) and withdrawn_at is not null);
