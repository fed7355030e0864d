-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table escalations add constraint escalations_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table escalation_acts add constraint escalation_acts_escalation foreign key (commune_id, matter_id, due_at) references escalations (commune_id, matter_id, due_at);
alter table handover_matters add constraint handover_matters_handover foreign key (commune_id, handover_id) references handovers (commune_id, id);
alter table handover_matters add constraint handover_matters_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
