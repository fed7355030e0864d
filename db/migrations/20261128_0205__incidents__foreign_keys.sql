-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table incidents add constraint incidents_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table incident_statements add constraint incident_statements_report foreign key (commune_id, matter_id) references incidents (commune_id, matter_id);
alter table incident_statements add constraint incident_statements_person foreign key (commune_id, identity_id) references identities (commune_id, id);
alter table incident_measures add constraint incident_measures_report foreign key (commune_id, matter_id) references incidents (commune_id, matter_id);
alter table incident_referrals add constraint incident_referrals_report foreign key (commune_id, matter_id) references incidents (commune_id, matter_id);
alter table incident_links add constraint incident_links_older foreign key (commune_id, older_id) references incidents (commune_id, matter_id);
alter table incident_links add constraint incident_links_newer foreign key (commune_id, newer_id) references incidents (commune_id, matter_id);
alter table incident_custody add constraint incident_custody_report foreign key (commune_id, matter_id) references incidents (commune_id, matter_id);
alter table duty_rosters add constraint duty_rosters_officer foreign key (officer_id) references accounts (id);
