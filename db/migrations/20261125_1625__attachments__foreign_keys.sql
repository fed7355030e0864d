alter table attachments add constraint attachments_matter_key foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table attachment_files add constraint attachment_files_attachment_key foreign key (commune_id, attachment_id) references attachments (commune_id, id);
