alter table deliveries add constraint deliveries_announcement foreign key (commune_id, announcement_id) references announcements (commune_id, id);
