-- Evidence of an incident, of a fraud, of a meeting is kept as papers of the counter are: by whoever works on the matter, or by the door
-- for whoever hands in. The rights are those of src/modules/attachments/rights.ts.
create function may_keep_files(of_regime text, at_commune int, at_province int) returns boolean
language sql stable set search_path = public
begin atomic
  select exists (
    select from unnest(case of_regime
      when 'counter' then array['counter.attach']
      when 'listening' then array['listening.receive', 'listening.answer']
      when 'incidents' then array['incidents.process', 'incidents.handIn']
      when 'mediation' then array['mediation.record']
      when 'scams' then array['scams.process', 'scams.handIn']
      else array[]::text[] end) as held ("right")
    where app_may(held."right", at_commune, at_province));
end;
create function may_remove_files(of_regime text, at_commune int, at_province int) returns boolean
language sql stable set search_path = public
begin atomic
  select app_may(case of_regime
    when 'counter' then 'counter.removeFile'
    when 'listening' then 'listening.assign'
    when 'incidents' then 'incidents.assign'
    when 'mediation' then 'mediation.assign'
    when 'scams' then 'scams.warn' end, at_commune, at_province);
end;
drop policy attachments_keep on attachments;
drop policy attachments_remove on attachments;
drop policy attachment_files_keep on attachment_files;
drop policy attachment_files_remove on attachment_files;
create policy attachments_keep on attachments for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and kept_by = app_actor() and may_keep_files(regime, commune_id, province_id));
create policy attachments_remove on attachments for update to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and may_remove_files(regime, commune_id, province_id));
create policy attachment_files_keep on attachment_files for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and may_keep_files(regime, commune_id, app_province()));
create policy attachment_files_remove on attachment_files for delete to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and may_remove_files(regime, commune_id, app_province()));
