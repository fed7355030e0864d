alter table unsigned_papers add constraint unsigned_papers_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table seen_proposals add constraint seen_proposals_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
