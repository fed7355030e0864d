-- Papers that the post issued and stands for: numbered, signed, verifiable by anyone who holds their code.
create table papers (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  matter_id bigint not null,
  form text not null,
  number int not null,
  symbol text not null,
  code text not null,
  signer_name text not null,
  issued_at timestamptz not null,
  valid_until date,
  sha256 bytea not null,
  superseded_at timestamptz,
  superseded_by bigint,
  revoked_at timestamptz,
  revoked_for text,
  primary key (commune_id, id),
  unique (commune_id, code),
  unique (commune_id, matter_id, form, number),
  check ((revoked_at is null) = (revoked_for is null)),
  check ((superseded_at is null) = (superseded_by is null))
);
create index papers_code on papers (code);
create index papers_sha256 on papers (sha256);
create table paper_files (
  commune_id int not null,
  paper_id bigint not null,
  regime text not null,
  pdf bytea not null,
  primary key (commune_id, paper_id)
);

alter table papers enable row level security;
alter table papers force row level security;
alter table paper_files enable row level security;
alter table paper_files force row level security;
create policy papers_read on papers for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()));
-- Only who may sign can bring a paper into the world, and only who may revoke can end one: asked here once more.
create policy papers_issue on papers for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.sign', commune_id, province_id));
create policy papers_end on papers for update to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.revoke', commune_id, province_id));
create policy paper_files_read on paper_files for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()));
create policy paper_files_keep on paper_files for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.sign', commune_id, app_province()));
create policy papers_public on papers for select to scope_public
  using (commune_id = app_commune() and matter_id = app_matter());
grant select, insert on papers, paper_files to scope_commune;
grant update (superseded_at, superseded_by, revoked_at, revoked_for) on papers to scope_commune;
grant select (commune_id, matter_id, form, issued_at, superseded_at, revoked_at) on papers to scope_public;

/* What anybody may learn of a paper whose code or whose file is in the hand: never whom it is about. */
create function verify_paper(paper_code text, file_sha256 bytea)
returns table (commune_id int, form text, number int, symbol text, code text, signer_name text, issued_at timestamptz,
               valid_until date, superseded_at timestamptz, revoked_at timestamptz, revoked_for text)
language sql stable security definer set search_path = public
begin atomic
  select p.commune_id, p.form, p.number, p.symbol, p.code, p.signer_name, p.issued_at, p.valid_until, p.superseded_at, p.revoked_at, p.revoked_for
  from papers p where p.code = paper_code or p.sha256 = file_sha256 limit 1;
end;
revoke execute on function verify_paper from public;
grant execute on function verify_paper to scope_public, scope_commune, scope_province, scope_nation;
