-- A household that is sent twice on a weak line is noted once: the form that notes it is given out with a key.
alter table meeting_households add column form_key text check (length(form_key) = 16);
create unique index meeting_households_form on meeting_households (commune_id, meeting_id, form_key);
