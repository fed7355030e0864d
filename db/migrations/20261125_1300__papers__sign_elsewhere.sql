-- Papers that left the house to be signed elsewhere: numbered and set, not signed yet. They come back as the very same bytes with a signature
-- behind them, or are taken back. What was taken back keeps its number: the next paper of the same matter and form takes it up again.
create table unsigned_papers (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  regime text not null,
  matter_id bigint not null,
  form text not null,
  number int not null,
  symbol text not null,
  code text not null,
  signer_id int not null,
  signer_name text not null,
  issued_at timestamptz not null,
  valid_until date,
  state text not null default 'out' check (state in ('out', 'accepted', 'void')),
  ended_at timestamptz,
  ended_for text,
  length int not null,
  sha256 bytea not null,
  pdf bytea not null,
  primary key (commune_id, id),
  unique (commune_id, code),
  check ((state = 'out') = (ended_at is null)),
  check ((state = 'void') = (ended_for is not null))
);
-- One at a time: a matter has one paper outside, or none.
create unique index unsigned_papers_out on unsigned_papers (commune_id, matter_id) where state = 'out';
create index unsigned_papers_matter on unsigned_papers (commune_id, matter_id, id);

alter table unsigned_papers enable row level security;
alter table unsigned_papers force row level security;
create policy unsigned_papers_read on unsigned_papers for select to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.sign', commune_id, province_id));
create policy unsigned_papers_reserve on unsigned_papers for insert to scope_commune
  with check (commune_id = app_commune() and regime = any (app_regimes()) and app_may('counter.sign', commune_id, province_id)
    and signer_id = app_actor());
create policy unsigned_papers_end on unsigned_papers for update to scope_commune
  using (commune_id = app_commune() and regime = any (app_regimes()) and state = 'out' and app_may('counter.sign', commune_id, province_id))
  with check (commune_id = app_commune() and state <> 'out');
grant select, insert on unsigned_papers to scope_commune;
grant update (state, ended_at, ended_for, pdf) on unsigned_papers to scope_commune;

-- Why a paper was replaced, read by everybody who checks it.
alter table papers add column superseded_for text;
grant update (superseded_for) on papers to scope_commune;
-- The resident may know why the paper in her hand is void.
grant select (revoked_for, superseded_for) on papers to scope_public;

drop function verify_paper;
/* As before: what anybody may learn of a paper whose code or whose file is in the hand, never whom it is about. Now also why it was replaced, and what
   took its place and when: not the code of the other, which is for whoever holds that one. */
create function verify_paper(paper_code text, file_sha256 bytea)
returns table (commune_id int, form text, number int, symbol text, code text, signer_name text, issued_at timestamptz,
               valid_until date, superseded_at timestamptz, revoked_at timestamptz, revoked_for text,
               superseded_for text, successor_form text, successor_number text, successor_issued_at timestamptz)
language sql stable security definer set search_path = public
begin atomic
  select p.commune_id, p.form, p.number, p.symbol, p.code, p.signer_name, p.issued_at, p.valid_until, p.superseded_at, p.revoked_at, p.revoked_for,
         p.superseded_for, s.form, s.number || '/' || s.symbol, s.issued_at
  from papers p left join papers s on s.commune_id = p.commune_id and s.id = p.superseded_by
  where p.code = paper_code or p.sha256 = file_sha256 limit 1;
end;
revoke execute on function verify_paper from public;
grant execute on function verify_paper to scope_public, scope_commune, scope_province, scope_nation;
