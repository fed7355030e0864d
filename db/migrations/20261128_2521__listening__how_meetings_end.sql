-- Why a meeting does not take place is told to whoever was asked to come. Of meetings called off before, it stands in the timeline alone: those words were not written for everybody.
alter table meetings add called_off_because text check (length(called_off_because) between 1 and 300);
-- Whoever is outside reads no matter: a meeting that ended before its hour is invited to no longer.
alter table meetings add minuted_at timestamptz;
grant update (called_off_because, minuted_at) on meetings to scope_commune;
grant select (called_off_because, minuted_at) on meetings to scope_public;
