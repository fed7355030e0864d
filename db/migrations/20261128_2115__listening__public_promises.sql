-- What was promised in a meeting open to everybody is read by everybody, with what became of it. Promises written before this was so were not written for their eyes: they stay out until somebody shows them.
alter table commitments add shown_at timestamptz;
-- As the matter ended; residents read no matter but their own.
alter table commitments add outcome text check (outcome in ('carriedOut', 'notCarriedOut'));
grant update (shown_at, outcome) on commitments to scope_commune;

create policy commitments_public on commitments for select to scope_public using (commune_id = app_commune() and shown_at is not null);
grant select (commune_id, matter_id, hamlet_id, promise, due_on, report, reported_at, shown_at, outcome) on commitments to scope_public;
