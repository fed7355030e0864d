-- What meetings come is asked by when they end: one that runs now is still to be found.
create index meetings_end on meetings (commune_id, ends_at);
