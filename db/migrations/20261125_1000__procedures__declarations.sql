-- What a resident declared stands with the dossier: answered on the screen (sealed), or on paper that she handed in. The answers
-- belong to the form of one period, by its code and first day, and to the period of the procedure, so that they stay readable.
alter table dossiers add column declared text check (declared in ('answered', 'onPaper'));
alter table dossiers add column form_code text;
alter table dossiers add column form_from date;
alter table dossiers add column answers_sealed bytea;
-- The preparation that the answers came from. One preparation becomes one dossier, whatever two officers do at once.
alter table dossiers add column preparation_id bigint;
alter table dossiers add constraint dossiers_answers check ((declared is not distinct from 'answered') = (answers_sealed is not null));
alter table dossiers add constraint dossiers_form check ((form_code is null) = (form_from is null));
create unique index dossiers_preparation on dossiers (commune_id, preparation_id);
