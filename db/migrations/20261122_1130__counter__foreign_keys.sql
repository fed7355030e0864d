-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table timeline add constraint timeline_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table clocks add constraint clocks_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table pauses add constraint pauses_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table breaches add constraint breaches_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table notices add constraint notices_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table dossiers add constraint dossiers_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table dossiers add constraint dossiers_person foreign key (commune_id, person_id) references people (commune_id, id);
alter table papers add constraint papers_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table papers add constraint papers_superseded_by foreign key (commune_id, superseded_by) references papers (commune_id, id);
alter table paper_files add constraint paper_files_paper foreign key (commune_id, paper_id) references papers (commune_id, id);
