-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table subscriptions add constraint subscriptions_matter_of foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table deliveries add constraint deliveries_subscription foreign key (commune_id, subscription_id) references subscriptions (commune_id, id);
alter table deliveries add constraint deliveries_notice_of foreign key (commune_id, notice_id) references notices (commune_id, id);
alter table deliveries add constraint deliveries_alert foreign key (commune_id, alert_id) references alerts (commune_id, id);
