alter table portal_arrivals add constraint portal_arrivals_matter_key foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table portal_messages add constraint portal_messages_matter_key foreign key (commune_id, matter_id) references matters (commune_id, id);
