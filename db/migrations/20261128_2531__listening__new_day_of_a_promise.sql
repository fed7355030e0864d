-- What could not be done by the day that was promised is given another, and stands on the agenda until it is done.
grant update (due_on) on commitments to scope_commune;
create index commitments_not_carried_out on commitments (commune_id, matter_id) where outcome = 'notCarriedOut';

-- Whoever answers for a promise says what became of it, or whoever gives work out; whether everybody reads it is a matter of publishing.
drop policy commitments_report on commitments;
create policy commitments_report on commitments for update to scope_commune using (commune_id = app_commune())
  with check (
    commune_id = app_commune()
    and (
      app_may('listening.assign', commune_id, province_id)
      or app_may('listening.publish', commune_id, province_id)
      or (
        app_may('listening.answer', commune_id, province_id)
        and exists (select from matters m where m.commune_id = commitments.commune_id and m.id = commitments.matter_id and m.assignee_id = app_actor())
      )
    )
  );
