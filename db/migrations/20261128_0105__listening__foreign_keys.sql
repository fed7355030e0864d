-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table opinions add constraint opinions_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table meetings add constraint meetings_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table opinions add constraint opinions_meeting_known foreign key (commune_id, meeting_id) references meetings (commune_id, matter_id);
alter table opinion_turns add constraint opinion_turns_opinion foreign key (commune_id, matter_id) references opinions (commune_id, matter_id);
alter table public_words add constraint public_words_matter_known foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table meeting_households add constraint meeting_households_meeting foreign key (commune_id, meeting_id) references meetings (commune_id, matter_id);
alter table commitments add constraint commitments_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table commitments add constraint commitments_meeting_known foreign key (commune_id, meeting_id) references meetings (commune_id, matter_id);
alter table commitments add constraint commitments_opinion_known foreign key (commune_id, opinion_id) references opinions (commune_id, matter_id);
alter table citizen_letters add constraint citizen_letters_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table citizen_letters add constraint citizen_letters_parent_known foreign key (commune_id, parent_id) references citizen_letters (commune_id, matter_id);
