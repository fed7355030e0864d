alter table fee_closing_lines add constraint fee_closing_lines_closing
  foreign key (commune_id, taken_on) references fee_closings (commune_id, taken_on);
alter table fee_closing_lines add constraint fee_closing_lines_matter_key
  foreign key (commune_id, matter_id) references matters (commune_id, id);
