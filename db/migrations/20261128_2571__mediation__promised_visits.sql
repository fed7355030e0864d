-- A visit that nobody had promised is no promise kept: the figures count only those that were.
alter table dispute_visits add column promised boolean not null default true;
