-- The minutes as they stood when they were closed: printed again years later they say the same, whatever was answered, given to somebody else or renamed since. They name no resident.
alter table meetings add minutes jsonb;
grant update (minutes) on meetings to scope_commune;
