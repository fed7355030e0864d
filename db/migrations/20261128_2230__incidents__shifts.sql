-- Who is on duty stands there with the hours: from one time of the day to another, or through the night to the next day. What stood there
-- for a whole day stays from midnight to midnight. Nobody stands twice at the same time; the service sees to it, one after the other.
alter table duty_rosters add column starts time not null default '00:00';
alter table duty_rosters add column ends time not null default '00:00';
alter table duty_rosters alter column starts drop default;
alter table duty_rosters alter column ends drop default;
alter table duty_rosters drop constraint duty_rosters_pkey;
create unique index duty_rosters_shift on duty_rosters (commune_id, duty_on, officer_id, starts);
alter table duty_rosters add constraint duty_rosters_pkey primary key using index duty_rosters_shift;
grant update (ends) on duty_rosters to scope_commune;
