-- What a matter is about may be read otherwise later: a report of a theft was a quarrel. Its title follows, with the move that says why.
grant update (title) on matters to scope_commune;
