alter table scam_reports add constraint scam_reports_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table scam_steps add constraint scam_steps_report foreign key (commune_id, matter_id) references scam_reports (commune_id, matter_id);
alter table scam_marks add constraint scam_marks_report foreign key (commune_id, matter_id) references scam_reports (commune_id, matter_id);
alter table scam_alerts add constraint scam_alerts_report foreign key (commune_id, matter_id) references scam_reports (commune_id, matter_id);
