-- Reports that are none of the junk, in the order in which they came: what the list of all of them goes by.
create index matters_reports on matters (commune_id, id) where kind = 'incident' and state not in ('aside', 'discarded');
