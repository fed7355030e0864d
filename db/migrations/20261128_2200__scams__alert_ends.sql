-- Until when a warning holds is fixed when it goes out: what was told to people does not change with the data that it came from.
-- Those that went out before hold for thirty days from here.
alter table scam_alerts add column expires_at timestamptz not null default now() + interval '30 days';
alter table scam_alerts alter column expires_at drop default;
alter table scam_alerts add check (expires_at > published_at);
grant insert (expires_at) on scam_alerts to scope_commune;
grant select (expires_at) on scam_alerts to scope_public;
