-- What was written down wrong of what the post did is written down anew, and the wrong line counts no longer. Both stay.
alter table incident_measures add column corrects integer;
comment on column incident_measures.corrects is 'the line of the same report that this one takes the place of';
alter table incident_measures add constraint incident_measures_corrects foreign key (commune_id, matter_id, corrects) references incident_measures (commune_id, matter_id, seq);
