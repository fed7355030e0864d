alter table supplement_requests add constraint supplement_requests_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table defects add constraint defects_request foreign key (commune_id, matter_id, seq) references supplement_requests (commune_id, matter_id, seq);
alter table brought_papers add constraint brought_papers_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
alter table apologies add constraint apologies_matter foreign key (commune_id, matter_id) references matters (commune_id, id);
