-- A dossier that was filed on the national portal keeps its number there; one filed at the counter may be joined to one.
-- `national_reported`: the last step of its timeline that the portal was told of; `national_done`: nothing more will follow.
-- squawk-ignore ban-drop-not-null
alter table dossiers alter column intake_id drop not null;
alter table dossiers add column national_number text check (national_number ~ '^[A-Z0-9][A-Z0-9.-]{5,39}$');
alter table dossiers add column national_reported int not null default 0;
alter table dossiers add column national_done boolean not null default false;
create unique index dossiers_national_number on dossiers (commune_id, national_number) where national_number is not null;
-- Those of which the portal waits to hear: some hundreds, however many there have been.
create index dossiers_national_open on dossiers (commune_id, matter_id) where national_number is not null and not national_done;
grant update (national_number, national_reported, national_done) on dossiers to scope_commune;
