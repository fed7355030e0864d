-- What was promised in a meeting open to everybody is read by everybody, with what became of it. Promises written before this was so were not written for their eyes: they stay out until somebody shows them.
alter table commitments add hidden_at timestamptz default now();
alter table commitments alter hidden_at drop default;
-- As the matter ended; residents read no matter but their own.
alter table commitments add outcome text check (outcome in ('carriedOut', 'notCarriedOut'));
grant update (hidden_at, outcome) on commitments to scope_commune;

-- Row security of meetings leaves out those of a party cell.
create policy commitments_public on commitments for select to scope_public
  using (commune_id = app_commune() and hidden_at is null and exists (select from meetings g where g.commune_id = commitments.commune_id and g.matter_id = commitments.meeting_id));
grant select (commune_id, matter_id, meeting_id, hamlet_id, promise, due_on, report, reported_at, hidden_at, outcome) on commitments to scope_public;
