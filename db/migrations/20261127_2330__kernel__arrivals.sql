-- How much came through the door of a post in this hour: an index of what was handed in by the web alone.
create index matters_arrivals on matters (commune_id, regime, received_at) where channel = 'web';
