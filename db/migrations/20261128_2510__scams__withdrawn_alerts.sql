-- A warning that was taken back is still known to everybody, as taken back: its page says so, and feeds and CAP readers that hold it are
-- told. Why, and by whom, stays with the post: residents are granted neither column.
alter policy scam_alerts_public on scam_alerts using (commune_id = app_commune());
-- The list of the post, the latest first.
create index scam_alerts_withdrawn on scam_alerts (commune_id, withdrawn_at desc) where withdrawn_at is not null;
