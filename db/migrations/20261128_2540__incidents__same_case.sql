-- Two reports of one event are two lines of the book and one case of the figures. Links are only added: what was said last about two reports holds.
alter table incident_links add column same_case boolean not null default false;
comment on column incident_links.same_case is 'whether both tell of one case, which is then counted once, with the older of them';
alter table incident_links drop constraint incident_links_pkey;
create unique index incident_links_pkey on incident_links (commune_id, older_id, newer_id, linked_at);
alter table incident_links add constraint incident_links_pkey primary key using index incident_links_pkey;
