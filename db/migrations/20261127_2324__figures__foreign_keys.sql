-- Foreign keys between tenant tables carry the commune.
alter table counted_matters add constraint counted_matters_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table matter_touches add constraint matter_touches_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
