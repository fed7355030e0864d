-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table disputes add constraint disputes_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table dispute_mediators add constraint dispute_mediators_dispute foreign key (commune_id, matter_id) references disputes (commune_id, matter_id);
alter table dispute_mediators add constraint dispute_mediators_mediator foreign key (commune_id, mediator_id) references mediators (commune_id, id);
alter table dispute_sessions add constraint dispute_sessions_dispute foreign key (commune_id, matter_id) references disputes (commune_id, matter_id);
alter table dispute_visits add constraint dispute_visits_dispute foreign key (commune_id, matter_id) references disputes (commune_id, matter_id);
