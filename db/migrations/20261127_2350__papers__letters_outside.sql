-- A letter whose decision stands already may be outside to be signed while the result of its matter is: one paper of each form at a time.
-- A migration is one transaction, so it cannot drop concurrently; the table holds what is outside for a day or two.
-- squawk-ignore require-concurrent-index-deletion
drop index unsigned_papers_out;
create unique index unsigned_papers_out on unsigned_papers (commune_id, matter_id, form) where state = 'out';
