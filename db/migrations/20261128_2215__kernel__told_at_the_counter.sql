-- A report is never refused: whoever comes to a counter tells it to the officer there, though she reads nothing of that regime. It goes
-- through the door like what residents hand in by themselves, and bears who took it down.
grant execute on function door_account to scope_commune;

/* The officer for whom the door writes down what somebody told her; null when nobody stands between. */
create function app_receiver() returns int language sql stable parallel safe
  return nullif(current_setting('app.receiver', true), '')::int;

alter table incidents add column received_by int;
alter table scam_reports add column received_by int;

drop policy incidents_receive on incidents;
create policy incidents_receive on incidents for insert to scope_commune
  with check (commune_id = app_commune() and written_by = app_actor() and received_by is not distinct from app_receiver()
    and (app_may('incidents.receive', commune_id, province_id) or app_may('incidents.handIn', commune_id, province_id)));
drop policy scam_reports_take on scam_reports;
create policy scam_reports_take on scam_reports for insert to scope_commune
  with check (commune_id = app_commune() and received_by is not distinct from app_receiver()
    and (app_may('scams.receive', commune_id, province_id) or app_may('scams.handIn', commune_id, province_id)));
