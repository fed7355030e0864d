-- Files that residents brought or sent with a matter. What they hold lies sealed in a table of its own, which lists never touch.
create table attachments (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  matter_id bigint not null,
  code text not null,
  paper_code text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size_bytes int not null check (size_bytes > 0),
  pages int,
  sha256 bytea not null,
  scan text not null check (scan in ('clean', 'notScanned')),
  kept_by int not null,
  kept_at timestamptz not null,
  removed_by int,
  removed_at timestamptz,
  removed_for text,
  primary key (commune_id, id),
  unique (commune_id, code),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_for is null))
);
create index attachments_matter on attachments (commune_id, matter_id);
create table attachment_files (
  commune_id int not null,
  attachment_id bigint not null,
  regime text not null,
  sealed bytea not null,
  primary key (commune_id, attachment_id)
);

alter table attachments enable row level security;
alter table attachments force row level security;
alter table attachment_files enable row level security;
alter table attachment_files force row level security;
create policy attachments_read on attachments for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()));
-- Only who may keep or remove a file can do so: asked here once more.
create policy attachments_keep on attachments for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and kept_by = app_actor() and app_may('counter.attach', commune_id, province_id));
create policy attachments_remove on attachments for update to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.removeFile', commune_id, province_id));
create policy attachment_files_read on attachment_files for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()));
create policy attachment_files_keep on attachment_files for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.attach', commune_id, app_province()));
create policy attachment_files_remove on attachment_files for delete to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.removeFile', commune_id, app_province()));
grant select on attachments, attachment_files to scope_commune;
grant insert (commune_id, province_id, regime, matter_id, code, paper_code, media_type, size_bytes, pages, sha256, scan, kept_by, kept_at) on attachments to scope_commune;
grant insert on attachment_files to scope_commune;
grant update (removed_by, removed_at, removed_for) on attachments to scope_commune;
grant delete on attachment_files to scope_commune;
