-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table stays add constraint stays_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table stay_entries add constraint stay_entries_stay foreign key (commune_id, matter_id) references stays (commune_id, matter_id);
alter table stay_guests add constraint stay_guests_entry foreign key (commune_id, matter_id, entry) references stay_entries (commune_id, matter_id, entry);
alter table stay_departures add constraint stay_departures_stay foreign key (commune_id, matter_id) references stays (commune_id, matter_id);
