-- A letter whose decision stands already may be outside to be signed while the result of its matter is: one paper of each form at a time.
drop index unsigned_papers_out;
create unique index unsigned_papers_out on unsigned_papers (commune_id, matter_id, form) where state = 'out';
