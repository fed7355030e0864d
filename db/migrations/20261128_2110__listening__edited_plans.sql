-- A plan that is changed before its meeting begins may name another hamlet; the day it became what it is tells calendars outside which is the newer one.
grant update (hamlet_id, planned_at) on meetings to scope_commune;
grant update (hamlet_id) on matters to scope_commune;
