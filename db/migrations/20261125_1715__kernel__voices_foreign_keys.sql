alter table identities add constraint identities_matter_known foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table identities add constraint identities_corrected_known foreign key (commune_id, corrects) references identities (commune_id, id);
alter table messages add constraint messages_matter_known foreign key (commune_id, matter_id) references matters (commune_id, id);
