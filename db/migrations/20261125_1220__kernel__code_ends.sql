-- People say the end of a code. Under row security only leakproof comparisons reach an index, and reverse() is none: the reversed code is kept.
-- squawk-ignore adding-field-with-default
alter table matters add column code_reversed text collate "C" not null generated always as (reverse(code)) stored;
create index matters_code_end on matters (commune_id, code_reversed);
