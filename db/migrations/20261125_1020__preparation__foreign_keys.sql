alter table dossiers add constraint dossiers_preparation_kept foreign key (commune_id, preparation_id) references preparations (commune_id, id);
